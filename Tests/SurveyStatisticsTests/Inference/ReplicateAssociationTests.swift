import SurveyStatistics
import Testing

/// The tests of independence that R survey 4.1-1 makes with jackknife weights of the sample that
/// comes with the tests.
struct ReplicateAssociationTests {
  @Test(arguments: ["about_mean", "about_sample"])
  func `tests of jackknife weights are those of R`(design: String) throws {
    let survey = try SampleSurvey("association", design: design)
    let want = survey.expected
    let weights = survey.table.numbers("weight")
    let units = survey.table.numbers("psu")
    let count = try #require(want["n_rep"].int)
    #expect(Set(units).count == count)
    let factor = Double(count) / Double(count - 1)
    let replicates = Set(units).sorted().map { left in
      zip(weights, units).map { $1 == left ? 0 : $0 * factor }
    }
    let tests = want["tests"].list
    #expect(tests.count == 8)
    for test in tests {
      let first = try survey.groups(test["row"].string ?? "")
      let second = try survey.groups(test["col"].string ?? "")
      let table = try ReplicateCrossTable.make(
        first.crossed(with: second),
        width: second.count,
        weights: weights,
        replicates: replicates,
        (try #require(want["scale"].number), want["mse"].flag),
        degreesOfFreedom: try #require(want["df"].int)
      )
      let kind = try #require(
        GoldenAssociationTests.kinds.first { $0.1 == test["type"].string }
      )
      let made = try table.test(kind.0)
      #expect(agrees(made.pValue, test["p"].number), "\(kind.1)")
      let statistic = kind.0 == .chiSquare ? made.pearson : made.statistic
      #expect(agrees(statistic, test["statistic"].number), "\(kind.1)")
      let single = test["param"].number.map { [$0] }
      let parameters = single ?? test["param"].numbers
      #expect(agrees(made.numeratorDegreesOfFreedom, parameters[0]), "\(kind.1)")
      if kind.0 != .chiSquare {
        #expect(agrees(made.denominatorDegreesOfFreedom, parameters[1]), "\(kind.1)")
      }
    }
  }
}
