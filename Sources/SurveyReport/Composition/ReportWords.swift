import SurveyAnalysis
import SurveyModel

/// The fixed words of a report.
enum ReportWords: LocalizedMessage {
  case targetsTitle
  case wave(String)
  case period(String)
  case fieldwork(from: String, to: String)
  case madeUp
  case interviews, rejectedRows, mode(Mode)
  case group, overall, estimate, interval, sampleSize, designEffect, truth, verdict, bound
  case positiveShare, mean, missing, answer, count, share, item, indexValue, pointsValue, classOf
  case otherTargets, noTargets, profile, difference, letters
  case simultaneous(Target.Decision)
  case byQuestion(String)
  case ranks(String, among: Int, confidence: String)
  case noRanks(String)
  case answered(Int)
  case seriesBreak(String)
  case before, after, trends, time, trendBreaks
  case comparedWith(String, String)
  case changeIntervals(error: Double)
  case commonUnits(Int)
  case notCompared(String, questions: String)

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .targetsTitle: "Kết quả so với chỉ tiêu của kế hoạch"
    case .wave(let wave): "Đợt khảo sát: \(wave)"
    case .period(let period): "Kỳ báo cáo: \(period)"
    case .fieldwork(let from, let to): "Thời gian trả lời: từ \(from) đến \(to)"
    case .madeUp: "SỐ LIỆU GIẢ LẬP để dùng thử, không phải kết quả khảo sát thật"
    case .interviews: "Số phiếu hợp lệ"
    case .rejectedRows: "Số dòng bị trả lại khi nhập tệp"
    case .mode(.terminal): "Nhập tại máy"
    case .mode(.kiosk): "Người dân tự nhập"
    case .mode(.paper): "Phiếu giấy"
    case .mode(.importedFile): "Nhập từ tệp"
    case .group: "Nhóm"
    case .overall: "Chung"
    case .estimate: "Ước lượng"
    case .interval: "Khoảng tin cậy"
    case .sampleSize: "n"
    case .designEffect: "Hệ số thiết kế"
    case .truth: "Giá trị thật (giả lập)"
    case .verdict: "Kết luận"
    case .bound: "Cận quyết định"
    case .positiveShare: "Tích cực"
    case .mean: "Trung bình"
    case .missing: "Không có câu trả lời"
    case .answer: "Trả lời"
    case .count: "Số người"
    case .share: "Tỷ lệ"
    case .item: "Nội dung"
    case .indexValue: "Chỉ số"
    case .pointsValue: "Điểm"
    case .classOf: "Xếp loại"
    case .otherTargets: "Chỉ tiêu khác trong kế hoạch"
    case .profile: "Đặc điểm người trả lời"
    case .difference: "Khác nhau"
    case .letters:
      "Cột “Khác nhau”: trong cùng một cách chia nhóm, hai nhóm không có chung chữ cái nào thì khác nhau rõ; có chung chữ cái thì mẫu chưa cho thấy khác nhau (so từng cặp theo thiết kế mẫu, hiệu chỉnh Holm, mức 5%). Nhóm mà mọi người trả lời như nhau không được so."
    case .noTargets: "Không có kế hoạch nào đặt chỉ tiêu cho phiếu này."
    case .simultaneous(let rule):
      "Dòng “Chung” có khoảng tin cậy \(NumberWords(.vietnamese).confidence(error: 2 * rule.error)). Các nhóm được kết luận cùng lúc (\(rule.adjustment.name)) nên khoảng của mỗi nhóm trong bảng này thường rộng hơn mức đó và rộng hơn trong bảng tỷ lệ theo nhóm, để \(rule.adjustment == .benjaminiHochberg ? "tỷ lệ kết luận sai trong số các kết luận" : "khả năng có kết luận sai trong các nhóm") không vượt \(NumberWords(.vietnamese).threshold(rule.error, .share))."
    case .byQuestion(let question): "Theo nhóm – \(Self.asLead(question))"
    case .ranks(let list, let count, let confidence):
      "Thứ hạng có thể có trong \(NumberWords(.vietnamese).count(count)) nhóm được công bố (hạng 1 cao nhất; đúng đồng thời cho mọi nhóm với độ tin cậy \(confidence)): \(list)."
    case .noRanks(let question): "Chưa phân biệt được thứ hạng của nhóm nào – \(question)."
    case .answered(let count): "Số người trả lời: \(NumberWords(.vietnamese).count(count))"
    case .before: "Kỳ trước"
    case .seriesBreak(let reason): "NGẮT CHUỖI: \(reason)"
    case .trends: "Diễn biến qua các kỳ"
    case .time: "Đợt, kỳ"
    case .trendBreaks:
      "Số liệu ở hai bên chỗ ngắt chuỗi đo bằng phiếu khác nhau nên không nối thành một đường và không tính thay đổi."
    case .after: "Kỳ này"
    case .comparedWith(let label, let count): "So sánh với “\(label)” (\(count) phiếu)."
    case .changeIntervals(let error):
      "“Tăng rõ”, “giảm rõ” chỉ dùng khi khoảng tin cậy của thay đổi không chứa 0; khả năng nói sai về một số liệu không quá \(NumberWords(.vietnamese).threshold(error, .share)). Các nhóm của một câu được kết luận cùng lúc (Holm) nên khoảng của nhóm có thể rộng hơn. Thay đổi tính từ số chưa làm tròn nên có thể lệch 0,01 so với hiệu của hai số ghi ở đây. Ô trống: chỉ một kỳ có số liệu, hoặc mẫu không cho biết sai số."
    case .commonUnits(0): "Hai kỳ không có đơn vị chọn mẫu chung nên được coi là hai mẫu độc lập."
    case .commonUnits(let count):
      "\(NumberWords(.vietnamese).count(count)) đơn vị chọn mẫu có mặt ở cả hai kỳ; sai số của thay đổi đã tính đến điều đó."
    case .notCompared(let indicator, let questions):
      "\(indicator): không so sánh, vì một trong hai kỳ không có câu trả lời so sánh được cho \(questions)."
    }
  }

  private var english: String {
    switch self {
    case .targetsTitle: "Results against the targets of the plan"
    case .wave(let wave): "Wave: \(wave)"
    case .period(let period): "Period: \(period)"
    case .fieldwork(let from, let to): "Answers given from \(from) to \(to)"
    case .madeUp: "MADE-UP DATA for trying the tool, not the result of a survey"
    case .interviews: "Valid interviews"
    case .rejectedRows: "Rows that imports sent back"
    case .mode(.terminal): "Entered at a terminal"
    case .mode(.kiosk): "Entered by respondents"
    case .mode(.paper): "On paper"
    case .mode(.importedFile): "Imported from files"
    case .group: "Group"
    case .overall: "Overall"
    case .estimate: "Estimate"
    case .interval: "Interval"
    case .sampleSize: "n"
    case .designEffect: "Design effect"
    case .truth: "Truth (made up)"
    case .verdict: "Verdict"
    case .bound: "Deciding bound"
    case .positiveShare: "Positive"
    case .mean: "Mean"
    case .missing: "No answer"
    case .answer: "Answer"
    case .count: "People"
    case .share: "Share"
    case .item: "Item"
    case .indexValue: "Index"
    case .pointsValue: "Points"
    case .classOf: "Class"
    case .otherTargets: "Other targets of the plan"
    case .profile: "Who answered"
    case .difference: "Difference"
    case .letters:
      "“Difference”: of the groups of one question, two without a common letter surely differ; with one the sample does not show a difference (all pairs under the sample's design, Holm's adjustment, 5%). Groups in which all agree are not compared."
    case .noTargets: "No plan sets a target on this questionnaire."
    case .simultaneous(let rule):
      "The interval of the “Overall” row is at \(NumberWords(.english).confidence(error: 2 * rule.error)). The groups are decided together (\(rule.adjustment.name)), so their intervals in this table are mostly wider than that, and than in the rates by group: the \(rule.adjustment == .benjaminiHochberg ? "expected share of false verdicts among those given" : "chance of any false verdict among the groups") stays within \(NumberWords(.english).threshold(rule.error, .share))."
    case .byQuestion(let question): "By group – \(Self.asLead(question))"
    case .ranks(let list, let count, let confidence):
      "Ranks that the \(NumberWords(.english).count(count)) published groups may have (rank 1 is highest; true for all at once with \(confidence) confidence): \(list)."
    case .noRanks(let question): "No group can be ranked above another – \(question)."
    case .answered(let count): "Answered: \(NumberWords(.english).count(count))"
    case .before: "Before"
    case .seriesBreak(let reason): "BREAK: \(reason)"
    case .trends: "Over time"
    case .time: "Wave or period"
    case .trendBreaks:
      "Figures on the two sides of a break were measured with other instruments: they are no one line, and there is no change between them."
    case .after: "Now"
    case .comparedWith(let label, let count): "Compared with “\(label)” (\(count) interviews)."
    case .changeIntervals(let error):
      "“Surely up” and “surely down” are said only when the interval of the change leaves 0 out; the chance of a false claim about one figure stays within \(NumberWords(.english).threshold(error, .share)). The groups of a question are decided together (Holm), so their intervals may be wider. Changes are computed before rounding, so that they may differ by 0.01 from the difference of the two figures printed. An empty cell: only one of the two has a figure, or the sample does not tell the error."
    case .commonUnits(0):
      "The two have no sampling unit in common and count as independent samples."
    case .commonUnits(let count):
      "\(NumberWords(.english).count(count)) sampling units are in both; the error of the change takes that into account."
    case .notCompared(let indicator, let questions):
      "\(indicator): not compared, because one of the two has no comparable answers to \(questions)."
    }
  }

  /// A question keeps its own mark, other words lead with a colon.
  private static func asLead(_ question: String) -> String {
    question.hasSuffix("?") ? question : question + ":"
  }
}

extension Target.Decision.Adjustment {
  /// The method's name as it is written in both languages.
  fileprivate var name: String {
    switch self {
    case .holm: "Holm"
    case .bonferroni: "Bonferroni"
    case .benjaminiHochberg: "Benjamini–Hochberg"
    case .none: "–"
    }
  }
}
