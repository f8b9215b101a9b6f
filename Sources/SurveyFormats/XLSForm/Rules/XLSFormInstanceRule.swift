/// Files and lists that a form looks things up in have names of their own.
struct XLSFormInstanceRule {
  let log: XLSFormLog

  /// The columns whose expressions may look up files.
  private static let looking = [
    "calculation", "constraint", "readonly", "required", "relevant", "choice_filter", "default",
  ]

  private struct Instance {
    let name: String
    /// Where it is read from; none for a list of the form.
    let file: String?
    let source: XLSFormSource
  }

  func check(_ form: XLSForm) {
    var seen: [String: Instance] = [:]
    var declared: Set<String> = []
    for item in form.items {
      for instance in instances(of: item) {
        if case .question(let type) = item.type, type.isFile,
          !declared.insert(instance.name).inserted
        {
          clash(instance, instance)
          continue
        }
        if let prior = seen[instance.name], prior.file != instance.file {
          clash(instance, prior)
        } else {
          seen[instance.name] = instance
        }
      }
    }
    if let item = form.items.first(where: \.readsLastSaved), let prior = seen["__last-saved"] {
      clash(Instance(name: prior.name, file: "last-saved", source: item.source), prior)
    }
    let searched = search(form)
    for list in form.lists where !searched.contains(list.name) {
      guard let prior = seen[list.name], let source = list.choices.first?.source else { continue }
      clash(Instance(name: list.name, file: nil, source: source), prior)
    }
    if form.items.contains(where: \.isFileNamedInReference) { references(to: form) }
  }

  private func clash(_ instance: Instance, _ prior: Instance) {
    log.report(
      XLSFormChoiceFinding.instanceClash(
        instance.name,
        one: prior.file ?? instance.name,
        other: instance.file ?? instance.name
      ),
      at: instance.source.place()
    )
  }

  private func instances(of item: XLSFormItem) -> [Instance] {
    func instance(_ name: String, _ file: String) -> Instance {
      Instance(name: name, file: file, source: item.source)
    }
    switch item.type {
    case .question(.csvExternal): return [instance(item.name, "\(item.name).csv")]
    case .question(.xmlExternal): return [instance(item.name, "\(item.name).xml")]
    case .question(.audit): return []
    default: break
    }
    let texts = Self.looking.compactMap { item.cells[$0] }
    var found = texts.flatMap(pulledFiles).map { instance($0, "\($0).csv") }
    if case .select(let select) = item.type, select.source == .file, select.answers != .external {
      found.append(instance(select.list.stemAndExtension.stem, select.list))
    }
    return found
  }

  /// The files that `pulldata()` names.
  private func pulledFiles(_ text: String) -> [String] {
    var names: [String] = []
    var rest = Substring(text)
    while let call = rest.firstRange(of: "pulldata(") {
      rest = rest[call.upperBound...]
      guard let comma = rest.firstIndex(of: ",") else { break }
      let name = rest[..<comma].filter { $0 != "'" && $0 != "\"" }
      names.append(String(name).trimmedSpace)
      rest = rest[rest.index(after: comma)...]
    }
    return names
  }

  /// The lists that are used with `search()`, which cannot be used without it as well.
  private func search(_ form: XLSForm) -> Set<String> {
    var searched: [String: XLSFormItem] = [:]
    var plain: [String: String] = [:]
    for item in form.items {
      guard case .select(let select) = item.type, select.answers != .external else { continue }
      if item.usesSearch {
        if select.source == .file {
          log.report(
            XLSFormChoiceFinding.searchInFile(item.name),
            at: item.source.place("appearance")
          )
        } else if searched[select.list] == nil {
          searched[select.list] = item
        }
      } else if item.parameter("randomize") != "true" || item.cells["choice_filter"] != nil {
        plain[select.list] = item.name
      }
    }
    for (list, item) in searched {
      guard let other = plain[list] else { continue }
      log.report(
        XLSFormChoiceFinding.searchSharesList(list, other: other),
        at: item.source.place("appearance")
      )
    }
    return Set(searched.keys)
  }

  /// A file has no answer that a reference could stand for.
  private func references(to form: XLSForm) {
    let files = Set(form.items.filter(\.isFileNamedInReference).map(\.name))
    for item in form.items {
      for (key, text) in item.cells.sorted(by: { $0.key < $1.key }) {
        for reference in XLSFormReferences.read(text) ?? [] where files.contains(reference.name) {
          log.report(
            XLSFormNameFinding.unknownReference(reference.name, nearest: nil),
            at: item.source.place(key)
          )
        }
      }
    }
  }
}

extension XLSFormItem {
  /// Whether it refers to the record that was saved before.
  fileprivate var readsLastSaved: Bool {
    cells.values.contains { text in
      text.contains("${last-saved#")
        && (XLSFormReferences.read(text) ?? []).contains(where: \.isLastSaved)
    }
  }

  fileprivate var isFileNamedInReference: Bool {
    if case .question(let type) = type { return type.isFile }
    return false
  }

  /// Whether its appearance calls `search()`.
  fileprivate var usesSearch: Bool {
    guard let appearance = cells["appearance"], let call = appearance.firstRange(of: "search(")
    else { return false }
    return appearance[call.upperBound...].contains(")")
  }
}
