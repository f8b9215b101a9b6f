import SurveyStatistics
import Testing

/// What must hold for tests and regressions of any survey.
struct InferencePropertyTests {
  /// Everything that is computed here, as one list of numbers, and what is left of it after
  /// a matrix near to singular was solved, which multiplies rounding by its condition.
  private func figures(
    _ survey: RandomSurvey,
    scale: Double = 1
  ) throws -> (numbers: [Double], solved: [Double]) {
    let design = try survey.design(scale: scale)
    let groups = try survey.grouping()
    let answers = try Grouping(codes: survey.score.map { Int($0) - 1 }, count: 5)
    var numbers: [Double] = []
    var solved: [Double] = []
    func note(_ test: WaldTest) { numbers += [test.statistic, test.pValue] }
    func note(_ test: TTest) {
      numbers += [test.value, test.standardError, test.pValue, test.interval.lower]
    }
    func attempt(_ work: () throws -> Void) throws {
      // A typed error must be the same one, too.
      do { try work() } catch let error as InferenceError { numbers.append(Double(error.hashed)) }
    }
    try attempt {
      let table = try design.crossTable(of: groups, and: answers)
      for kind in AssociationStatistic.allCases {
        try attempt {
          let test = try table.test(kind)
          numbers.append(test.pearson)
          if kind == .f || kind == .chiSquare {
            numbers += [test.statistic, test.pValue]
          } else {
            solved += [test.statistic, test.pValue]
          }
        }
      }
    }
    try attempt {
      let fit = try design.goodnessOfFit(of: answers, shares: [1, 2, 3, 2, 1])
      numbers += [fit.pearson, fit.scale, fit.degreesOfFreedom, fit.pValue]
    }
    try attempt { note(try design.tTest(of: survey.score, against: 3)) }
    try attempt { note(try design.tTest(of: survey.score, by: groups, between: 0, and: 1)) }
    try attempt { note(try design.trend(of: survey.score, by: groups)) }
    for scores in RankScore.allCases {
      try attempt { note(try design.rankTest(of: survey.score, by: groups, scores: scores).test) }
    }
    let predictors =
      Predictor.indicators(of: groups) + [Predictor(name: "score", values: survey.score)]
    try attempt {
      let model = try design.logisticRegression(of: survey.yes, on: predictors)
      numbers += model.coefficients.flatMap { [$0.value, $0.standardError] }
      note(try model.waldTest(of: [1, 2]))
    }
    try attempt {
      let letters = try design.significanceLetters(of: survey.score, by: groups)
      numbers += letters.pairs.flatMap { [$0.difference, $0.standardError, $0.pValue ?? -1] }
    }
    try attempt {
      let scale = try design.reliability(of: [survey.score, survey.yes])
      numbers += [scale.alpha, scale.standardError ?? -1]
    }
    return (numbers, solved)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `weights may be rescaled and rows permuted`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let here = try figures(survey)
    let scaled = try figures(survey, scale: 37.5)
    let there = try figures(survey.shuffled(seed: seed &+ 1000))
    for other in [scaled, there] {
      #expect(other.numbers.count == here.numbers.count)
      #expect(other.solved.count == here.solved.count)
      for (index, (got, want)) in zip(other.numbers, here.numbers).enumerated() {
        #expect(close(got, want), "figure \(index)")
      }
      for (got, want) in zip(other.solved, here.solved) {
        #expect(agrees(got, want))
      }
    }
  }

  /// 10⁻¹² of the number, or of 1 where a small number is the difference of larger ones.
  private func close(_ got: Double, _ want: Double) -> Bool {
    if want.isNaN || want.isInfinite { return got.isNaN == want.isNaN }
    return (got - want).magnitude <= 1e-12 * max(1, want.magnitude)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `a t test of two groups is the regression on the group`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let groups = try survey.grouping()
    guard
      let test = try? design.tTest(of: survey.score, by: groups, between: 1, and: 0)
    else { return }
    let model = try design.linearRegression(
      of: survey.score,
      on: [Predictor(name: "group", values: survey.groups.map { $0 == 1 ? 1 : 0 })],
      in: survey.groups.map { $0 == 0 || $0 == 1 }
    )
    let slope = model.coefficients[1]
    #expect(agrees(slope.value, test.value, relative: 1e-11))
    #expect(agrees(slope.standardError, test.standardError, relative: 1e-11))
    #expect(slope.degreesOfFreedom == test.degreesOfFreedom)
    #expect(agrees(slope.pValue, test.pValue, relative: 1e-10))
    let interval = try #require(slope.interval())
    #expect(agrees(interval.lower, test.interval.lower, relative: 1e-10))
    // The trend over two waves is the same test.
    let two = try Grouping(codes: survey.groups.map { $0 == 2 ? -1 : $0 }, count: 2)
    let trend = try design.trend(of: survey.score, by: two)
    #expect(agrees(trend.pValue, test.pValue, relative: 1e-10))
    // And all coefficients at once, of one, are the square.
    let wald = try model.waldTest(of: [1])
    #expect(agrees(wald.statistic, test.statistic * test.statistic, relative: 1e-10))
    #expect(agrees(wald.pValue, test.pValue, relative: 1e-9))
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `a logistic regression on a constant has the log-odds of the share`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let share = try #require(try design.proportion(of: survey.yes))
    guard share.value > 0, share.value < 1 else { return }
    let model = try design.logisticRegression(of: survey.yes, on: [])
    let p = share.value
    #expect(agrees(model.coefficients[0].standardError, share.standardError / (p * (1 - p))))
    let odds = try #require(model.linearCombination([1]))
    #expect(agrees(odds.value, model.coefficients[0].value))
    #expect(model.degreesOfFreedom == share.degreesOfFreedom)
  }
}

extension InferenceError {
  /// A number that stands for the kind of error.
  fileprivate var hashed: Int { description.unicodeScalars.reduce(0) { $0 + Int($1.value) } }
}
