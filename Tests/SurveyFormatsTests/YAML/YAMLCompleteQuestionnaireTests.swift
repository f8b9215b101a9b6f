import SurveyFormats
import SurveyModel
import Testing

@Suite("YAML: a questionnaire with every key")
struct YAMLCompleteQuestionnaireTests {
  private let yaml = """
    questionnaire: day-du
    version: "2024.1"
    languages: [vi, en]
    title: {vi: Phiếu, en: Form}
    source: Kế hoạch 12
    consent: {version: "1", text: {vi: Xin phép, en: May we}}
    missing:
      - {code: 98, reason: do-not-know, label: {vi: Không biết, en: "Don't know"}}
      - {code: 99, reason: refused, label: {vi: Từ chối, en: Refused}}
    scales:
      hai-long-3:
        kind: ordered
        direction: ascending
        neutral: 2
        levels:
          - {code: 1, label: {vi: Kém, en: Bad}, points: 0}
          - {code: 2, label: {vi: Vừa, en: So}, points: 1}
          - {code: 3, label: {vi: Tốt, en: Good}, positive: true, points: 2.5}
        missing:
          - {code: 9, reason: no-answer, label: {vi: Trống, en: Blank}}
          - {code: 99, reason: refused, label: {vi: Không nói, en: Silent}}
    choices:
      gioi-tinh:
        - {code: 01, label: {vi: Nam, en: Man}}
        - {code: 02, label: {vi: Nữ, en: Woman}, exclusive: true}
    sample:
      weight: w
      strata: [kv]
      clusters: [ap]
      fpc: [n]
      nest: true
    sections:
      - id: chung
        title: {vi: Chung, en: General}
        questions:
          - id: tuoi
            type: integer
            label: {vi: Tuổi, en: Age}
            hint: {vi: Tròn, en: Full}
            required: true
            required_message: {vi: Cần, en: Needed}
            relevant: "1 = 1"
            constraint: ". >= 18"
            constraint_message: {vi: Từ 18, en: From 18}
            warning: . > 95
            warning_message: {vi: Lạ, en: Odd}
            default: "18"
            persist: true
            missing:
              - {code: -1, reason: no-answer, label: {vi: Bỏ, en: Skipped}}
          - {id: gt, choices: gioi-tinh, label: {vi: GT, en: Sex}, required: "${tuoi} > 20"}
          - {id: ds, type: select_multiple, choices: gioi-tinh, label: {vi: DS, en: List}}
          - {id: ngay, type: date, label: {vi: N, en: D}, role: interview-date, default: today()}
          - {id: loi, type: note, label: {vi: L, en: N}}
          - {id: nhom, type: calculate, label: {vi: L, en: N}, calculation: "${tuoi} + 1"}
          - {id: w, type: decimal, label: {vi: W, en: W}, asked: false}
          - {id: kv, type: text, label: {vi: K, en: K}, asked: false}
          - {id: ap, type: text, label: {vi: A, en: A}}
          - {id: n, type: integer, label: {vi: N, en: N}, required: false}
      - id: mt
        title: {vi: MT, en: Matrix}
        relevant: "${tuoi} >= 18"
        matrix: hai-long-3
        questions:
          - {id: h1, label: {vi: H1, en: H1}}
          - {id: h2, scale: hai-long-3, label: {vi: H2, en: H2}}
    indicators:
      - {id: a, label: {vi: A, en: A}, kind: share, item: gt, codes: [01]}
      - id: b
        label: {vi: B, en: B}
        kind: all-positive
        items: [h1, h2]
        measured: self-rating
        count_missing: [do-not-know, refused]
        note: {vi: G, en: N}
      - {id: c, label: {vi: C, en: C}, kind: any-positive, items: [h1, h2]}
      - {id: d, label: {vi: D, en: D}, kind: at-least, items: [h1, h2], minimum: 2}
      - {id: e, label: {vi: E, en: E}, kind: test, items: {gt: 01}, pass: 70%}
      - {id: f, label: {vi: F, en: F}, kind: mean, item: tuoi}
      - id: g
        label: {vi: G, en: G}
        kind: index
        item: rescaled-mean
        combine: elements-equal
        parts:
          - {id: p, label: {vi: P, en: P}, elements: [{id: x, label: {vi: X, en: X}, items: [h1]}]}
      - id: h
        label: {vi: H, en: H}
        kind: points
        items: [h1, h2]
        classes: [{at_least: 2, label: {vi: Cao, en: High}}, {label: {vi: Thấp, en: Low}}]
      - {id: i, label: {vi: I, en: I}, kind: nps, item: tuoi}
      - {id: j, label: {vi: J, en: J}, kind: ratio, numerator: tuoi, denominator: n}
      - {id: k, label: {vi: K, en: K}, kind: count-of-choices, item: ds}
    """

  private func questionnaire() throws -> Questionnaire {
    try #require(YAMLQuestionnaireReader().read(yaml, file: "q.yaml").questionnaire)
  }

  private func text(_ vietnamese: String, _ english: String) -> LocalizedText {
    LocalizedText(["vi": vietnamese, "en": english])
  }

  private func located(_ text: String, _ line: Int, _ column: Int) throws -> LocatedExpression {
    let location = Place(file: "q.yaml", line: line, column: column)
    return LocatedExpression(try Expression.parse(text), at: location)
  }

  @Test func `it has no findings, from the reader or from the checks`() throws {
    #expect(findings(yaml) == [])
    #expect(try questionnaire().check().map(\.place) == [])
  }

  @Test func `its head`() throws {
    let read = try questionnaire()
    #expect(read.id == "day-du")
    #expect(read.version == "2024.1")
    #expect(read.languages == ["vi", "en"])
    #expect(read.title == text("Phiếu", "Form"))
    #expect(read.source == "Kế hoạch 12")
    #expect(read.consent == Questionnaire.Consent(version: "1", text: text("Xin phép", "May we")))
    let sample = SampleDeclaration(
      weight: "w",
      strata: ["kv"],
      clusters: ["ap"],
      fpc: ["n"],
      nest: true
    )
    #expect(read.sample == sample)
    #expect(read.sections.map(\.id) == ["chung", "mt"])
    #expect(read.sections.map(\.title) == [text("Chung", "General"), text("MT", "Matrix")])
    #expect(read.sections.map(\.matrix) == [nil, "hai-long-3"])
    #expect(read.sections[0].relevant == nil)
    #expect(try read.sections[1].relevant == located("${tuoi} >= 18", 62, 16))
  }

  @Test func `its scale and its list`() throws {
    let read = try questionnaire()
    let scale = ChoiceList(
      id: "hai-long-3",
      choices: [
        Choice(code: "1", label: text("Kém", "Bad"), points: 0),
        Choice(code: "2", label: text("Vừa", "So"), points: 1),
        Choice(code: "3", label: text("Tốt", "Good"), isPositive: true, points: 2.5),
      ],
      scale: Scale(direction: .ascending, neutral: "2"),
      missing: [
        MissingCode(code: "9", reason: .noAnswer, label: text("Trống", "Blank")),
        MissingCode(code: "99", reason: .refused, label: text("Không nói", "Silent")),
      ]
    )
    let list = ChoiceList(
      id: "gioi-tinh",
      choices: [
        Choice(code: "01", label: text("Nam", "Man")),
        Choice(code: "02", label: text("Nữ", "Woman"), isExclusive: true),
      ]
    )
    let kinds: [QuestionKind] = [
      .integer, .selectOne(list), .selectMultiple(list), .date, .note, .calculate, .decimal,
      .text, .text, .integer, .selectOne(scale), .selectOne(scale),
    ]
    #expect(read.questions.map(\.kind) == kinds)
    let doNotKnow = MissingCode(
      code: "98",
      reason: .doNotKnow,
      label: text("Không biết", "Don't know")
    )
    let refused = MissingCode(code: "99", reason: .refused, label: text("Từ chối", "Refused"))
    let skipped = MissingCode(code: "-1", reason: .noAnswer, label: text("Bỏ", "Skipped"))
    #expect(read.questions[0].missing == [skipped, doNotKnow, refused])
    #expect(read.questions[1].missing == [doNotKnow, refused])
    #expect(read.questions[4].missing == [])
    #expect(read.questions[10].missing == scale.missing + [doNotKnow])
  }

  @Test func `its questions`() throws {
    let read = try questionnaire()
    var age = Question(
      id: "tuoi",
      kind: .integer,
      label: text("Tuổi", "Age"),
      hint: text("Tròn", "Full"),
      location: Place(file: "q.yaml", line: 36, column: 9)
    )
    age.required = .always
    age.requiredMessage = text("Cần", "Needed")
    age.relevant = try located("1 = 1", 42, 20)
    age.constraint = try located(". >= 18", 43, 22)
    age.constraintMessage = text("Từ 18", "From 18")
    age.warning = try located(". > 95", 45, 18)
    age.warningMessage = text("Lạ", "Odd")
    age.defaultAnswer = .literal("18")
    age.persists = true
    age.missing = read.questions[0].missing
    #expect(read.questions[0] == age)
    #expect(try read.questions[1].required == .when(located("${tuoi} > 20", 51, 75)))
    #expect(read.questions[3].role == .interviewDate)
    #expect(try read.questions[3].defaultAnswer == .expression(located("today()", 53, 86)))
    #expect(try read.questions[5].calculation == located("${tuoi} + 1", 55, 74))
    #expect(read.questions.map(\.isAsked).enumerated().filter { !$1 }.map(\.offset) == [6, 7])
    #expect(read.questions[9].required == .never)
  }

  @Test func `its indicators`() throws {
    let indicators = try questionnaire().indicators
    let element = Index.Element(id: "x", label: text("X", "X"), items: ["h1"])
    let part = Index.Part(id: "p", label: text("P", "P"), elements: [element])
    let classes = [
      PointClass(atLeast: 2, label: text("Cao", "High")),
      PointClass(atLeast: nil, label: text("Thấp", "Low")),
    ]
    let kinds: [Indicator.Kind] = [
      .share(item: "gt", codes: ["01"]),
      .allPositive(items: ["h1", "h2"]),
      .anyPositive(items: ["h1", "h2"]),
      .atLeast(minimum: 2, items: ["h1", "h2"]),
      .test(answers: [TestItem(item: "gt", right: "01")], pass: 0.7),
      .mean(item: "tuoi"),
      .index(Index(itemFormula: .rescaledMean, combine: .elementsEqual, parts: [part])),
      .points(items: ["h1", "h2"], classes: classes),
      .netPromoter(item: "tuoi"),
      .ratio(numerator: "tuoi", denominator: "n"),
      .countOfChoices(item: "ds"),
    ]
    #expect(indicators.map(\.kind) == kinds)
    #expect(indicators.map(\.id) == ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"])
    #expect(
      indicators[1]
        == Indicator(
          id: "b",
          label: text("B", "B"),
          kind: .allPositive(items: ["h1", "h2"]),
          measure: .selfRating,
          countedMissing: [.doNotKnow, .refused],
          note: text("G", "N"),
          location: Place(file: "q.yaml", line: 69, column: 5)
        )
    )
  }
}
