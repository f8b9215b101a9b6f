import SurveyAnalysis
import SurveyModel

/// Numbers inside sentences, in the language of the report.
struct NumberWords {
  let language: InterfaceLanguage

  init(_ language: InterfaceLanguage) { self.language = language }

  func count(_ number: Int) -> String { DecimalText(language: language).count(number) }

  /// A value on the scale of its indicator.
  func value(_ value: Double, _ unit: IndicatorUnit) -> String {
    let text = DecimalText(language: language)
    return unit == .share ? text.percent(value) : text.number(value, decimals: 2)
  }

  /// A threshold: without the decimals that it does not need.
  func threshold(_ value: Double, _ unit: IndicatorUnit) -> String {
    let scaled = unit == .share ? value * 100 : value
    let decimals = [(0, 1.0), (1, 10.0)].first { _, power in
      abs(scaled * power - (scaled * power).rounded()) < 1e-9
    }
    let text = DecimalText(language: language)
    return text.number(scaled, decimals: decimals?.0 ?? 2) + (unit == .share ? "%" : "")
  }

  /// A confidence such as 95%.
  func confidence(error: Double) -> String { threshold(1 - error, .share) }

  func intervalTitle(error: Double) -> String {
    let level = threshold(1 - 2 * error, .share)
    return language.choose("Khoảng tin cậy \(level)", "\(level) interval")
  }
}
