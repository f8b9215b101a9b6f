import GRDB
import SurveyModel

/// All interviews of a questionnaire that count, as columns: what the cache holds.
///
/// A wave, days or a version are some of its rows.
struct StudyColumns: Sendable {
  let key: CacheKey
  let facts: InterviewFacts
  /// The answers, unless only facts were read.
  let columns: [GatheredColumn]?

  /// The interviews that are chosen; `waves` are those of the study, where each has to have its wave.
  func dataset(
    of questionnaire: Questionnaire,
    _ choice: InterviewChoice,
    waves: [(key: Int64, label: String)]?
  ) -> Dataset? {
    guard let columns else { return nil }
    let rows = facts.rows(of: choice)
    return Dataset(
      questionnaire: questionnaire,
      count: rows?.count ?? facts.count,
      columns: columns.map { column in (rows.map { column.taking($0) } ?? column).column },
      waves: waves.map { facts.waves(of: rows, known: $0) }
    )
  }
}

extension StudyColumns {
  /// Writes everything as arrays.
  func write(to writer: inout PieceWriter) throws {
    try writer.add(facts.versions.flatMap { [$0.key, Int64($0.count)] })
    try writer.add(facts.waveKeys)
    try writer.add(facts.waves)
    for texts in [facts.modes, facts.days] {
      try writer.add(texts.texts)
      try writer.add(texts.codes)
    }
    for column in columns ?? [] {
      try writer.add(column.bytes)
      switch column.answers {
      case .inBytes: break
      case .positions(let positions): try writer.add(positions)
      case .options(let options):
        for option in options { try writer.add(option.map { UInt8(bitPattern: $0) }) }
      case .numbers(let numbers): try writer.add(numbers)
      case .texts(let texts):
        try writer.add(texts.texts)
        try writer.add(texts.codes)
      case .computed(let numbers, let texts):
        try writer.add(numbers)
        try writer.add(texts.map { [Int64($0.texts.count)] } ?? [])
        if let texts {
          try writer.add(texts.texts)
          try writer.add(texts.codes)
        }
      }
    }
  }

  /// Reads what ``write(to:)`` wrote: the answers to `questionnaire` or, without it, facts alone.
  init(
    _ key: CacheKey,
    of questionnaire: Questionnaire? = nil,
    in database: Database
  ) throws {
    var reader = try PieceReader(key, in: database)
    let facts = try InterviewFacts(&reader)
    self.key = key
    self.facts = facts
    guard let questionnaire else {
      columns = nil
      return
    }
    columns = try questionnaire.questions.map {
      try GatheredColumn($0, count: facts.count, &reader)
    }
    guard reader.isAtEnd else { throw PieceReader.Damage() }
  }
}

extension InterviewFacts {
  fileprivate init(_ reader: inout PieceReader) throws {
    let numbers = try reader.integers()
    guard numbers.count.isMultiple(of: 2) else { throw PieceReader.Damage() }
    versions = stride(from: 0, to: numbers.count, by: 2).map {
      (key: numbers[$0], count: Int(numbers[$0 + 1]))
    }
    let count = versions.reduce(0) { $0 + $1.count }
    waveKeys = try reader.integers()
    waves = try reader.codes(count, below: waveKeys.count)
    guard waves.reduce(0, { $0 < $1 ? $0 : $1 }) >= 0 else { throw PieceReader.Damage() }
    modes = try TextAnswers(&reader, count: count)
    days = try TextAnswers(&reader, count: count)
  }
}

extension TextAnswers {
  fileprivate init(_ reader: inout PieceReader, count: Int) throws {
    let texts = try reader.texts()
    self.init(texts: texts, codes: try reader.codes(count, below: texts.count))
  }
}

extension GatheredColumn {
  fileprivate init(_ question: Question, count: Int, _ reader: inout PieceReader) throws {
    bytes = try reader.bytes(count)
    switch Shape(question) {
    case .coded: answers = .inBytes
    case .choice(let codes):
      answers = .positions(try reader.codes(count, below: codes))
    case .choices(let codes):
      answers = .options(
        try (0..<codes).map { _ in try reader.bytes(count).map { Int8(bitPattern: $0) } }
      )
    case .number: answers = .numbers(try reader.numbers(count))
    case .text: answers = .texts(try TextAnswers(&reader, count: count))
    case .calculate:
      let numbers = try reader.numbers(count)
      let texts = try reader.integers().isEmpty ? nil : TextAnswers(&reader, count: count)
      answers = .computed(numbers, texts)
    }
  }
}
