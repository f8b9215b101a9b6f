import SurveyFormats
import SurveyModel
import Testing

@testable import SurveyReport

@Suite struct PaperFormTests {
  static let shipped = PaperSupport.shippedNames

  /// The questions of a form in the order in which they stand on paper.
  private func questions(_ form: PaperForm) -> [(question: PaperForm.Question, codes: [String])] {
    form.blocks.flatMap { block -> [(PaperForm.Question, [String])] in
      switch block {
      case .section, .note: []
      case .question(let question):
        [(question, (question.answer.options + question.answer.missing).map(\.code))]
      case .matrix(let matrix): matrix.rows.map { ($0, matrix.columns.map(\.code)) }
      }
    }
  }

  @Test(arguments: shipped, ["vi", "en"])
  func `paper shows what a terminal asks, in its order and with its codes`(
    id: String,
    language: String
  ) throws {
    let questionnaire = try PaperSupport.shipped(id)
    let form = PaperForm(questionnaire, in: language, interface: .vietnamese)
    let plan = try InterviewPlan(questionnaire)
    let asked = plan.steps.map(\.question).filter { $0.isAsked && $0.kind.takesAnswers }
    let printed = questions(form)
    #expect(printed.count == asked.count)
    for ((paper, codes), (number, question)) in zip(printed, asked.enumerated()) {
      #expect(paper.number == number + 1)
      #expect(paper.label == question.label.text(language))
      #expect(paper.hint == question.hint?.text(language))
      let expected = (question.kind.choiceList?.choices.map(\.code) ?? [])
      #expect(codes == expected + question.missing.map(\.code))
    }
  }

  @Test func `questions that share their options become a table`() throws {
    let form = PaperForm(try PaperSupport.shipped("sipas-2023"), in: "vi", interface: .english)
    let matrices = form.blocks.compactMap { block -> PaperForm.Matrix? in
      guard case .matrix(let matrix) = block else { return nil }
      return matrix
    }
    #expect(matrices.count >= 5)
    #expect(matrices.allSatisfy { $0.rows.count >= 2 && $0.columns.count <= 9 })
    #expect(matrices.first?.instruction == "Mỗi hàng khoanh một ô.")
  }

  @Test func `a fixed value is no row of a table`() throws {
    func row(_ id: String, _ more: String = "") -> String {
      "\n      - {id: \(id), type: select_one, choices: co-khong, \(more)label: {vi: \(id), en: \(id)}}"
    }
    let rows = row("q6") + row("q7", "read_only: true, ") + row("q8")
    let text = PaperSupport.small(last: "hint: {vi: a, en: a}" + rows)
    let form = PaperForm(try PaperSupport.read(text), in: "vi", interface: .vietnamese)
    #expect(questions(form).map(\.question.number) == Array(1...7))
    #expect(form.blocks.contains(.note("q7", condition: nil)))
  }

  @Test(arguments: [
    ("${q1} = 1", "câu 1 là 1 (Có)", "question 1 is 1 (Yes)"),
    ("${q1} != '2'", "câu 1 không phải là 2 (Không)", "question 1 is not 2 (No)"),
    (
      "selected(${q2}, 'b') and ${q3} >= 18", "câu 2 là b (Báo) và câu 3 từ 18 trở lên",
      "question 2 is b (Press) and question 3 is 18 or more"
    ),
    (
      "${q3} < 18 and (${q1} = 1 or not(selected(${q2}, 'b')))",
      "câu 3 dưới 18 và (câu 1 là 1 (Có) hoặc câu 2 không phải là b (Báo))",
      "question 3 is below 18 and (question 1 is 1 (Yes) or question 2 is not b (Press))"
    ),
    ("string-length(${q4}) > 3", "string-length(câu 4) > 3", "string-length(question 4) > 3"),
    ("${q1} + 1 = 2", "câu 1 + 1 = 2", "question 1 + 1 = 2"),
  ])
  func `conditions are said with numbers and labels`(rule: String, vi: String, en: String) throws {
    let questionnaire = try PaperSupport.read(
      PaperSupport.small(last: "relevant: \"\(rule)\"")
    )
    for (language, words, lead) in [("vi", vi, "Chỉ hỏi khi "), ("en", en, "Only if ")] {
      let form = PaperForm(questionnaire, in: language, interface: .vietnamese)
      #expect(questions(form).last?.question.condition == "\(lead)\(words).")
    }
  }

  @Test func `headings say when groups are asked and what they are repeated for`() throws {
    func group(_ id: String, _ parent: String?, _ kind: FormGroup.Kind) -> FormGroup {
      FormGroup(
        id: id,
        label: LocalizedText(["vi": "Mỗi \(id)"]),
        parent: parent,
        kind: kind,
        location: SourceLocation(file: "q", line: 1, column: 1)
      )
    }
    func section(_ id: String, _ group: String?) -> Section {
      let question = Question(
        id: "q_\(id)",
        kind: .integer,
        label: LocalizedText(["vi": id]),
        location: SourceLocation(file: "q", line: 1, column: 1)
      )
      return Section(id: id, title: LocalizedText(["vi": id]), group: group, questions: [question])
    }
    var home = group("ho", nil, .repeated(count: nil))
    home.relevant = LocatedExpression(try Expression.parse("${q_a} > 1"), at: home.location)
    let form = PaperForm(
      Questionnaire(
        id: "thu",
        version: "1",
        languages: ["vi"],
        title: LocalizedText(["vi": "Thử"]),
        sections: [
          section("a", nil), section("b", "ho"), section("c", "nguoi"), section("d", "ho"),
        ],
        groups: [home, group("nguoi", "ho", .repeated(count: nil))]
      ),
      in: "vi",
      interface: .vietnamese
    )
    let headings = form.blocks.compactMap { block -> String? in
      guard case .section(let title, let condition) = block else { return nil }
      return "\(title): \(condition ?? "")"
    }
    let when = "Chỉ hỏi khi câu 1 trên 1."
    #expect(
      headings == [
        "a: ", "b: \(when) Lặp lại cho từng lượt của “Mỗi ho”, mỗi lượt ghi vào một tờ riêng.",
        "c: \(when) Lặp lại cho từng lượt của “Mỗi nguoi”, mỗi lượt ghi vào một tờ riêng.",
        "d: \(when)",
      ]
    )
    #expect(form.consent == nil)
    #expect(try !PaperHTML().render(form).contains("class=\"consent\""))
  }

  @Test func `each kind of question has its place to answer`() throws {
    let form = PaperForm(try PaperSupport.read(PaperSupport.kinds), in: "vi", interface: .english)
    let answers = Dictionary(
      uniqueKeysWithValues: questions(form).map { ($0.question.label, $0.question.answer) }
    )
    #expect(answers["ngày"]?.blank == .boxes([2, 2, 4], mark: "/"))
    #expect(answers["giờ"]?.blank == .boxes([2, 2], mark: ":"))
    #expect(answers["số"]?.blank == .rule)
    #expect(answers["chữ"]?.blank == .lines(2))
    #expect(answers["điểm"]?.options.map(\.code) == (0...10).map(String.init))
    #expect(answers["phần trăm"]?.instruction == "Ghi một số từ 0 đến 100.")
    #expect(answers["thứ tự"]?.isOrdered == true)
    #expect(answers["nhiều"]?.instruction == "Có thể khoanh nhiều ô.")
    #expect(answers["tính"] == nil)
    #expect(form.blocks.contains(.note("Xin cảm ơn ……", condition: nil)))
    // The date of the interview is asked by the form itself.
    #expect(form.office.map(\.label) == ["Số phiếu", "Mã người phỏng vấn", "Nơi phỏng vấn"])
  }

  @Test func `a language that the tool does not speak keeps its own words`() throws {
    let khmer = PaperSupport.small(last: "hint: {vi: a, km: ខ្មែរ}")
    let form = PaperForm(try PaperSupport.read(khmer), in: "km", interface: .english)
    #expect(questions(form).last?.question.hint == "ខ្មែរ")
    #expect(form.closing == "Thank you very much!")
  }
}
