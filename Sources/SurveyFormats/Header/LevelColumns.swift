import SurveyModel

/// Settles columns that are about one level of a single choice each.
struct LevelColumns {
  private let dictionary: HeaderDictionary

  init(_ dictionary: HeaderDictionary) { self.dictionary = dictionary }

  /// The matches, where a column for one level only needs consent, because it leaves out the others;
  /// beside a column for the whole choice it means nothing.
  func settling(_ matches: [HeaderMatch?]) -> [HeaderMatch?] {
    var counts: [Int: Int] = [:]
    var answered: Set<Int> = []
    for case let match? in matches {
      if let question = level(match) { counts[question, default: 0] += 1 }
      if case .question(let question) = match.meaning { answered.insert(question) }
    }
    guard counts.values.contains(1) else { return matches }
    return matches.map { match in
      guard let match, let question = level(match), counts[question] == 1 else { return match }
      return answered.contains(question) ? nil : HeaderMatch(match.meaning, .guess)
    }
  }

  /// The single choice of which a column is about one level.
  private func level(_ match: HeaderMatch) -> Int? {
    guard case .option(let question, _) = match.meaning,
      case .selectOne = dictionary.questionnaire.questions[question].kind
    else { return nil }
    return question
  }
}
