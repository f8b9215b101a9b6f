import Foundation
import SurveyStatistics
import Testing

struct LogisticRegressionTests {
  @Test(arguments: 0..<80 as Range<UInt64>)
  func `the weighted likelihood equations hold`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let rows = Int.random(in: 20...200, using: &random)
    let count = Int.random(in: 1...4, using: &random)
    // Predictors of very unequal size, with an outlier in some.
    let columns = (0..<count).map { k in
      let size = pow(10, Double.random(in: -6...6, using: &random))
      let outlier = Bool.random(using: &random) ? 40.0 : 1
      return (0..<rows).map { row in
        size * (Double.random(in: -1...1, using: &random) + Double(k)) * (row == 3 ? outlier : 1)
      }
    }
    let weights = (0..<rows).map { _ in Double.random(in: 0.1...5, using: &random) }
    let sizes = columns.map { column in column.reduce(0) { max($0, $1.magnitude) } }
    let means = columns.map { $0.reduce(0, +) / Double(rows) }
    let outcome = (0..<rows).map { row in
      let logit = columns.indices.reduce(0.0) {
        $0 + 2 * (columns[$1][row] - means[$1]) / sizes[$1]
      }
      return Double.random(in: 0..<1, using: &random) < 1 / (1 + exp(-logit)) ? 1.0 : 0
    }
    let design = try SampleDesign(rows: rows, weights: weights)
    let predictors = columns.map { Predictor(name: "x", values: $0) }
    guard let model = try? design.logisticRegression(of: outcome, on: predictors) else {
      // Only a small sample may be separated here.
      #expect(rows < 60)
      return
    }
    let all = [[Double](repeating: 1, count: rows)] + columns
    for (column, size) in zip(all, [1] + sizes) {
      var score = 0.0
      var scale = 0.0
      for row in 0..<rows {
        let logit = zip(model.coefficients, all).reduce(0) { $0 + $1.0.value * $1.1[row] }
        let term = weights[row] * column[row] / size * (outcome[row] - 1 / (1 + exp(-logit)))
        score += term
        scale += term.magnitude
      }
      #expect(score.magnitude <= 1e-10 * scale)
    }
    #expect(model.coefficients.allSatisfy { $0.standardError > 0 && $0.pValue <= 1 })
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func `two groups are separated if and only if one of them agrees`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let rows = Int.random(in: 6...400, using: &random)
    let rate = pow(10, Double.random(in: -2.5...(-0.5), using: &random))
    let group = (0..<rows).map { Double($0 % 2) }
    let outcome = (0..<rows).map { _ in Double.random(in: 0..<1, using: &random) < rate ? 1.0 : 0 }
    var counts = [0.0, 0.0]
    for row in 0..<rows { counts[row % 2] += outcome[row] }
    let sizes = [Double((rows + 1) / 2), Double(rows / 2)]
    let isSeparated = zip(counts, sizes).contains { $0 == 0 || $0 == $1 }
    let design = try SampleDesign(rows: rows)
    let predictor = Predictor(name: "group", values: group)
    if isSeparated {
      #expect(throws: InferenceError.separated) {
        try design.logisticRegression(of: outcome, on: [predictor])
      }
    } else {
      let model = try design.logisticRegression(of: outcome, on: [predictor])
      let odds = zip(counts, sizes).map { log($0 / ($1 - $0)) }
      #expect(agrees(model.coefficients[0].value, odds[0], relative: 1e-11))
      #expect((model.coefficients[1].value - (odds[1] - odds[0])).magnitude < 1e-11)
    }
  }

  @Test func `an outlier far out is no separation`() throws {
    let x: [Double] = [-9, -7, -5, -3, -1, 1, 3, 5, 7, 2000]
    let outcome: [Double] = [0, 0, 1, 0, 1, 0, 1, 1, 0, 1]
    let model = try SampleDesign(rows: 10).logisticRegression(
      of: outcome,
      on: [Predictor(name: "x", values: x)]
    )
    #expect(model.coefficients[1].value > 0)
    let extreme = try #require(model.linearCombination([1, 2000]))
    #expect(extreme.value > 30)
  }
}
