import SurveyAnalysis
import SurveyModel
import SurveyStatistics

/// A verdict in a line, at most three short reasons, and what a specialist asks for.
struct VerdictSentence {
  /// How much of a line is said.
  enum Place {
    /// Alone: the indicator, the target, and the section of the plan.
    case summary
    /// Under the heading of its target.
    case underTarget
  }

  let block: Report.VerdictBlock

  init(
    _ target: Target,
    _ survey: TargetAssessment.Survey,
    _ line: TargetAssessment.Line,
    place: Place = .summary,
    by: String? = nil,
    details: Bool = false,
    words: NumberWords
  ) {
    let language = words.language
    let threshold = words.threshold(survey.threshold, survey.unit)
    let subject = Self.subject(survey, line, place, language)
    let sentence: String
    var reasons: [String] = []
    if case .suppressed(let reason) = line.verdict {
      let why = reason.text(in: language)
      sentence = language.choose(
        "\(subject): không công bố vì \(why).",
        "\(subject): not published, because \(why)."
      )
    } else if let estimate = line.estimate {
      let value = words.value(estimate.value, survey.unit)
      let size = words.count(estimate.sampleSize)
      // Two promises of a plan may set the same threshold on the same indicator.
      let source = place == .summary && line.level == nil ? target.source : nil
      let plan = source.map { language.choose(" (kế hoạch: \($0))", " (plan: \($0))") } ?? ""
      let goal =
        place == .underTarget && line.level != nil
        ? "" : language.choose(", chỉ tiêu \(threshold)\(plan)", ", target \(threshold)\(plan)")
      sentence = "\(subject): \(value) (n = \(size))\(goal)."
      reasons = VerdictReasons(line, survey, words: words).lines
    } else {
      sentence = subject
    }
    block = Report.VerdictBlock(
      word: Self.word(line.verdict, language),
      tone: Self.tone(line.verdict),
      sentence: sentence,
      reasons: reasons,
      details: details ? VerdictDetails(line, survey, words: words).lines : [],
      evidence: VerdictEvidence(line, of: target, threshold: survey.threshold, by: by)
    )
  }

  private static func subject(
    _ survey: TargetAssessment.Survey,
    _ line: TargetAssessment.Line,
    _ place: Place,
    _ language: InterfaceLanguage
  ) -> String {
    let indicator = survey.indicator.label.text(in: language)
    let group = line.level?.label.text(in: language)
    switch place {
    case .summary: return group.map { "\(indicator) – \($0)" } ?? indicator
    case .underTarget: return group ?? ReportWords.overall.text(in: language)
    }
  }

  static func word(_ verdict: Verdict, _ language: InterfaceLanguage) -> String {
    switch verdict {
    case .met: language.choose("Đạt", "Met")
    case .notMet: language.choose("Chưa đạt", "Not met")
    case .undecided: language.choose("Chưa đủ căn cứ", "Undecided")
    case .suppressed: language.choose("Không công bố", "Suppressed")
    }
  }

  static func tone(_ verdict: Verdict) -> Report.VerdictBlock.Tone {
    switch verdict {
    case .met: .met
    case .notMet: .notMet
    case .undecided: .undecided
    case .suppressed: .suppressed
    }
  }
}
