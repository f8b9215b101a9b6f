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
        ChoiceList(id: id, choices: options(node.items(context), isScale: false))
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
