import SurveyFormats
import SurveyModel
import Tabular
import Testing

/// A small questionnaire with every kind of column, and tables read against it.
struct TestForm {
  let questionnaire: Questionnaire
  let plan: InterviewPlan
  let moment = FormMoment(now: Timestamp(milliseconds: 1_790_000_000_000))

  init() throws {
    let read = YAMLQuestionnaireReader().read(Self.text, file: "phieu.yaml")
    let found = try #require(read.questionnaire, "\(read.diagnostics)")
    questionnaire = found
    plan = try InterviewPlan(found)
  }

  /// The question with this id as the meaning of a column.
  func question(_ id: String) throws -> ColumnMap.Meaning {
    .question(try #require(questionnaire.index(of: id)))
  }

  /// Option number `choice` of a multiple choice as the meaning of a column.
  func option(_ id: String, _ choice: Int) throws -> ColumnMap.Meaning {
    .option(question: try #require(questionnaire.index(of: id)), choice: choice)
  }

  func map(_ header: String...) -> ColumnMap {
    ColumnMap(header: header, questionnaire: questionnaire)
  }

  func table(_ text: String) throws(TableFault) -> InterviewTable {
    try InterviewTable(.text(text), questionnaire: questionnaire)
  }

  /// Why `text` cannot be imported.
  func fault(_ text: String) throws -> TableFault {
    try #require(throws: TableFault.self) { _ = try table(text) }
  }

  /// All rows of a table, checked.
  func rows(_ text: String) throws -> [CheckedRow] {
    var table = try table(text)
    var rows = table.rows(for: plan, moment: moment)
    var checked: [CheckedRow] = []
    while let row = try rows.next(&table) { checked.append(row) }
    return checked
  }

  /// The only row of a table.
  func row(_ header: String, _ cells: String) throws -> CheckedRow {
    let rows = try rows("\(header)\n\(cells)\n")
    try #require(rows.count == 1)
    return rows[0]
  }

  /// The answer of a row to the question `id`.
  func answer(_ id: String, in row: CheckedRow) throws -> Answer {
    row.form.answers[try #require(questionnaire.index(of: id))]
  }

  private static let text = """
    questionnaire: phieu-thu
    version: "1"
    languages: [vi, en]
    title: {vi: Phiếu thử, en: Test form}
    scales:
      muc-5:
        kind: ordered
        direction: ascending
        levels:
          - {code: 1, label: {vi: Không hài lòng, en: Not satisfied}}
          - {code: 2, label: {vi: Hài lòng, en: Satisfied}, positive: true}
        missing:
          - {code: 9, reason: refused, label: {vi: Không trả lời, en: No answer}}
    choices:
      co-khong:
        - {code: 1, label: {vi: Có, en: "Yes"}}
        - {code: 2, label: {vi: Không, en: "No"}}
      kenh-tin:
        - {code: 1, label: {vi: Loa phát thanh, en: Loudspeakers}}
        - {code: b, label: {vi: "Báo, đài", en: Press}}
        - {code: 9, label: {vi: Không kênh nào, en: None}, exclusive: true}
    sections:
      - id: phieu
        title: {vi: Phiếu, en: Form}
        questions:
          - {id: don_vi, type: text, required: true, label: {vi: "Ông/Bà ở xã, phường, đặc khu nào?", en: Commune}}
          - id: tuoi
            type: integer
            label: {vi: "Năm nay, Ông/Bà bao nhiêu tuổi?", en: Age}
            constraint: ". >= 18"
            constraint_message: {vi: Từ 18 tuổi., en: 18 or older.}
            warning: ". > 95"
            warning_message: {vi: Tuổi hiếm gặp., en: A rare age.}
          - {id: muc, scale: muc-5, label: {vi: "Nhìn chung, mức hài lòng", en: Satisfaction}}
          - {id: hoa, type: text, label: {vi: Hoà giải ở thuỷ lợi xã, en: Mediation}}
          - {id: da_den, choices: co-khong, label: {vi: Đã đến cơ quan, en: Went there}}
          - {id: so_lan, type: integer, relevant: "${da_den} = '1'", label: {vi: Số lần đến, en: Visits}}
          - {id: kenh, type: select_multiple, choices: kenh-tin, label: {vi: Các kênh, en: Channels}}
          - {id: gap_doi, type: calculate, calculation: "${so_lan} * 2", label: {vi: Gấp đôi, en: Doubled}}
          - {id: loi_chao, type: note, label: {vi: Xin cảm ơn, en: Thank you}}
          - {id: ly_do_1, type: text, label: {vi: Lý do, en: First reason}}
          - {id: ly_do_2, type: text, label: {vi: Lý do, en: Second reason}}
    """
}

extension CheckedRow {
  /// `code@question` of every fault.
  var places: [String] { faults.map { "\($0.rejection.code)@\($0.question)" } }
}
