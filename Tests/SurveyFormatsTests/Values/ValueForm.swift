import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

/// A questionnaire with every kind of value, and tables read against it as an import reads them.
struct ValueForm {
  let plan: InterviewPlan
  /// 2026-11-21 in Vietnam.
  let moment = FormMoment(now: Timestamp(milliseconds: 1_795_228_200_000))

  /// With `questions`, the form has these beside its own.
  init(adding questions: String = "") throws {
    let read = YAMLQuestionnaireReader().read(Self.text + questions, file: "gia-tri.yaml")
    plan = try InterviewPlan(try #require(read.questionnaire, "\(read.diagnostics)"))
  }

  /// The formats of a table, found out from all of its cells.
  func formats(
    _ text: String,
    options: ValueOptions = ValueOptions()
  ) throws(TableFault) -> ColumnFormats {
    var table = try InterviewTable(.text(text), questionnaire: plan.questionnaire)
    return try table.formats(for: plan, options: options, moment: moment)
  }

  /// All rows of a table and what was noted about their cells.
  func rows(
    _ text: String,
    options: ValueOptions = ValueOptions()
  ) throws -> (rows: [CheckedRow], tally: CellTally) {
    let formats = try formats(text, options: options)
    var table = try InterviewTable(.text(text), questionnaire: plan.questionnaire)
    var rows = table.rows(for: plan, formats: formats, moment: moment)
    var checked: [CheckedRow] = []
    while let row = try rows.next(&table) { checked.append(row) }
    return (checked, rows.tally)
  }

  /// All rows of a workbook, and the map that an import keeps of it.
  func read(
    _ file: ExcelFile,
    options: ValueOptions
  ) throws -> (rows: [CheckedRow], map: SavedMap?, notes: [FormatNote]) {
    let source = ByteSource.bytes(try file.bytes())
    var whole = try InterviewTable(source, questionnaire: plan.questionnaire)
    let formats = try whole.formats(for: plan, options: options, moment: moment)
    var table = try InterviewTable(source, reading: whole.reading, formats: formats)
    var rows = table.rows(for: plan, formats: formats, moment: moment)
    var checked: [CheckedRow] = []
    while let row = try rows.next(&table) { checked.append(row) }
    let text = whole.reading.savedMap(of: plan.questionnaire, formats: formats).text
    let map = YAMLMapFileReader(plan.questionnaire).read(text, file: "map.yaml").map
    return (checked, map, formats.notes)
  }

  /// What a column of cells of a workbook becomes: answers, or codes of rejections.
  func sheetColumn(
    _ id: String,
    _ cells: [ExcelFile.Cell],
    formats: [String] = [],
    options: ValueOptions = ValueOptions(),
    is1904: Bool = false
  ) throws -> [String] {
    let rows = [["nhan", .text(id)]] + cells.map { ["x", $0] }
    let file = ExcelFile(rows: rows, formats: formats, is1904: is1904)
    let index = try #require(plan.index(of: id))
    return try read(file, options: options).rows.map { row in
      row.faults.first?.rejection.code ?? Self.text(row.form.answers[index])
    }
  }

  /// What a column of cells becomes: answers, or codes of rejections.
  func column(
    _ id: String,
    _ cells: [String],
    options: ValueOptions = ValueOptions(),
    delimiter: String = ","
  ) throws -> [String] {
    let quoted = cells.map { "x\(delimiter)\"\($0.replacing("\"", with: "\"\""))\"\n" }
    let text = "nhan\(delimiter)\(id)\n" + quoted.joined()
    let index = try #require(plan.index(of: id))
    return try rows(text, options: options).rows.map { row in
      if let fault = row.faults.first { return fault.rejection.code }
      return Self.text(row.form.answers[index])
    }
  }

  /// Why a column cannot be understood.
  func fault(_ id: String, _ cells: [String], delimiter: String = ";") throws -> FormatFault {
    let text = "nhan\(delimiter)\(id)\n" + cells.map { "x\(delimiter)\($0)\n" }.joined()
    let fault = try #require(throws: TableFault.self) { _ = try formats(text) }
    guard case .format(let format) = fault else {
      Issue.record("\(fault)")
      throw fault
    }
    return format
  }

  static func text(_ answer: Answer) -> String {
    switch answer {
    case .missing(let reason): "?\(reason.rawValue)"
    case .choices(let codes): "[\(codes.joined(separator: " "))]"
    default: answer.text
    }
  }

  private static let text = """
    questionnaire: gia-tri
    version: "1"
    languages: [vi, en]
    title: {vi: Phiếu thử giá trị, en: Test of values}
    scales:
      muc-5:
        kind: ordered
        direction: ascending
        neutral: 3
        levels:
          - {code: 1, label: {vi: Rất không hài lòng, en: Very dissatisfied}}
          - {code: 2, label: {vi: Không hài lòng, en: Dissatisfied}}
          - {code: 3, label: {vi: Bình thường, en: Neither}}
          - {code: 4, label: {vi: Hài lòng, en: Satisfied}, positive: true}
          - {code: 5, label: {vi: Rất hài lòng, en: Very satisfied}, positive: true}
        missing:
          - {code: 98, reason: do-not-know, label: {vi: Không biết, en: Don't know}}
    choices:
      biet:
        - {code: 1, label: {vi: Biết, en: Knows}}
        - {code: 2, label: {vi: Không biết, en: Does not know}}
      muc-5:
        - {code: 1, label: {vi: Lần một, en: First}}
        - {code: 2, label: {vi: Lần hai, en: Second}}
        - {code: 3, label: {vi: Lần ba, en: Third}}
      xep-hang:
        - {code: 1, label: {vi: Tốt, en: Good}}
        - {code: 2, label: {vi: Trung bình, en: Average}}
      noi-den:
        - {code: a, label: {vi: Trụ sở xã, en: Office}}
        - {code: b, label: {vi: Trụ sở tỉnh, en: Office}}
        - {code: c, label: {vi: Bưu điện, en: Post}}
      so-con:
        - {code: 1, label: {vi: "0", en: "0"}}
        - {code: 2, label: {vi: "1", en: "1"}}
        - {code: 3, label: {vi: "2", en: "2"}}
        - {code: 4, label: {vi: 3 trở lên, en: 3 or more}}
      so-lan-den:
        - {code: "01", label: {vi: 1-2 lần, en: Once or twice}}
        - {code: "02", label: {vi: Từ 3 lần, en: Three times or more}}
      nhom:
        - {code: "1-2", label: {vi: Nhóm một, en: Group one}}
        - {code: "3-4", label: {vi: Nhóm hai, en: Group two}}
      tin-so:
        - {code: 1, label: {vi: Đài, en: Radio}}
        - {code: 2, label: {vi: Báo, en: Press}}
        - {code: 3, label: {vi: Loa, en: Loudspeaker}}
      kho-khan:
        - {code: "0", label: {vi: Không có, en: None}}
        - {code: 1, label: {vi: Đường xa, en: Far}}
        - {code: 2, label: {vi: Chờ lâu, en: Long waiting}}
        - {code: 3, label: {vi: Phí cao, en: Fees}}
      tin-chung:
        - {code: 1, label: {vi: Báo, en: Press}}
        - {code: 2, label: {vi: "Báo, đài", en: Media}}
        - {code: 3, label: {vi: Đài, en: Radio}}
        - {code: 4, label: {vi: Loa, en: Loudspeaker}}
      kenh-tin:
        - {code: a, label: {vi: "Báo, đài", en: Press}}
        - {code: b, label: {vi: Loa phường, en: Loudspeakers}}
        - {code: c, label: {vi: "Báo, đài, mạng", en: All media}}
        - {code: d, label: {vi: mạng Loa, en: Other}}
        - {code: z, label: {vi: Không kênh nào, en: None}, exclusive: true}
    sections:
      - id: phieu
        title: {vi: Phiếu, en: Form}
        questions:
          - {id: nhan, type: text, label: {vi: Nhãn, en: Label}}
          - {id: muc, scale: muc-5, label: {vi: Mức, en: Level}}
          - {id: muc2, scale: muc-5, label: {vi: Mức hai, en: Second level}}
          - {id: biet, choices: biet, label: {vi: Có biết, en: Knows}}
          - {id: lan, choices: so-lan-den, label: {vi: Số lần, en: Times}}
          - {id: nhom, choices: nhom, label: {vi: Nhóm, en: Group}}
          - {id: kenh, type: select_multiple, choices: kenh-tin, label: {vi: Kênh, en: Channels}}
          - {id: nguyen, type: integer, label: {vi: Số nguyên, en: Whole}}
          - {id: tuoi, type: integer, label: {vi: Tuổi, en: Age}, constraint: ". >= 18"}
          - {id: so, type: decimal, label: {vi: Số, en: Number}}
          - {id: so2, type: decimal, label: {vi: Số hai, en: Second number}}
          - {id: ngay, type: date, label: {vi: Ngày, en: Day}}
          - {id: ngay2, type: date, label: {vi: Ngày hai, en: Second day}}
          - {id: hen, type: date, label: {vi: Ngày hẹn, en: Appointment}, constraint: ". <= today() + 30"}
          - {id: chu, type: text, label: {vi: Ý kiến, en: Opinion}}
          - {id: ma, type: text, label: {vi: Mã hồ sơ, en: File}, constraint: "regex(., '[0-9]{10}')"}
          - {id: sdt, type: text, label: {vi: Số điện thoại, en: Telephone}}

    """

  /// Questions with options called like totals, with a missing code, and with options that share a label.
  static let moreQuestions = """
          - {id: hang, choices: xep-hang, label: {vi: Xếp hạng, en: Rank}}
          - {id: hang2, choices: xep-hang, label: {vi: Xếp hạng hai, en: Second rank}}
          - {id: hang3, choices: xep-hang, label: {vi: Xếp hạng ba, en: Third rank}}
          - {id: muc3, choices: muc-5, label: {vi: Mức ba, en: Third level}}
          - {id: noi, type: select_multiple, choices: noi-den, label: {vi: Nơi đến, en: Places}, missing: [{code: 98, reason: do-not-know, label: {vi: Không biết, en: Don't know}}]}
          - {id: luot, type: integer, label: {vi: Số lượt, en: Turns}, missing: [{code: 98, reason: do-not-know, label: {vi: Không biết, en: Don't know}}]}
          - {id: phi, type: decimal, label: {vi: Lệ phí, en: Fee}, missing: [{code: 98, reason: do-not-know, label: {vi: Không biết, en: Don't know}}]}
          - {id: hom, type: date, label: {vi: Hôm đến, en: That day}, missing: [{code: 98, reason: do-not-know, label: {vi: Không biết, en: Don't know}}]}
          - {id: gop, type: text, label: {vi: Góp ý, en: Advice}, missing: [{code: 98, reason: do-not-know, label: {vi: Không biết, en: Don't know}}]}

    """
}
