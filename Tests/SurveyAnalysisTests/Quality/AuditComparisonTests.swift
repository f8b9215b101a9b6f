import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@Suite struct AuditComparisonTests {
  private static let plan = Plan(
    id: "p",
    office: Made.text("O"),
    targets: [
      Target(
        id: "t",
        promise: Made.text("T"),
        kind: .survey(questionnaire: "made", indicator: "hai_long", atLeast: 0.75, by: []),
        location: Made.here
      )
    ]
  )

  /// Three of four forms are copies of one satisfied form.
  private func faked() -> HonestSurvey {
    var survey = HonestSurvey(seed: 21, interviews: 600)
    for row in survey.rows.indices where row % 4 != 0 {
      let place = survey.rows[row][0]
      let dossier = survey.rows[row][1]
      survey.rows[row] = survey.rows[1]
      survey.rows[row][0] = place
      survey.rows[row][1] = dossier
      survey.rows[row][HonestSurvey.firstItem] = .choice("5")
    }
    return survey
  }

  @Test func `a verdict that hangs on copies flips without them`() throws {
    let survey = faked()
    let data = survey.data
    let design = try StudyDesign(HonestSurvey.questionnaire.sample, of: data)
    var rules = QualityRules()
    rules.rules = [.identicalForms]
    let audit = try QualityAudit(data, course: survey.course, design: design, rules: rules)
    #expect(audit.flaggedRows == Set((2..<600).filter { $0 % 4 != 0 }))
    let comparison = try #require(
      try AuditComparison.all(audit, data, design: design, plan: Self.plan).first
    )
    #expect(comparison.scenario == .withoutFlagged && comparison.leftOut == 449)
    let line = try #require(comparison.targets.first)
    #expect(line.all.verdict == .met)
    #expect(line.without.verdict == .notMet)
    #expect(line.flips && line.reverses && comparison.flips.count == 1)
    #expect(line.all.estimate?.sampleSize == 600 - data.missing("m1"))
    // Nothing of the study has changed.
    #expect(data.count == 600)
  }

  @Test func `those who remain are a domain of the same sample`() throws {
    let survey = faked()
    let data = survey.data
    let design = try StudyDesign(HonestSurvey.questionnaire.sample, of: data)
    var rules = QualityRules()
    rules.rules = [.identicalForms]
    let audit = try QualityAudit(data, course: survey.course, design: design, rules: rules)
    let comparison = try #require(
      try AuditComparison.all(audit, data, design: design, plan: nil).first
    )
    #expect(comparison.targets.isEmpty)
    let share = try #require(comparison.indicators.first { $0.indicator.id == "hai_long" })
    let values = IndicatorScores.values(of: share.indicator, in: data) ?? []
    let domain = data.rowFlags.map { !audit.flaggedRows.contains($0) }
    let wanted = try #require(try design.design.mean(of: values, in: domain))
    let without = try #require(share.without)
    #expect(without.value == wanted.value)
    #expect(abs(without.standardError - wanted.standardError) <= 1e-12)
    #expect(without.degreesOfFreedom == wanted.degreesOfFreedom)
  }

  @Test func `nothing is compared where nothing is found`() throws {
    let survey = HonestSurvey(seed: 3, interviews: 200)
    let data = survey.data
    let design = try StudyDesign(HonestSurvey.questionnaire.sample, of: data)
    let audit = try QualityAudit(data, course: survey.course, design: design)
    #expect(!audit.hasFindings)
    #expect(try AuditComparison.all(audit, data, design: design, plan: Self.plan).isEmpty)
    #expect(audit.outcomes.map(\.rule) == QualityRule.allCases)
  }

  @Test func `a study without instants, operators and dossiers says so`() throws {
    let form = Made.questionnaire([Made.question("a", .selectOne(Made.scale(5)))])
    let data = Made.data(form, [["1", "2", "", "dk"]])
    let design = try StudyDesign(form.sample, of: data)
    let audit = try QualityAudit(data, course: InterviewCourse(count: 4), design: design)
    #expect(
      audit.outcomes.map(\.silence) == [
        .noScale(items: 8), .noInstants, .tooFewAnswers, .tooFewAnswers, .noInstants, .noDossiers,
        .noOperators, .noOperators, .tooFewAnswers,
      ]
    )
    let empty = Made.data(form, [[]])
    let none = try StudyDesign(form.sample, of: empty)
    #expect(try !QualityAudit(empty, course: InterviewCourse(count: 0), design: none).hasFindings)
  }
}

extension Dataset {
  fileprivate var rowFlags: Range<Int> { 0..<count }

  fileprivate func missing(_ id: String) -> Int { column(id)?.missing.count ?? 0 }
}
