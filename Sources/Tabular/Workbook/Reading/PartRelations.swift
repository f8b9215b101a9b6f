/// What a part of a workbook refers to.
struct PartRelations {
  struct Relation {
    /// The last word of the type's address, which the two namespaces of the standard share.
    let type: String
    /// The path inside the archive.
    let target: String
  }

  private var relations: [String: Relation] = [:]
  private var order: [String] = []

  /// Reads the relations of `part`; those of the whole archive for an empty name.
  init(_ archive: ZipArchive, of part: String) throws(TabularError) {
    let cut = part.lastIndex(of: "/")
    let folder = cut.map { String(part[...$0]) } ?? ""
    let file = cut.map { String(part[part.index(after: $0)...]) } ?? part
    let name = "\(folder)_rels/\(file).rels"
    guard archive.contains(name) else { return }
    var xml = try XMLScanner(try archive.part(name, limit: 16 << 20))
    while true {
      let token = try xml.next()
      if token == .end { return }
      guard token == .open, xml.isNamed("Relationship") else { continue }
      guard try xml.value("TargetMode") != "External", let id = try xml.value("Id"),
        let type = try xml.value("Type"), let target = try xml.value("Target")
      else { continue }
      let word = type.split(separator: "/").last.map { String($0) } ?? ""
      relations[id] = Relation(type: word, target: Self.resolved(target, in: folder))
      order.append(id)
    }
  }

  subscript(id: String) -> Relation? { relations[id] }

  func target(ofType type: String) -> String? {
    order.lazy.compactMap { relations[$0] }.first { $0.type == type }?.target
  }

  /// The path of `target`, which may be relative, absolute, or climb with `..`.
  private static func resolved(_ target: String, in folder: String) -> String {
    let target = String(target.map { $0 == "\\" ? "/" : $0 })
    let whole = target.hasPrefix("/") ? target : "\(folder)\(target)"
    var steps: [Substring] = []
    for step in whole.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
