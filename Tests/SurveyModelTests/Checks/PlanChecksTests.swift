import Testing

@testable import SurveyModel

@Suite("Checks: plans")
struct PlanChecksTests {
  private static let questionnaire = Sample.form(
    [
      Sample.question("h1", .selectOne(Sample.scale(["1", "2", "3"], positive: ["3"]))),
      Sample.question("many", .selectMultiple(Sample.list(["1"]))),
      Sample.question("number", .integer),
      Sample.question("place"),
    ],
    indicators: [
      ("share", .share(item: "h1", codes: nil)),
      ("mean", .mean(item: "h1")),
      ("count", .countOfChoices(item: "many")),
      ("nps", .netPromoter(item: "number")),
      (
        "index",
        .index(
          Index(
            itemFormula: .topLevels,
            combine: .itemsEqual,
            parts: [
              Index.Part(
                id: "p",
                label: Sample.text("P"),
                elements: [
                  Index.Element(id: "e", label: Sample.text("E"), items: ["h1"])
                ]
              )
            ]
          )
        )
      ),
    ]
  )

  private static func survey(
    _ indicator: String,
    _ atLeast: Double,
    by: [String] = [],
    of id: String = "q"
  ) -> Target.Kind {
    .survey(questionnaire: id, indicator: indicator, atLeast: atLeast, by: by)
  }

  private func target(
    _ kind: Target.Kind,
    id: String = "t",
    line: Int = 7,
    error: Double = 0.05
  ) -> Target {
    Target(
      id: id,
      promise: Sample.text("P"),
      kind: kind,
      decision: Target.Decision(error: error),
      location: Place(file: "p.yaml", line: line, column: 5)
    )
  }

  private func plan(
    _ targets: [Target],
    designs: [String: SampleDeclaration] = [:]
  ) -> Plan {
    Plan(id: "p", office: Sample.text("O"), targets: targets, designs: designs)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let kind: Target.Kind
    let codes: [String]
    var testDescription: String { name }

    init(_ name: String, _ kind: Target.Kind, _ codes: [String] = []) {
      self.name = name
      self.kind = kind
      self.codes = codes
    }
  }

  @Test(arguments: [
    Case("share", survey("share", 0.8, by: ["h1", "place"])),
    Case("share, 80 for 80%", survey("share", 80), ["threshold-out-of-range"]),
    Case("share below 0", survey("share", -0.1), ["threshold-out-of-range"]),
    Case("mean", survey("mean", 2.5)),
    Case("mean past the scale", survey("mean", 4), ["threshold-out-of-range"]),
    Case("mean as a percentage", survey("mean", 0.8), ["threshold-out-of-range"]),
    Case("index", survey("index", 85)),
    Case("index as a percentage", survey("index", 0.85), ["threshold-out-of-range"]),
    Case("nps", survey("nps", -20)),
    Case("nps past its end", survey("nps", 101), ["threshold-out-of-range"]),
    Case("many values", survey("count", 0.8), ["indicator-of-many-values"]),
    Case("unknown indicator", survey("shar", 0.8), ["unknown-indicator"]),
    Case("unknown group", survey("share", 0.8, by: ["plac"]), ["unknown-group-question"]),
    Case("groups of a number", survey("share", 0.8, by: ["number"]), ["group-question-type"]),
    Case("questionnaire that is not given", survey("x", 7, by: ["y"], of: "other")),
    Case("change", .change(questionnaire: "q", indicator: "index", direction: .increase)),
    Case(
      "change of an unknown indicator",
      .change(questionnaire: "q", indicator: "zzzz", direction: .increase),
      ["unknown-indicator"]
    ),
    Case(
      "change of many values",
      .change(questionnaire: "q", indicator: "count", direction: .increase),
      ["indicator-of-many-values"]
    ),
    Case("count", .count(AdministrativeTarget(done: "d", of: "o", atLeast: 1))),
    Case("count in each month", .count(AdministrativeTarget(done: "d", every: .month, atLeast: 4))),
    Case(
      "count past all",
      .count(AdministrativeTarget(done: "d", of: "o", atLeast: 100)),
      ["count-out-of-range"]
    ),
    Case(
      "negative count",
      .count(AdministrativeTarget(done: "d", atLeast: -1)),
      ["count-out-of-range"]
    ),
  ])
  func `a target can be evaluated`(_ reference: Case) {
    let findings = plan([target(reference.kind)]).check(against: [Self.questionnaire])
    #expect(findings.map(\.place) == reference.codes.map { "\($0)@7:5" })
  }

  @Test(arguments: [
    (0.05, true), (0.499, true), (0, false), (0.5, false), (-1, false), (.nan, false),
  ])
  func `the chance of error lies between 0 and a half`(_ error: Double, _ isUsable: Bool) {
    let findings = plan([target(Self.survey("share", 0.8), error: error)]).check(against: [])
    #expect(findings.map(\.code) == (isUsable ? [] : ["error-out-of-range"]))
  }

  @Test func `names of targets are unique`() {
    let kind = Self.survey("share", 0.8)
    let findings = plan([target(kind, id: "a", line: 1), target(kind, id: "A", line: 2)])
      .check(against: [])
    #expect(findings.map(\.place) == ["duplicate-target@2:5"])
  }

  @Test func `a design names questions that exist`() {
    let good = SampleDeclaration(weight: "number", strata: ["place"])
    let bad = SampleDeclaration(weight: "place", strata: ["plac"])
    let targets = [target(Self.survey("share", 0.8))]
    #expect(
      plan(targets, designs: ["q": good, "other": bad]).check(against: [Self.questionnaire]).isEmpty
    )
    let findings = plan(targets, designs: ["q": bad]).check(against: [Self.questionnaire])
    #expect(findings.map(\.place) == ["bad-design@7:5", "bad-design@7:5"])
    #expect(
      findings[0].wordings == [
        "p.yaml:7:5: lỗi: thiết kế mẫu của phiếu 'q' trong 'design': mục 'sample' nhắc đến câu "
          + "'plac' không có; có phải là 'place'? [bad-design]",
        "p.yaml:7:5: error: design of questionnaire 'q': sample block names question 'plac', "
          + "which does not exist; did you mean 'place'? [bad-design]",
      ]
    )
  }

  @Test func `a count of itself is always all of it`() {
    let aim = AdministrativeTarget(done: "a", of: "a", atLeast: 1)
    let findings = plan([target(.count(aim))]).check(against: [Self.questionnaire])
    #expect(findings.map(\.place) == ["count-of-itself@7:5"])
  }

  @Test func `the wording about thresholds`() {
    let targets = [
      target(Self.survey("share", 80)), target(Self.survey("index", 0.8), id: "u", line: 8),
    ]
    let findings = plan(targets).check(against: [Self.questionnaire])
    #expect(
      findings.flatMap(\.wordings) == [
        "p.yaml:7:5: lỗi: ngưỡng của chỉ số 'share' là một tỷ lệ; hãy viết từ 0% đến 100%, ví dụ "
          + "'80%' [threshold-out-of-range]",
        "p.yaml:7:5: error: threshold of indicator 'share' is a share; write 0% to 100%, such as "
          + "'80%' [threshold-out-of-range]",
        "p.yaml:8:5: lỗi: ngưỡng của chỉ số 'index' nằm ngoài khoảng 0 đến 100 hoặc viết dạng "
          + "phần trăm; hãy viết một số trong khoảng đó, không có dấu '%' [threshold-out-of-range]",
        "p.yaml:8:5: error: threshold of indicator 'index' lies outside 0 to 100 or is a "
          + "percentage; write a number in between, without '%' [threshold-out-of-range]",
      ]
    )
  }
}
