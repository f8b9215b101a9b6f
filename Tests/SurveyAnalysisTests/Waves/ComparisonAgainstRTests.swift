import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyAnalysis

/// Changes of the indicators of reports, and waves put together, as R survey estimates them from the
/// stacked file.
struct ComparisonAgainstRTests {
  private func comparison(_ kind: TwoWaves.Kind) throws -> WaveComparison {
    let waves = try TwoWaves(kind)
    let analysis = try StudyAnalysis(
      of: waves.data([1]),
      plan: Plan(
        id: "p",
        office: Made.text("O"),
        suppression: Plan.Suppression(below: 1, flagBelow: 1, usesNCHS: false)
      ),
      by: ["sex"],
      since: EarlierWave(label: "before", data: waves.data([0]))
    )
    return try #require(analysis.comparison, "\(String(describing: analysis.comparisonProblem))")
  }

  private func results(_ kind: TwoWaves.Kind, _ part: String) throws -> [String: Any] {
    try #require(try TwoWaves.results(kind)[part] as? [String: Any])
  }

  private func expect(
    _ change: WaveChange,
    _ want: Any?,
    _ name: String,
    wholeDesign: Bool = true
  ) throws {
    let want = try #require(want as? [String: Any], "\(name)")
    let difference = try #require(change.difference, "\(name)")
    #expect(agrees(difference.value, want["value"]), "\(name)")
    #expect(agrees(difference.standardError, want["se"]), "\(name)")
    guard wholeDesign else { return }
    #expect(agrees(Double(difference.degreesOfFreedom), want["df"]), "\(name)")
    #expect(agrees(change.pValue, want["p"]), "\(name)")
    #expect(agrees(change.interval?.lower, want["lower"]), "\(name)")
    #expect(agrees(change.interval?.upper, want["upper"]), "\(name)")
  }

  @Test(arguments: TwoWaves.Kind.allCases)
  func `the change of every kind of indicator is that of R`(kind: TwoWaves.Kind) throws {
    let comparison = try comparison(kind)
    let want = try results(kind, "change")
    #expect(comparison.indicators.count == 5)
    for change in comparison.indicators {
      let id = change.indicator.id
      try expect(change.overall, want[id], "\(kind) \(id)")
      #expect(change.incomparable.isEmpty)
      if id == "items_equal" {
        let element = try #require(change.parts.first { $0.path == [0, 0] })
        try expect(element.change, want["element"], "\(kind) element")
        // One part is the whole, and an element of one item is that item.
        #expect(change.parts.map(\.path) == [[0, 0], [0, 0, 0], [0, 0, 1], [0, 1, 0]])
      }
    }
  }

  @Test(arguments: TwoWaves.Kind.allCases)
  func `the changes of groups are those of R`(kind: TwoWaves.Kind) throws {
    let change = try #require(try comparison(kind).indicators.first { $0.indicator.id == "all" })
    let want = try #require(try results(kind, "change")["sex"] as? [String: Any])
    let breakdown = try #require(change.breakdowns.first)
    #expect(breakdown.groups.map(\.level.code) == ["nam", "nu"])
    for (level, group) in breakdown.groups {
      try expect(group, want[level.code], "\(kind) \(level.code)", wholeDesign: false)
    }
  }

  @Test func `units are known again by the names of clusters or people`() throws {
    #expect(try comparison(.panel).commonUnits == 18)
    #expect(try comparison(.fresh).commonUnits == 0)
    #expect(try comparison(.mixed).commonUnits == 9)
    #expect(try comparison(.people).commonUnits == 207)
  }

  @Test(arguments: TwoWaves.Kind.allCases)
  func `waves put together are the stacked file of R`(kind: TwoWaves.Kind) throws {
    let analysis = try StudyAnalysis(
      of: try TwoWaves(kind).data([0, 1]),
      plan: nil,
      by: ["sex"]
    )
    let want = try results(kind, "pooled")
    let result = try #require(analysis.indicators.first { $0.indicator.id == "all" })
    let overall = try #require(result.estimates.overall)
    #expect(agrees(overall.value, want["value"]))
    #expect(agrees(overall.standardError, want["se"]))
    #expect(agrees(Double(overall.degreesOfFreedom), want["df"]))
    let groups = try #require(want["sex"] as? [String: Any])
    for (level, estimate) in try #require(result.estimates.breakdowns.first).groups {
      let want = try #require(groups[level.code] as? [String: Any])
      #expect(agrees(estimate?.value, want["value"]))
      #expect(agrees(estimate?.standardError, want["se"]))
    }
    let common = [TwoWaves.Kind.panel: 18, .fresh: 0, .mixed: 9, .people: 207][kind]
    #expect(analysis.design.notes == [.pooledWaves(2, common: try #require(common))])
  }
}
