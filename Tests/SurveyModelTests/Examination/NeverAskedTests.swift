import Testing

@testable import SurveyModel

@Suite("Examination: who is asked") struct NeverAskedTests {
  @Test func `a question after an answer that its own constraint refuses is never asked`() throws {
    let found = try Examined.form(
      Form.question("tuoi") { $0.constraint = Form.rule(". >= 18 and . <= 60") },
      Examined.relevant("hoc_sinh", .integer, "${tuoi} < 16"),
      Examined.relevant("nguoi_lon", .integer, "${tuoi} >= 18")
    )
    #expect(found.codes == ["never-asked"])
    #expect(found.findings.first?.text(in: .vietnamese).contains("'hoc_sinh'") == true)
    #expect(found.verdict({ .canBeAsked(question: $0) }, "hoc_sinh") == .refuted(nil))
    let path = try #require(found.verdict({ .canBeAsked(question: $0) }, "nguoi_lon"))
    guard case .proven(let witness?) = path else {
      Issue.record("\(path)")
      return
    }
    #expect(witness.text(of: found.plan, in: .english).hasPrefix("tuoi = "))
  }

  @Test func `an option that a list does not have opens no question`() throws {
    let found = try Examined.form(
      Form.question("co", .selectOne(Form.yesNo)),
      Examined.relevant("khi_nao", .text, "${co} = 'yes'")
    )
    #expect(found.codes == ["never-asked"])
  }

  @Test func `two conditions on the way that exclude each other are seen together`() throws {
    let found = try Examined.form(
      Form.question("a", .selectOne(Form.yesNo)),
      Examined.relevant("b", .selectOne(Form.yesNo), "${a} = 1"),
      Examined.relevant("c", .selectOne(Form.yesNo), "${a} = 2"),
      Examined.relevant("d", .text, "${b} = 1 and ${c} = 1")
    )
    #expect(found.codes == ["never-asked"])
    #expect(found.findings.first?.text(in: .english).contains("'d'") == true)
  }

  @Test func `a section that is never asked is told once`() throws {
    let found = try Examined.form([
      Form.section("dau", [Form.question("a", .selectOne(Form.yesNo))]),
      Form.section("sau", relevant: "${a} = 3", [Form.question("b"), Form.question("c")]),
    ])
    #expect(found.codes == ["never-asked"])
    #expect(found.findings.first?.text(in: .english).contains("part 'sau' (2 questions)") == true)
  }

  @Test func `what follows from a calculation is followed`() throws {
    func form(_ limit: Int) throws -> FormExamination {
      try Examined.form(
        Form.question("a", .selectOne(Form.list("1", "2", "3"))),
        Form.question("b", .selectOne(Form.list("1", "2", "3"))),
        Form.question("tong", .calculate) { $0.calculation = Form.rule("${a} + ${b}") },
        Examined.relevant("c", .text, "${tong} > \(limit)")
      )
    }
    #expect(try form(5).codes.isEmpty)
    #expect(try form(6).codes == ["never-asked"])
  }

  @Test func `what the clock or open computing decides is not decided`() throws {
    let found = try Examined.form(
      Form.question("ngay", .date),
      Form.question("n"),
      Examined.relevant("a", .text, "today() < date('2020-01-01')"),
      Examined.relevant("b", .text, "${n} * ${n} = 2"),
      Examined.relevant("c", .text, "${ngay} = today()")
    )
    #expect(found.codes.isEmpty)
    #expect(found.verdict({ .canBeAsked(question: $0) }, "a") == .undecided(.clock))
    #expect(
      found.verdict({ .canBeAsked(question: $0) }, "b") == .undecided(.openAnswers(question: 1))
    )
    #expect(found.verdict({ .canBeAsked(question: $0) }, "c")?.isProven == true)
    #expect(found.counts == (proven: 1, refuted: 0, undecided: 2))
  }

  @Test func `a pattern has a text that fits and one that does not`() throws {
    let found = try Examined.form(
      Form.question("so", .text),
      Examined.relevant("a", .text, "regex(${so}, '0[0-9]{9}')"),
      Examined.relevant("b", .text, "${so} != '' and not(regex(${so}, '0[0-9]{9}'))")
    )
    #expect(found.counts == (proven: 2, refuted: 0, undecided: 0))
  }

  @Test func `a pattern that takes nothing at all takes more than that`() throws {
    let found = try Examined.form(
      Examined.required("so", .text, constraint: "regex(., '^[0-9]*$')"),
      Form.question("khong", .text) { $0.constraint = Form.rule("regex(., '^$')") }
    )
    #expect(found.codes.isEmpty)
    #expect(found.verdict({ .canBeAnswered(question: $0) }, "so")?.isProven == true)
    #expect(
      found.verdict({ .canBeAnswered(question: $0) }, "khong")
        == .undecided(.openAnswers(question: 1))
    )
  }

  @Test func `a refusal that nobody can give opens no question`() throws {
    let rule = "missing-reason(${a}) = 'refused'"
    let bare = try Examined.form(
      Form.question("a", .selectOne(Form.yesNo)),
      Examined.relevant("b", .text, rule)
    )
    #expect(bare.codes == ["never-asked"])
    let mark = MissingCode(code: "9", reason: .refused, label: Form.words("Không trả lời"))
    let marked = try Examined.form(
      Form.question("a", .selectOne(Form.yesNo)) { $0.missing = [mark] },
      Examined.relevant("b", .text, rule)
    )
    #expect(marked.codes.isEmpty)
  }

  @Test func `a repeat is searched for witnesses and never for proofs`() throws {
    let place = Place(file: "q.yaml", line: 1, column: 1)
    let group = FormGroup(id: "g", kind: .repeated(count: nil), location: place)
    let inner = Section(
      id: "s",
      title: Form.words("s"),
      group: "g",
      questions: [
        Form.question("a", .selectOne(Form.yesNo)), Examined.relevant("b", .text, "${a} = 1"),
        Examined.relevant("c", .text, "${a} = 3"),
      ]
    )
    let found = try Examined.form([inner], groups: [group])
    #expect(found.verdict({ .canBeAsked(question: $0) }, "b")?.isProven == true)
    #expect(found.verdict({ .canBeAsked(question: $0) }, "c") == .undecided(.turns))
  }

  @Test func `forty questions of one scale do not matter to one condition`() throws {
    let scale = Form.list("1", "2", "3", "4", "5")
    let items = (0..<40).map { Form.question("i\($0)", .selectOne(scale)) }
    let found = try Examined.form([
      Form.section("s", items + [Examined.relevant("vi_sao", .text, "${i39} < 1")])
    ])
    #expect(found.codes == ["never-asked"])
  }

  @Test func `a long chain of questions is gone through once`() throws {
    let links = (1..<60).map { place in
      Examined.relevant("q\(place)", .selectOne(Form.yesNo), "${q\(place - 1)} = 1")
    }
    let found = try Examined.form([
      Form.section(
        "s",
        [Form.question("q0", .selectOne(Form.yesNo))] + links
          + [Examined.relevant("cuoi", .text, "${q59} = 3")]
      )
    ])
    #expect(found.codes == ["never-asked"])
    #expect(found.counts == (proven: 59, refuted: 1, undecided: 0))
  }

  @Test func `steps that run out leave a claim undecided`() throws {
    let scale = Form.list("1", "2", "3", "4", "5")
    let items = (0..<12).map { Form.question("i\($0)", .selectOne(scale)) }
    let sum = items.map { "${\($0.id)}" }.joined(separator: " + ")
    let form = Form.questionnaire([
      Form.section("s", items + [Examined.relevant("z", .text, "\(sum) > 61")])
    ])
    let found = FormExamination(
      try InterviewPlan(form),
      moment: Form.moment,
      budget: ExaminationBudget(steps: 500)
    )
    #expect(found.claims.map(\.verdict) == [.undecided(.budget)])
    let stopped = FormExamination(
      try InterviewPlan(form),
      moment: Form.moment,
      budget: ExaminationBudget(isOver: { true })
    )
    #expect(stopped.claims.map(\.verdict) == [.undecided(.budget)])
  }
}
