import SurveyFormats
import SurveyModel
import Tabular
import Testing

/// Keys that are taken while the formats are found out are those that are read afterwards.
@Suite struct KeyScanTests {
  private struct Key: Equatable {
    let text: String
    let number: Int
  }

  private let moment = FormMoment(now: Timestamp(milliseconds: 1_790_000_000_000))

  private func form(_ key: String) throws -> InterviewPlan {
    let text = """
      questionnaire: khoa
      version: "1"
      languages: [vi]
      title: {vi: "Khóa"}
      key: [\(key)]
      sections:
        - id: phieu
          title: {vi: "Phiếu"}
          questions:
            - {id: so, type: integer, label: {vi: "Số"}}
            - {id: ma, type: text, label: {vi: "Mã"}}
            - {id: diem, type: integer, label: {vi: "Điểm"}}
            - {id: y_kien, type: text, label: {vi: "Ý kiến"}}
      """
    let read = YAMLQuestionnaireReader().read(text, file: "khoa.yaml")
    return try InterviewPlan(try #require(read.questionnaire, "\(read.diagnostics)"))
  }

  private func table(_ cell: (Int) -> String) -> String {
    (0..<1500).reduce("so,ma,diem,y_kien\n") { text, row in
      let note = row % 19 == 0 ? "\"một \"\"hai\"\"\nba\"" : "tốt"
      let ragged = row % 333 == 332 ? ",thừa" : ""
      return text + "\(cell(row)),\(row % 7),\(note)\(ragged)\n"
    }
  }

  /// The keys that were taken on the way, none when some could not be, and all keys.
  private func keys(_ plan: InterviewPlan, _ text: String) throws -> (taken: [Key]?, all: [Key]) {
    var table = try InterviewTable(.text(text), questionnaire: plan.questionnaire)
    let early = try #require(RecordKeys(questionsOf: plan, in: table, nil, moment))
    var scan = KeyScan(early, map: table.map, plan: plan, options: ValueOptions())
    #expect(scan != nil)
    var taken: [Key] = []
    let profiler = try table.profile(
      for: plan,
      options: ValueOptions(),
      moment: moment,
      keys: &scan
    ) { block in
      for entry in block.entries {
        taken.append(
          Key(
            text: String(decoding: block.bytes[entry.range], as: UTF8.self),
            number: entry.number
          )
        )
      }
      return true
    }
    let formats = try #require(profiler).formats(table.reading.form)
    table = try InterviewTable(.text(text), questionnaire: plan.questionnaire)
    var keys = try #require(RecordKeys(questionsOf: plan, in: table, formats, moment))
    var all: [Key] = []
    try table.forEachRecord { record, number, _ in
      if let key = keys.key(of: record) { all.append(Key(text: key, number: number)) }
    }
    return (scan?.isPlain == true ? taken : nil, all)
  }

  @Test func `plain numbers are taken as they stand, and blank ones left`() throws {
    let plan = try form("so")
    let found = try keys(plan, table { "\($0 % 50 == 3 ? "" : "\($0 * 37 - 900)"),a" })
    #expect(found.all.count > 1400)
    #expect(found.taken == found.all)
  }

  @Test(arguments: [" 12", "1.0", "1.234", "0012", "NA", "12 phiếu"])
  func `another number leaves all keys to the reader`(odd: String) throws {
    let plan = try form("so")
    let found = try keys(plan, table { "\($0 == 777 ? odd : "\($0)"),a" })
    #expect(found.taken == nil)
    #expect(found.all.count > 1400)
  }

  @Test func `long texts are taken as they stand, and short ones left to the reader`() throws {
    let plan = try form("ma")
    let long = try keys(plan, table { "1,phiếu của xã số \($0) năm 2026" })
    #expect(long.taken == long.all)
    let short = try keys(plan, table { "1,HN-\($0)" })
    #expect(short.taken == nil)
    #expect(short.all.count > 1400)
  }

  @Test func `the reading ends when the keys are not wanted`() throws {
    let plan = try form("so")
    var table = try InterviewTable(
      .text(table { "\($0),a" }),
      questionnaire: plan.questionnaire
    )
    let early = try #require(RecordKeys(questionsOf: plan, in: table, nil, moment))
    var scan = KeyScan(early, map: table.map, plan: plan, options: ValueOptions())
    #expect(scan != nil)
    var count = 0
    let profiler = try table.profile(
      for: plan,
      options: ValueOptions(),
      moment: moment,
      keys: &scan
    ) { block in
      count += block.entries.count
      return false
    }
    #expect(profiler == nil)
    #expect(count > 0)
    #expect(count < 1500)
  }
}
