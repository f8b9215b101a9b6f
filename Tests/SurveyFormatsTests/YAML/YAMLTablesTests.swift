@testable import SurveyFormats
import SurveyModel
import Testing

/// Tables beside a questionnaire, options from them, and `or_other`.
@Suite struct YAMLTablesTests {
  private static let head = """
    questionnaire: q
    version: "1"
    languages: [vi, en]
    title: {vi: Q, en: Q}
    consent: {version: "1", text: {vi: a, en: a}}

    """

  private func read(
    _ body: String,
    files: [String: String] = [:]
  ) -> (Questionnaire?, [String]) {
    let reader = YAMLQuestionnaireReader { files[$0] }
    let (questionnaire, findings) = reader.read(Self.head + body, file: "q.yaml")
    return (questionnaire, (findings + (questionnaire?.check() ?? [])).map(\.code))
  }

  private static let body = """
    choices:
      xa: {file: xa.csv, value: ma, label: {vi: ten, en: name}}
    tables: [gia.csv]
    sections:
      - id: s
        title: {vi: S, en: S}
        questions:
          - {id: huyen, type: text, label: {vi: a, en: a}}
          - {id: xa, choices: xa, label: {vi: a, en: a}, choice_filter: "huyen = ${huyen}"}
          - id: gia
            type: calculate
            calculation: "pulldata('gia', 'gia', 'ma', ${xa})"

    """

  private static let files = [
    "xa.csv": "ma;ten;name;huyen\n01;Hoà Bình;Hoa Binh;a\n02;\"Tân; Mỹ\";;b\n",
    "gia.csv": "ma,gia\n01,5\n",
  ]

  @Test func `options come from a table`() throws {
    let (questionnaire, codes) = read(Self.body, files: Self.files)
    #expect(codes == [])
    let form = try #require(questionnaire)
    let list = try #require(form.questions[1].kind.choiceList)
    #expect(list.choices.map(\.code) == ["01", "02"])
    #expect(list.choices[0].label == LocalizedText(["vi": "Hoà Bình", "en": "Hoa Binh"]))
    #expect(list.choices[1].label == LocalizedText(["vi": "Tân; Mỹ"]))
    #expect(list.choices[1].attributes == ["huyen": "b"])
    var session = InterviewSession(
      plan: try InterviewPlan(form),
      moment: FormMoment(now: Timestamp(milliseconds: 0))
    )
    try session.answer(0, to: .text("a"))
    #expect(session.choices(at: 1).map(\.code) == ["01"])
    try session.answer(1, to: .choice("01"))
    #expect(session.form.effective[2] == .text("5"))
  }

  @Test func `a study's text holds the tables itself`() throws {
    let (first, _) = read(Self.body, files: Self.files)
    let form = try #require(first)
    let whole = EmbeddedTables.text(Self.head + Self.body, with: form.tables)
    #expect(EmbeddedTables.text(whole, with: form.tables) == whole)
    #expect(EmbeddedTables.text("x", with: []) == "x")
    let (again, findings) = YAMLQuestionnaireReader().read(whole, file: "q.yaml")
    #expect(findings.isEmpty)
    #expect(again == form)
    let written = YAMLQuestionnaireWriter(form).text
    let (third, others) = YAMLQuestionnaireReader().read(written, file: "q.yaml")
    #expect(others.isEmpty)
    #expect(third?.tables == form.tables)
    #expect(third?.questions.map(\.kind) == form.questions.map(\.kind))
  }

  @Test(arguments: [
    ("xa.csv", nil, "table-absent"), ("../xa.csv", "ma,ten\n", "table-absent"),
    (".xa.csv", "ma,ten\n", "table-absent"), ("xa.csv", "ma,ten\n\"1", "table-unreadable"),
    ("xa.csv", "", "table-unreadable"), ("xa.csv", "ma,ten,ten\n1,a,b\n", "table-repeated-column"),
    ("xa.csv", "mã,ten\n1,a\n", "table-unknown-column"),
    ("xa.csv", "ma,ten\n,a\n", "table-blank-code"),
  ])
  func `what is wrong with a table is said`(file: String, text: String?, code: String) {
    let body = """
      choices:
        xa: {file: "\(file)", value: ma, label: ten}
      sections:
        - {id: s, title: {vi: S, en: S}, questions: [{id: a, choices: xa, label: {vi: a, en: a}}]}

      """
    let (_, codes) = read(body, files: text.map { [file: $0] } ?? [:])
    #expect(codes.contains(code), "\(codes)")
  }

  @Test func `or_other adds an option and a question`() throws {
    let body = """
      choices:
        kenh: [{code: web, label: {vi: Mạng, en: Web}}]
      sections:
        - id: s
          title: {vi: S, en: S}
          questions:
            - {id: k, type: select_multiple, choices: kenh, or_other: true, label: {vi: a, en: a}}
            - {id: z, choices: kenh, label: {vi: a, en: a}}

      """
    let (questionnaire, codes) = read(body)
    #expect(codes == [])
    let form = try #require(questionnaire)
    #expect(form.questions.map(\.id) == ["k", "k_other", "z"])
    #expect(form.questions[0].kind.choiceList?.choices.map(\.code) == ["web", "other"])
    #expect(form.questions[2].kind.choiceList?.choices.map(\.code) == ["web"])
    let other = try #require(form.questions[0].kind.choiceList?.choices.last)
    #expect(other.label == LocalizedText(["vi": "Khác", "en": "Other"]))
    #expect(form.questions[1].relevant?.expression.text == "selected(${k}, 'other')")
    #expect(form.questions[1].label.translations.count == 2)
  }
}
