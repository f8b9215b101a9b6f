@testable import SurveyReport

/// Charts as long as they become: all items of a form, nine units, eight quarters; the figures are
/// made up.
enum LongCharts {
  static let all: [Chart] = [
    .bars(groups), .bars(elements), .levels(levels), .trend(trend), .trend(elementTrend),
    .importance(importance), .tiles(tiles),
  ]

  /// Figures between 0 and 1 that are the same on every machine.
  private static func figure(_ index: Int, _ salt: Int) -> Double {
    let state = UInt64(index * 977 + salt * 31 + 7) &* 0x9E37_79B9_7F4A_7C15
    return Double((state ^ state >> 29) >> 11 & 0xF_FFFF) / Double(0xF_FFFF)
  }

  static let items = [
    "Thông tin về chính sách được đưa đến người dân bằng nhiều hình thức, dễ tìm, dễ thấy",
    "Thông tin về chính sách đầy đủ, dễ hiểu",
    "Có nhiều hình thức để người dân góp ý khi xây dựng chính sách",
    "Có nhiều hình thức để người dân phản hồi, đánh giá việc thực hiện chính sách",
    "Việc thực hiện chính sách phát triển kinh tế",
    "Việc thực hiện chính sách khám bệnh, chữa bệnh",
    "Việc thực hiện chính sách giáo dục phổ thông",
    "Việc thực hiện chính sách về trật tự, an toàn xã hội",
    "Việc thực hiện chính sách giao thông đường bộ",
    "Việc thực hiện chính sách cung cấp điện sinh hoạt",
    "Việc thực hiện chính sách cung cấp nước sinh hoạt",
    "Việc thực hiện chính sách an sinh xã hội",
    "Việc thực hiện cải cách hành chính",
    "Kinh tế của gia đình Ông/Bà",
    "Tình hình kinh tế - xã hội của địa phương",
    "Chất lượng của bệnh viện công",
    "Chất lượng của trường phổ thông công lập",
    "Tình hình trật tự, an toàn xã hội",
    "Chất lượng đường bộ",
    "Chất lượng điện sinh hoạt",
    "Chất lượng nước sinh hoạt",
    "Kết quả chăm lo an sinh xã hội",
    "Năng lực và việc thực thi công vụ của cán bộ, công chức",
    "Biển hiệu, bảng hướng dẫn tại nơi tiếp nhận rõ ràng, dễ tìm",
    "Nơi tiếp nhận có đủ ghế chờ, bàn viết",
    "Trang thiết bị phục vụ người dân đầy đủ, hoạt động tốt",
    "Thủ tục được niêm yết công khai, dễ thấy, dễ đọc",
    "Giấy tờ phải nộp đúng theo quy định",
    "Phí, lệ phí phải nộp đúng theo quy định",
    "Thời hạn giải quyết đúng theo quy định",
    "Công chức lịch sự, tôn trọng người dân",
    "Công chức hướng dẫn dễ hiểu, đầy đủ ngay trong một lần",
    "Công chức tuân thủ quy định khi giải quyết công việc",
    "Kết quả được trả đúng hẹn",
    "Kết quả đầy đủ, chính xác",
    "Việc giải quyết bảo đảm công bằng giữa mọi người",
    "Có hình thức để người dân phản ánh, kiến nghị dễ dàng",
    "Phản ánh, kiến nghị được tiếp nhận, xử lý đúng quy định",
    "Kết quả xử lý phản ánh, kiến nghị được thông báo kịp thời",
  ]

  static let levels = LevelChart(
    caption: "Biểu đồ 3. Mức độ hài lòng theo từng tiêu chí, tỷ lệ trả lời ở mỗi mức",
    levels: [
      LevelChart.Level(label: "Rất không hài lòng", isPositive: false),
      LevelChart.Level(label: "Không hài lòng", isPositive: false),
      LevelChart.Level(label: "Bình thường", isPositive: false),
      LevelChart.Level(label: "Hài lòng", isPositive: true),
      LevelChart.Level(label: "Rất hài lòng", isPositive: true),
    ],
    rows: items.enumerated().map { index, label in
      if index == 11 {
        return LevelChart.Row(label: label, shares: [], count: nil, symbol: .confidential)
      }
      let worst = 0.01 + 0.05 * figure(index, 1)
      let bad = 0.02 + 0.12 * figure(index, 2)
      let middle = 0.05 + 0.2 * figure(index, 3)
      let best = 0.1 + 0.3 * figure(index, 4)
      return LevelChart.Row(
        label: label,
        shares: [worst, bad, middle, 1 - worst - bad - middle - best, best],
        count: 900 + Int(400 * figure(index, 5))
      )
    }
  )

  static let groups = BarChart(
    caption: "Biểu đồ 1. Tỷ lệ người dân hài lòng chung, theo nhóm",
    bars: [
      BarChart.Bar(
        label: "Tổng thể",
        value: 0.8266,
        interval: 0.812...0.8405,
        count: 36_525,
        tone: .met,
        isTotal: true
      )
    ]
      + [
        ("Giới tính", ["Nam", "Nữ"]),
        (
          "Độ tuổi",
          ["Từ 18 đến 24 tuổi", "Từ 25 đến 34", "Từ 35 đến 49", "Từ 50 đến 60", "Trên 60"]
        ),
        (
          "Nơi ở trước ngày 01/7/2025",
          ["Phường", "Thị trấn", "Xã vùng đồng bằng", "Xã miền núi, vùng cao, hải đảo, biên giới"]
        ),
        (
          "Nghề nghiệp",
          [
            "Làm việc tại doanh nghiệp, tổ chức ngoài nhà nước", "Làm việc trong khu vực nhà nước",
            "Lao động tự do", "Nghỉ hưu", "Sinh viên", "Không đi làm, nội trợ", "Nghề khác",
          ]
        ),
      ]
      .enumerated().flatMap { group, element in
        element.1.enumerated().map { index, label in
          let value = 0.66 + 0.25 * figure(index, group + 20)
          let reach = 0.01 + 0.06 * figure(index, group + 30)
          let isHidden = label == "Nghề khác"
          return BarChart.Bar(
            label: label,
            group: element.0,
            value: value,
            interval: (value - reach)...min(value + reach, 1),
            count: 80 + Int(2000 * figure(index, group + 40)),
            tone: isHidden
              ? .suppressed
              : value - reach >= 0.8 ? .met : value + reach < 0.8 ? .notMet : .undecided,
            symbol: isHidden ? .confidential : nil
          )
        }
      },
    target: 0.8
  )

  static let elements = BarChart(
    caption: "Biểu đồ 2. Chỉ số hài lòng theo yếu tố",
    bars: [
      ("Chỉ số chung", 0.7841, true),
      ("Cung cấp thông tin, giải trình về chính sách", 0.7712, false),
      ("Tham gia xây dựng chính sách", 0.7325, false), ("Tiếp cận dịch vụ", 0.8103, false),
      ("Thủ tục hành chính", 0.7988, false), ("Công chức trực tiếp giải quyết", 0.8055, false),
      ("Tiếp nhận, xử lý phản ánh, kiến nghị", 0.6924, false),
    ]
    .map { label, value, isTotal in
      BarChart.Bar(
        label: label,
        value: value,
        interval: (value - 0.012)...(value + 0.013),
        count: 1_204,
        isTotal: isTotal
      )
    },
    target: nil
  )

  static let trend = TrendChart(
    caption: "Biểu đồ 4. Tỷ lệ người dân hài lòng qua các quý",
    times: (0..<8).map { "Quý \(["I", "II", "III", "IV"][$0 % 4])/\(2024 + $0 / 4)" },
    lines: [
      TrendChart.Line(
        label: "Tỷ lệ hài lòng chung của thị xã",
        points: [0.781, 0.79, 0.805, nil, 0.822, 0.744, 0.781, 0.826].map { value in
          TrendChart.Point(
            value: value,
            interval: value.map { ($0 - 0.022)...($0 + 0.02) },
            symbol: value == nil ? .unreliable : nil
          )
        }
      )
    ],
    breaks: [
      TrendChart.Break(
        before: 5,
        reason: "từ ngày 01/7/2025 địa bàn khảo sát được sắp xếp lại từ 10 xã, phường cũ thành 4 "
          + "xã, phường mới, và bộ câu hỏi đổi từ 5 mức sang 4 mức trả lời."
      )
    ],
    target: 0.8
  )

  static let elementTrend = TrendChart(
    caption: "Biểu đồ 5. Mức độ hài lòng theo yếu tố qua các đợt",
    times: ["Đợt 1 (6 tháng đầu năm 2024)", "Đợt 2 (cả năm 2024)", "Đợt 3 (6 tháng đầu năm 2025)"],
    lines: [
      "Tiếp cận dịch vụ", "Thủ tục hành chính", "Công chức", "Kết quả giải quyết",
      "Tiếp nhận, xử lý phản ánh, kiến nghị",
    ]
    .enumerated().map { index, label in
      TrendChart.Line(
        label: label,
        points: (0..<3).map { time in
          let value = 0.72 + 0.03 * Double(index) + 0.03 * figure(index, time)
          return TrendChart.Point(value: value, interval: (value - 0.015)...(value + 0.015))
        }
      )
    }
  )

  static let importance: ImportanceMap = {
    let places = items.indices.map { index in
      (importance: 0.2 + 0.5 * figure(index, 50), performance: 3.3 + 1.1 * figure(index, 51))
    }
    let meanImportance = places.map(\.importance).reduce(0, +) / Double(places.count)
    let meanPerformance = places.map(\.performance).reduce(0, +) / Double(places.count)
    return ImportanceMap(
      caption: "Biểu đồ 6. Mức độ quan trọng và mức độ hài lòng của các tiêu chí",
      performanceTitle: "Điểm hài lòng trung bình (1–5)",
      importanceTitle: "Mức quan trọng (tương quan với hài lòng chung)",
      meanPerformance: meanPerformance,
      meanImportance: meanImportance,
      items: zip(items, places).enumerated().map { index, element in
        let (label, place) = element
        let isImportant = place.importance >= meanImportance
        let isGood = place.performance >= meanPerformance
        return ImportanceMap.Item(
          number: index + 1,
          label: label,
          importance: place.importance,
          performance: place.performance,
          quadrant: isImportant
            ? (isGood ? .keepUp : .concentrateHere) : isGood ? .possibleOverkill : .lowPriority,
          isClear: (place.importance - meanImportance).magnitude > 0.06
            && (place.performance - meanPerformance).magnitude > 0.12
        )
      }
    )
  }()

  static let tiles = TileMap(
    caption: "Biểu đồ 7. Tỷ lệ hài lòng theo xã, phường",
    areas: [
      TileMap.Area(
        title: "Khu vực ven biển",
        tiles: [
          TileMap.Tile(label: "Phường Vĩnh Phước", value: 0.8124, count: 412, tone: .undecided),
          TileMap.Tile(label: "Phường Khánh Hòa", value: 0.8801, count: 388, tone: .met),
          TileMap.Tile(label: "Xã Lai Hòa", value: 0.7436, count: 367, tone: .notMet),
          TileMap.Tile(label: "Xã Vĩnh Hải", value: nil, count: nil, symbol: .confidential),
        ]
      ),
      TileMap.Area(
        title: "Khu vực nội đồng (các xã trước khi sắp xếp)",
        tiles: [
          TileMap.Tile(label: "Xã Hòa Đông", value: 0.9312, count: 290, tone: .met),
          TileMap.Tile(label: "Xã Lạc Hòa", value: 0.7999, count: 305, tone: .undecided),
          TileMap.Tile(label: "Xã Vĩnh Hiệp", value: 0.8, count: 311, tone: .undecided),
          TileMap.Tile(label: "Xã Vĩnh Tân", value: nil, count: nil, symbol: .unreliable),
          TileMap.Tile(
            label: "Trung tâm phục vụ hành chính công (hồ sơ nộp trực tuyến)",
            value: 0.8655,
            count: 1_250,
            tone: .met
          ),
        ]
      ),
    ],
    target: 0.8
  )
}
