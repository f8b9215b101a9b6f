import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

/// Verdicts held against the worst that errors of keying can do.
@Suite struct KeyingOutlookTests {
  private func line(
    yes: Int,
    no: Int,
    items: Int = 1,
    threshold: Double = 0.8,
    _ keying: KeyingMeasurement?
  ) throws -> TargetAssessment.Line {
    let names = (1...items).map { "y\($0)" }
    let kind: Indicator.Kind =
      items == 1 ? .share(item: "y1", codes: nil) : .allPositive(items: names)
    let form = Made.questionnaire(
      names.map { Made.question($0, .selectOne(Made.scale(4))) },
      indicators: [Made.indicator("i", kind)]
    )
    let column = Array(repeating: "4", count: yes) + Array(repeating: "1", count: no)
    let target = Target(
      id: "t",
      promise: Made.text("P"),
      kind: .survey(questionnaire: "made", indicator: "i", atLeast: threshold, by: []),
      location: Made.here
    )
    let analysis = try StudyAnalysis(
      of: Made.data(form, names.map { _ in column }),
      plan: Plan(id: "p", office: Made.text("O"), targets: [target]),
      keying: keying
    )
    guard case .survey(let survey)? = analysis.targets.first?.outcome else {
      throw StudyDesignError.unknownQuestion("i")
    }
    return survey.overall
  }

  /// 20 answers a form, of which one in every so many forms is wrong.
  private func measured(
    forms: Int,
    wrongEvery: Int,
    unverified: Int,
    interviews: Int = 400
  ) throws -> KeyingMeasurement {
    let counts = (0..<forms).map { (fields: 20, errors: $0 % wrongEvery == 0 ? 1 : 0) }
    return KeyingMeasurement(
      rate: try #require(KeyingErrorRate(counts)),
      unverified: unverified,
      interviews: interviews
    )
  }

  @Test func `a verdict far from the target stands`() throws {
    let keying = try measured(forms: 40, wrongEvery: 10, unverified: 360)
    let line = try line(yes: 380, no: 20, keying)
    #expect(line.verdict == .met)
    let outlook = try #require(line.keying)
    #expect(outlook.survives)
    #expect(outlook.further == nil)
    #expect(outlook.rate == 4.0 / 800)
    #expect(outlook.upperRate == keying.rate.upperBound())
    #expect(abs(outlook.mostWrong - 0.9 * outlook.upperRate) < 1e-15)
  }

  /// L - λ ≥ T on either side of the border.
  @Test func `a verdict stands exactly as long as the bound leaves room`() throws {
    let keying = try measured(forms: 40, wrongEvery: 2, unverified: 400)
    let wrong = keying.rate.upperBound()
    let free = try line(yes: 340, no: 60, threshold: 0.5, keying)
    let bound = try #require(free.decidingBound)
    let tight = try line(yes: 340, no: 60, threshold: bound - wrong + 1e-9, keying)
    #expect(tight.verdict == .met)
    #expect(tight.keying?.survives == false)
    let just = try line(yes: 340, no: 60, threshold: bound - wrong - 1e-9, keying)
    #expect(just.keying?.survives == true)
    let upper = try #require(try line(yes: 60, no: 340, threshold: 0.5, keying).decidingBound)
    let missed = try line(yes: 60, no: 340, threshold: upper + wrong + 1e-9, keying)
    #expect(missed.verdict == .notMet)
    #expect(missed.keying?.survives == true)
    let near = try line(yes: 60, no: 340, threshold: upper + wrong - 1e-9, keying)
    #expect(near.keying?.survives == false)
  }

  @Test func `each answer that decides a record can be wrong`() throws {
    let keying = try measured(forms: 40, wrongEvery: 10, unverified: 400)
    let one = try #require(try line(yes: 380, no: 20, keying).keying)
    let three = try #require(try line(yes: 380, no: 20, items: 3, keying).keying)
    #expect(abs(three.mostWrong - 3 * one.mostWrong) < 1e-15)
  }

  @Test func `further verification is as much as makes it stand`() throws {
    let keying = try measured(forms: 10, wrongEvery: 10, unverified: 390)
    let found = try line(yes: 335, no: 65, threshold: 0.79, keying)
    #expect(found.verdict == .met)
    let outlook = try #require(found.keying)
    #expect(!outlook.survives)
    let further = try #require(outlook.further)
    #expect(further > 0 && further < 390)
    // With that many more forms at the same rate it would stand, with a tenth less it would not.
    let bound = try #require(found.decidingBound)
    func stands(_ forms: Int) throws -> Bool {
      let more = try measured(forms: forms / 10 * 10, wrongEvery: 10, unverified: 390)
      return 0.975 * more.rate.upperBound() <= bound - 0.79
    }
    #expect(try stands(10 + further + 10))
    #expect(try !stands(10 + further * 9 / 10))
  }

  @Test func `a rate that is too high leaves only verifying everything`() throws {
    let keying = try measured(forms: 40, wrongEvery: 1, unverified: 360)
    let outlook = try #require(try line(yes: 340, no: 60, threshold: 0.8, keying).keying)
    #expect(!outlook.survives)
    #expect(outlook.further == 360)
    let all = try measured(forms: 400, wrongEvery: 1, unverified: 0)
    #expect(try line(yes: 340, no: 60, threshold: 0.8, all).keying?.survives == true)
  }

  @Test func `nothing is said of the undecided and where nothing was measured`() throws {
    let keying = try measured(forms: 40, wrongEvery: 10, unverified: 360)
    #expect(try line(yes: 320, no: 80, keying).keying == nil)
    #expect(try line(yes: 380, no: 20, nil).keying == nil)
  }
}
