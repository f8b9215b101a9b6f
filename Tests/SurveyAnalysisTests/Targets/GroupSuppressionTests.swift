import SurveyModel
import Testing

@testable import SurveyAnalysis

/// What one table hides, no other gives away.
@Suite struct GroupSuppressionTests {
  private let rule = Plan.Suppression()

  /// Groups of a question with so many people each; those without an answer come last.
  private func variable(
    _ id: String,
    _ codes: [Int],
    isDerived: Bool = false
  ) throws -> GroupVariable {
    let words = (0...(codes.max() ?? 0)).map {
      Choice(code: "\($0)", label: LocalizedText(["vi": "\($0)"]))
    }
    var question = Question(
      id: id,
      kind: .selectOne(ChoiceList(id: id, choices: words)),
      label: LocalizedText(["vi": id]),
      location: SourceLocation(file: "test", line: 1, column: 1)
    )
    question.isAsked = !isDerived
    let questionnaire = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: LocalizedText(["vi": "q"]),
      sections: [Section(id: "s", title: LocalizedText(["vi": "s"]), questions: [question])]
    )
    let data = Dataset(
      questionnaire: questionnaire,
      answers: codes.map { [$0 < 0 ? .missing(.refused) : .choice("\($0)")] }
    )
    return try #require(GroupVariable(id, in: data))
  }

  private func people(_ sizes: [Int]) -> [Int] {
    sizes.enumerated().flatMap { Array(repeating: $0, count: $1) }
  }

  private func answers(
    _ id: String,
    _ counts: [String: [Int]],
    items: [String]? = nil
  ) -> GroupSuppression.Answers {
    GroupSuppression.Answers(
      indicator: id,
      items: items ?? [id],
      total: counts.values.map { $0.reduce(0, +) }.max() ?? 0,
      counts: counts
    )
  }

  @Test func `a small group has the same cover in every table`() throws {
    let place = try variable("a", people([3, 20, 21, 90]))
    // Alone, the first would be covered by the group of 20, the second by that of 19.
    let groups = GroupSuppression(
      rule,
      dividing: [place],
      answers: [answers("x", ["a": [3, 20, 21, 90]]), answers("y", ["a": [3, 20, 19, 90]])]
    )
    #expect(groups.keptBack("a") == ["0", "1"])
    #expect(groups.keptBack("a", in: "x") == ["0", "1"])
    #expect(groups.keptBack("a", in: "y") == ["0", "1"])
    #expect(groups.keptBack("b", in: "y").isEmpty)
  }

  @Test func `a group that few leave out is hidden everywhere when it gets small by that`() throws {
    let place = try variable("a", people([6, 20, 90]))
    let groups = GroupSuppression(
      rule,
      dividing: [place],
      answers: [answers("x", ["a": [6, 20, 90]]), answers("y", ["a": [4, 20, 90]])]
    )
    // Six people, of whom at most two are without an answer to y.
    #expect(groups.keptBack("a") == ["0", "1"])
  }

  @Test func `what only some are asked hides groups of its own`() throws {
    let place = try variable("a", people([60, 80, 90]))
    let groups = GroupSuppression(
      rule,
      dividing: [place],
      answers: [answers("x", ["a": [60, 80, 90]]), answers("y", ["a": [3, 12, 20]])]
    )
    #expect(groups.keptBack("a").isEmpty)
    #expect(groups.keptBack("a", in: "x").isEmpty)
    #expect(groups.keptBack("a", in: "y") == ["0", "1"])
  }

  @Test func `indicators of the same questions hide the same groups`() throws {
    let place = try variable("a", people([60, 80, 90]))
    let groups = GroupSuppression(
      rule,
      dividing: [place],
      answers: [
        answers("x", ["a": [3, 12, 20]], items: ["q1"]),
        answers("y", ["a": [3, 14, 13]], items: ["q2", "q1"]),
      ]
    )
    #expect(groups.keptBack("a", in: "x") == groups.keptBack("a", in: "y"))
    #expect(groups.keptBack("a").isEmpty)
  }

  @Test func `units do not give their communes away`() throws {
    // Communes 0 and 1 became unit 0, the others unit 1.
    let communes = people([3, 40, 20, 90])
    let units = communes.map { $0 < 2 ? 0 : 1 }
    let groups = GroupSuppression(
      rule,
      dividing: [try variable("a", communes), try variable("b", units, isDerived: true)],
      answers: [answers("x", ["a": [3, 40, 20, 90], "b": [43, 110]])]
    )
    // Alone, commune 2 would be the cover, and unit 0 without commune 1 would be commune 0.
    #expect(groups.keptBack("a") == ["0", "1"])
    #expect(groups.keptBack("b").isEmpty)
  }

  @Test func `those in no unit do not give a commune away`() throws {
    // The three people of commune 0 are in no unit.
    let communes = people([3, 40, 20, 90])
    let units = communes.map { $0 == 0 ? -1 : $0 == 1 ? 0 : 1 }
    let groups = GroupSuppression(
      rule,
      dividing: [try variable("a", communes), try variable("b", units, isDerived: true)],
      answers: [answers("x", ["a": [3, 40, 20, 90], "b": [40, 110]])]
    )
    #expect(groups.keptBack("a").isSuperset(of: ["0"]))
    #expect(!groups.keptBack("b").isEmpty)
  }

  @Test func `a cover stays one where nobody of the small group answered`() throws {
    let place = try variable("a", people([2, 20, 30, 90]))
    let groups = GroupSuppression(
      rule,
      dividing: [place],
      answers: [answers("x", ["a": [2, 20, 30, 90]]), answers("y", ["a": [0, 19, 30, 88]])]
    )
    #expect(groups.keptBack("a") == ["0", "1"])
    #expect(groups.keptBack("a", in: "y") == ["0", "1"])
  }

  @Test func `questions that have nothing to do with each other are protected apart`() throws {
    let place = try variable("a", people([3, 40, 90]))
    let gender = try variable("b", (0..<133).map { $0 % 2 })
    let groups = GroupSuppression(
      rule,
      dividing: [place, gender],
      answers: [answers("x", ["a": [3, 40, 90], "b": [67, 66]])]
    )
    #expect(groups.keptBack("a") == ["0", "1"])
    #expect(groups.keptBack("b").isEmpty)
  }
}
