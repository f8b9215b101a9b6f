import SurveyModel

/// What a saved map says about headers, by the forms in which headers are compared.
struct MapOverrides {
  private var matches: [MatchingKey: [HeaderMatch?]] = [:]
  private let headers: [String]

  /// No map.
  init() { headers = [] }

  init(_ map: SavedMap, _ questionnaire: Questionnaire) {
    headers = map.columns.map(\.header)
    for column in map.columns {
      let key = MatchingKey(column.header.trimmed)
      matches[key, default: []].append(Self.match(column.target, questionnaire))
    }
  }

  /// Whether a map says anything.
  var isEmpty: Bool { matches.isEmpty }

  /// The matches of a header with what the map says put in; of a header that stands twice each
  /// column has its own entry.
  func applied(to found: [HeaderMatch?], header: [String]) -> [HeaderMatch?] {
    guard !isEmpty else { return found }
    var seen: [MatchingKey: Int] = [:]
    return zip(header, found).map { text, match in
      if match?.meaning == .bookkeeping { return match }
      let key = MatchingKey(text.trimmed)
      guard let said = matches[key] else { return match }
      let turn = seen[key, default: 0]
      seen[key] = turn + 1
      return said[min(turn, said.count - 1)] ?? match
    }
  }

  /// Headers of the map that a file does not have.
  func absent(from header: [String]) -> [String] {
    let present = Set(header.map { MatchingKey($0.trimmed) })
    return headers.filter { !present.contains(MatchingKey($0.trimmed)) }
  }

  private static func match(
    _ target: SavedMap.Target,
    _ questionnaire: Questionnaire
  ) -> HeaderMatch? {
    switch target {
    case .question(let id):
      return questionnaire.index(of: id).map { HeaderMatch(.question($0), .said) }
    case .option(let id, let code):
      guard let index = questionnaire.index(of: id),
        let place = questionnaire.questions[index].optionPlace(of: code)
      else { return nil }
      return HeaderMatch(.option(question: index, choice: place), .said)
    case .meta(let role): return HeaderMatch(.meta(role), .said)
    case .ignored: return HeaderMatch(.ignored, .said)
    case .undecided: return nil
    }
  }
}
