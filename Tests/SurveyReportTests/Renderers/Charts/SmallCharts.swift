@testable import SurveyReport
import SurveyModel

/// A report with every kind of chart; the figures are made up.
enum SmallCharts {
  static func report(_ language: InterfaceLanguage) -> Report {
    Report(
      language: language,
      title: language.choose("Các biểu đồ", "The charts"),
      subtitle: [],
      blocks: all(language).map(Report.Block.chart)
    )
  }

  static func all(_ language: InterfaceLanguage) -> [Chart] {
    [
      .bars(bars(language)), .bars(elements(language)), .levels(levels(language)),
      .trend(trend(language)), .importance(importance(language)), .tiles(tiles(language)),
    ]
  }

  private static func bars(_ language: InterfaceLanguage) -> BarChart {
    BarChart(
      caption: language.choose("Tỷ lệ hài lòng theo giới tính", "Satisfied, by sex"),
      bars: [
        BarChart.Bar(
          label: language.choose("Tổng thể", "Overall"),
          value: 0.82665,
          interval: 0.812...0.8405,
          count: 36_525,
          tone: .met,
          isTotal: true
        ),
        BarChart.Bar(
          label: language.choose("Nam", "Men"),
          group: language.choose("Giới tính", "Sex"),
          value: 0.79,
          interval: 0.76...0.82,
          count: 16_405,
          tone: .undecided
        ),
        BarChart.Bar(
          label: language.choose("Nữ", "Women"),
          group: language.choose("Giới tính", "Sex"),
          value: 0.715,
          interval: 0.69...0.74,
          count: 812,
          tone: .notMet
        ),
        BarChart.Bar(
          label: language.choose("Không trả lời", "No answer"),
          group: language.choose("Giới tính", "Sex"),
          value: 0.4567,
          interval: 0.4...0.5,
          count: 4,
          tone: .suppressed,
          symbol: .confidential
        ),
      ],
      target: 0.8
    )
  }

  private static func elements(_ language: InterfaceLanguage) -> BarChart {
    BarChart(
      caption: language.choose("Chỉ số theo yếu tố", "Indices of the elements"),
      bars: [
        BarChart.Bar(
          label: language.choose("Tiếp cận dịch vụ", "Access"),
          value: 0.8103,
          interval: 0.79...0.83,
          count: 1_204
        ),
        BarChart.Bar(
          label: language.choose("Thủ tục hành chính", "Procedures"),
          value: 0.7988,
          interval: nil,
          count: nil
        ),
      ],
      target: nil
    )
  }

  private static func levels(_ language: InterfaceLanguage) -> LevelChart {
    LevelChart(
      caption: language.choose("Các mức trả lời", "All levels of the answers"),
      levels: [
        (language.choose("Rất không hài lòng", "Very dissatisfied"), false),
        (language.choose("Không hài lòng", "Dissatisfied"), false),
        (language.choose("Bình thường", "Neither"), false),
        (language.choose("Hài lòng", "Satisfied"), true),
        (language.choose("Rất hài lòng", "Very satisfied"), true),
      ]
      .map { LevelChart.Level(label: $0.0, isPositive: $0.1) },
      rows: [
        LevelChart.Row(
          label: language.choose(
            "Công chức hướng dẫn dễ hiểu, đầy đủ ngay trong một lần",
            "Officials explain everything clearly in one go"
          ),
          shares: [0.0125, 0.0375, 0.125, 0.5125, 0.3125],
          count: 9_871
        ),
        LevelChart.Row(
          label: language.choose("Kết quả được trả đúng hẹn", "The result is given in time"),
          shares: [0.15, 0.2, 0.25, 0.25, 0.15],
          count: 9_102
        ),
        LevelChart.Row(
          label: language.choose("Phí, lệ phí đúng quy định", "Fees are by the rules"),
          shares: [0.1, 0.2, 0.3, 0.2, 0.2],
          count: 3,
          symbol: .unreliable
        ),
      ]
    )
  }

  private static func trend(_ language: InterfaceLanguage) -> TrendChart {
    TrendChart(
      caption: language.choose("Tỷ lệ hài lòng qua các năm", "Satisfied, by year"),
      times: ["2019", "2020", "2021", "2022", "2023", "2024"],
      lines: [
        TrendChart.Line(
          label: language.choose("Cả tỉnh", "The province"),
          points: [
            TrendChart.Point(value: 0.8445, interval: 0.83...0.86),
            TrendChart.Point(value: 0.8548, interval: 0.84...0.87),
            TrendChart.Point(value: 0.8716, interval: 0.86...0.885),
            TrendChart.Point(value: 0.8008, interval: 0.79...0.815),
            TrendChart.Point(value: 0.6543, interval: 0.6...0.7, symbol: .confidential),
            TrendChart.Point(value: 0.8394, interval: 0.825...0.85),
          ]
        ),
        TrendChart.Line(
          label: language.choose("Vùng cao", "The highlands"),
          points: [
            TrendChart.Point(value: 0.781), TrendChart.Point(value: 0.7925),
            TrendChart.Point(value: nil), TrendChart.Point(value: 0.7412),
            TrendChart.Point(value: 0.7533),
          ]
        ),
      ],
      breaks: [
        TrendChart.Break(
          before: 3,
          reason: language.choose(
            "từ năm 2022 cách tính chỉ số thay đổi.",
            "the index has been computed in another way since 2022."
          )
        )
      ],
      target: 0.8
    )
  }

  private static func importance(_ language: InterfaceLanguage) -> ImportanceMap {
    ImportanceMap(
      caption: language.choose("Quan trọng và hài lòng", "Importance and performance"),
      performanceTitle: language.choose("Điểm trung bình", "Mean score"),
      importanceTitle: language.choose("Mức quan trọng", "Importance"),
      meanPerformance: 3.925,
      meanImportance: 0.4275,
      items: [
        ImportanceMap.Item(
          number: 1,
          label: language.choose("Công chức lịch sự", "Officials are polite"),
          importance: 0.61,
          performance: 4.21,
          quadrant: .keepUp,
          isClear: true
        ),
        ImportanceMap.Item(
          number: 2,
          label: language.choose("Trả kết quả đúng hẹn", "Results in time"),
          importance: 0.52,
          performance: 3.64,
          quadrant: .concentrateHere,
          isClear: true
        ),
        ImportanceMap.Item(
          number: 3,
          label: language.choose("Đủ ghế chờ", "Enough chairs"),
          importance: 0.25,
          performance: 3.91,
          quadrant: .lowPriority,
          isClear: false
        ),
        ImportanceMap.Item(
          number: 4,
          label: language.choose("Biển hiệu dễ thấy", "Signs are easy to see"),
          importance: 0.33,
          performance: 3.94,
          quadrant: .possibleOverkill,
          isClear: false
        ),
      ]
    )
  }

  private static func tiles(_ language: InterfaceLanguage) -> TileMap {
    TileMap(
      caption: language.choose("Tỷ lệ hài lòng theo xã, phường", "Satisfied, by commune"),
      areas: [
        TileMap.Area(
          title: language.choose("Ven biển", "The coast"),
          tiles: [
            TileMap.Tile(label: "Phường Khánh Hòa", value: 0.8801, count: 388, tone: .met),
            TileMap.Tile(label: "Xã Lai Hòa", value: 0.7436, count: 367, tone: .notMet),
            TileMap.Tile(label: "Xã Vĩnh Hải", value: 0.3456, count: 4, symbol: .confidential),
          ]
        ),
        TileMap.Area(
          title: nil,
          tiles: [
            TileMap.Tile(label: "Xã Hòa Đông", value: 0.8, count: 290, tone: .undecided),
            TileMap.Tile(label: "Xã Lạc Hòa", value: nil, count: nil),
          ]
        ),
      ],
      target: 0.8
    )
  }
}
