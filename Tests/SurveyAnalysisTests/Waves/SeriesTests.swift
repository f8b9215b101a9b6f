import SurveyAnalysis
import SurveyModel
import Testing

struct SeriesTests {
  /// The published national index: the method of 2017 was in use for 2021 for the last time, that of
  /// 2022 has another population and other items.
  private static let published = [
    ("2019", "sipas-2017", 84.45), ("2020", "sipas-2017", 85.48), ("2021", "sipas-2017", 87.16),
    ("2022", "sipas-2023", 80.08), ("2023", "sipas-2023", 82.66), ("2024", "sipas-2023", 83.94),
  ]

  private static let reason = LocalizedText(["vi": "đo trên người dân tại hộ", "en": "households"])

  private var series: Series {
    Series(
      Self.published.map { year, form, value in
        (
          Series.Instrument(questionnaire: form, version: "1"),
          Series.Point(time: year, value: value)
        )
      },
      reasons: ["sipas-2023": Self.reason]
    )
  }

  @Test func `the published figures of 2021 and 2022 are two segments`() throws {
    let segments = series.segments
    #expect(
      segments.map { $0.points.map(\.time) } == [
        ["2019", "2020", "2021"], ["2022", "2023", "2024"],
      ]
    )
    #expect(segments[0].points.last?.value == 87.16)
    #expect(segments[1].points.first?.value == 80.08)
    #expect(segments[0].breakBefore == nil)
    let breaking = try #require(segments[1].breakBefore)
    #expect(
      breaking == .questionnaire(from: "sipas-2017", to: "sipas-2023", reason: Self.reason)
    )
    #expect(breaking.text(in: .vietnamese).contains("đo trên người dân tại hộ"))
    #expect(breaking.text(in: .english).contains("households"))
  }

  @Test func `there is no change across a break`() throws {
    let segments = series.segments
    #expect(segments[1].change(at: 0) == nil)
    #expect(segments[0].change(at: 0) == nil)
    #expect(segments[0].change(at: 9) == nil)
    #expect(segments[0].change(at: -1) == nil)
    // The published increases: 1.28 from 2023 to 2024, 2.58 from 2022 to 2023.
    #expect(abs(try #require(segments[1].change(at: 2)) - 1.28) < 1e-9)
    #expect(abs(try #require(segments[1].change(at: 1)) - 2.58) < 1e-9)
  }

  @Test func `two instruments may have been in use at one time`() throws {
    let points = [("2021", "a", 1.0), ("2022", "a", 2), ("2021", "b", 5), ("2022", "b", 9)]
    let series = Series(
      points.map { year, form, value in
        (
          Series.Instrument(questionnaire: form, version: "1"),
          Series.Point(time: year, value: value)
        )
      }
    )
    #expect(series.segments.map { $0.change(at: 1) } == [1, 4])
  }

  @Test func `a version that asks otherwise is a break, and going back is another`() {
    let versions = ["1", "2", "2", "1"]
    let series = Series(
      versions.enumerated().map { index, version in
        (
          Series.Instrument(questionnaire: "q", version: version),
          Series.Point(time: "\(index)", value: Double(index))
        )
      }
    )
    #expect(series.segments.map(\.points.count) == [1, 2, 1])
    #expect(
      series.segments.compactMap(\.breakBefore) == [
        .version(questionnaire: "q", from: "1", to: "2"),
        .version(questionnaire: "q", from: "2", to: "1"),
      ]
    )
    #expect(Series([]).segments.isEmpty)
  }

  @Test func `what is kept back has no change`() {
    let one = Series.Instrument(questionnaire: "q", version: "1")
    let series = Series([
      (one, Series.Point(time: "a", value: 1)),
      (one, Series.Point(time: "b", value: nil, suppression: .disclosure(minimum: 5))),
      (one, Series.Point(time: "c", value: 2)),
    ])
    #expect(series.segments.count == 1)
    #expect(series.segments[0].change(at: 1) == nil)
    #expect(series.segments[0].change(at: 2) == nil)
  }
}
