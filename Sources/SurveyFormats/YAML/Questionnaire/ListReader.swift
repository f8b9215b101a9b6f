import SurveyModel

/// The scales and the choice lists of a questionnaire by name.
final class QuestionnaireLists {
  private let scales: [String: ChoiceList]
  private let choices: [String: ChoiceList]
  private let places: [(list: String, isScale: Bool, location: SourceLocation)]
  private var usedScales: Set<String> = []
  private var usedChoices: Set<String> = []

  init(
    scales: [(list: ChoiceList, location: SourceLocation)],
    choices: [(list: ChoiceList, location: SourceLocation)]
  ) {
    self.scales = Dictionary(scales.map { ($0.list.id, $0.list) }) { first, _ in first }
    self.choices = Dictionary(choices.map { ($0.list.id, $0.list) }) { first, _ in first }
    places =
      scales.map { ($0.list.id, true, $0.location) }
      + choices.map { ($0.list.id, false, $0.location) }
  }

  /// The scale that `node` names; an unknown one is reported and read as the nearest.
  func scale(_ node: YAMLNode, _ context: ReadingContext) -> ChoiceList? {
    guard let id = node.scalar(context)?.text else { return nil }
    usedScales.insert(id)
    if let list = scales[id] { return list }
    let nearest = nearestName(to: id, among: scales.keys)
    context.report(QuestionFinding.unknownScale(id, nearest: nearest), at: node.location)
    if let nearest { usedScales.insert(nearest) }
    return nearest.flatMap { scales[$0] }
  }

  /// The choice list that `node` names; an unknown one is reported and read as the nearest.
  func choices(_ node: YAMLNode, _ context: ReadingContext) -> ChoiceList? {
    guard let id = node.scalar(context)?.text else { return nil }
    usedChoices.insert(id)
    if let list = choices[id] { return list }
    let nearest = nearestName(to: id, among: choices.keys)
    context.report(QuestionFinding.unknownChoices(id, nearest: nearest), at: node.location)
    if let nearest { usedChoices.insert(nearest) }
    return nearest.flatMap { choices[$0] }
  }

  /// Reports the lists that no question uses.
  func reportUnused(_ context: ReadingContext) {
    for (id, isScale, location) in places
    where !(isScale ? usedScales : usedChoices).contains(id) {
      context.report(QuestionFinding.unusedList(id), at: location)
    }
  }
}

/// Reads the blocks `scales` and `choices`.
struct ListReader {
  private let context: ReadingContext

  init(_ context: ReadingContext) {
    self.context = context
  }

  /// Reads both blocks.
  func read(scales: YAMLNode?, choices: YAMLNode?) -> QuestionnaireLists {
    QuestionnaireLists(
      scales: lists(scales, scale),
      choices: lists(choices) { id, node in
        if case .map = node.content { return fromTable(id, node) }
        return ChoiceList(id: id, choices: options(node.items(context), isScale: false))
      }
    )
  }

  private func lists(
    _ node: YAMLNode?,
    _ read: (String, YAMLNode) -> ChoiceList?
  ) -> [(list: ChoiceList, location: SourceLocation)] {
    guard let node, let map = MapReader(node, context) else { return [] }
    return map.entries.compactMap { entry in
      if !Identifier.isValid(entry.key, allowsHyphen: true) {
        let finding = ValueFinding.invalidID(entry.key, allowsHyphen: true)
        context.report(finding, at: entry.keyLocation)
      }
      guard let node = map.node(entry.key), let list = read(entry.key, node) else { return nil }
      return (list, entry.keyLocation)
    }
  }

  /// `{file: xa.csv, value: ma, label: ten}`; the other columns become attributes.
  private func fromTable(_ id: String, _ node: YAMLNode) -> ChoiceList? {
    node.map(context) { map in
      let file = map.requiredString("file")
      let value = map.string("value") ?? "name"
      let label = labelColumns(map)
      guard let file else { return nil }
      let source = ChoiceSource(file: file, value: value, label: label)
      let location = map.location(of: "file")
      guard let table = context.tables.table(file, at: location, context) else {
        return ChoiceList(id: id, choices: [], source: source)
      }
      return ChoiceList(id: id, choices: choices(source, table, location), source: source)
    }
  }

  /// The column of the labels, for all languages or for each.
  private func labelColumns(_ map: MapReader) -> LocalizedText {
    guard let node = map.node("label") else { return sameColumn("label") }
    if case .scalar(let scalar) = node.content { return sameColumn(scalar.text.trimmed) }
    return node.text(context) ?? sameColumn("label")
  }

  private func sameColumn(_ name: String) -> LocalizedText {
    LocalizedText(
      Dictionary(context.languages.map { ($0, name) }, uniquingKeysWith: { first, _ in first })
    )
  }

  private func choices(
    _ source: ChoiceSource,
    _ table: LookupTable,
    _ location: SourceLocation
  ) -> [Choice] {
    func column(_ name: String) -> Int? {
      if let index = table.columns.firstIndex(of: name) { return index }
      let finding = TableFinding.unknownColumn(name, file: table.file, known: table.columns)
      context.report(finding, at: location)
      return nil
    }
    guard let value = column(source.value) else { return [] }
    var labels: [(language: String, column: Int)] = []
    var known: [String: Int?] = [:]
    for (language, name) in source.label.translations.sorted(by: { $0.key < $1.key }) {
      let index = known[name] ?? column(name)
      known[name] = .some(index)
      if let index { labels.append((language, index)) }
    }
    let used = Set([value] + labels.map(\.column))
    var choices: [Choice] = []
    for (number, row) in table.rows.enumerated() {
      if row[value].isEmpty {
        context.report(TableFinding.blankCode(file: table.file, row: number + 1), at: location)
        continue
      }
      let attributes = table.columns.indices.filter { !used.contains($0) }
        .map { (table.columns[$0], row[$0]) }
      let words = labels.filter { !row[$0.column].isEmpty }.map { ($0.language, row[$0.column]) }
      choices.append(
        Choice(
          code: row[value],
          label: LocalizedText(Dictionary(words, uniquingKeysWith: { first, _ in first })),
          attributes: Attributes(attributes)
        )
      )
    }
    return choices
  }

  private enum Kind: String, CaseIterable {
    case ordered
  }

  private func scale(_ id: String, _ node: YAMLNode) -> ChoiceList? {
    node.map(context) { map in
      _ = map.requiredWord("kind", .scaleKind, Kind.allCases)
      let directions: [Scale.Direction] = [.ascending, .descending]
      let direction = map.requiredWord("direction", .direction, directions) ?? .ascending
      let neutral = map.string("neutral")
      let levels = options(map.required("levels")?.items(context) ?? [], isScale: true)
      return ChoiceList(
        id: id,
        choices: levels,
        scale: Scale(direction: direction, neutral: neutral),
        missing: map.missingCodes("missing")
      )
    }
  }

  private func options(_ nodes: [YAMLNode], isScale: Bool) -> [Choice] {
    nodes.compactMap { node in
      node.map(context) { map in
        let code = map.requiredString("code")
        let label = map.requiredText("label") ?? LocalizedText([:])
        let isPositive = isScale ? map.flag("positive") ?? false : false
        let points = isScale ? map.number("points") : nil
        let isExclusive = isScale ? false : map.flag("exclusive") ?? false
        let attributes = map.attributes("attributes")
        return code.map {
          Choice(
            code: $0,
            label: label,
            isPositive: isPositive,
            points: points,
            isExclusive: isExclusive,
            attributes: attributes
          )
        }
      }
    }
  }
}
