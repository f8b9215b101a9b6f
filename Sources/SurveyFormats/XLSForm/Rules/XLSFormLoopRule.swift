/// What loops ask of a form: choices that can name groups, and references that mean one answer.
struct XLSFormLoopRule {
  let log: XLSFormLog

  /// Names that stand in a loop of several turns, with the name of that loop.
  static func loops(in form: XLSForm) -> [String: String] {
    Dictionary(
      zip(form.items, around(form)).compactMap { item, loop in
        guard item.type.isNamed, let loop else { return nil }
        return (item.name, form.items[loop].name)
      }
    ) { first, _ in first }
  }

  /// Looks at the form; names that stand twice have a rule of their own.
  func check(_ form: XLSForm) {
    let lists = form.loopChoices
    guard !lists.isEmpty else { return }
    var checked: Set<String> = []
    for item in form.items {
      guard case .begin(.loop(let list?)) = item.type, checked.insert(list).inserted else {
        continue
      }
      check(lists[list, default: []], of: item.name)
    }
    let around = Self.around(form)
    var places: [String: Int] = [:]
    for (row, item) in form.items.enumerated() where item.type.isNamed {
      places[item.name] = places[item.name] == nil ? row : -1
    }
    for (row, item) in form.items.enumerated() {
      for (key, text) in item.referringCells {
        for reference in XLSFormReferences.read(text) ?? [] {
          guard let place = places[reference.name], place >= 0, let loop = around[place],
            !isInside(row, loop, around)
          else { continue }
          log.report(
            XLSFormNameFinding.loopReference(reference.name, loop: form.items[loop].name),
            at: item.source.place(key)
          )
        }
      }
    }
  }

  private func isInside(_ row: Int, _ loop: Int, _ around: [Int?]) -> Bool {
    var next = around[row]
    while let outer = next, outer != loop { next = around[outer] }
    return next != nil
  }

  /// Choices name the groups of a loop.
  private func check(_ choices: [XLSFormChoice], of loop: String) {
    var rows: [String: Int] = [:]
    for choice in choices {
      if !XLSFormName.isValid(choice.name) {
        log.report(
          XLSFormNameFinding.loopChoice(choice.name, loop: loop),
          at: choice.source.place("name")
        )
      } else if let row = rows[choice.name] {
        log.report(
          XLSFormNameFinding.duplicateName(choice.name, row: row),
          at: choice.source.place("name")
        )
      } else {
        rows[choice.name] = choice.source.row
      }
    }
  }

  /// The innermost loop of several turns around each row, by the rows that begin them.
  private static func around(_ form: XLSForm) -> [Int?] {
    let choices = form.loopChoices
    var open: [Int?] = []
    return form.items.enumerated().map { row, item in
      if case .end = item.type { _ = open.popLast() }
      let loop = open.last ?? nil
      if case .begin(let container) = item.type {
        var isAskedAgain = false
        if case .loop(let list?) = container { isAskedAgain = choices[list, default: []].count > 1 }
        open.append(isAskedAgain ? row : loop)
      }
      return loop
    }
  }
}

extension XLSFormItem {
  /// Its cells in which references may stand, in a fixed order.
  fileprivate var referringCells: [(key: String, text: String)] {
    let texts = texts.flatMap { kind, words in words.values.map { (kind.rawValue, $0) } }
    let parameters = parameters.map { ("parameters", $0.text) }
    return (texts + cells.map { ($0.key, $0.value) } + parameters)
      .filter { $0.1.utf8.contains(UInt8(ascii: "$")) }
      .sorted { $0 < $1 }
      .map { (key: $0.0, text: $0.1) }
  }
}
