import Testing

@testable import SurveyModel

@Suite("Examination: test rows") struct TestRowTests {
  private static func rows(
    _ questions: Question...,
    key: [String] = []
  ) throws -> (
    plan: InterviewPlan, rows: TestRows
  ) {
    let form = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: Form.words("Q"),
      sections: [Form.section("s", questions)],
      key: key
    )
    let plan = try InterviewPlan(form)
    return (plan, plan.testRows(moment: Form.moment, budget: ExaminationBudget(steps: 20_000)))
  }

  private static func texts(
    _ made: (plan: InterviewPlan, rows: TestRows),
    _ id: String,
    accepted: Bool
  ) -> Set<String> {
    let index = made.plan.index(of: id) ?? 0
    let rows = made.rows.rows.filter { row in
      if case .refused(_, let question) = row.expectation {
        return !accepted && question == index
      }
      return accepted
    }
    return Set(rows.compactMap { $0.answers[index]?.text })
  }

  @Test func `every option, both ways and each last allowed value come up`() throws {
    let made = try Self.rows(
      Form.question("loai", .selectOne(Form.list("a", "b", "c"))) { $0.required = .always },
      Form.question("tuoi") {
        $0.relevant = Form.rule("${loai} = 2")
        $0.required = .always
        $0.constraint = Form.rule(". >= 18 and . <= 60")
      },
      Form.question("viec", .selectMultiple(Form.list("x", "y", "z"))) {
        $0.relevant = Form.rule("${tuoi} < 30")
      },
      Form.question("ngay", .date) { $0.constraint = Form.rule(". <= today()") }
    )
    #expect(Self.texts(made, "loai", accepted: true) == ["1", "2", "3"])
    #expect(Self.texts(made, "loai", accepted: false) == [""])
    let ages = Self.texts(made, "tuoi", accepted: true)
    #expect(ages.isSuperset(of: ["", "18", "29", "30", "60"]))
    #expect(ages.isDisjoint(with: ["17", "61"]))
    #expect(Self.texts(made, "tuoi", accepted: false).isSuperset(of: ["17", "61", ""]))
    let works = Self.texts(made, "viec", accepted: true).flatMap { $0.split(separator: " ") }
    #expect(Set(works) == ["1", "2", "3"])
    #expect(Self.texts(made, "ngay", accepted: true).isSuperset(of: ["2026-03-05"]))
    #expect(Self.texts(made, "ngay", accepted: false) == ["2026-03-06"])
    #expect(made.rows.unreached.isEmpty)
  }

  @Test func `each row has the outcome that it says`() throws {
    for seed in 0..<30 {
      let random = RandomForm(seed: UInt64(seed) &* 31 &+ 5, isCalm: true)
      guard let plan = try? InterviewPlan(random.questionnaire) else { continue }
      let made = plan.testRows(moment: Form.moment, budget: ExaminationBudget(steps: 2_000))
      for row in made.rows {
        let problems = plan.validate(row.answers, moment: Form.moment).problems
        switch row.expectation {
        case .accepted: #expect(problems.isEmpty, "\(seed)")
        case .refused("V02", _): continue
        case .refused(let code, let question):
          #expect(problems.map(\.rejection.code) == [code], "\(seed)")
          #expect(problems.map(\.question) == [question], "\(seed)")
        }
      }
    }
  }

  @Test func `rows of a form with a key tell their forms apart`() throws {
    let made = try Self.rows(
      Form.question("ma", .text) { $0.required = .always },
      Form.question("a", .selectOne(Form.list("x", "y", "z"))),
      key: ["ma"]
    )
    let keys = made.rows.rows.compactMap { $0.answers[0]?.text }.filter { !$0.isEmpty }
    #expect(keys.count > 3)
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: [QuestionKind.integer, .date, .selectOne(Form.list("k", "l", "m", "n", "o"))])
  func `a key that is no text tells forms apart and loses none`(kind: QuestionKind) throws {
    let made = try Self.rows(
      Form.question("so", kind) { $0.required = .always },
      Form.question("a", .selectOne(Form.list("x", "y", "z"))),
      Form.question("tuoi") {
        $0.required = .always
        $0.constraint = Form.rule(". >= 18 and . <= 60")
      },
      key: ["so"]
    )
    let keys = made.rows.rows.compactMap { $0.answers[0]?.text }.filter { !$0.isEmpty }
    #expect(Set(keys).count == keys.count)
    if case .selectOne = kind {
      // Of a key with five answers there are five forms; what none of them shows is named.
      #expect(keys.count == 5)
      let named = Set(made.rows.unreached.map(\.question))
      #expect(named.isSubset(of: [1, 2]))
      #expect(!named.isEmpty)
      return
    }
    #expect(Self.texts(made, "a", accepted: true).isSuperset(of: ["1", "2", "3"]))
    #expect(Self.texts(made, "tuoi", accepted: true).isSuperset(of: ["18", "60"]))
    #expect(Self.texts(made, "tuoi", accepted: false).isSuperset(of: ["17", "61"]))
    #expect(made.rows.unreached.isEmpty, "\(made.rows.unreached)")
  }

  @Test func `a form with more questions than are searched says so`() throws {
    let questions = (0..<801).map { Form.question("q\($0)", .selectOne(Form.yesNo)) }
    let plan = try InterviewPlan(Form.questionnaire([Form.section("s", questions)]))
    let made = plan.testRows(moment: Form.moment, budget: ExaminationBudget(steps: 5_000))
    #expect(made.rows.isEmpty)
    #expect(made.isTooLong)
  }

  @Test func `an answer to a skipped question is sent back`() throws {
    let made = try Self.rows(
      Form.question("a", .selectOne(Form.yesNo)),
      Examined.relevant("b", .integer, "${a} = 1")
    )
    let codes = made.rows.rows.compactMap { row in
      if case .refused(let code, 1) = row.expectation { code } else { nil }
    }
    #expect(codes.contains("V08"))
    let words = made.rows.rows.map { $0.purpose.text(of: made.plan, in: .vietnamese) }
    #expect(words.allSatisfy { $0.hasPrefix("DỮ LIỆU THỬ: ") })
  }

  @Test func `a form that nobody can fill in has no rows`() throws {
    let made = try Self.rows(Examined.required("a", constraint: ". > 5 and . < 3"))
    #expect(made.rows.rows.isEmpty)
  }

  @Test func `a form of seven hundred questions is gone through`() throws {
    let questions = (0..<700).map { Form.question("q\($0)", .selectOne(Form.yesNo)) }
    let form = Form.questionnaire([Form.section("s", questions)])
    let plan = try InterviewPlan(form)
    let made = plan.testRows(moment: Form.moment, budget: ExaminationBudget(steps: 5_000))
    #expect(made.rows.count == 4)
    #expect(made.unreached.isEmpty)
  }
}
