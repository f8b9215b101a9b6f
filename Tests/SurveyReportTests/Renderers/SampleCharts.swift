import SurveyModel

@testable import SurveyReport

/// One chart of each kind; the figures are made up.
enum SampleCharts {
  static func all(_ language: InterfaceLanguage) -> [Chart] {
    [
      .levels(levels(language)), .trend(trend(language)), .importance(map(language)),
      .tiles(tiles(language)),
    ]
  }

  static func report(_ language: InterfaceLanguage) -> Report {
    var blocks: [Report.Block] = [
      .heading(language.choose("II. Biểu đồ", "II. Charts"), level: 1)
    ]
    blocks += all(language).map(Report.Block.chart)
    blocks.append(.appendix(language.choose("Phụ lục 1", "Appendix 1")))
    blocks.append(.note(language.choose("Số liệu là giả lập.", "The figures are made up.")))
    return Report(
      language: language,
      title: language.choose("Báo cáo có biểu đồ", "A report with charts"),
      subtitle: [],
      letterhead: letterhead(language),
      blocks: blocks
    )
  }

  static func letterhead(_ language: InterfaceLanguage) -> Letterhead {
    Letterhead(
      parent: language.choose("UBND TỈNH VÍ DỤ", "PEOPLE'S COMMITTEE OF VÍ DỤ PROVINCE"),
      issuer: language.choose("UBND XÃ VÍ DỤ", "PEOPLE'S COMMITTEE OF VÍ DỤ COMMUNE"),
      symbol: "BC-UBND",
      place: language.choose("Ví Dụ", "Ví Dụ"),
      kind: language.choose("BÁO CÁO", "REPORT"),
      subject: language.choose("Kết quả khảo sát năm 2026", "Results of the survey of 2026"),
      bases: [language.choose("Căn cứ Kế hoạch khảo sát năm 2026;", "On the plan for 2026;")],
      authority: language.choose("TM. ỦY BAN NHÂN DÂN", "ON BEHALF OF THE COMMITTEE"),
      position: language.choose("CHỦ TỊCH", "CHAIR"),
      recipients: [language.choose("UBND tỉnh (B/c)", "The province"), "Lưu: VT, NV"]
    )
  }

  static func levels(_ language: InterfaceLanguage) -> LevelChart {
    LevelChart(
      caption: language.choose("Biểu đồ 2. Các mức trả lời", "Chart 2. Levels of the answers"),
      levels: [
        .init(label: language.choose("Rất không hài lòng", "Very dissatisfied"), isPositive: false),
        .init(label: language.choose("Không hài lòng", "Dissatisfied"), isPositive: false),
        .init(label: language.choose("Bình thường", "Neither"), isPositive: false),
        .init(label: language.choose("Hài lòng", "Satisfied"), isPositive: true),
        .init(label: language.choose("Rất hài lòng", "Very satisfied"), isPositive: true),
      ],
      rows: [
        .init(
          label: language.choose("Nơi ngồi chờ có đủ chỗ ngồi", "There are enough seats"),
          shares: [0.02, 0.06, 0.12, 0.55, 0.25],
          count: 812
        ),
        .init(
          label: language.choose("Công chức lắng nghe ý kiến", "Officials listen"),
          shares: [0.011, 0.039, 0.2, 0.6001, 0.1499],
          count: 1_805
        ),
        .init(
          label: language.choose("Trả kết quả đúng hẹn", "Results come in time"),
          shares: [],
          count: nil,
          symbol: .confidential
        ),
      ]
    )
  }

  static func trend(_ language: InterfaceLanguage) -> TrendChart {
    TrendChart(
      caption: language.choose(
        "Biểu đồ 3. Mức độ hài lòng qua các đợt",
        "Chart 3. Satisfaction over time"
      ),
      times: ["2019", "2020", "2021", "2022", "2023", "2024"],
      lines: [
        .init(
          label: language.choose("Hài lòng chung", "Overall"),
          points: [
            .init(value: 0.842, interval: 0.83...0.854), .init(value: 0.8516),
            .init(value: 0.871, interval: 0.859...0.883), .init(value: 0.8008),
            .init(value: nil, symbol: .unreliable), .init(value: 0.8394, interval: 0.82...0.86),
          ]
        ),
        .init(
          label: language.choose("Công chức", "Officials"),
          points: [0.81, 0.82, 0.835, 0.79, 0.805, 0.81].map { .init(value: $0) }
        ),
      ],
      breaks: [
        .init(
          before: 3,
          reason: language.choose(
            "Từ 2022 tính theo cách khác: không so sánh với các năm trước",
            "Computed in another way from 2022: not comparable with the years before"
          )
        )
      ],
      target: 0.8
    )
  }

  static func map(_ language: InterfaceLanguage) -> ImportanceMap {
    ImportanceMap(
      caption: language.choose(
        "Biểu đồ 4. Tầm quan trọng và mức độ thực hiện",
        "Chart 4. Importance and performance"
      ),
      performanceTitle: language.choose("Điểm trung bình", "Mean answer"),
      importanceTitle: language.choose("Tương quan", "Correlation"),
      meanPerformance: 3.9,
      meanImportance: 0.45,
      items: [
        .init(
          number: 1,
          label: language.choose("Nơi ngồi chờ", "Seats"),
          importance: 0.31,
          performance: 3.5,
          quadrant: .lowPriority,
          isClear: true
        ),
        .init(
          number: 2,
          label: language.choose("Thái độ công chức", "Officials' attitude"),
          importance: 0.6215,
          performance: 4.25,
          quadrant: .keepUp,
          isClear: true
        ),
        .init(
          number: 3,
          label: language.choose("Thời hạn trả kết quả", "Time limits"),
          importance: 0.55,
          performance: 3.7,
          quadrant: .concentrateHere,
          isClear: false
        ),
        .init(
          number: 4,
          label: language.choose("Biển chỉ dẫn", "Signs"),
          importance: 0.32,
          performance: 4.15,
          quadrant: .possibleOverkill,
          isClear: true
        ),
      ]
    )
  }

  static func tiles(_ language: InterfaceLanguage) -> TileMap {
    TileMap(
      caption: language.choose("Biểu đồ 5. Các đơn vị", "Chart 5. Units"),
      areas: [
        .init(
          title: language.choose("Ven biển", "On the coast"),
          tiles: [
            .init(label: "Xã Một", value: 0.912, count: 120, tone: .met),
            .init(label: "Xã Hai", value: 0.7765, count: 98, tone: .undecided),
          ]
        ),
        .init(
          title: language.choose("Nội địa", "Inland"),
          tiles: [
            .init(label: "Xã Ba", value: 0.61, count: 230, tone: .notMet),
            .init(
              label: "Xã Bốn",
              value: nil,
              count: nil,
              tone: .suppressed,
              symbol: .confidential
            ),
          ]
        ),
      ],
      target: 0.8
    )
  }
}
