import SurveyAnalysis
import SurveyModel

/// Changes inside sentences: "tăng 1,28 điểm phần trăm".
struct ChangeWords {
  let language: InterfaceLanguage
  let unit: IndicatorUnit

  init(_ language: InterfaceLanguage, _ unit: IndicatorUnit) {
    self.language = language
    self.unit = unit
  }

  private var isShare: Bool { unit == .share }

  /// The size of a change in its unit: "1,28 điểm phần trăm", "1,28 điểm", "0,35".
  func size(_ change: Double) -> String {
    let text = DecimalText(language: language)
    let number = text.number((isShare ? change * 100 : change).magnitude, decimals: 2)
    return switch unit {
    case .share: language.choose("\(number) điểm phần trăm", "\(number) percentage points")
    case .index, .points: language.choose("\(number) điểm", "\(number) points")
    case .number: number
    }
  }

  /// A change with its direction; what rounds to nothing is none.
  func change(_ change: Double) -> String {
    let scaled = isShare ? change * 100 : change
    guard scaled.isFinite else { return DecimalText.nothing }
    if scaled.magnitude < 0.005 { return language.choose("không đổi", "unchanged") }
    return scaled > 0
      ? language.choose("tăng \(size(change))", "up \(size(change))")
      : language.choose("giảm \(size(change))", "down \(size(change))")
  }

  /// What the samples say: surely more, surely less, or nothing sure.
  func word(_ change: WaveChange) -> String {
    switch change.direction {
    case .rise: language.choose("tăng rõ", "surely up")
    case .fall: language.choose("giảm rõ", "surely down")
    case .unclear: language.choose("chưa rõ", "unclear")
    }
  }

  /// What is said where only a part was asked before.
  var partial: String {
    language.choose("thiếu đơn vị cũ", "former units missing")
  }

  /// Both ends of an interval with their signs.
  func interval(_ lower: Double, _ upper: Double) -> String {
    CellText(language: language).text(
      of: .changeInterval(lower...max(lower, upper), isShare: isShare)
    )
  }

  /// How the column of changes is headed.
  var title: String {
    switch unit {
    case .share: language.choose("Thay đổi (điểm phần trăm)", "Change (percentage points)")
    case .index, .points: language.choose("Thay đổi (điểm)", "Change (points)")
    case .number: language.choose("Thay đổi", "Change")
    }
  }
}
