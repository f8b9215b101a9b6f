import SurveyStatistics
import Testing

@Suite struct PlanningErrorTextTests {
  @Test(arguments: [
    (
      PlanningError.notAShare(.margin, -0.03), "sai số -3% phải lớn hơn 0% và nhỏ hơn 100%",
      "margin -3% must be above 0% and below 100%"
    ),
    (
      .notAShare(.error, 0.6), "xác suất sai 60% phải lớn hơn 0% và nhỏ hơn 50%",
      "chance of an error 60% must be above 0% and below 50%"
    ),
    (
      .notAShare(.intraclassCorrelation, 2.5),
      "tương quan nội cụm 2,5 phải lớn hơn 0 và nhỏ hơn 1",
      "intraclass correlation 2.5 must be above 0 and below 1"
    ),
    (
      .notPositive(.designEffect, -0.5), "hệ số thiết kế -0,5 phải là số lớn hơn 0",
      "design effect -0.5 must be a number above 0"
    ),
    (
      .sameRates(0.801),
      "hai tỷ lệ đều là 80,1%; không mẫu nào phân biệt được một tỷ lệ với chính nó",
      "both rates are 80.1%; no sample can tell a rate from itself"
    ),
    (
      .tooMany(limit: 1_000_000_000),
      "cần hơn 1.000.000.000 phiếu; hãy giảm độ chính xác hoặc chọn mức chênh lệch lớn hơn",
      "more than 1,000,000,000 interviews would be needed;"
        + " ask for less precision or a larger difference"
    ),
    (
      .tooMany(limit: 100_000),
      "cần hơn 100.000 phiếu; hãy giảm độ chính xác hoặc chọn mức chênh lệch lớn hơn",
      "more than 100,000 interviews would be needed;"
        + " ask for less precision or a larger difference"
    ),
  ])
  func `numbers are written as their readers write them`(
    error: PlanningError,
    vietnamese: String,
    english: String
  ) {
    #expect(error.text(.vietnamese) == vietnamese)
    #expect(error.description == english)
  }

  @Test func `numbers that are none do not trap`() {
    for value in [Double.nan, .infinity, -.infinity, 1e300, .leastNonzeroMagnitude] {
      #expect(!PlanningError.notPositive(.population, value).text(.vietnamese).isEmpty)
      #expect(!PlanningError.notAShare(.rate, value).description.isEmpty)
    }
  }
}
