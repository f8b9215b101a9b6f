import SurveyFormats
import SurveyModel
import Testing

@Suite("YAML: plans")
struct YAMLPlanReaderTests {
  private let complete = """
    plan: vinh-chau-2024
    office: {vi: Ủy ban, en: Office}
    document: {vi: Kế hoạch, en: Plan}
    period: {year: 2024, report: [quarter, half-year, year]}
    area: {vi: Vĩnh Châu, en: Vĩnh Châu}
    note: {vi: Ghi chú, en: Note, km: Khmer}
    decide: {error: 2.5%, method: wilson}
    targets:
      - id: hieu_ro
        promise: {vi: P, en: P}
        source: "I.1"
        questionnaire: nhan-thuc
        indicator: hieu
        at_least: 80%
        population: {vi: Dân, en: People}
        by: [loai, don_vi]
        decide: {adjust: none}
      - id: tap_huan
        promise: {vi: P, en: P}
        count: {done: duoc, of: can_bo}
        at_least: 100%
      - id: tin_bai
        promise: {vi: P, en: P}
        count: {done: tin, every: month}
        at_least: 1
      - id: sipas
        promise: {vi: P, en: P}
        questionnaire: sipas-2023
        indicator: sipas
        change: increase
    design:
      nhan-thuc: {weight: w, strata: [s], clusters: [c], fpc: [f], nest: true}
    report:
      suppress: {below: 6, flag_below: 40, rule: none}
    """

  @Test func `a plan with every key is read field by field`() throws {
    let (read, diagnostics) = YAMLPlanReader().read(complete, file: "p.yaml")
    #expect(diagnostics.map(\.place) == [])
    let plan = try #require(read)
    #expect(plan.id == "vinh-chau-2024")
    #expect(plan.office == LocalizedText(["vi": "Ủy ban", "en": "Office"]))
    #expect(plan.document == LocalizedText(["vi": "Kế hoạch", "en": "Plan"]))
    #expect(plan.year == 2024)
    #expect(plan.reports == [.quarter, .halfYear, .year])
    #expect(plan.area == LocalizedText(["vi": "Vĩnh Châu", "en": "Vĩnh Châu"]))
    #expect(plan.note == LocalizedText(["vi": "Ghi chú", "en": "Note", "km": "Khmer"]))
    #expect(plan.suppression == Plan.Suppression(below: 6, flagBelow: 40, usesNCHS: false))
    let design = SampleDeclaration(
      weight: "w",
      strata: ["s"],
      clusters: ["c"],
      fpc: ["f"],
      nest: true
    )
    #expect(plan.designs == ["nhan-thuc": design])
    let promise = LocalizedText(["vi": "P", "en": "P"])
    let decision = Target.Decision(error: 0.025, method: .wilson, adjustment: .holm)
    func place(_ line: Int) -> Place {
      Place(file: "p.yaml", line: line, column: 5)
    }
    let survey = Target.Kind.survey(
      questionnaire: "nhan-thuc",
      indicator: "hieu",
      atLeast: 0.8,
      by: ["loai", "don_vi"]
    )
    let expected = [
      Target(
        id: "hieu_ro",
        promise: promise,
        source: "I.1",
        population: LocalizedText(["vi": "Dân", "en": "People"]),
        kind: survey,
        decision: Target.Decision(error: 0.025, method: .wilson, adjustment: .none),
        location: place(9)
      ),
      Target(
        id: "tap_huan",
        promise: promise,
        kind: .count(AdministrativeTarget(done: "duoc", of: "can_bo", atLeast: 1)),
        decision: decision,
        location: place(18)
      ),
      Target(
        id: "tin_bai",
        promise: promise,
        kind: .count(AdministrativeTarget(done: "tin", every: .month, atLeast: 1)),
        decision: decision,
        location: place(22)
      ),
      Target(
        id: "sipas",
        promise: promise,
        kind: .change(questionnaire: "sipas-2023", indicator: "sipas", direction: .increase),
        decision: decision,
        location: place(26)
      ),
    ]
    #expect(plan.targets == expected)
  }

  @Test func `a plan without targets has the defaults`() throws {
    let (read, diagnostics) = YAMLPlanReader().read(
      "plan: p\noffice: {vi: O, en: O}\n",
      file: "p.yaml"
    )
    #expect(diagnostics.isEmpty)
    let plan = try #require(read)
    #expect(plan.targets.isEmpty)
    #expect(plan.suppression == Plan.Suppression())
    #expect(plan.designs.isEmpty)
  }

  @Test(arguments: [
    ("at_least: 80%", ["target-without-kind@4:5"]),
    ("questionnaire: q, at_least: 80%", ["missing-key@4:5"]),
    ("questionnaire: q, indicator: i", ["missing-key@4:5"]),
    ("questionnaire: q, indicator: i, at_least: most", ["bad-threshold@4:80"]),
    ("questionnaire: q, indicator: i, at_least: 8, change: increase", ["target-of-two-kinds@4:83"]),
    ("questionnaire: q, indicator: i, change: rise", ["unknown-change@4:78"]),
    ("questionnaire: q, count: {done: d}, at_least: 1", ["target-of-two-kinds@4:56"]),
    ("count: {done: d, every: week}, at_least: 1", ["unknown-period@4:62"]),
    ("count: {of: d}, at_least: 1", ["missing-key@4:45"]),
    ("count: {done: d}, at_least: 1, decide: {error: 5%}", ["needless-decision@4:69"]),
    (
      "questionnaire: q, indicator: i, at_least: 80%, decide: {error: 5, method: wald, adjust: no}",
      ["bad-percentage@4:101", "unknown-method@4:112", "unknown-adjustment@4:126"]
    ),
  ])
  func `every target is of one kind`(_ text: String, _ expected: [String]) {
    let yaml = """
      plan: p
      office: {vi: O, en: O}
      targets:
        - {id: t, promise: {vi: P, en: P}, \(text)}
      """
    #expect(planFindings(yaml) == expected)
  }

  @Test func `findings about the rest of a plan`() {
    let yaml = """
      plan: 1p
      office: {en: O, X: y}
      period: {year: 24, report: [week]}
      targts: []
      report: {suppress: {below: -1, rule: nchs}}
      """
    #expect(
      planFindings(yaml) == [
        "invalid-id@1:7", "default-translation-missing@2:9", "unknown-language@2:17",
        "bad-year@3:16", "unknown-period@3:29", "unknown-key@4:1", "bad-count@5:28",
        "unknown-suppression-rule@5:38",
      ]
    )
    let diagnostics = YAMLPlanReader().read(yaml, file: "p.yaml").diagnostics
    #expect(
      diagnostics[3].text(in: .english)
        == "p.yaml:3:16: error: year '24' is not valid; write four digits from 1900 to 2999 "
        + "[bad-year]"
    )
    #expect(
      diagnostics[3].text(in: .vietnamese)
        == "p.yaml:3:16: lỗi: năm '24' không hợp lệ; hãy viết bốn chữ số từ 1900 đến 2999 "
        + "[bad-year]"
    )
  }
}
