package import SurveyModel
import Tabular

/// Reads a saved map and says everything that is wrong with it.
package struct YAMLMapFileReader {
  private let questionnaire: Questionnaire

  /// Makes a reader of maps to `questionnaire`.
  package init(_ questionnaire: Questionnaire) { self.questionnaire = questionnaire }

  /// Reads the text of a file; the map is `nil` when the file is no map or not YAML.
  package func read(_ text: String, file: String) -> (map: SavedMap?, diagnostics: [Diagnostic]) {
    let log = FindingLog()
    let context = ReadingContext(log: log, languages: ["vi", "en"], allowsOtherLanguages: true)
    let root = YAMLComposer(log: log).compose(text, file: file)
    let map = root?.map(context) { self.map($0, context) }
    return (map, log.findings.sortedByPlace)
  }

  private func map(_ reader: MapReader, _ context: ReadingContext) -> SavedMap {
    var map = SavedMap()
    map.questionnaire = reader.requiredString("map") ?? ""
    if !map.questionnaire.isEmpty, map.questionnaire != questionnaire.id {
      context.report(
        MapFinding.otherQuestionnaire(map.questionnaire, wanted: questionnaire.id),
        at: reader.location(of: "map")
      )
    }
    map.encoding = reader.named("encoding", .encoding, TextEncoding.allCases.map(\.name)) {
      TextEncoding(named: $0)
    }
    map.delimiter = reader.named("delimiter", .delimiter, [",", ";", "tab", "|"]) {
      CSVDelimiter(named: $0)
    }
    map.sheet = reader.string("sheet")
    map.headerRow = reader.count("header_row").flatMap { $0 > 0 ? $0 : nil }
    map.decimal = reader.word("decimal", .decimal, DecimalMark.allCases)
    map.dates = reader.word("date_order", .dateOrder, DateOrder.allCases)
    map.serials = reader.word("excel_dates", .excelDates, SerialEpoch.allCases)
    map.key = reader.strings("key")?.map(\.text) ?? []
    map.status = reader.word("status", .doubtfulRows, DoubtfulRows.allCases)
    map.missing = reader.node("missing")?.items(context).compactMap { missing($0, context) } ?? []
    var used: [SavedMap.Target: Int] = [:]
    for node in reader.required("columns")?.items(context) ?? [] {
      guard let column = column(node, context) else { continue }
      if let first = used[column.target], let name = column.target.answerName {
        context.report(MapFinding.targetTwice(name, firstLine: first), at: node.location)
      }
      used[column.target] = used[column.target] ?? node.location.line
      map.columns.append(column)
    }
    return map
  }

  private func missing(_ node: YAMLNode, _ context: ReadingContext) -> SavedMap.MissingMark? {
    node.map(context) { reader in
      let text = reader.requiredString("text")
      let reason = reader.requiredWord("reason", .reason, MarkedReason.all)
      guard let text, let reason else { return nil }
      return SavedMap.MissingMark(text: text, reason: reason.reason)
    }
  }

  private func column(_ node: YAMLNode, _ context: ReadingContext) -> SavedMap.Column? {
    node.map(context) { reader in
      let header = reader.requiredString("header") ?? ""
      let keys = ["question", "meta", "ignore", "undecided"].filter(reader.has)
      if keys.isEmpty {
        context.report(MapFinding.noTarget(header: header), at: reader.location)
      } else if keys.count > 1 {
        context.report(MapFinding.severalTargets(keys), at: reader.location(of: keys[1]))
      }
      reader.allow(["question", "choice", "meta", "ignore", "undecided"])
      var known = ColumnMemory()
      known.decimalMark = reader.word("decimal", .decimal, DecimalMark.allCases)
      known.dateOrder = reader.word("date_order", .dateOrder, DateOrder.allCases)
      known.isMirrored = reader.flag("mirrored")
      known.numbersAreLabels = reader.flag("numbers_are_labels")
      known.percentIsShare = reader.flag("percent_of_one")
      known.holdsRanks = reader.flag("ranks")
      known.holdsEarlyDayNumbers = reader.flag("early_day_numbers")
      guard keys.count == 1, let target = target(keys[0], reader, context) else { return nil }
      return SavedMap.Column(header: header, target: target, known: known)
    }
  }

  private func target(
    _ key: String,
    _ reader: MapReader,
    _ context: ReadingContext
  ) -> SavedMap.Target? {
    switch key {
    case "meta": return reader.word("meta", .metaRole, MetaRole.allCases).map { .meta($0) }
    case "ignore": return reader.flag("ignore") == true ? .ignored : .undecided
    case "undecided": return reader.flag("undecided") == true ? .undecided : .ignored
    default: return answer(reader, context)
    }
  }

  private func answer(_ reader: MapReader, _ context: ReadingContext) -> SavedMap.Target? {
    guard let id = reader.string("question") else { return nil }
    guard let question = questionnaire.questions.first(where: { $0.id == id && $0.kind.isStored })
    else {
      let nearest = nearestName(to: id, among: questionnaire.questions.map(\.id))
      context.report(
        MapFinding.unknownQuestion(id, nearest: nearest),
        at: reader.location(of: "question")
      )
      return nil
    }
    guard let choice = reader.string("choice") else { return .question(id) }
    switch question.shape {
    case .selectMultiple, .selectOne: break
    default:
      context.report(MapFinding.noOptions(question: id), at: reader.location(of: "choice"))
      return nil
    }
    guard question.optionPlace(of: choice) != nil else {
      let known = question.optionCodes
      context.report(
        MapFinding.unknownChoice(choice, question: id, known: known),
        at: reader.location(of: "choice")
      )
      return nil
    }
    return .option(question: id, choice: choice)
  }
}

/// What a mark stands for: a reason, or an ordinary answer.
private struct MarkedReason: RawRepresentable {
  let reason: MissingReason?

  static let all = MissingReason.allCases.map { Self(reason: $0) } + [Self(reason: nil)]

  init(reason: MissingReason?) { self.reason = reason }

  init?(rawValue: String) {
    reason = MissingReason(rawValue: rawValue)
    if reason == nil, rawValue != MissingMarks.ordinaryWord { return nil }
  }

  var rawValue: String { reason?.rawValue ?? MissingMarks.ordinaryWord }
}

extension SavedMap.Target {
  /// The answer that a column goes to, as it is named to users.
  var answerName: String? {
    switch self {
    case .question(let id): id
    case .option(let id, let choice): "\(id)/\(choice)"
    case .meta, .ignored, .undecided: nil
    }
  }
}

extension MapReader {
  /// A value by one of its names; an unknown one is reported with those that are known.
  fileprivate func named<Value>(
    _ key: String,
    _ vocabulary: Vocabulary,
    _ known: [String],
    _ value: (String) -> Value?
  ) -> Value? {
    guard let node = node(key), let scalar = node.scalar(context) else { return nil }
    if let found = value(scalar.text) { return found }
    let finding = VocabularyFinding(
      vocabulary: vocabulary,
      word: scalar.text,
      nearest: nearestName(to: scalar.text, among: known),
      known: known
    )
    context.report(finding, at: node.location)
    return nil
  }
}
