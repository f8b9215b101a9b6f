import GRDB
import SurveyModel
import SurveyStore
import Testing

/// A study whose columns are kept from the first row on, and another look at it that reads every
/// interview.
struct CacheTrial {
  let folder: WorkFolder
  let study: StudyFile
  private let direct: StudyFile

  init(_ questionnaire: Questionnaire = Sample.questionnaire()) throws {
    folder = try WorkFolder()
    study = try folder.study(questionnaire, options: StudyOptions(rowsKept: 1))
    direct = try StudyFile.open(
      path: folder.path(),
      access: .readOnly,
      options: StudyOptions(rowsKept: .max)
    )
  }

  /// The study as a program sees it that has just been started.
  func reader(_ access: StudyAccess = .readOnly) throws -> StudyFile {
    try StudyFile.open(
      path: folder.path(),
      access: access,
      options: StudyOptions(rowsKept: 1)
    )
  }

  /// The questionnaires whose columns are kept.
  func kept() throws -> [Int64] {
    guard try !folder.rows("SELECT 1 FROM sqlite_master WHERE name = 'column_cache'").isEmpty
    else { return [] }
    return try folder.rows("SELECT questionnaire FROM column_cache").map { $0["questionnaire"] }
  }

  func pieces() throws -> Int {
    try folder.rows("SELECT 1 FROM column_piece").count
  }

  /// Expects that everything that is read through the columns is what the interviews give.
  func expectSame(
    _ file: StudyFile,
    _ questionnaire: Questionnaire,
    waves: [String],
    location: Testing.SourceLocation = #_sourceLocation
  ) throws {
    func compare(_ read: (StudyFile) throws -> Dataset) throws {
      #expect(try Self.text(read(file)) == Self.text(read(direct)), sourceLocation: location)
    }
    func same<Value: Equatable>(_ read: (StudyFile) throws -> Value) throws {
      #expect(try read(file) == read(direct), sourceLocation: location)
    }
    let quarter = try #require(Period("2026-Q2")).days
    try compare { try $0.dataset(of: questionnaire) }
    try compare { try $0.dataset(of: questionnaire, days: quarter) }
    try compare { try $0.dataset(of: questionnaire, onlyOwn: true) }
    let id = questionnaire.id
    for wave in waves {
      try compare { try $0.dataset(of: questionnaire, wave: wave) }
      try compare { try $0.dataset(of: questionnaire, wave: wave, days: quarter, onlyOwn: true) }
      try same { try $0.overview(of: id, wave: wave) }
      try same { try $0.overview(of: id, wave: wave, days: quarter) }
      try same { try $0.versionShares(of: questionnaire, wave: wave, days: quarter) }
    }
    try same { try $0.overview(of: id, version: questionnaire.version) }
    try same { try $0.fieldwork(of: id) }
    try same { try $0.fieldwork(of: id, version: questionnaire.version) }
    try same { try $0.undatedInterviews(of: id) }
    try same { try $0.versionShares(of: questionnaire) }
  }

  /// Everything that a dataset holds, in its order.
  static func text(_ data: Dataset) -> [String] {
    var lines = ["\(data.count)", "\(String(describing: data.waves))"]
    for column in data.columns {
      lines.append("\(column.missing.bytes) \(column.missing.count)")
      switch column.values {
      case .choice(let positions):
        lines.append("\(positions.bytes.map { "\($0)" } ?? "words \(Array(positions))")")
      case .choices(let options): lines.append("\(options)")
      case .number(let numbers): lines.append("\(numbers)")
      case .text(let answers): lines.append("\(answers.texts) \(answers.codes)")
      }
    }
    return lines
  }
}

/// The same numbers from the same seed.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0x9E37_79B9_7F4A_7C15
  }
}
