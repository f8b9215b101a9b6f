import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@Suite struct StudyAnalysisTests {
  private let form = Made.questionnaire(
    [
      Made.question("a", .selectOne(Made.scale(4))), Made.question("g", .text),
      Made.question("w", .decimal), Made.question("free", .text),
    ],
    sample: SampleDeclaration(weight: "w"),
    indicators: [Made.indicator("share", .share(item: "a", codes: nil))]
  )

  /// 60 people in three places; in C nobody is positive, two refuse.
  private var data: Dataset {
    let places = ["A", "B", "C"].flatMap { Array(repeating: $0, count: 20) }
    let answers = places.enumerated().map { index, place in
      index >= 58 ? "rf" : place == "C" ? "1" : index % 10 == 0 ? "2" : "4"
    }
    let ones = Array(repeating: "1", count: 60)
    return Made.data(form, [answers, places, ones, Array(repeating: "", count: 60)])
  }

  private func plan(_ kinds: [Target.Kind]) -> Plan {
    Plan(
      id: "plan",
      office: Made.text("Office"),
      targets: kinds.enumerated().map { index, kind in
        Target(id: "t\(index)", promise: Made.text("P\(index)"), kind: kind, location: Made.here)
      },
      suppression: Plan.Suppression(usesNCHS: false)
    )
  }

  @Test func `each kind of target has its outcome`() throws {
    let count = AdministrativeTarget(done: "done", of: "all", atLeast: 1)
    let analysis = try StudyAnalysis(
      of: data,
      plan: plan([
        .survey(questionnaire: "made", indicator: "share", atLeast: 0.8, by: ["g"]),
        .count(count),
        .change(questionnaire: "made", indicator: "share", direction: .increase),
        .change(questionnaire: "other", indicator: "share", direction: .increase),
        .survey(questionnaire: "other", indicator: "share", atLeast: 0.8, by: []),
        .survey(questionnaire: "made", indicator: "absent", atLeast: 0.8, by: []),
      ])
    )
    let outcomes = analysis.targets.map { assessment in
      switch assessment.outcome {
      case .survey: "survey"
      case .change: "change"
      case .needsTwoWaves: "two waves"
      case .count: "entered"
      case .awaitsCount(let target): target == count ? "count" : "another count"
      case .questionnaireAbsent(let id): "absent \(id)"
      }
    }
    #expect(
      outcomes == ["survey", "count", "two waves", "absent other", "absent other", "absent made"]
    )
    #expect(analysis.targets[0].isMissedSomewhere)
    #expect(!analysis.targets[1].isMissedSomewhere)
    guard case .survey(let survey) = analysis.targets[0].outcome else { return }
    #expect(survey.overall.estimate?.sampleSize == 58)
    #expect(survey.breakdowns.first?.lines.map { $0.level?.code } == ["A", "B", "C"])
    #expect(survey.breakdowns.first?.lines.last?.verdict == .notMet)
  }

  @Test func `indicators are broken down by the questions of the targets or those asked for`()
    throws
  {
    let target = Target.Kind.survey(
      questionnaire: "made",
      indicator: "share",
      atLeast: 0.8,
      by: ["g"]
    )
    let byPlan = try StudyAnalysis(of: data, plan: plan([target]))
    #expect(byPlan.indicators[0].estimates.breakdowns.map(\.question.id) == ["g"])
    let byWish = try StudyAnalysis(of: data, plan: plan([target]), by: ["a"])
    #expect(byWish.indicators[0].estimates.breakdowns.map(\.question.id) == ["a"])
    let plain = try StudyAnalysis(of: data, plan: nil)
    #expect(plain.indicators[0].estimates.breakdowns.isEmpty)
    #expect(plain.targets.isEmpty)
    #expect(throws: StudyDesignError.unknownQuestion("x")) {
      try StudyAnalysis(of: data, plan: nil, by: ["x"])
    }
    let list = Made.choices(["1", "2"])
    let several = Made.questionnaire([Made.question("m", .selectMultiple(list))])
    #expect(throws: StudyDesignError.makesNoGroups("m")) {
      try StudyAnalysis(of: Made.data(several, [["1"]]), plan: nil, by: ["m"])
    }
  }

  @Test func `the design of the plan holds over that of the questionnaire`() throws {
    let plan = Plan(
      id: "plan",
      office: Made.text("Office"),
      designs: ["made": SampleDeclaration(clusters: ["g"])]
    )
    let analysis = try StudyAnalysis(of: data, plan: plan)
    #expect(analysis.design.design.primaryUnits == 3)
    #expect(analysis.design.notes == [.noWeights])
  }

  @Test func `every question is described with its levels and its missing answers`() throws {
    let analysis = try StudyAnalysis(of: data, plan: nil)
    #expect(analysis.items.map(\.question.id) == ["a", "w"])
    let item = try #require(analysis.items.first)
    #expect(item.levels.map(\.count) == [18, 4, 0, 36])
    #expect(item.answered == 58)
    #expect(item.missing == [.refused: 2])
    #expect(item.positive?.value == 36.0 / 58)
    let total = item.levels.compactMap(\.share?.value).reduce(0, +)
    #expect((total - 1).magnitude < 1e-12)
    #expect(analysis.items.last?.mean?.value == 1)
  }

  @Test func `an empty study is analysed without a trap`() throws {
    let empty = Dataset(questionnaire: form, answers: [])
    let result = Result { try StudyAnalysis(of: empty, plan: nil) }
    if case .success(let analysis) = result {
      #expect(analysis.indicators[0].estimates.overall == nil)
    }
  }
}
