import SurveyStatistics
import Testing

/// The results of R survey 4.1-1 on the sample that comes with the tests.
struct InferenceAgainstRTests {
  @Test(arguments: SampleSurvey.designs)
  func `the covariance of means is that of R`(name: String) throws {
    let survey = try SampleSurvey("inference", design: name)
    let design = try survey.design()
    let columns =
      ["minutes", "q1", "q2"].map { survey.table.numbers($0) }
      + [survey.indicator("sex", "nu")]
    let complete = (0..<design.rows).map { row in columns.allSatisfy { !$0[row].isNaN } }
    let influences = try columns.map { column in
      let mean = try #require(try design.mean(of: column, in: complete))
      return (0..<design.rows).map {
        complete[$0]
          ? design.weights[$0] * (column[$0] - mean.value) / mean.weightedSize : .nan
      }
    }
    let covariance = try design.covariance(of: influences)
    for (row, expected) in survey.expected["covariance"].list.enumerated() {
      for (column, value) in expected.numbers.enumerated() {
        #expect(agrees(covariance.matrix[row][column], value))
      }
    }
    #expect(covariance.sampleSize == complete.count { $0 })
    #expect(covariance.degreesOfFreedom == 14)
  }

  @Test(arguments: SampleSurvey.designs)
  func `all tests of independence are those of R`(name: String) throws {
    let survey = try SampleSurvey("inference", design: name)
    let design = try survey.design()
    let late = survey.table.numbers("stratum").map { $0 > 2 }
    let tables = [
      ("sex_area", try design.crossTable(of: survey.groups("sex"), and: survey.groups("area"))),
      ("q2_area", try design.crossTable(of: survey.groups("q2"), and: survey.groups("area"))),
      (
        "domain",
        try design.crossTable(of: survey.groups("q1"), and: survey.groups("sex"), in: late)
      ),
    ]
    for (key, table) in tables {
      let expected = survey.expected["chisq"][key]
      // R has no result for domains of the adjusted design.
      guard expected["F"].exists || name != "adjusted" else { continue }
      let kinds: [(AssociationStatistic, String)] = [
        (.f, "F"), (.chiSquare, "Chisq"), (.wald, "Wald"), (.adjustedWald, "adjWald"),
      ]
      for (kind, name) in kinds {
        let test = try table.test(kind)
        let want = expected[name]
        #expect(agrees(test.pValue, want["p"].number), "\(key) \(name) p")
        if kind == .chiSquare {
          // R scales by all rows, those with missing answers among them.
          let rows = key == "domain" ? late.count { $0 } : design.rows
          let scale = Double(table.sampleSize) / Double(rows)
          #expect(agrees(test.pearson, (want["statistic"].number ?? .nan) * scale))
          #expect(test.numeratorDegreesOfFreedom == want["parameter"].number)
          #expect(test.denominatorDegreesOfFreedom == nil)
        } else {
          #expect(agrees(test.statistic, want["statistic"].number), "\(key) \(name)")
          #expect(agrees(test.numeratorDegreesOfFreedom, want["parameter"].numbers[0]))
          #expect(agrees(test.denominatorDegreesOfFreedom, want["parameter"].numbers[1]))
        }
      }
    }
  }

  @Test(arguments: SampleSurvey.designs)
  func `the goodness of fit is that of R`(name: String) throws {
    let survey = try SampleSurvey("inference", design: name)
    let design = try survey.design()
    let test = try design.goodnessOfFit(of: survey.groups("area"), shares: [0.9, 0.7, 0.4])
    let want = survey.expected["goodness"]
    let perRow = Double(design.rows) / design.sumOfWeights
    #expect(agrees(test.pValue, want["p"].number))
    #expect(agrees(test.pearson, (want["x2"].number ?? .nan) * perRow))
    #expect(agrees(test.scale, want["parameter"].numbers[0] * perRow))
    #expect(agrees(test.degreesOfFreedom, want["parameter"].numbers[1]))
  }

  @Test(arguments: SampleSurvey.designs)
  func `t tests are those of R but for its lost degree of freedom`(name: String) throws {
    let survey = try SampleSurvey("inference", design: name)
    let design = try survey.design()
    let minutes = survey.table.numbers("minutes")
    let want = survey.expected["ttest"]
    let one = try design.tTest(of: minutes, against: 14)
    #expect(agrees(one.statistic, want["one"]["t"].number))
    #expect(agrees(one.statistic, want["one"]["svyttest_t"].number))
    #expect(agrees(one.pValue, want["one"]["p"].number))
    #expect(one.degreesOfFreedom == want["one"]["df"].int)
    #expect(one.degreesOfFreedom - 1 == want["one"]["svyttest_df"].int)

    let two = try design.tTest(of: minutes, by: survey.groups("sex"), between: 1, and: 0)
    #expect(agrees(two.value, want["two"]["estimate"].number))
    #expect(agrees(two.statistic, want["two"]["t"].number))
    #expect(two.degreesOfFreedom == want["two"]["df"].int)
    #expect(agrees(two.pValue, want["two"]["p"].number))
    #expect(agrees(two.interval.lower, want["two"]["ci"].numbers[0]))
    #expect(agrees(two.interval.upper, want["two"]["ci"].numbers[1]))

    let (q1, q2) = (survey.table.numbers("q1"), survey.table.numbers("q2"))
    let paired = try design.pairedTTest(of: q1, and: q2)
    #expect(agrees(paired.value, want["paired"]["mean"].number))
    #expect(agrees(paired.standardError, want["paired"]["se"].number))
  }

  @Test(arguments: SampleSurvey.designs)
  func `trends are the contrasts and regressions of R`(name: String) throws {
    let survey = try SampleSurvey("inference", design: name)
    let design = try survey.design()
    let waves = try survey.groups("area")
    let q3 = survey.table.numbers("q3")
    let trend = try design.trend(of: q3, by: waves, times: [0, 1, 3])
    #expect(agrees(trend.value, survey.expected["trend"]["slope"].number))
    #expect(agrees(trend.standardError, survey.expected["trend"]["se"].number))
    #expect(trend.degreesOfFreedom == 13)
    let happy = survey.table.numbers("happy")
    let shares = try design.logisticTrend(of: happy, by: waves, times: [0, 1, 3])
    try check(shares, survey.expected["trend_logistic"], testing: [1])
  }

  @Test(arguments: SampleSurvey.designs)
  func `rank tests are those of R`(name: String) throws {
    let survey = try SampleSurvey("inference", design: name)
    let design = try survey.design()
    let sex = try survey.groups("sex")
    let area = try survey.groups("area")
    let values = survey.table.numbers("minutes").enumerated().map {
      $1 * 1000 + Double($0 + 1) / 1000
    }
    let want = survey.expected["rank"]
    for (key, scores) in [("two", RankScore.wilcoxon), ("normal", .normal)] {
      let test = try design.rankTest(of: values, by: sex, scores: scores)
      let difference = try #require(test.difference)
      #expect(agrees(difference.statistic, want[key]["t"].number), "\(key)")
      #expect(agrees(difference.value, want[key]["difference"].number), "\(key)")
      #expect(difference.degreesOfFreedom == want[key]["df"].int)
      #expect(agrees(difference.pValue, want[key]["p"].number), "\(key)")
      #expect(agrees(test.test.pValue, difference.pValue))
    }
    for (key, scores) in [("three", RankScore.wilcoxon), ("median", .median)] {
      let test = try design.rankTest(of: values, by: area, scores: scores)
      #expect(test.difference == nil)
      #expect(agrees(test.test.statistic * 2, want[key]["chisq"].number), "\(key)")
      #expect(test.test.numeratorDegreesOfFreedom == want[key]["ndf"].number)
      #expect(test.test.denominatorDegreesOfFreedom == want[key]["ddf"].number)
      #expect(agrees(test.test.pValue, want[key]["p"].number), "\(key)")
    }
    let tied = try #require(
      try design.rankTest(of: survey.table.numbers("age"), by: sex).difference
    )
    #expect(agrees(tied.statistic, want["tied"]["t"].number))
    #expect(agrees(tied.value, want["tied"]["difference"].number))
    #expect(tied.degreesOfFreedom == want["tied"]["df"].int)
  }

  @Test(arguments: SampleSurvey.designs)
  func `regressions are those of R`(name: String) throws {
    let survey = try SampleSurvey("inference", design: name)
    let design = try survey.design()
    let age = Predictor(name: "age", values: survey.table.numbers("age"))
    let female = Predictor(name: "female", values: survey.indicator("sex", "nu"))
    let areas = Predictor.indicators(of: try survey.groups("area"), names: ["a", "b", "c"])
    let all = [age, female] + areas
    let minutes = survey.table.numbers("minutes")
    let happy = survey.table.numbers("happy")
    let linear = try design.linearRegression(of: minutes, on: all)
    try check(linear, survey.expected["linear"], testing: [3, 4])
    #expect(linear.coefficients.map(\.name) == ["(intercept)", "age", "female", "b", "c"])
    let logistic = try design.logisticRegression(of: happy, on: all)
    try check(logistic, survey.expected["logistic"], testing: [3, 4])
    let domain = survey.table.texts("area").map { $0 != "c" }
    let inside = try design.logisticRegression(of: happy, on: [age, female], in: domain)
    try check(inside, survey.expected["domain_logistic"], testing: [1, 2])
  }

  private func check(_ model: Regression, _ want: JSON, testing: [Int]) throws {
    for (index, coefficient) in model.coefficients.enumerated() {
      #expect(agrees(coefficient.value, want["coef"].numbers[index]))
      #expect(agrees(coefficient.standardError, want["se"].numbers[index]))
      #expect(agrees(coefficient.pValue, want["p"].numbers[index]))
      for (other, value) in want["vcov"].list[index].numbers.enumerated() {
        #expect(agrees(model.covariance[index][other], value))
      }
    }
    #expect(model.degreesOfFreedom == want["df"].int)
    let wald = try model.waldTest(of: testing)
    #expect(agrees(wald.statistic, want["wald"]["F"].number))
    #expect(agrees(wald.pValue, want["wald"]["p"].number))
    #expect(wald.numeratorDegreesOfFreedom == want["wald"]["df"].number)
    #expect(wald.denominatorDegreesOfFreedom == want["wald"]["ddf"].number)
  }
}
