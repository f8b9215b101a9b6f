import SurveyAnalysis
import Testing

@testable import SurveyModel

/// Whom an examination calls counted is counted by the scores, and whom it calls outside is not.
@Suite struct ExaminedIndicatorTests {
  private static let place = SurveyModel.SourceLocation(file: "q.yaml", line: 1, column: 1)

  private static func words(_ text: String) -> LocalizedText { LocalizedText(["vi": text]) }

  private static let levels = ChoiceList(
    id: "muc",
    choices: (1...3).map {
      Choice(code: "\($0)", label: words("\($0)"), isPositive: $0 == 3, points: Double($0))
    },
    scale: Scale(direction: .ascending, neutral: nil)
  )

  private static func question(_ id: String, relevant: String? = nil) throws -> Question {
    var question = Question(id: id, kind: .selectOne(levels), label: words(id), location: place)
    if let relevant {
      question.relevant = LocatedExpression(try Expression.parse(relevant), at: place)
    }
    return question
  }

  private static let kinds: [Indicator.Kind] = [
    .share(item: "a", codes: nil), .share(item: "b", codes: ["1"]),
    .allPositive(items: ["a", "c"]), .anyPositive(items: ["a", "c"]),
    .atLeast(minimum: 2, items: ["a", "c", "loai"]), .mean(item: "b"),
    .test(answers: [TestItem(item: "a", right: "3"), TestItem(item: "b", right: "1")], pass: 0.5),
    .allPositive(items: ["a", "b"]), .share(item: "d", codes: nil),
  ]

  @Test func `the paths of an examination are scored as it says`() throws {
    let questionnaire = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: Self.words("Q"),
      sections: [
        Section(
          id: "s",
          title: Self.words("s"),
          questions: [
            try Self.question("loai"), try Self.question("a", relevant: "${loai} = 1"),
            try Self.question("b", relevant: "${loai} = 2"),
            try Self.question("c", relevant: "${a} >= 2"),
            try Self.question("d", relevant: "${loai} = 4"),
          ]
        )
      ],
      indicators: Self.kinds.enumerated().map { number, kind in
        Indicator(id: "i\(number)", label: Self.words("i"), kind: kind, location: Self.place)
      }
    )
    let plan = try InterviewPlan(questionnaire)
    let moment = FormMoment(now: Timestamp(milliseconds: 1_772_676_000_000))
    let found = FormExamination(plan, moment: moment, budget: ExaminationBudget(steps: 10_000))
    var seen = 0
    for examined in found.claims {
      switch (examined.claim, examined.verdict) {
      case (.isCounted(let number, nil), .proven(let path?)):
        #expect(isCounted(number, path, plan, moment), "\(number)")
        seen += 1
      case (.everybodyCounted(let number), .refuted(let path?, _)):
        #expect(!isCounted(number, path, plan, moment), "\(number)")
        seen += 1
      case (.isCounted(let number, nil), .refuted(nil, _)): #expect(number >= 7)
      default: continue
      }
    }
    #expect(seen >= 14)
  }

  /// Whether the form is counted once whatever the path leaves open is answered.
  private func isCounted(
    _ number: Int,
    _ path: WitnessPath,
    _ plan: InterviewPlan,
    _ moment: FormMoment
  ) -> Bool {
    let session = path.replayed(in: plan, moment: moment)
    let answers = plan.steps.indices.map { index -> Answer in
      guard session.form.relevant[index] else { return .missing(.notApplicable) }
      return session.given(at: index) ?? .choice("1")
    }
    let data = Dataset(questionnaire: plan.questionnaire, answers: [answers])
    let values = IndicatorScores.values(of: plan.questionnaire.indicators[number], in: data)
    return values?.first?.isNaN == false
  }
}
