import SurveyModel
import Testing

@Suite("Rules that read a question whose answers changed")
struct DependencyComparisonTests {
  private static let flip = [
    ("{code: 1, label: {vi: Nam, en: Male}}", "{code: 9, label: {vi: Nam, en: Male}}")
  ]
  private static let rules = [
    ("\"${tuoi} + 1\"", "\"${gioi} + 1\""), ("\"${tuoi} > 20\"", "\"${tong} > 1\""),
  ]

  private func found(_ map: String?) throws -> [String] {
    let old = try TrialForm.edited(Self.rules, version: "1")
    let new = try TrialForm.edited(Self.rules + Self.flip, version: "2")
    let comparison = QuestionnaireComparison(old, new, map: try map.map(TrialForm.map))
    return short(comparison.changes).filter { !$0.hasPrefix("gioi") }
  }

  @Test func `are others through any number of steps, with a map too`() throws {
    let expected = [
      "h2 dependency-changed incomparable", "tong dependency-changed incomparable",
    ]
    #expect(try found(nil) == expected)
    #expect(try found("  - {question: gioi, recode: {1: 9}}") == expected)
  }

  @Test func `are the same where a person answers for it`() throws {
    let map = """
        - {question: gioi, recode: {1: 9}}
        - {question: tong, comparable: true}
      """
    #expect(try found(map) == ["tong dependency-changed comparable"])
  }

  @Test func `set answers apart`() throws {
    let old = try TrialForm.edited(Self.rules, version: "1")
    let new = try TrialForm.edited(Self.rules + Self.flip, version: "2")
    let map = try TrialForm.map("  - {question: gioi, recode: {1: 9}}")
    let step = QuestionnaireComparison(old, new, map: map).step
    #expect(step.fates["tong"] == .apart(to: "tong", .dependencyChanged))
    #expect(step.fates["h2"] == .apart(to: "h2", .dependencyChanged))
    #expect(step.fates["gioi"] == .carried(to: "gioi", codes: ["1": .code("9")]))
  }

  @Test func `are others where a map alone sets the question apart`() throws {
    let map = try TrialForm.map("  - {question: tuoi, comparable: false}")
    let (old, new) = (try TrialForm.original(), try TrialForm.edited(version: "2"))
    let comparison = QuestionnaireComparison(old, new, map: map)
    #expect(
      short(comparison.changes) == [
        "tuoi declared incomparable", "h2 dependency-changed incomparable",
        "tong dependency-changed incomparable", "tuoi_tb affected incomparable",
      ]
    )
    #expect(comparison.changes.first?.isSettled == true)
    #expect(comparison.step.fates["tuoi"] == .apart(to: "tuoi", .declared))
    #expect(comparison.step.fates["tong"] == .apart(to: "tong", .dependencyChanged))
    // What sets it apart already is said once.
    let text = ("{id: tuoi, type: integer, constraint: \". >= 18\"", "{id: tuoi, type: text")
    let edited = try TrialForm.edited(
      [text, Self.rules[1], ("item: tuoi}", "item: cho}")],
      version: "2"
    )
    #expect(
      short(QuestionnaireComparison(old, edited, map: map).changes.filter { $0.name == "tuoi" })
        == ["tuoi type-changed incomparable", "tuoi constraint-changed comparable"]
    )
  }

  @Test func `are others where the id is another question's`() throws {
    let map = try TrialForm.map("  - {question: tuoi, dropped: true}")
    let (old, new) = (try TrialForm.original(), try TrialForm.edited(version: "2"))
    let comparison = QuestionnaireComparison(old, new, map: map)
    #expect(
      short(comparison.changes) == [
        "tuoi added comparable", "h2 dependency-changed incomparable",
        "tong dependency-changed incomparable", "tuoi removed comparable",
        "tuoi_tb affected incomparable",
      ]
    )
    #expect(comparison.step.fates["h2"] == .apart(to: "h2", .dependencyChanged))
  }

  @Test func `are the same where only the name of the question changed`() throws {
    let old = try TrialForm.edited(Self.rules, version: "1")
    let new = try TrialForm.edited(
      [
        ("{id: gioi, type", "{id: sex, type"), ("\"${tuoi} + 1\"", "\"${sex} + 1\""), Self.rules[1],
      ],
      version: "2"
    )
    let map = try TrialForm.map("  - {question: gioi, becomes: sex}")
    let comparison = QuestionnaireComparison(old, new, map: map)
    #expect(short(comparison.changes) == ["sex renamed comparable"])
  }

  @Test func `codes that an indicator names go with the map`() throws {
    let codes = ("kind: share, item: h1", "kind: share, item: gioi, codes: [1]")
    let old = try TrialForm.edited([codes], version: "1")
    let map = try TrialForm.map("  - {question: gioi, recode: {1: 9}}")
    let stale = try TrialForm.edited(
      Self.flip + [(codes.0, "kind: share, item: gioi, codes: [2]")],
      version: "2"
    )
    #expect(
      short(QuestionnaireComparison(old, stale, map: map).changes)
        .contains("tot formula-changed incomparable")
    )
    let right = try TrialForm.edited(
      Self.flip + [(codes.0, "kind: share, item: gioi, codes: [9]")],
      version: "2"
    )
    #expect(
      !short(QuestionnaireComparison(old, right, map: map).changes).contains { $0.hasPrefix("tot") }
    )
  }
}
