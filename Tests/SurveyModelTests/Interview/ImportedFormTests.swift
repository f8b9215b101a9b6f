import SurveyModel
import Testing

@Suite struct ImportedFormTests {
  private func codes(_ plan: InterviewPlan, _ row: [Answer?]) -> [String] {
    plan.validate(row, moment: Form.moment).problems.map { "\($0.question) \($0.rejection.code)" }
  }

  @Test func `an answer to a skipped question is a problem and does not count`() throws {
    let plan = try Form.plan(
      Form.question("a", .selectOne(Form.yesNo)),
      Form.question("b") { $0.relevant = Form.rule("${a} = '1'") }
    )
    #expect(codes(plan, [.choice("1"), .integer(4)]) == [])
    #expect(codes(plan, [.choice("2"), .integer(4)]) == ["1 V08"])
    #expect(codes(plan, [.choice("2"), .missing(.noAnswer)]) == [])
    let answers = plan.validate([.choice("2"), .integer(4)], moment: Form.moment).answers
    #expect(answers == [.choice("2"), .missing(.notApplicable)])
  }

  @Test func `a column that the file does not have is not collected`() throws {
    let plan = try Form.plan(
      Form.question("a") { $0.required = .always },
      Form.question("b") { $0.required = .always }
    )
    let form = plan.validate([nil, .missing(.noAnswer)], moment: Form.moment)
    #expect(form.answers == [.missing(.notCollected), .missing(.noAnswer)])
    #expect(codes(plan, [nil, .missing(.noAnswer)]) == ["1 R01"])
    #expect(codes(plan, []) == [])
    #expect(codes(plan, [.integer(1), .integer(2), .integer(3)]) == [])
  }

  @Test func `soft warnings do not keep a row out`() throws {
    let plan = try Form.plan(
      Form.question("a") {
        $0.constraint = Form.rule(". < 200")
        $0.warning = Form.rule(". > 100")
      }
    )
    let doubtful = plan.validate([.integer(150)], moment: Form.moment)
    #expect(doubtful.warnings == [0])
    #expect(doubtful.problems.isEmpty)
    #expect(codes(plan, [.integer(500)]) == ["0 R02"])
  }

  @Test(arguments: ["0.5", "0,5", "0.50", "0.5000000000001"])
  func `a calculated value may be written differently`(text: String) throws {
    let plan = try Form.plan(
      Form.question("a"),
      Form.question("half", .calculate) { $0.calculation = Form.rule("${a} div 2") }
    )
    #expect(codes(plan, [.integer(1), .text(text)]) == [])
    #expect(codes(plan, [.integer(3), .text(text)]) == ["1 R04"])
    #expect(codes(plan, [.integer(3), .missing(.noAnswer)]) == [])
  }

  @Test func `a very small calculated value agrees with itself`() throws {
    let plan = try Form.plan(
      Form.question("a"),
      Form.question("tiny", .calculate) { $0.calculation = Form.rule("${a} div 10000000") }
    )
    #expect(codes(plan, [.integer(3), .text("0.0000003")]) == [])
  }

  @Test func `a calculated day may be written as people write it`() throws {
    let plan = try Form.plan(
      Form.question("day", .calculate) { $0.calculation = Form.rule("today()") }
    )
    #expect(codes(plan, [.text("2026-03-05")]) == [])
    #expect(codes(plan, [.text("5/3/2026")]) == [])
    #expect(codes(plan, [.text("6/3/2026")]) == ["0 R04"])
  }

  @Test func `what is typed over a note is not looked at`() throws {
    let plan = try Form.plan(
      Form.question("n", .note),
      Form.question("a") { $0.relevant = Form.rule("${n} = ''") }
    )
    let form = plan.validate([.text("x"), .integer(1)], moment: Form.moment)
    #expect(form.problems.isEmpty)
    #expect(form.answers == [.missing(.notApplicable), .integer(1)])
  }

  @Test func `every rejection has a sentence in both languages`() {
    let rejections: [ImportRejection] = [
      .answerToSkipped, .calculationDiffers(computed: "7"), .answer(.required(nil)),
    ]
    for rejection in rejections {
      let wordings = InterfaceLanguage.allCases.map { rejection.text(in: $0) }
      #expect(Set(wordings).count == 2)
      #expect(wordings.allSatisfy { $0.hasSuffix(".") })
    }
    #expect(rejections.map(\.code) == ["V08", "R04", "R01"])
  }
}
