import SurveyAnalysis
import SurveyModel
import SurveyStatistics

/// What a specialist asks for: p values, what could be detected, and every way to compute.
struct VerdictDetails {
  private let line: TargetAssessment.Line
  private let survey: TargetAssessment.Survey
  private let words: NumberWords

  init(_ line: TargetAssessment.Line, _ survey: TargetAssessment.Survey, words: NumberWords) {
    self.line = line
    self.survey = survey
    self.words = words
  }

  var lines: [String] {
    if case .suppressed = line.verdict { return [] }
    return [probabilities, detectable].compactMap { $0 } + grid
  }

  private var language: InterfaceLanguage { words.language }

  private var probabilities: String? {
    guard line.estimate?.isCensus != true, let met = line.decision?.pValueMet,
      let missed = line.decision?.pValueMissed
    else { return nil }
    let error = words.threshold(line.error, .share)
    return language.choose(
      "p khi kết luận đạt: \(p(met)); khi kết luận chưa đạt: \(p(missed)); sai số một phía \(error).",
      "p of “met”: \(p(met)); of “not met”: \(p(missed)); one-sided error \(error)."
    )
  }

  private func p(_ value: Double) -> String {
    let text = DecimalText(language: language)
    return value < 0.0001
      ? "< " + text.number(0.0001, decimals: 4) : text.number(value, decimals: 4)
  }

  private var detectable: String? {
    guard let outlook = line.outlook else { return nil }
    if case .moreThan = outlook.further { return nil }
    let text = VerdictReasons(line, survey, words: words).detectable(outlook)
    return text.isEmpty ? nil : String(text.dropFirst())
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
