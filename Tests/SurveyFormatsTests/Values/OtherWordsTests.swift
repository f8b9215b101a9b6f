import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// An answer outside the list, as LimeSurvey writes it: its words in the column `kenh[other]`.
@Suite struct OtherWordsTests {
  private let plan: InterviewPlan
  private let moment = FormMoment(now: Timestamp(milliseconds: 1_795_228_200_000))

  init() throws {
    let read = YAMLQuestionnaireReader().read(Self.text, file: "khac.yaml")
    plan = try InterviewPlan(try #require(read.questionnaire, "\(read.diagnostics)"))
  }

  /// What two questions become, or the code of a rejection.
  private func answers(_ text: String) throws -> [String] {
    var whole = try InterviewTable(.text(text), questionnaire: plan.questionnaire)
    let formats = try whole.formats(for: plan, options: ValueOptions(), moment: moment)
    var table = try InterviewTable(.text(text), questionnaire: plan.questionnaire)
    var rows = table.rows(for: plan, formats: formats, moment: moment)
    var found: [String] = []
    while let row = try rows.next(&table) {
      let answers = row.form.answers.dropFirst().map(ValueForm.text).joined(separator: " ")
      found.append(row.faults.first?.rejection.code ?? answers)
    }
    return found
  }

  @Test(arguments: ["kenh[other]", "kenh[other]. Kênh [Khác]"])
  func `they choose the option and answer the open question`(header: String) throws {
    #expect(
      try answers("nhan,kenh[a],\(header)\nx,Y,bạn bè\nx,,Y\nx,Y,\nx,,2 người bạn\n")
        == [
          "[a other] bạn bè", "[other] ?no-answer", "[a] ?not-applicable", "[other] 2 người bạn",
        ]
    )
  }

  @Test func `where the open question has a column, or the column holds marks, they are no mark`()
    throws
  {
    #expect(try answers("nhan,kenh[other],kenh_other\nx,bạn bè,\nx,Y,bạn bè\n").first == "V04")
    #expect(try answers("nhan,kenh/a,kenh/other\nx,1,bạn bè\nx,1,0\n").first == "V04")
  }

  @Test(arguments: [
    ("Đài, qua bạn bè", "Đài; Khác", "qua bạn bè"), ("Đài, Khác: qua họp", "Đài; Khác", "qua họp"),
    ("qua bạn bè", "Khác", "qua bạn bè"), ("a; hàng xóm", "a; Khác", "hàng xóm"),
  ])
  func `words in the cell of the list come back with the cells that they belong to`(
    cell: String,
    list: String,
    words: String
  ) throws {
    let table = "nhan,kenh\nx,\"\(cell)\"\nx,a\n"
    var opened = try InterviewTable(.text(table), questionnaire: plan.questionnaire)
    var rows = opened.rows(for: plan, moment: moment)
    let fault = try #require(try rows.next(&opened)?.faults.first)
    #expect(fault.rejection.suggestion == "\(list) | kenh_other: \(words)")
    #expect(
      fault.rejection.text(in: .vietnamese).hasSuffix(
        "Nếu là câu trả lời khác: xin ghi “\(list)” ở đây và “\(words)” ở cột 'kenh_other'."
      )
    )
    #expect(
      fault.rejection.text(in: .english).hasSuffix(
        "If it is another answer: please write “\(list)” here and “\(words)” in column 'kenh_other'."
      )
    )
  }

  private static let text = """
    questionnaire: khac
    version: "1"
    languages: [vi, en]
    title: {vi: Phiếu thử, en: Test form}
    choices:
      kenh-tin:
        - {code: a, label: {vi: Đài, en: Radio}}
        - {code: other, label: {vi: Khác, en: Other}}
    sections:
      - id: phieu
        title: {vi: Phiếu, en: Form}
        questions:
          - {id: nhan, type: text, label: {vi: Nhãn, en: Label}}
          - {id: kenh, type: select_multiple, choices: kenh-tin, label: {vi: Kênh, en: Channels}}
          - {id: kenh_other, type: text, label: {vi: Kênh nào, en: Which}, relevant: "selected(${kenh}, 'other')"}

    """
}
