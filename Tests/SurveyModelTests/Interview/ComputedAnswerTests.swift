import SurveyModel
import Testing

/// Answers that a rule computes take the form of their question.
@Suite struct ComputedAnswerTests {
  private func answers(_ age: Int) throws -> [Answer] {
    let plan = try Form.plan(
      Form.question("tuoi"),
      Form.question("nhom", .selectOne(Form.list("Dưới 60", "Từ 60"))) {
        $0.calculation = Form.rule("if(${tuoi} >= 60, '2', if(${tuoi} > 0, '1', ''))")
      },
      Form.question("la", .selectOne(Form.list("Có", "Không"))) {
        $0.calculation = Form.rule("'7'")
      },
      Form.question("doi") { $0.calculation = Form.rule("${tuoi} * 2") },
      Form.question("nua") { $0.calculation = Form.rule("${tuoi} div 2") },
      Form.question("tinh", .calculate) { $0.calculation = Form.rule("${tuoi} * 2") }
    )
    return plan.validate([.integer(age)], moment: Form.moment).answers
  }

  @Test func `a choice is one of its options, a whole number is whole`() throws {
    #expect(
      try answers(61) == [
        .integer(61), .choice("2"), .missing(.noAnswer), .integer(122), .missing(.noAnswer),
        .decimal(122),
      ]
    )
    #expect(try answers(0)[1] == .missing(.noAnswer))
  }
}
