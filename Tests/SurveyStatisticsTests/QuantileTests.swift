import Foundation
import SurveyStatistics
import Testing

struct QuantileTests {
  private let values = [4.0, 1, 3, 2, .nan]

  private func design(_ weights: [Double] = [1, 1, 1, 1, 1]) throws -> SampleDesign {
    try SampleDesign(rows: 5, weights: weights)
  }

  @Test(arguments: [
    (QuantileRule.math, 2.0), (.school, 2.5), (.hf3, 2), (.hf4, 2), (.hf5, 2.5), (.hf6, 2.5),
    (.hf7, 2.5), (.hf8, 2.5), (.hf9, 2.5),
  ])
  func `the median of four numbers is what each rule says`(
    rule: QuantileRule,
    median: Double
  ) throws {
    let quantile = try #require(try design().quantile(0.5, of: values, rule: rule))
    #expect(agrees(quantile.value, median, relative: 1e-14))
    #expect(quantile.sampleSize == 4)
  }

  @Test func `a weight counts as so many people`() throws {
    let heavy = try #require(try design([1, 5, 1, 1, 9]).quantile(0.5, of: values))
    #expect(heavy.value == 1)
    let none = try #require(try design([1, 0, 1, 1, 9]).quantile(0.01, of: values))
    #expect(none.value == 2)
  }

  @Test func `a share outside 0 to 1 and an empty group have no quantile`() throws {
    #expect(try design().quantile(1.5, of: values) == nil)
    #expect(try design().quantile(.nan, of: values) == nil)
    let nobody = [Bool](repeating: false, count: 5)
    #expect(try design().quantile(0.5, of: values, in: nobody) == nil)
    let silent = [false, false, false, false, true]
    #expect(try design().quantile(0.5, of: values, in: silent) == nil)
  }

  @Test func `a census has the quantile and no doubt about it`() throws {
    let design = try SampleDesign(rows: 4, fpc: [[4, 4, 4, 4]])
    let median = try #require(try design.quantile(0.5, of: [4, 1, 3, 2]))
    #expect(median.value == 2)
    #expect(median.standardError == 0)
    #expect(median.interval?.lower == 2 && median.interval?.upper == 2)
  }

  @Test func `limits beyond all values are no limits`() throws {
    let quantile = try #require(try design().quantile(0.9, of: values))
    #expect(quantile.interval == nil)
    #expect(quantile.standardError.isNaN)
  }
}

/// The quantiles and variances of the reference (R survey 4.1-1).
@Suite(.enabled(if: Reference.isPresent))
struct GoldenQuantileTests {
  static let names = Reference.names { golden in
    GoldenCase.isSupported(golden)
      && golden["expected"].list.contains {
        ["quantile", "variance"].contains($0["stat"].string)
      }
  }

  @Test(arguments: names)
  func `quantiles and variances are those of R survey`(name: String) throws {
    let golden = try GoldenCase(name)
    for expected in golden.content["expected"].list {
      let values = golden.table.numbers(expected["var"].string ?? "")
      switch expected["stat"].string {
      case "variance":
        let variance = try #require(try golden.design.variance(of: values))
        #expect(agrees(variance.value, expected["estimate"].number))
        #expect(agrees(variance.standardError, expected["se"].list[0].list[0].number))
      case "quantile":
        // R's rule of Shah and Vaish is not monotone.
        guard let rule = self.rule(expected["qrule"].string),
          let method = ProportionInterval(rawValue: expected["interval"].string ?? "")
        else { continue }
        for (index, p) in expected["p"].list.enumerated() {
          let quantile = try #require(
            try golden.design.quantile(
              p.number ?? .nan,
              of: values,
              in: golden.domain(expected),
              rule: rule,
              interval: method
            )
          )
          #expect(agrees(quantile.value, expected["estimate"].list[index].number))
          #expect(agrees(quantile.lower, expected["ci_l"].list[index].number))
          #expect(agrees(quantile.upper, expected["ci_u"].list[index].number))
          #expect(agrees(quantile.standardError, expected["se"].list[index].number))
        }
      default: break
      }
    }
  }

  @Test func `exact ties are resolved as documented`() throws {
    let golden = try Reference.load("quantile_ties")
    let table = try Reference.table("data/quantile_ties.csv")
    for expected in golden["expected"].list {
      let values = table.numbers(expected["var"].string ?? "")
      let weights = table.numbers(expected["weight"].string ?? "")
      let design = try SampleDesign(rows: values.count, weights: weights)
      let rule = try #require(self.rule(expected["qrule"].string))
      for (p, want) in zip(expected["p"].list, expected["estimate"].list) {
        let quantile = try design.quantile(p.number ?? .nan, of: values, rule: rule)
        // Below the weight of the least value R takes the next one; the least is the 0.1
        // quantile here by the paper, and by R's own `quantile(type = 3)`.
        let isBelowAll = rule == .hf3 && p.number == 0.1 && expected["var"].string == "y"
        #expect(
          agrees(quantile?.value, isBelowAll ? 3 : want.number),
          "\(rule) \(p.number ?? .nan)"
        )
      }
    }
  }

  private func rule(_ name: String?) -> QuantileRule? {
    switch name {
    case "hf1": .math
    case "hf2": .school
    default: name.flatMap { QuantileRule(rawValue: $0) }
    }
  }
}
