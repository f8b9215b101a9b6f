import SurveyFormats
import SurveyModel
import Tabular
import Testing

/// A small questionnaire with sections, a matrix and a multiple choice, to recognise headers by.
struct DialectForm {
  let questionnaire: Questionnaire

  /// The form, with more questions behind the first, and more sections behind all.
  init(behindFirst more: String = "", behindSections sections: String = "") throws {
    let first = "en: Commune}}\n"
    let text = Self.text.replacing(first, with: first + more) + "\n" + sections
    let read = YAMLQuestionnaireReader().read(text, file: "phieu.yaml")
    questionnaire = try #require(read.questionnaire, "\(read.diagnostics)")
  }

  func reading(
    _ text: String,
    _ request: TableRequest = TableRequest()
  ) throws(TableFault)
    -> TableReading
  {
    try TableReading(.text(text), questionnaire: questionnaire, request: request)
  }

  /// Why `text` cannot be read.
  func fault(_ text: String, _ request: TableRequest = TableRequest()) throws -> TableFault {
    try #require(throws: TableFault.self) { try reading(text, request).check(questionnaire) }
  }

  /// The ids of the columns, options behind a slash; empty for what is no answer.
  func names(_ map: ColumnMap) -> [String] {
    map.meanings.map { meaning in
      switch meaning {
      case .question(let index): questionnaire.questions[index].id
      case .option(let index, let choice):
        "\(questionnaire.questions[index].id)/\(code(index, choice))"
      default: ""
      }
    }
  }

  private func code(_ question: Int, _ choice: Int) -> String {
    questionnaire.questions[question].kind.choiceList?.choices[choice].code ?? ""
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
          - {code: 1, label: {vi: Rất không hài lòng, en: Very dissatisfied}}
          - {code: 2, label: {vi: Không hài lòng, en: Dissatisfied}}
          - {code: 3, label: {vi: Bình thường, en: Neutral}}
          - {code: 4, label: {vi: Hài lòng, en: Satisfied}, positive: true}
          - {code: 5, label: {vi: Rất hài lòng, en: Very satisfied}, positive: true}
    choices:
      kenh-tin:
        - {code: 1, label: {vi: Loa phát thanh, en: Loudspeakers}}
        - {code: b, label: {vi: "Báo, đài", en: Press}}
        - {code: 9, label: {vi: Không kênh nào, en: None}, exclusive: true}
    sections:
      - id: chung
        title: {vi: Thông tin chung, en: General}
        questions:
          - {id: don_vi, type: text, required: true, label: {vi: Đơn vị của Ông/Bà, en: Commune}}
          - {id: tuoi, type: integer, label: {vi: "Ông/Bà bao nhiêu tuổi?", en: Age}}
          - {id: ly_do_1, type: text, label: {vi: Lý do, en: First reason}}
      - id: hai_long
        title: {vi: Mức độ hài lòng, en: Satisfaction}
        matrix: muc-5
        questions:
          - {id: a1, scale: muc-5, label: {vi: Thái độ phục vụ, en: Attitude}}
          - {id: a2, scale: muc-5, label: {vi: Thời hạn giải quyết, en: Time}}
          - {id: ly_do_2, type: text, label: {vi: Lý do, en: Second reason}}
      - id: kenh_tin
        title: {vi: Kênh thông tin, en: Channels}
        questions:
          - {id: kenh, type: select_multiple, choices: kenh-tin, label: {vi: "Ông/Bà biết tin qua kênh nào?", en: Channels used}}
          - {id: kenh_khac, type: text, label: {vi: "Kênh khác, xin ghi rõ", en: Other channel}}
          - {id: y_kien, type: text, label: {vi: "Ông/Bà có nhận xét gì thêm về cách tiếp nhận và trả kết quả hồ sơ không?", en: Any remarks}}
    """
}

extension TableReading {
  /// The ids of the columns that are answers.
  func columns(of form: DialectForm) -> [String] { form.names(map).filter { !$0.isEmpty } }

  /// The headers of each role.
  var metas: [MetaRole: [String]] {
    var metas: [MetaRole: [String]] = [:]
    for (header, meaning) in zip(map.header, map.meanings) {
      if case .meta(let role) = meaning { metas[role, default: []].append(header) }
    }
    return metas
  }
}
