import SurveyStatistics
import Testing

/// Changes between two made-up waves, as R survey estimates them from the stacked file.
struct WavesAgainstRTests {
  static let names = ["panel", "panel_twostage", "fresh"]

  private let waves: MadeUpWaves
  private let results: JSON

  init() throws {
    waves = try MadeUpWaves()
    results = try ShippedSurvey.results("waves.json")
  }

  private func compare(_ estimate: Estimate?, _ want: JSON, _ name: String) throws {
    let estimate = try #require(estimate)
    #expect(want["value"].exists && want["se"].exists)
    #expect(agrees(estimate.value, want["value"].number), "\(name)")
    #expect(agrees(estimate.standardError, want["se"].number), "\(name)")
    #expect(estimate.designEffect == nil)
  }

  private func means(_ column: String, in series: WaveSeries) throws -> [LinearisedStatistics] {
    try (0...1).map {
      try series.waves[$0].design.linearisedMeans(of: waves.numbers(column, $0))
    }
  }

  @Test(arguments: names)
  func `changes of means and shares are those of R`(name: String) throws {
    let (series, want) = (try waves.series(name), results[name])
    for (column, key) in [("happy", "share"), ("minutes", "mean")] {
      let means = try means(column, in: series)
      let change = try series.changes(in: means, from: 0, to: 1)[0]
      try compare(change, want[key]["change"], "\(name) \(column)")
      if column == "happy" { #expect(change?.degreesOfFreedom == want["df"].int) }
      let relative = try series.relativeChanges(in: means, from: 0, to: 1)[0]
      try compare(relative, want[key]["relative"], "\(name) \(column)")
      let matrix = try series.covariances(of: means)
      for (row, numbers) in want[key]["covariance"].list.enumerated() {
        for (value, expected) in zip(matrix[row], numbers.numbers) {
          #expect(agrees(value, expected), "\(name) \(column)")
        }
      }
    }
  }

  @Test(arguments: names)
  func `changes of ratios, totals and indices are those of R`(name: String) throws {
    let (series, want) = (try waves.series(name), results[name])
    let designs = series.waves.map(\.design)
    let ratios = try (0...1).map {
      try designs[$0].linearisedRatios(
        of: waves.numbers("minutes", $0),
        to: waves.numbers("age", $0)
      )
    }
    let totals = try (0...1).map {
      try designs[$0].linearisedTotals(of: waves.numbers("minutes", $0))
    }
    let indices = try (0...1).map { wave in
      try designs[wave].linearisedCombination(
        of: ["q1", "q2"].map { waves.numbers($0, wave) },
        coefficients: [0.5, 0.5]
      )
    }
    let ratio = try series.changes(in: ratios, from: 0, to: 1)[0]
    try compare(ratio, want["ratio"]["change"], name)
    try compare(try series.changes(in: totals, from: 0, to: 1)[0], want["total"]["change"], name)
    try compare(try series.changes(in: indices, from: 0, to: 1)[0], want["index"], name)
  }

  @Test(arguments: names)
  func `changes of groups and their difference are those of R`(name: String) throws {
    let (series, want) = (try waves.series(name), results[name]["groups"])
    let sexes = try waves.sexes
    let shares = try (0...1).map {
      try series.waves[$0].design.linearisedMeans(of: waves.numbers("happy", $0), by: sexes)
    }
    let changes = try series.changes(in: shares, from: 0, to: 1)
    try compare(changes[0], want["nam"], name)
    try compare(changes[1], want["nu"], name)
    let difference = try series.contrast(of: shares, coefficients: [[1, -1], [-1, 1]])
    try compare(difference, want["difference"], name)
  }

  @Test func `of a rotating sample, common clusters move together`() throws {
    let (series, want) = (try waves.series("rotated"), results["rotated"])
    let shares = try means("happy", in: series)
    #expect(series.commonPrimaryUnits(of: 0, and: 1) == want["common"].int)
    try compare(try series.changes(in: shares, from: 0, to: 1)[0], want["change"], "rotated")
    #expect(agrees(try series.covariances(of: shares)[0][1], want["covariance"].number))
  }
}
