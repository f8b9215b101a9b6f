package import SurveyModel

/// What an estimate says about a target.
package enum Verdict: Hashable, Sendable {
  case met
  case notMet
  /// The sample cannot tell.
  case undecided
  /// The figure is not published.
  case suppressed(SuppressionReason)
}

/// Why a figure is not published.
package enum SuppressionReason: Hashable, Sendable {
  /// Nobody has a valid answer.
  case noData
  /// So few people that they could be recognised.
  case disclosure(minimum: Int)
  /// Together with the total it would give a suppressed group away.
  case complementary
  /// Fewer than 30 answers, or as imprecise as fewer than 30.
  case smallSample
  /// The 95% interval is 30 points wide or wider.
  case wideInterval
  /// The 95% interval is wide for so small a share.
  case wideRelativeInterval
  /// There are no degrees of freedom for an interval.
  case noInterval
}

extension SuppressionReason: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .noData: "chưa có câu trả lời hợp lệ"
    case .disclosure(let minimum): "có dưới \(minimum) người trả lời, có thể nhận ra từng người"
    case .complementary: "nếu công bố thì có thể suy ra số liệu của nhóm đã ẩn"
    case .smallSample: "chưa đủ 30 người trả lời"
    case .wideInterval: "khoảng tin cậy 95% rộng từ 30 điểm phần trăm trở lên"
    case .wideRelativeInterval: "khoảng tin cậy 95% quá rộng so với tỷ lệ"
    case .noInterval: "thiết kế mẫu không đủ cụm để tính khoảng tin cậy"
    }
  }

  private var english: String {
    switch self {
    case .noData: "there is no valid answer yet"
    case .disclosure(let minimum): "fewer than \(minimum) people answered, who could be recognised"
    case .complementary: "it would give the suppressed group away"
    case .smallSample: "fewer than 30 people answered"
    case .wideInterval: "the 95% interval is 30 percentage points wide or wider"
    case .wideRelativeInterval: "the 95% interval is too wide for the share"
    case .noInterval: "the sample has too few clusters for an interval"
    }
  }
}
