import Foundation
import SurveyStatistics
import Testing

/// Power and ranks as R/decisions.R computes them.
struct DecisionsAgainstRTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("R")

  private func results() throws -> JSON {
    let data = try Data(contentsOf: Self.folder.appendingPathComponent("decisions.json"))
    return JSON(try JSONSerialization.jsonObject(with: data))
  }

  @Test func `further interviews are those of the exact binomial power`() throws {
    let cases = try results()["power"].list
    #expect(cases.count == 16)
    for expected in cases {
      let size = try #require(expected["n"].int)
      let rate = try #require(expected["p"].number)
      let power = try #require(expected["power"].number)
      let estimate = Estimate(
        value: rate,
        standardError: (rate * (1 - rate) / Double(size)).squareRoot(),
        degreesOfFreedom: size - 1,
        sampleSize: size,
        weightedSize: Double(size)
      )
      let outlook = try #require(estimate.outlook(toDecide: 0.8, power: power))
      #expect(outlook.further == .interviews(try #require(expected["further"].int)))
    }
  }

  @Test func `ranks follow from the covariances of the groups`() throws {
    let file = Self.folder.appendingPathComponent("survey.csv")
    let table = Table(try String(contentsOf: file, encoding: .utf8))
    for expected in try results()["ranks"].list {
      let isClustered = expected["by"].string == "area"
      let design = try SampleDesign(
        rows: table.rows,
        weights: table.numbers("weight"),
        strata: isClustered ? [table.codes("stratum")] : [],
        clusters: isClustered ? [table.codes("psu")] : []
      )
      let texts = table.texts(try #require(expected["by"].string))
      let labels = Set(texts).sorted()
      let codes = texts.map { labels.firstIndex(of: $0) ?? -1 }
      let groups = try Grouping(codes: codes, count: labels.count)
      let values = table.numbers("happy")
      let estimates = try design.means(of: values, by: groups)
      let matrix = try design.covariances(of: values, by: groups, among: Array(labels.indices))
      for (estimate, mean) in zip(estimates, expected["means"].list) {
        #expect(agrees(estimate?.value, mean.number))
      }
      for (row, wanted) in zip(matrix, expected["covariances"].list) {
        for (value, want) in zip(row, wanted.list) { #expect(agrees(value, want.number)) }
      }
      for wanted in expected["ranks"].list {
        let alpha = try #require(wanted["alpha"].number)
        let ranks = try #require(RankIntervals(estimates, covariances: matrix, alpha: alpha))
        #expect(ranks.ranks.map { $0?.lowerBound } == wanted["first"].list.map(\.int))
        #expect(ranks.ranks.map { $0?.upperBound } == wanted["last"].list.map(\.int))
      }
    }
  }
}
