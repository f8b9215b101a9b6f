package import SurveyModel

/// What each column of a table means to a questionnaire.
package struct ColumnMap: Hashable, Sendable {
  /// What one column means.
  package enum Meaning: Hashable, Sendable {
    /// The answer to the question at this index.
    case question(Int)
    /// Whether one option of a multiple choice was chosen: `question__code` or `question/code`. Behind
    /// the options come the codes for a missing answer.
    case option(question: Int, choice: Int)
    /// No answer, but something about the interview that is known from the system it comes from.
    case meta(MetaRole)
    /// Written by an earlier import beside rejected rows.
    case bookkeeping
    /// Left aside because a saved map says so.
    case ignored
    case unknown

    /// The question that is answered, wholly or in part.
    package var question: Int? {
      switch self {
      case .question(let index), .option(let index, _): index
      case .meta, .bookkeeping, .ignored, .unknown: nil
      }
    }
  }

  /// Two columns that mean the same.
  package struct Pair: Hashable, Sendable {
    package let first: Int
    package let second: Int
  }

  /// The header as it stands in the file, or as it is put together from two rows.
  package let header: [String]
  /// One meaning for each column.
  package let meanings: [Meaning]
  /// By what each column was recognised.
  package let evidence: [HeaderEvidence]
  /// Pairs of columns that mean the same question.
  package let duplicates: [Pair]

  /// Headers that the importer itself writes before rejected rows.
  package static let bookkeepingHeaders = [
    "_dong", "_cot", "_ma", "_ly_do", "_gia_tri", "_goi_y", "_lo",
  ]

  /// The one of them under which the codes of the reasons stand.
  static let codeHeader = "_ma"

  /// Headers of test data: what a row is for, and what an import should say about it.
  package static let testHeaders = ["_muc_dich", "_mong_doi"]

  /// Headers that only this program writes.
  package static let ownHeaders =
    bookkeepingHeaders + [KeptKey.header, KeptCells.header] + testHeaders

  /// Matches `header` by the ids of the questions, else by their words in any language.
  ///
  /// Ids match without regard to case. Words match by ``MatchingKey``, then without punctuation and
  /// printed numbers, and only when they belong to one question.
  package init(header: [String], questionnaire: Questionnaire) {
    self.init(header: header, dictionary: HeaderDictionary(questionnaire))
  }

  init(header: [String], dictionary: HeaderDictionary) {
    self.init(header: header, matches: header.map { dictionary.match($0) }, dictionary)
  }

  /// Settles what groups in the header are, and puts in what a saved map says.
  init(header: [String], matches: [HeaderMatch?], _ dictionary: HeaderDictionary) {
    let believed = GroupTitles(dictionary).believing(matches, header)
    let matches = LevelColumns(dictionary).settling(believed)
    self.init(header: header, matches: dictionary.overrides.applied(to: matches, header: header))
  }

  /// Settles columns that claim the same: one that was recognised loosely gives way.
  init(header: [String], matches: [HeaderMatch?]) {
    let matches = Self.trustingPaths(matches, header)
    var meanings = matches.map { $0?.meaning ?? .unknown }
    var evidence = matches.map { $0?.evidence ?? .none }
    var duplicates: [Pair] = []
    var owner: [Meaning: Int] = [:]
    for column in meanings.indices {
      let meaning = meanings[column]
      guard meaning.question != nil else { continue }
      guard let first = owner[meaning] else {
        owner[meaning] = column
        continue
      }
      let (weaker, stronger) =
        evidence[first] > evidence[column] ? (first, column) : (column, first)
      let isSettled = evidence[weaker] > .label || evidence[stronger] == .said
      if evidence[weaker] > evidence[stronger], isSettled {
        meanings[weaker] = .unknown
        evidence[weaker] = .none
        owner[meaning] = stronger
      } else {
        duplicates.append(Pair(first: first, second: column))
      }
    }
    self.header = header
    self.meanings = meanings
    self.evidence = evidence
    self.duplicates = duplicates
  }

  /// Groups that the questionnaire does not know are believed where all answers stand in the same;
  /// in the export of a server, which writes all groups, somebody should look.
  private static func trustingPaths(
    _ matches: [HeaderMatch?],
    _ header: [String]
  ) -> [HeaderMatch?] {
    guard matches.contains(where: { $0?.path != nil }) else { return matches }
    let paths = matches.compactMap { match in
      match.flatMap { $0.meaning.question == nil ? nil : Optional($0.path) }
    }
    var evidence = HeaderEvidence.guess
    if paths.count > 1, Set(paths).count == 1 {
      evidence = .id
    } else if header.contains(where: MetaHeaders.isOfServer) {
      evidence = .truncated
    }
    return matches.map { match in
      guard let match, match.path != nil else { return match }
      return HeaderMatch(meaning: match.meaning, evidence: evidence, path: match.path)
    }
  }
}

extension ColumnMap {
  /// The map with guesses for columns that mean nothing.
  func adding(guesses: [Int: Meaning]) -> ColumnMap {
    let matches = meanings.indices.map { column -> HeaderMatch? in
      if let guess = guesses[column] { return HeaderMatch(guess, .guess) }
      return evidence[column] == .none ? nil : HeaderMatch(meanings[column], evidence[column])
    }
    return ColumnMap(header: header, matches: matches)
  }
}

// MARK: What was recognised

extension ColumnMap {
  /// The number of columns that hold answers.
  package var recognised: Int { meanings.count { $0.question != nil } }

  /// The columns that mean nothing, those without a header aside.
  package var unknownColumns: [Int] {
    meanings.indices.filter { meanings[$0] == .unknown && !header[$0].trimmed.isEmpty }
  }

  /// Headers that mean nothing.
  package var unknown: [String] { unknownColumns.map { header[$0] } }

  /// The questions that the file answers.
  package var questions: Set<Int> { Set(meanings.compactMap(\.question)) }

  /// The column with this role; of several the one that is surest to identify.
  package func column(of role: MetaRole) -> Int? {
    meanings.indices.filter { meanings[$0] == .meta(role) }
      .min { one, other in
        let ranks = (MetaHeaders.rank(of: header[one]), MetaHeaders.rank(of: header[other]))
        return ranks.0 == ranks.1 ? one < other : ranks.0 < ranks.1
      }
  }

  /// The column that an earlier import wrote under `header`.
  func ownColumn(_ header: String) -> Int? {
    meanings.indices.first {
      meanings[$0] == .bookkeeping && self.header[$0].composed.trimmed == header
    }
  }

  /// The id of the question that a column answers, with the code of its option.
  func name(of column: Int, in questionnaire: Questionnaire) -> String {
    switch meanings[column] {
    case .question(let index): questionnaire.questions[index].id
    case .option(let index, let place):
      questionnaire.questions[index].id
        + (questionnaire.questions[index].optionCode(at: place).map { "__\($0)" } ?? "")
    case .meta, .bookkeeping, .ignored, .unknown: ""
    }
  }

  /// Options of a multiple choice without a column of their own, where others have one.
  ///
  /// They count as not chosen.
  package func absentOptions(of questionnaire: Questionnaire) -> [String] {
    let present = Set(meanings)
    return questionnaire.questions.enumerated().flatMap { index, question -> [String] in
      guard case .selectMultiple(let list) = question.shape, !present.contains(.question(index))
      else { return [] }
      let absent = list.choices.indices.filter {
        !present.contains(.option(question: index, choice: $0))
      }
      guard absent.count < list.choices.count else { return [] }
      return absent.map { "\(question.id)__\(list.choices[$0].code)" }
    }
  }
}
