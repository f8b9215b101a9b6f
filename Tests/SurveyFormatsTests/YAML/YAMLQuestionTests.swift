import SurveyFormats
import SurveyModel
import Testing

@Suite("YAML: questions and sections")
struct YAMLQuestionTests {
  private let lists = """
    choices:
      gioi-tinh: [{code: 1, label: {vi: Nam}}, {code: 2, label: {vi: Nữ}}]
    scales:
      hai-long:
        kind: ordered
        direction: ascending
        levels: [{code: 1, label: {vi: A}}, {code: 2, label: {vi: B}, positive: true}]
    """

  private func findingsWithLists(_ questions: String) -> [String] {
    let used = """
            - {id: u1, choices: gioi-tinh, label: {vi: A}}
            - {id: u2, scale: hai-long, label: {vi: A}}
      """
    return findings(form(questions + "\n" + used, extra: lists))
  }

  @Test(arguments: [
    ("type: selct_one, choices: gioi-tinh", ["unknown-type@9:23"]),
    ("type: sound", ["unknown-type@9:23"]),
    ("hint: {vi: x}", ["type-missing@9:9"]),
    ("scale: hai-lòng", ["unknown-scale@9:24"]),
    ("choices: gioi_tinh", ["unknown-choices@9:26"]),
    ("choices: nothing", ["unknown-choices@9:26"]),
    ("scale: hai-long, choices: gioi-tinh", ["both-scale-and-choices@9:43"]),
    ("type: select_one", ["options-missing@9:17"]),
    ("type: select_multiple", ["options-missing@9:17"]),
    ("type: select_multiple, scale: hai-long", ["scale-in-multiple@9:47"]),
    ("type: integer, choices: gioi-tinh", ["needless-options@9:32"]),
    ("type: select_multiple, choices: gioi-tinh", []),
    ("type: date", []),
  ])
  func `options and types`(_ text: String, _ expected: [String]) {
    #expect(findingsWithLists("      - {id: a, \(text), label: {vi: A}}") == expected)
  }

  @Test func `an unknown type or list is read as the nearest, so that checks go on`() {
    let yaml = form(
      "      - {id: a, type: selct_one, choices: gioi_tinh, label: {vi: A}}",
      extra: lists
    )
    let (questionnaire, diagnostics) = YAMLQuestionnaireReader().read(yaml, file: "q.yaml")
    #expect(questionnaire?.questions[0].kind.name == "select_one")
    #expect(questionnaire?.questions[0].kind.choiceList?.id == "gioi-tinh")
    #expect(
      diagnostics.map { $0.text(in: .english) } == [
        "q.yaml:9:23: error: question type 'selct_one' does not exist; "
          + "did you mean 'select_one'? [unknown-type]",
        "q.yaml:9:43: error: choice list 'gioi_tinh' does not exist; did you mean 'gioi-tinh'? "
          + "[unknown-choices]",
        "q.yaml:13:3: warning: list 'hai-long' is used by no question; remove it or use it "
          + "[unused-list]",
      ]
    )
    #expect(
      diagnostics.map { $0.text(in: .vietnamese) } == [
        "q.yaml:9:23: lỗi: kiểu câu hỏi 'selct_one' không có; có phải là 'select_one'? "
          + "[unknown-type]",
        "q.yaml:9:43: lỗi: danh sách lựa chọn 'gioi_tinh' không có; có phải là 'gioi-tinh'? "
          + "[unknown-choices]",
        "q.yaml:13:3: cảnh báo: danh sách 'hai-long' không câu nào dùng; "
          + "hãy bỏ đi hoặc dùng trong câu hỏi [unused-list]",
      ]
    )
  }

  @Test func `a matrix gives its scale to questions without a type`() throws {
    let yaml = form(
      "      - {id: a, label: {vi: A}}\n      - {id: b, type: text, label: {vi: A}}",
      extra: lists
    )
    .replacingFirst("    questions:", with: "    matrix: hai-long\n    questions:")
    let (questionnaire, diagnostics) = YAMLQuestionnaireReader().read(yaml, file: "q.yaml")
    #expect(diagnostics.map(\.place) == ["unused-list@13:3"])
    #expect(questionnaire?.questions.map(\.kind.name) == ["select_one", "text"])
    #expect(questionnaire?.sections[0].matrix == "hai-long")
    let unknown = yaml.replacingFirst("matrix: hai-long", with: "matrix: thang")
    #expect(findings(unknown).first == "unknown-scale@8:13")
    #expect(!findings(unknown).contains { $0.hasPrefix("type-missing") })
  }

  @Test(arguments: [
    ("relevant: '. ='", "expression-unexpected-end@9:59"),
    ("relevant: \"1 == 1\"", "expression-foreign-operator@9:58"),
    ("constraint: .>, hint: {vi: x}", "expression-unexpected-end@9:59"),
    ("required: maybe(", "expression-unexpected-end@9:61"),
    ("default: '${a'", "expression-unterminated-reference@9:55"),
  ])
  func `an expression that cannot be read is reported at its column`(
    _ text: String,
    _ expected: String
  ) {
    #expect(findings(form("      - {id: a, type: text, label: {vi: A}, \(text)}")) == [expected])
  }

  @Test func `an expression after marks keeps its column`() {
    let yaml = form("      - {id: a, type: text, label: {vi: e\u{302}\u{300}}, relevant: '1 1'}")
    #expect(findings(yaml) == ["expression-unexpected-token@9:58"])
  }

  @Test(arguments: [
    ("type: integer, default: 18", "18"),
    ("type: integer, default: -5", "-5"),
    ("type: date, default: 2024-01-01", "2024-01-01"),
    ("type: date, default: 1/2/2024", "1/2/2024"),
    ("type: text, default: Hòa - Bình", "Hòa - Bình"),
    ("type: text, default: Khác (ghi rõ)", "Khác (ghi rõ)"),
    ("type: text, default: 'and'", "and"),
  ])
  func `defaults without operators and functions are literals`(_ text: String, _ literal: String) {
    let yaml = form("      - {id: a, \(text), label: {vi: A}}")
    let read = YAMLQuestionnaireReader().read(yaml, file: "q")
    #expect(read.diagnostics.map(\.place) == [])
    #expect(read.questionnaire?.questions[0].defaultAnswer == .literal(literal))
  }

  @Test(arguments: ["today()", "1 + 1", "${b}", "if(${b} = 1, 2, 3)", "concat('a', 'b')"])
  func `defaults with operators, functions and references are expressions`(_ text: String) {
    let yaml = form("      - {id: a, type: text, label: {vi: A}, default: \"\(text)\"}")
    let read = YAMLQuestionnaireReader().read(yaml, file: "q")
    #expect(read.diagnostics.map(\.place) == [])
    guard case .expression(let located) = read.questionnaire?.questions[0].defaultAnswer else {
      Issue.record("a literal")
      return
    }
    #expect(located.expression.text == text)
    #expect(located.location == Place(file: "q", line: 9, column: 55))
  }
}
