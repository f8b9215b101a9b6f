import Testing

@testable import SurveyModel

@Suite("Examination: what can be answered") struct AnswersExaminedTests {
  private static let cascade: QuestionKind = {
    let rows = [("x1", "a"), ("x2", "a"), ("x3", "b"), ("x4", "c")]
    return .selectOne(
      ChoiceList(
        id: "xa",
        choices: rows.map { code, province in
          Choice(code: code, label: Form.words(code), attributes: ["tinh": province])
        }
      )
    )
  }()

  private static let provinces = QuestionKind.selectOne(
    ChoiceList(
      id: "tinh",
      choices: ["a", "b"].map { Choice(code: $0, label: Form.words($0)) }
    )
  )

  @Test func `an option whose filter nothing satisfies is never offered`() throws {
    let found = try Examined.form(
      Form.question("tinh", Self.provinces),
      Form.question("xa", Self.cascade) { $0.choiceFilter = Form.rule("tinh = ${tinh}") }
    )
    #expect(found.codes == ["option-never-offered"])
    let text = found.findings.first?.text(in: .vietnamese) ?? ""
    #expect(text.contains("lựa chọn 'x4' của câu 'xa'"))
    #expect(
      found.verdict({ .optionsOffered(question: $0) }, "xa") == .refuted(nil, codes: ["x4"])
    )
  }

  @Test func `a required question whose filter may leave nothing is a dead end`() throws {
    let found = try Examined.form(
      Form.question("tinh", Self.provinces),
      Examined.required("xa", Self.cascade) {
        $0.choiceFilter = Form.rule("tinh = ${tinh} or ${tinh} = ''  and tinh = 'c'")
      },
      Form.question("b", Self.provinces),
      Examined.required("ap", Self.cascade) { $0.choiceFilter = Form.rule("tinh = ${b}") }
    )
    #expect(found.codes == ["dead-end", "option-never-offered"])
    let text = found.findings.first?.text(in: .english) ?? ""
    #expect(text.contains("'ap'"))
    #expect(text.contains("when b = (blank);"), "\(text)")
  }

  @Test func `an option that the constraint always refuses`() throws {
    let found = try Examined.form(
      Form.question("a", .selectOne(Form.list("x", "y", "z"))) {
        $0.constraint = Form.rule(". < 3")
      },
      Form.question("b", .selectMultiple(Form.list("x", "y", "z"))) {
        $0.constraint = Form.rule("count-selected(.) <= 2 and not(selected(., '1'))")
      }
    )
    #expect(found.codes == ["option-never-allowed", "option-never-allowed"])
    #expect(
      found.verdict({ .optionsAllowed(question: $0) }, "a") == .refuted(nil, codes: ["3"])
    )
    #expect(
      found.verdict({ .optionsAllowed(question: $0) }, "b") == .refuted(nil, codes: ["1"])
    )
  }

  @Test func `a long multiple choice is judged by the options that are named`() throws {
    let labels = (1...30).map { Choice(code: "\($0)", label: Form.words("Mục \($0)")) }
    let found = try Examined.form(
      Form.question("a", .selectMultiple(ChoiceList(id: "l", choices: labels))) {
        $0.constraint = Form.rule("count-selected(.) >= 3 and not(selected(., '30'))")
      }
    )
    #expect(
      found.verdict({ .optionsAllowed(question: $0) }, "a") == .refuted(nil, codes: ["30"])
    )
  }

  @Test func `a constraint that contradicts the relevance of its question`() throws {
    func form(_ requirement: Requirement) throws -> FormExamination {
      try Examined.form(
        Form.question("tuoi"),
        Examined.relevant("con", .integer, "${tuoi} < 18") {
          $0.constraint = Form.rule(". > 5 and ${tuoi} >= 18")
          $0.required = requirement
        }
      )
    }
    #expect(try form(.never).codes == ["constraint-contradiction"])
    let required = try form(.always)
    #expect(required.codes == ["blocks-everybody"])
    #expect(required.findings.first?.severity == .error)
  }

  @Test func `a required question without an answer has a way round by a missing code`() throws {
    let mark = MissingCode(code: "99", reason: .refused, label: Form.words("Không trả lời"))
    let found = try Examined.form(
      Examined.required("a", constraint: ". > 5 and . < 3") { $0.missing = [mark] }
    )
    #expect(found.codes == ["constraint-contradiction"])
  }

  @Test func `numbers are compared with answers before them`() throws {
    let found = try Examined.form(
      Form.question("ho") { $0.constraint = Form.rule(". >= 1 and . <= 20") },
      Examined.required("nu", constraint: ". <= ${ho} and . >= 0"),
      Examined.required("tre", constraint: ". < ${nu} and . >= 0") {
        $0.relevant = Form.rule("${nu} >= 0")
      }
    )
    // Nobody can be younger than one of no women; and no number is at most a blank one.
    #expect(found.codes == ["dead-end", "dead-end"])
    #expect(
      found.findings.map { $0.text(in: .english) }.contains {
        $0.contains("'tre'") && $0.contains("nu = 0")
      }
    )
  }

  @Test func `questions that bind each other block everybody together`() throws {
    let found = try Examined.form(
      Examined.required("a", constraint: ". > ${b} or ${b} = ''"),
      Examined.required("b", constraint: ". > ${a}")
    )
    #expect(found.codes.isEmpty)
    let finite = try Examined.form(
      Examined.required("a", .selectOne(Form.yesNo), constraint: ". != ${b}"),
      Examined.required("b", .selectOne(Form.yesNo), constraint: ". = ${a}")
    )
    #expect(finite.codes == ["blocks-everybody"])
    #expect(
      finite.findings.first?.text(in: .english).contains("'a', 'b' bind") == true,
      "\(finite.claims) \(finite.findings)"
    )
  }

  @Test func `a form in order has nothing to mend`() throws {
    let found = try Examined.form(
      Examined.required("tuoi", constraint: ". >= 18 and . <= 120"),
      Form.question("ngay", .date) { $0.constraint = Form.rule(". <= today()") },
      Form.question("ma", .text) { $0.constraint = Form.rule("regex(., '[A-Z]{2}-[0-9]+')") },
      Form.question("ghi", .text) { $0.constraint = Form.rule("string-length(.) <= 20") }
    )
    #expect(found.codes.isEmpty)
    #expect(found.counts.refuted == 0)
    #expect(found.verdict({ .canBeAnswered(question: $0) }, "ma")?.isProven == true)
    #expect(found.verdict({ .nobodyStuck(question: $0) }, "tuoi") == .proven(nil))
  }

  @Test func `a number that is a missing code is no answer`() throws {
    let mark = MissingCode(code: "99", reason: .refused, label: Form.words("Không trả lời"))
    let found = try Examined.form(
      Form.question("n") {
        $0.missing = [mark]
        $0.constraint = Form.rule(". > 98 and . < 100")
      }
    )
    #expect(found.codes == ["constraint-contradiction"])
    let wider = try Examined.form(
      Form.question("n") {
        $0.missing = [mark]
        $0.constraint = Form.rule(". > 98")
      }
    )
    #expect(wider.codes.isEmpty)
  }

  @Test func `a text that nobody can type opens no question`() throws {
    let found = try Examined.form(
      Form.question("t", .text),
      Examined.relevant("a", .text, "${t} = ' x'"),
      Examined.relevant("b", .text, "${t} = 'x'")
    )
    #expect(found.codes == ["never-asked"])
  }

  @Test func `a number, a day or an hour of which a rule reads the signs is not few answers`()
    throws
  {
    let kinds: [QuestionKind] = [.integer, .decimal, .date, .time, .dateTime]
    let rules = [
      "regex(., '^0?[0-9]{9}$')", "regex(., '^[0-9-]*7[0-9-]*$')", "string-length(.) = 4",
      "string-length(.) > 40", "selected(., '17')", "count-selected(.) = 1",
    ]
    for kind in kinds {
      for rule in rules {
        let found = try Examined.form(
          Examined.required("a", kind, constraint: rule),
          Form.question("b", kind),
          Examined.relevant(
            "c",
            .text,
            rule.replacing(".,", with: "${b},").replacing("(.)", with: "(${b})")
          )
        )
        #expect(found.codes.isEmpty, "\(kind) \(rule): \(found.codes)")
      }
    }
    let range = NumberRange(start: 0, end: 1_000, step: 1)
    let found = try Examined.form(
      Examined.required("a", .range(range), constraint: "string-length(.) = 3")
    )
    #expect(found.codes.isEmpty)
    // Where such a number is found, it is a witness.
    let written = try Examined.form(
      Examined.required("a", .integer, constraint: "string-length(.) = 4"),
      Examined.required("b", .integer, constraint: "regex(., '^[1-9][0-9]{5}$')"),
      Examined.required("c", .integer, constraint: "selected(., '17')")
    )
    for id in ["a", "b", "c"] {
      #expect(written.verdict({ .canBePassed(question: $0) }, id)?.isProven == true, "\(id)")
    }
  }

  @Test func `a text longer than is tried is not impossible`() throws {
    let found = try Examined.form(
      Examined.required("a", .text, constraint: "string-length(.) >= 6000")
    )
    #expect(found.codes.isEmpty)
    #expect(
      found.verdict({ .canBePassed(question: $0) }, "a")
        == .undecided(.openAnswers(question: 0))
    )
  }

  @Test func `what follows from a question that blocks everybody is not told too`() throws {
    let found = try Examined.form(
      Examined.required("a", constraint: ". > 5 and . < 3"),
      Examined.required("b", .selectOne(Form.yesNo), constraint: ". != '1' or ${a} > 0"),
      Examined.relevant("c", .text, "${a} > 0"),
      Examined.relevant("d", .text, "${c} = 'x'")
    )
    #expect(found.codes == ["blocks-everybody"])
    #expect(found.findings.first?.text(in: .english).contains("question 'a' is required") == true)
  }

  @Test func `a question that is switched off hides no other that blocks everybody`() throws {
    let found = try Examined.form(
      Examined.relevant("a", .integer, "1 = 2"),
      Examined.required("b", .selectOne(Form.yesNo), constraint: "${a} > 0"),
      Examined.relevant("c", .text, "${a} > 0")
    )
    #expect(found.codes.sorted() == ["blocks-everybody", "never-asked"])
    #expect(found.findings.containsErrors)
  }

  @Test func `a warning that reads an open number decides nothing`() throws {
    let found = try Examined.form(
      Form.question("n"),
      Examined.required("a", .selectOne(Form.yesNo), constraint: ". = 1") {
        $0.warning = Form.rule("${n} * ${n} > 2")
      }
    )
    #expect(found.verdict({ .nobodyStuck(question: $0) }, "a") == .proven(nil))
  }

  @Test func `more questions than are searched leave a claim undecided`() throws {
    let many = (0..<900).map { Form.question("q\($0)", .selectOne(Form.yesNo)) }
    let rule = many.map { "${\($0.id)} = 1" }.joined(separator: " or ")
    let found = try Examined.form([
      Form.section("s", many + [Examined.relevant("z", .text, rule)])
    ])
    #expect(found.verdict({ .canBeAsked(question: $0) }, "z") == .undecided(.tooLong))
    for language in InterfaceLanguage.allCases {
      #expect(found.claimLines(in: language).last?.contains("800") == true)
    }
  }
}
