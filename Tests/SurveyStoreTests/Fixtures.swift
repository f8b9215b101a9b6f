import Foundation
import GRDB
import SurveyModel
import SurveyStore

/// A folder of its own for one test, removed with everything in it afterwards.
final class WorkFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("khảo sát \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String = "thử.thuocdo") -> String { url.appendingPathComponent(name).path }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  /// A study with one wave and, unless told otherwise, the sample questionnaire.
  func study(
    _ questionnaire: Questionnaire? = Sample.questionnaire(),
    options: StudyOptions = StudyOptions()
  ) throws -> StudyFile {
    let study = try StudyFile.create(
      at: path(),
      station: Sample.station,
      created: Sample.moment(0),
      wave: Wave(id: "2026", label: "Đợt 2026"),
      options: options
    )
    if let questionnaire {
      try study.addQuestionnaire(
        questionnaire,
        fileName: "q.yaml",
        text: "questionnaire: \(questionnaire.id) \(questionnaire.version)",
        at: Sample.moment(1)
      )
    }
    return study
  }

  /// Runs plain SQL on the study, as another program would.
  func rows(_ sql: String) throws -> [GRDB.Row] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path(), configuration: configuration)
    return try queue.read { try GRDB.Row.fetchAll($0, sql: sql) }
  }

  /// Changes the study as no program of ours does.
  func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path())
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}

/// What the tests are about: one questionnaire with every kind of question.
enum Sample {
  static let station: UInt64 = 0xF123_4567_89AB_CDEF

  static let place = SourceLocation(file: "q.yaml", line: 1, column: 1)

  static func moment(_ minutes: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_795_000_000_000 + minutes * 60_000, offsetMinutes: 420)
  }

  static func words(_ text: String) -> LocalizedText { LocalizedText(["vi": text, "en": text]) }

  static func list(_ id: String, _ codes: [String]) -> ChoiceList {
    ChoiceList(
      id: id,
      choices: codes.map {
        Choice(code: $0, label: LocalizedText(["vi": "mức \($0)", "en": "level \($0)"]))
      }
    )
  }

  static func question(_ id: String, _ kind: QuestionKind) -> Question {
    Question(id: id, kind: kind, label: words(id), location: place)
  }

  static let kinds: [(String, QuestionKind)] = [
    ("loi_chao", .note),
    ("muc", .selectOne(list("muc", ["1", "2", "3", "9"]))),
    ("xa", .selectOne(list("xa", ["01", "02", "a b"]))),
    ("kenh", .selectMultiple(list("kenh", ["1", "2", "khac"]))),
    ("tuoi", .integer),
    ("thu_nhap", .decimal),
    ("y_kien", .text),
    ("ngay", .date),
    ("tinh", .calculate),
  ]

  static func questionnaire(
    id: String = "hai-long",
    version: String = "2026.1",
    _ kinds: [(String, QuestionKind)] = kinds
  ) -> Questionnaire {
    let questions = kinds.map { id, kind in
      var question = question(id, kind)
      if case .date = kind { question.role = .interviewDate }
      return question
    }
    return Questionnaire(
      id: id,
      version: version,
      languages: ["vi", "en"],
      title: words("Hài lòng"),
      sections: [Section(id: "s", title: words("s"), questions: questions)]
    )
  }

  static let note = Answer.missing(.notApplicable)

  static func date(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? moment(0).localDate
  }

  /// Answers of every kind.
  static let answers: [Answer] = [
    note, .choice("2"), .choice("a b"), .choices(["1", "khac"]), .integer(-41), .decimal(2.5),
    .text("Tôi \"rất\" hài lòng; \\ 100%\n'dòng hai'"), .date(date("2026-11-20")), .decimal(7),
  ]

  static func missing(_ reason: MissingReason) -> [Answer] {
    [note] + Array(repeating: .missing(reason), count: 8)
  }

  static func interview(
    _ answers: [Answer] = answers,
    mode: Mode = .terminal,
    started: Timestamp = moment(10),
    warnings: [Int] = []
  ) -> Interview {
    Interview(
      answers: answers,
      mode: mode,
      language: "vi",
      started: started,
      finished: moment(20),
      acceptedWarnings: warnings,
      consentVersion: "1"
    )
  }

  static func batch(_ number: UInt128 = 0xABCDEF, wave: String = "2026") -> BatchStart {
    BatchStart(
      id: BatchID(number),
      fileName: "phiếu.csv",
      wave: wave,
      started: moment(30),
      by: "người nhập",
      toolVersion: "0.1"
    )
  }
}

extension BatchWriter {
  /// Completes an import of a file whose bytes do not matter.
  func complete(rejected: Int = 0, at moment: Timestamp) throws(StudyError) {
    try complete(BatchCounts(rejected: rejected), fileSHA256: "ab", at: moment)
  }
}

/// The error that `body` throws, if it throws one.
func fault<Value>(_ body: () throws(StudyError) -> Value) -> StudyError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error
  }
}
