import SurveyModel

/// The ids that the rows of a form have in a questionnaire.
///
/// A name keeps being the id when it is plain and stands once; others get an id of their own, and
/// references to them change along.
struct XLSFormIDs {
  /// The id of each row that has a name.
  private(set) var ids: [Int: String] = [:]
  /// The rows that changed their name.
  private(set) var renamed: [(row: Int, name: String, id: String)] = []
  private var changed: [String: String] = [:]
  private var known: Set<String> = []

  init(_ form: XLSForm) {
    var taken: Set<String> = []
    let plain = form.items.filter(\.type.isNamed).map(\.name)
    let counts = Dictionary(plain.map { ($0.lowercased(), 1) }) { $0 + $1 }
    for name in plain where counts[name.lowercased()] == 1 && Self.isPlain(name) {
      taken.insert(name.lowercased())
    }
    var path: [String] = []
    for (row, item) in form.items.enumerated() {
      if case .end = item.type {
        _ = path.popLast()
        continue
      }
      let isUnique = counts[item.name.lowercased()] == 1
      var id = item.name
      if !isUnique || !Self.isPlain(item.name) {
        var base =
          Self.isPlain(item.name) ? item.name : SketchWords.id(SketchWords.words(of: item.name))
        if base.isEmpty { base = "q\(row + 1)" }
        if !isUnique, taken.contains(base.lowercased()), let group = path.last {
          base = "\(group)_\(base)"
        }
        id = base
        var number = 2
        while taken.contains(id.lowercased()) {
          id = "\(base)_\(number)"
          number += 1
        }
        taken.insert(id.lowercased())
      }
      ids[row] = id
      if isUnique { known.insert(item.name) }
      if id != item.name {
        renamed.append((row, item.name, id))
        if isUnique { changed[item.name] = id }
      }
      if case .begin = item.type { path.append(id) }
    }
  }

  private static func isPlain(_ name: String) -> Bool {
    Identifier.isValid(name, allowsHyphen: false)
  }

  /// An expression with the ids for the names in its references, and with references for paths
  /// such as `../name`.
  func expression(_ text: String) -> String {
    guard !changed.isEmpty || text.contains("../") else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    var quote: Unicode.Scalar?
    func isPathStart() -> Bool {
      guard let last = result.last else { return true }
      return !ExpressionName.canContinue(last) && last != "/" && last != ")" && last != "]"
    }
    while let scalar = rest.first {
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
      }
      if quote == nil, rest.starts(with: "../".unicodeScalars), isPathStart() {
        let name = rest.dropFirst(3).prefix(while: ExpressionName.canContinue)
        let next = rest.dropFirst(3 + name.count).first
        if known.contains(String(name)), next != "/", next != "[", next != "(" {
          result.append(contentsOf: "${\(changed[String(name)] ?? String(name))}".unicodeScalars)
          rest = rest.dropFirst(3 + name.count)
          continue
        }
      }
      if rest.starts(with: "${".unicodeScalars), let end = rest.firstIndex(of: "}") {
        let name = String(rest[..<end].dropFirst(2))
        if let id = changed[name] {
          result.append(contentsOf: "${\(id)}".unicodeScalars)
          rest = rest[rest.index(after: end)...]
          continue
        }
      }
      result.append(scalar)
      rest = rest.dropFirst()
    }
    return String(result)
  }

  /// The id for a name that a cell mentions.
  func id(of name: String) -> String { changed[name] ?? name }
}

extension XLSFormType {
  /// Whether its name is a name of the form; ends of groups repeat one.
  var isNamed: Bool {
    if case .end = self { return false }
    return true
  }
}
