import SurveyModel
import Testing

@Suite struct InterviewPlanTests {
  /// `code@line:column` of what the compilation throws.
  private func fault(_ questions: Question...) -> String? {
    do throws(ExpressionFault) {
      _ = try InterviewPlan(Form.questionnaire([Form.section("s", questions)]))
      return nil
    } catch {
      let place = error.diagnostic.location
      return "\(error.diagnostic.code)@\(place.line):\(place.column)"
    }
  }

  @Test func `an unknown name is found where it is written`() {
    let rule = Form.rule("${age} > 1 and ${agee} = 2", line: 7, column: 20)
    let edits: [(inout Question) -> Void] = [
      { $0.relevant = rule }, { $0.constraint = rule }, { $0.warning = rule },
      { $0.required = .when(rule) }, { $0.calculation = rule },
      { $0.defaultAnswer = .expression(rule) },
    ]
    for edit in edits {
      let found = fault(Form.question("age"), Form.question("b", edit: edit))
      #expect(found == "expression-unknown-name@7:35")
    }
  }

  @Test func `columns count characters and not bytes`() {
    let rule = Form.rule("${age} = 'Vĩnh Châu' or ${x} = 1", line: 2, column: 10)
    let found = fault(Form.question("age"), Form.question("b") { $0.relevant = rule })
    #expect(found == "expression-unknown-name@2:34")
  }

  @Test func `a section's rule is compiled like any other`() {
    let section = Section(
      id: "s",
      title: Form.words("s"),
      relevant: Form.rule("${nothing} = 1", line: 4, column: 15),
      questions: [Form.question("a")]
    )
    #expect {
      try InterviewPlan(Form.questionnaire([section]))
    } throws: { error in
      let diagnostic = (error as? ExpressionFault)?.diagnostic
      return diagnostic?.location == Place(file: "q.yaml", line: 4, column: 15)
        && diagnostic?.severity == .error
    }
  }

  @Test func `questions that wait for each other are a cycle`() throws {
    let one = Form.question("one", line: 3) { $0.relevant = Form.rule("${three} = 1") }
    let two = Form.question("two", line: 4) { $0.relevant = Form.rule("${one} = 1") }
    let three = Form.question("three", .calculate, line: 5) {
      $0.calculation = Form.rule("${two} + 1")
    }
    #expect(fault(one, two, three) == "cycle@3:3")
    do throws(ExpressionFault) {
      _ = try InterviewPlan(Form.questionnaire([Form.section("s", [one, two, three])]))
      Issue.record("the cycle was not found")
    } catch {
      for language in InterfaceLanguage.allCases {
        let text = error.diagnostic.text(in: language)
        #expect(text.contains("'one' → 'three' → 'two' → 'one'"))
        #expect(text.hasPrefix("q.yaml:3:3: "))
      }
    }
  }

  @Test func `a question that waits for itself is a cycle`() {
    let own = Form.question("own", line: 9) { $0.relevant = Form.rule("${own} = 1") }
    #expect(fault(own) == "cycle@9:3")
  }

  @Test func `a section that waits for its own question is a cycle`() {
    let section = Form.section("s", relevant: "${b} = 1", [Form.question("b", line: 6)])
    #expect(throws: ExpressionFault.self) {
      try InterviewPlan(Form.questionnaire([section]))
    }
  }

  @Test func `a constraint may read its own question and later ones`() {
    let a = Form.question("a") { $0.constraint = Form.rule("${a} < ${b}") }
    let b = Form.question("b") { $0.constraint = Form.rule(". > ${a}") }
    #expect(fault(a, b) == nil)
  }

  @Test func `names are found with their positions`() throws {
    let plan = try Form.plan(Form.question("a"), Form.question("b", .text))
    #expect(plan.index(of: "b") == 1)
    #expect(plan.index(of: "B") == nil)
    #expect(plan.steps.map(\.question.id) == ["a", "b"])
    #expect(plan.steps.map(\.section) == [0, 0])
  }
}
