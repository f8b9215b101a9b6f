import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

@Suite struct RecordKeysTests {
  private let form: TestForm

  init() throws { form = try TestForm() }

  private func keys(
    of text: String,
    _ make: (InterviewTable) throws -> RecordKeys?
  ) throws -> [String?] {
    var table = try form.table(text)
    var keys = try make(table)
    var found: [String?] = []
    try table.forEachRecord { record, _, _ in found.append(keys?.key(of: record)) }
    return found
  }

  @Test func `columns are named as they stand in the file, in any case`() throws {
    let text = "Số phiếu,don_vi,tuoi\n12,A,20\n ,B,21\n"
    #expect(try keys(of: text) { try RecordKeys(columns: ["số PHIẾU"], of: $0) } == ["12", nil])
    let both = try keys(of: text) { try RecordKeys(columns: ["don_vi", "Số phiếu"], of: $0) }
    #expect(both.map { $0.map { RecordKeys.shown($0) } } == ["A/12", nil])
  }

  @Test func `a key of which digits are lost is told`() throws {
    var table = try form.table("ma,don_vi,tuoi\n1.23456789012346E+17,A,20\n123,B,21\n")
    let keys = try RecordKeys(columns: ["ma"], of: table)
    var record = CSVRecord()
    #expect(try table.read(into: &record))
    let damage = keys.damage(in: record)
    #expect(damage?.column == 0)
    #expect(damage?.rejection.code == "V07")
    #expect(try table.read(into: &record))
    #expect(keys.damage(in: record) == nil)
  }

  @Test func `the questions of the form's own key without a column are named`() throws {
    let keyed = Questionnaire(
      id: form.questionnaire.id,
      version: form.questionnaire.version,
      languages: form.questionnaire.languages,
      title: form.questionnaire.title,
      sections: form.questionnaire.sections,
      key: ["don_vi", "muc"]
    )
    let whole = try form.table("don_vi,tuoi,muc\nA,20,1\n")
    #expect(RecordKeys.absentQuestions(of: keyed, in: whole).isEmpty)
    #expect(RecordKeys.absentQuestions(of: form.questionnaire, in: whole).isEmpty)
    let part = try form.table("don_vi,tuoi\nA,20\n")
    #expect(RecordKeys.absentQuestions(of: keyed, in: part) == ["muc"])
    let fault = TableFault.missingKey(["muc"])
    #expect(fault.code == "H11")
    #expect(fault.text(in: .vietnamese).contains("thiếu cột khóa 'muc'"))
    #expect(fault.text(in: .english).contains("lacks the key: 'muc'"))
  }

  @Test func `only the columns of a natural key are read`() throws {
    var table = try form.table("don_vi,tuoi,muc,kenh__1\nA,20,7,có lẽ\n")
    var record = CSVRecord()
    #expect(try table.read(into: &record))
    let question = try #require(form.questionnaire.index(of: "don_vi"))
    var reader = RowReader(plan: form.plan, map: table.map, moment: form.moment, only: [question])
    let (answers, faults) = reader.read(record)
    #expect(faults.isEmpty)
    #expect(answers.indices.filter { answers[$0] != nil } == [question])
    #expect(answers[question] == .text("A"))
  }

  @Test func `a column that is the key is not called ignored`() throws {
    let table = try form.table("Số phiếu,la,don_vi\n12,x,A\n")
    let lines = table.reading.summary(in: .english, key: ["số PHIẾU"])
    #expect(lines.filter { $0.contains("H01") }.map { $0.contains("Số phiếu") } == [false])
    #expect(lines.contains { $0.contains("“la”") })
    #expect(table.reading.summary(in: .english).contains { $0.contains("Số phiếu") })
  }

  @Test func `an unknown key column is refused with the header`() throws {
    let table = try form.table("stt,don_vi,tuoi\n1,A,20\n")
    let fault = #expect(throws: TableFault.self) {
      try RecordKeys(columns: ["ma"], of: table)
    }
    #expect(fault?.code == "H02")
    #expect(fault?.text(in: .english).contains("'ma' (the file has: 'stt', 'don_vi'") == true)
    #expect(fault?.text(in: .vietnamese).contains("không có cột khóa 'ma'") == true)
  }

  @Test func `ids of collecting programs are keys, and short numbers under their name are none`()
    throws
  {
    let id = "uuid:6f0e4d2a-0000-4000-8000-000000000001"
    let text = "KEY,don_vi,tuoi\n\(id),A,20\n7,B,21\n"
    #expect(try keys(of: text) { RecordKeys(knownOf: $0) } == [id, nil])
    #expect(try keys(of: "don_vi,tuoi\nA,20\n") { RecordKeys(knownOf: $0) } == [nil])
  }

  /// Keys that are lent many at a time are those of record by record; alone and with another.
  @Test(arguments: [["so"], ["nguoi"], ["so", "nguoi"]])
  func `a key is the number and not its digits`(key: [String]) throws {
    let place = SourceLocation(file: "q.yaml", line: 1, column: 1)
    let words = LocalizedText(["vi": "Số", "en": "Number"])
    let questionnaire = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: words,
      sections: [
        Section(
          id: "s",
          title: words,
          questions: [
            Question(id: "so", kind: .decimal, label: words, location: place),
            Question(id: "nguoi", kind: .integer, label: words, location: place),
          ]
        )
      ],
      key: key
    )
    let plan = try InterviewPlan(questionnaire)
    let written = [
      ("1.5", "7"), ("1.50", "07"), ("1.500", " 7"), ("2", "12"), ("2.0", "12.0"), ("0.1", "0"),
      ("0.10", "00"), ("-1.50", "-3"), ("", "7"), ("1000000.0", "1000000"),
    ]
    let cells = (0..<300).map { written[$0 % written.count] }
    let text = "so,nguoi\n" + cells.map { "\($0),\($1)\n" }.joined()
    func table() throws -> InterviewTable {
      try InterviewTable(.text(text), questionnaire: questionnaire)
    }
    var whole = try table()
    let formats = try whole.formats(for: plan, options: ValueOptions(), moment: form.moment)
    var one = try table()
    var keys = try #require(RecordKeys(questionsOf: plan, in: one, formats, form.moment))
    var slow: [String?] = []
    try one.forEachRecord { record, _, _ in slow.append(keys.key(of: record)) }
    let expected = cells.map { cell -> String in
      let parts = [
        "so": Double(cell.0).map { Answer.decimal($0).text } ?? "",
        "nguoi": Double(cell.1.trimmed).map { String(Int($0)) } ?? "",
      ]
      let wanted = key.map { parts[$0] ?? "" }
      return wanted.contains("") ? "" : wanted.joined(separator: RecordKeys.separator)
    }
    #expect(slow.map { $0 ?? "" } == expected)
  }

  @Test func `a repeated key is told in both languages`() {
    let here = RepeatedKey(key: "A\u{1f}12", line: 7)
    #expect(here.code == "D03")
    #expect(here.text(in: .vietnamese).contains("“A/12” đã có ở dòng 7 với"))
    #expect(here.text(in: .english).contains("“A/12” stands in line 7 with"))
    let there = RepeatedKey(key: "A", line: 7, file: "x.csv")
    #expect(there.text(in: .vietnamese).contains("dòng 7 của tệp x.csv"))
    #expect(there.text(in: .english).contains("line 7 of x.csv"))
  }
}
