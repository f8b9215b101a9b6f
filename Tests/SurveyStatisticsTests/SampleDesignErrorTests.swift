import SurveyStatistics
import Testing

struct SampleDesignErrorTests {
  @Test func `a lonely PSU is named in both languages`() {
    let error = SampleDesignError.lonelyPSU(stratum: 3, stage: 1, row: 24)
    #expect(
      error.text(.english)
        == "stratum '3' has only one sampled unit at stage 1 (row 25);"
        + " join strata or choose a rule for single units"
    )
    #expect(
      error.text(.vietnamese, stratumName: { _ in "Phường A" })
        == "tầng 'Phường A' chỉ có một đơn vị mẫu ở giai đoạn 1 (dòng 25);"
        + " hãy gộp tầng hoặc chọn quy tắc cho tầng một đơn vị"
    )
    #expect("\(error)" == error.text(.english))
  }

  @Test(arguments: [
    SampleDesignError.unequalColumns(.strata(stage: 1), rows: 2, expected: 3),
    .tooManyRows(3_000_000_000), .invalidWeight(-2, row: 4), .invalidProbability(2, row: 4),
    .weightsAndProbabilities, .missingCode(.clusters(stage: 2), row: 0),
    .tooManyStrata(columns: 3, stages: 2), .fpcStages(columns: 1, stages: 2),
    .invalidFPC(0, stage: 1, row: 2), .mixedFPC(row: 1, otherRow: 2),
    .fpcBelowSample(population: 2, sampled: 3, stage: 1, row: 2),
    .fpcVaries(stage: 1, row: 1, otherRow: 2),
    .clusterInTwoStrata(cluster: 1, stage: 1, row: 0, otherRow: 2),
    .lonelyPSU(stratum: 1, stage: 1, row: 0), .invalidGroup(9, row: 1), .tooManyGroups(99_999_999),
    .notZeroOrOne(3, row: 1), .unequalCoefficients(1, expected: 2),
    .unequalColumns(.weights, rows: 2, expected: 3),
    .unequalColumns(.probabilities, rows: 2, expected: 3),
    .unequalColumns(.fpc(stage: 1), rows: 2, expected: 3),
    .unequalColumns(.values, rows: 2, expected: 3), .unequalColumns(.groups, rows: 2, expected: 3),
  ])
  func `every error can be said in both languages`(error: SampleDesignError) {
    let (english, vietnamese) = (error.text(.english), error.text(.vietnamese))
    #expect(english != vietnamese)
    for text in [english, vietnamese] {
      #expect(!text.isEmpty)
      #expect(!text.hasSuffix("."))
    }
  }
}
