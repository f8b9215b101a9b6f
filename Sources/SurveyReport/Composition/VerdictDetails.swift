import SurveyAnalysis
import SurveyModel
import SurveyStatistics

/// What a specialist asks for: p values, what could be detected, and every way to compute.
struct VerdictDetails {
  private let line: TargetAssessment.Line
  private let survey: TargetAssessment.Survey
  private let method: Target.Decision.Method
  private let words: NumberWords

  init(
    _ line: TargetAssessment.Line,
    _ survey: TargetAssessment.Survey,
    method: Target.Decision.Method,
    words: NumberWords
  ) {
    self.line = line
    self.survey = survey
    self.method = method
    self.words = words
  }

  var lines: [String] {
    if case .suppressed = line.verdict { return [] }
    return [probabilities, detectable, command].compactMap { $0 } + grid
  }

  private var language: InterfaceLanguage { words.language }

  private var probabilities: String? {
    guard line.estimate?.isCensus != true, let met = line.decision?.pValueMet,
      let missed = line.decision?.pValueMissed
    else { return nil }
    let error = words.threshold(line.error, .share)
    return language.choose(
      "Giá trị p của kết luận “đạt”: \(p(met)); của “chưa đạt”: \(p(missed)); mức ý nghĩa một phía \(error).",
      "p value of “met”: \(p(met)); of “not met”: \(p(missed)); one-sided significance level \(error)."
    )
  }

  private func p(_ value: Double) -> String {
    let text = DecimalText(language: language)
    if value < 0.0001 { return "< " + text.number(0.0001, decimals: 4) }
    if value > 0.9999 { return "> " + text.number(0.9999, decimals: 4) }
    return text.number(value, decimals: 4)
  }

  private var detectable: String? {
    guard let outlook = line.outlook else { return nil }
    if case .moreThan = outlook.further { return nil }
    let text = VerdictReasons(line, survey, words: words).detectable(outlook)
    return text.isEmpty ? nil : String(text.dropFirst())
  }

  /// How to compute the further interviews, or others, with `sample decide`.
  ///
  /// Strata cost degrees of freedom, which that command takes from the number of clusters; n rows in
  /// clusters of n/(df + 1) have as many.
  private var command: String? {
    guard survey.unit == .share, line.exact == nil, let outlook = line.outlook,
      let estimate = line.estimate, let effect = outlook.designEffect, method != .logit
    else { return nil }
    let text = DecimalText(language: language)
    let truth = text.shortPercent(estimate.value)
    // A rate that is written like the target cannot be told from it.
    guard truth != text.shortPercent(survey.threshold) else { return nil }
    let size = Double(estimate.sampleSize) / (Double(estimate.degreesOfFreedom) + 1)
    var parts = [
      "thuocdo sample decide --target \(words.threshold(survey.threshold, .share))",
      "--truth \(truth)",
      "--error \(words.threshold(line.error, .share))",
    ]
    if effect >= 1.005 { parts.append("--deff \(text.number(effect, decimals: 2))") }
    if method == .wilson { parts.append("--rule wilson") }
    if size > 1.005 { parts.append("--cluster-size \(text.number(size, decimals: 1))") }
    let typed = parts.joined(separator: " ")
    return language.choose("Tính lại gần đúng: \(typed)", "About the same: \(typed)")
  }

  private var grid: [String] {
    guard let robustness = line.robustness else { return [] }
    let choices = robustness.cells.map(\.choice)
    return robustness.cells.map { cell in
      let verdict: Verdict =
        switch cell.outcome {
        case .met: .met
        case .missed: .notMet
        case .undecided: .undecided
        }
      let how = ChoiceWords(language).brief(cell.choice, among: choices)
      let value = words.value(cell.value, survey.unit)
      let sign = VerdictSentence.tone(verdict).sign
      return "\(sign) \(value) \(VerdictSentence.word(verdict, language).lowercased()): \(how)"
    }
  }
}
