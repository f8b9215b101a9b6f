@testable import SurveyReport
import SurveyModel

/// A report in which every block and every cell occurs; the figures are made up.
enum SampleReport {
  static func make(_ language: InterfaceLanguage) -> Report {
    Report(
      language: language,
      title: language.choose(
        "Báo cáo kết quả đo lường sự hài lòng của người dân đối với dịch vụ hành chính công năm 2024",
        "Report on the satisfaction of citizens with public administrative services in 2024"
      ),
      subtitle: [
        language.choose("Ủy ban nhân dân thị xã Ví Dụ", "People's Committee of Ví Dụ town"),
        language.choose(
          "Thời gian khảo sát: 01/6/2024 – 30/9/2024",
          "Fieldwork: 1 June – 30 September 2024"
        ),
      ],
      blocks: opening(language) + closing(language)
    )
  }

  private static func opening(_ language: InterfaceLanguage) -> [Report.Block] {
    [
      .heading(language.choose("I. Kết quả chung", "I. Overall result"), level: 1),
      .paragraph(
        language.choose(
          "Khảo sát thu về 36.525 phiếu hợp lệ trên tổng số 40.000 phiếu phát ra. Các tỷ lệ dưới đây "
            + "là ước lượng có trọng số; khoảng tin cậy được tính theo thiết kế mẫu nhiều giai đoạn.",
          "36,525 valid forms were returned of 40,000 handed out. The rates below are weighted "
            + "estimates; confidence intervals follow the multi-stage sampling design."
        )
      ),
      .verdict(
        Report.VerdictBlock(
          word: language.choose("Đạt", "Met"),
          tone: .met,
          sentence: language.choose(
            "Tỷ lệ người dân hài lòng là 82,67%, cận dưới 81,20% không thấp hơn mục tiêu 80%.",
            "82.67% of citizens are satisfied; the lower bound 81.20% reaches the target of 80%."
          ),
          reasons: [
            language.choose("Vững: cả 6 cách tính đều đạt.", "Robust: all 6 ways agree.")
          ],
          details: ["✓ 82,67%: Wilson & <logit>"]
        )
      ),
      .verdict(
        Report.VerdictBlock(
          word: language.choose("Chưa đủ căn cứ", "Undecided"),
          tone: .undecided,
          sentence: language.choose("Mẫu chưa cho phép kết luận.", "The sample cannot tell.")
        )
      ),
      .heading(language.choose("1. Theo yếu tố", "1. By element"), level: 2),
      .table(elements(language)),
      .note(
        language.choose(
          "Các tỷ lệ được làm tròn độc lập nên tổng có thể khác 100%.",
          "Shares are rounded one by one and may not add up to 100%."
        )
      ),
    ]
  }

  private static func closing(_ language: InterfaceLanguage) -> [Report.Block] {
    [
      .heading(language.choose("2. Theo nhóm", "2. By group"), level: 2),
      .chart(.bars(chart(language))),
      .verdict(
        Report.VerdictBlock(
          word: language.choose("Chưa đạt", "Not met"),
          tone: .notMet,
          sentence: language.choose("Nhóm không có mạng Internet.", "Those without the Internet.")
        )
      ),
      .verdict(
        Report.VerdictBlock(
          word: language.choose("Không công bố", "Not published"),
          tone: .suppressed,
          sentence: language.choose("Có dưới 5 phiếu.", "Fewer than 5 forms.")
        )
      ),
      .heading(language.choose("3. Chỉ số thành phần", "3. Component scores"), level: 2),
      .table(scores(language)),
    ]
  }

  private static func elements(_ language: InterfaceLanguage) -> Table {
    Table(
      caption: language.choose(
        "Bảng 1. Mức độ hài lòng theo yếu tố và tiêu chí",
        "Table 1. Satisfaction by element and item"
      ),
      columns: [
        Table.Column(language.choose("Yếu tố, tiêu chí", "Element, item")),
        Table.Column(language.choose("Số phiếu", "Forms"), .trailing),
        Table.Column(language.choose("Tỷ lệ hài lòng", "Satisfied"), .trailing),
        Table.Column(language.choose("Khoảng tin cậy 90%", "90% confidence interval"), .trailing),
        Table.Column(language.choose("Kết luận", "Verdict")),
      ],
      rows: [
        Table.Row(
          [
            .text(language.choose("Chỉ số hài lòng chung", "Overall")), .count(36_525),
            .share(0.82665), .shareInterval(0.812...0.8405),
            .verdict(word: language.choose("Đạt", "Met"), tone: .met),
          ],
          isTotal: true
        ),
        Table.Row(
          [
            .text(language.choose("Tiếp cận dịch vụ", "Access")), .count(36_102), .share(0.7934),
            .shareInterval(0.7811...0.8057),
            .verdict(word: language.choose("Chưa đủ căn cứ", "Undecided"), tone: .undecided),
          ],
          indent: 1
        ),
        Table.Row(
          [
            .text(
              language.choose(
                "Nơi ngồi chờ giải quyết công việc tại cơ quan hành chính nhà nước có đủ chỗ ngồi",
                "The waiting area of the office has enough seats"
              )
            ), .count(9_871), .share(0.5), .shareInterval(0.4832...0.5168),
            .verdict(word: language.choose("Chưa đạt", "Not met"), tone: .notMet),
          ],
          indent: 2
        ),
        Table.Row(
          [
            .text(language.choose("Tiếp nhận, xử lý ý kiến góp ý", "Handling of complaints")),
            .suppressed, .suppressed, .suppressed,
            .verdict(word: language.choose("Không công bố", "Not published"), tone: .suppressed),
          ],
          indent: 1
        ),
        Table.Row(
          [.text(language.choose("Chưa hỏi trong đợt này", "Not asked in this wave"))],
          indent: 1
        ),
      ]
    )
  }

  private static func scores(_ language: InterfaceLanguage) -> Table {
    Table(
      caption: language.choose("Bảng 2. Điểm thành phần", "Table 2. Scores"),
      columns: [
        Table.Column(language.choose("Thành phần", "Component")),
        Table.Column(language.choose("Điểm trung bình", "Mean score"), .trailing),
        Table.Column(language.choose("Khoảng", "Interval"), .trailing),
        Table.Column(language.choose("Ghi chú", "Remark")),
      ],
      rows: [
        Table.Row([
          .text(language.choose("Công chức", "Officials")), .number(2.675, decimals: 2),
          .numberInterval(-0.125...2.75, decimals: 2),
          .text(
            language.choose(
              "Tính trên các câu đã trả lời; câu bỏ trống không vào mẫu số.",
              "Answered questions only; blank ones are in no denominator."
            )
          ),
        ]),
        Table.Row([
          .text(language.choose("Kết quả", "Outcome")), .number(12_345.678, decimals: 1), .empty,
          .empty,
        ]),
      ]
    )
  }

  private static func chart(_ language: InterfaceLanguage) -> BarChart {
    BarChart(
      caption: language.choose(
        "Biểu đồ 1. Tỷ lệ hài lòng theo nơi ở và cách nộp hồ sơ",
        "Chart 1. Satisfaction by residence and way of filing"
      ),
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
          label: language.choose("Thành thị", "Urban"),
          value: 0.86,
          interval: 0.82...0.9,
          count: 20_120,
          tone: .met
        ),
        BarChart.Bar(
          label: language.choose(
            "Nông thôn, miền núi, vùng có điều kiện kinh tế – xã hội đặc biệt khó khăn",
            "Rural and mountainous areas with especially difficult conditions"
          ),
          value: 0.79,
          interval: 0.71...0.87,
          count: 16_405,
          tone: .undecided
        ),
        BarChart.Bar(
          label: language.choose("Nộp trực tiếp, không có mạng Internet", "In person, no Internet"),
          value: 0.615,
          interval: 0.55...0.68,
          count: 812,
          tone: .notMet
        ),
        BarChart.Bar(
          label: language.choose("Bưu chính công ích", "By post"),
          value: nil,
          interval: nil,
          count: 4,
          tone: .suppressed
        ),
      ],
      target: 0.8
    )
  }
}
