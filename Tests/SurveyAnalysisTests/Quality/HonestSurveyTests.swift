import SurveyAnalysis
import SurveyModel
import Testing

/// Each rule raises a false alarm in at most one of a hundred honest studies.
///
/// Of a hundred studies more than five alarms have a chance below one in a thousand, then.
@Suite struct HonestSurveyTests {
  private func alarms(_ rule: QualityRule, studies: Int = 100, interviews: Int = 400) throws -> Int
  {
    var alarms = 0
    for seed in 1...studies {
      let outcome = try #require(
        try HonestSurvey(seed: UInt64(seed), interviews: interviews).outcome(rule)
      )
      #expect(outcome.silence == nil && outcome.examined > 0)
      if !outcome.flags.isEmpty || outcome.findings.contains(where: \.isFlagged) { alarms += 1 }
    }
    return alarms
  }

  @Test func `straight lines of satisfied people are no alarm`() throws {
    #expect(try alarms(.straightLining) <= 5)
  }

  @Test func `honest people are not taken for copies of each other`() throws {
    #expect(try alarms(.identicalForms) <= 5)
    #expect(try alarms(.nearIdenticalForms) <= 5)
  }

  @Test func `honest pace and hours are no alarm at all`() throws {
    #expect(try alarms(.speeding, studies: 20) == 0)
    #expect(try alarms(.bursts, studies: 20) == 0)
    #expect(try alarms(.duplicateDossiers, studies: 5) == 0)
  }

  @Test func `operators who differ by chance are no alarm`() throws {
    #expect(try alarms(.operatorMeans) <= 5)
    #expect(try alarms(.missingAnswers) <= 5)
    #expect(try alarms(.digitPreference, interviews: 1000) <= 5)
  }
}
