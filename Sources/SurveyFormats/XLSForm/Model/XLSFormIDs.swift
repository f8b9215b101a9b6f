import SurveyModel

/// The ids that the rows of a form have in a questionnaire.
///
/// A name keeps being the id when it is plain and stands once; others get an id of their own, and
/// references to them change along. What stands in a turn of a loop is led by the ids of loop and
/// choice, however many choices there are: `loop_choice_name`.
struct XLSFormIDs {
  /// The id of each row that has a name.
  private(set) var ids: [Int: String] = [:]
  /// The rows outside loops that changed their name.
  private(set) var renamed: [(row: Int, name: String, id: String)] = []
  private let map: XLSFormRowMap
  /// The rows that begin a repeat.
  private let repeats: Set<Int>
  private var taken: Set<String> = []
  private var isChanged = false

  /// Ids have room for a number at their ends, see ``Identifier``.
  private static let longest = 58

  /// The ids of rows; those in `turns` begin a turn of a loop.
  init(_ items: [XLSFormItem], turns: Set<Int> = []) {
    let map = XLSFormRowMap(items, turns: turns)
    self.map = map
    repeats = Set(items.indices.filter { items[$0].type == .begin(.repeated) })
    var counts: [String: Int] = [:]
    func isInLoop(_ row: Int) -> Bool { map.turn[row] != nil || turns.contains(row) }
    for (row, item) in items.enumerated() where item.type.isNamed && !isInLoop(row) {
      counts[item.name.lowercased(), default: 0] += 1
    }
    for (name, count) in counts where count == 1 && Self.isPlain(name) { taken.insert(name) }
    for (row, item) in items.enumerated() where item.type.isNamed {
      let group = map.container[row].flatMap { ids[$0] }
      let id: String
      if isInLoop(row) {
        let turn = turns.contains(row) ? group : map.turn[row].flatMap { ids[$0] }
        id = inLoop(item.name, row: row, leads: [turn, group].compactMap { $0 })
      } else {
        let isUnique = counts[item.name.lowercased()] == 1
        id = plain(item.name, row: row, isUnique: isUnique, group: group)
        if id != item.name { renamed.append((row, item.name, id)) }
      }
      ids[row] = id
      if id != item.name { isChanged = true }
    }
  }

  private mutating func plain(
    _ name: String,
    row: Int,
    isUnique: Bool,
    group: String?
  ) -> String {
    if isUnique, Self.isPlain(name) { return name }
    var base = Self.plainWords(name, row: row)
    if !isUnique, taken.contains(base.lowercased()), let group {
      base = Self.joined(group, base)
    }
    return unused(base)
  }

  /// The id in a turn; the group in it leads as well where the name alone is taken.
  private mutating func inLoop(_ name: String, row: Int, leads: [String]) -> String {
    let base = Self.plainWords(name, row: row)
    let bases = leads.map { Self.joined($0, base) }
    return unused(bases.first { !taken.contains($0.lowercased()) } ?? bases.first ?? base)
  }

  private mutating func unused(_ base: String) -> String {
    var id = base
    var number = 2
    while !taken.insert(id.lowercased()).inserted {
      id = "\(base)_\(number)"
      number += 1
    }
    return id
  }

  private static func isPlain(_ name: String) -> Bool {
    Identifier.isValid(name, allowsHyphen: false)
  }

  private static func plainWords(_ name: String, row: Int) -> String {
    if isPlain(name) { return name }
    let base = SketchWords.id(SketchWords.words(of: name))
    return base.isEmpty ? "q\(row + 1)" : base
  }

  /// Both names, shortened where they are too long together.
  ///
  /// Of what leads the end tells more: the choice stands there, and only it tells turns apart.
  private static func joined(_ lead: String, _ name: String) -> String {
    let name = name.prefix(longest - 10)
    let lead = lead.suffix(longest - 1 - name.count).drop { !$0.isLetter }
    return lead.isEmpty ? String(name) : "\(lead)_\(name)"
  }

  /// A row with the ids for the names in its references, and with references for paths
  /// such as `../name` in its expressions.
  func referring(_ item: XLSFormItem, row: Int) -> XLSFormItem {
    var item = item
    item.texts = referring(item.texts, row: row)
    for (key, text) in item.cells {
      let hasPaths =
        key == "default"
        ? XLSFormDefault.isDynamic(text, type: item.type) : Self.expressions.contains(key)
      item.cells[key] = referring(text, row: row, hasPaths: hasPaths)
    }
    for (place, cell) in item.parameters.enumerated() where cell.key == "seed" {
      guard let reference = XLSFormReferences.only(cell.text) else { continue }
      // Parameters are read in small letters; the question may have others.
      let name = map.name(like: reference.name) ?? reference.name
      guard let id = id(of: name, from: row) else { continue }
      item.parameters[place] = XLSFormCell(cell.key, "${\(id)}")
    }
    return item
  }

  /// Texts with the ids for the names in their references.
  func referring(_ texts: XLSFormTexts, row: Int? = nil) -> XLSFormTexts {
    guard isChanged else { return texts }
    return texts.mapValues { $0.mapValues { referring($0, row: row, hasPaths: false) } }
  }

  private static let expressions: Set<String> = [
    "relevant", "constraint", "calculation", "choice_filter", "required", "repeat_count",
    "thuocdo::warning",
  ]

  /// A path that leads into a repeat from outside, with the ids on its way: it means all turns there,
  /// where `${id}` would mean the present one.
  private func pathIntoRepeat(_ path: XLSFormPath, to target: Int) -> String? {
    guard let ups = path.ups, !repeats.contains(target) else { return nil }
    let around = sequence(first: target) { map.container[$0] }
    let rows = around.prefix(path.names.count).reversed()
    guard rows.contains(where: repeats.contains) else { return nil }
    return String(repeating: "../", count: ups) + rows.compactMap { ids[$0] }.joined(separator: "/")
  }

  private func id(of name: String, from row: Int?) -> String? {
    map.row(of: name, from: row).flatMap { ids[$0] }
  }

  private func referring(_ text: String, row: Int?, hasPaths: Bool) -> String {
    let hasPaths = hasPaths && (text.contains("../") || isChanged && text.contains("/"))
    guard hasPaths || isChanged && text.contains("${") else { return text }
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
      if hasPaths, quote == nil, "./c".unicodeScalars.contains(scalar), isPathStart(),
        let path = XLSFormPath(rest), let target = map.row(at: path, from: row),
        let id = ids[target]
      {
        let words = pathIntoRepeat(path, to: target) ?? "${\(id)}"
        result.append(contentsOf: words.unicodeScalars)
        rest = rest.dropFirst(path.length)
        continue
      }
      if scalar == "$", let end = rest.firstIndex(of: "}"),
        let reference = XLSFormReferences.only(String(rest[...end])),
        let id = id(of: reference.name, from: row)
      {
        let mark = reference.isLastSaved ? "last-saved#" : ""
        result.append(contentsOf: "${\(mark)\(id)}".unicodeScalars)
        rest = rest[rest.index(after: end)...]
        continue
      }
      result.append(scalar)
      rest = rest.dropFirst()
    }
    return String(result)
  }
}

extension XLSFormType {
  /// Whether its name is a name of the form; ends of groups repeat one.
  var isNamed: Bool {
    if case .end = self { return false }
    return true
  }
}
