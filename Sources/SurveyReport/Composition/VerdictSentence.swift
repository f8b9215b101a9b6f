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
      let why = Self.why(reason, line, words)
      sentence = language.choose(
        "\(subject): không công bố vì \(why).",
        "\(subject): not published, because \(why)."
      )
      reasons = [Self.repair(reason, isGroup: line.level != nil, language)].compactMap { $0 }
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
      details: details ? Self.details(line, survey, target, words) : [],
      evidence: VerdictEvidence(line, of: target, threshold: survey.threshold, by: by)
    )
  }

  private static func details(
    _ line: TargetAssessment.Line,
    _ survey: TargetAssessment.Survey,
    _ target: Target,
    _ words: NumberWords
  ) -> [String] {
    VerdictDetails(line, survey, method: target.decision.method, words: words).lines
  }

  /// Why a figure is kept back; 30 people and more may be worth fewer.
  private static func why(
    _ reason: SuppressionReason,
    _ line: TargetAssessment.Line,
    _ words: NumberWords
  ) -> String {
    let size = line.estimate?.sampleSize ?? 0
    guard case .smallSample = reason, size >= 30 else { return reason.text(in: words.language) }
    return words.language.choose(
      "\(words.count(size)) câu trả lời chỉ chính xác tương đương dưới 30 người",
      "\(words.count(size)) answers are no more precise than fewer than 30 people"
    )
  }

  /// What can be done so that there is a figure.
  private static func repair(
    _ reason: SuppressionReason,
    isGroup: Bool,
    _ language: InterfaceLanguage
  ) -> String? {
    guard isGroup else {
      return language.choose(
        "Muốn có số liệu, hãy hỏi và nhập thêm phiếu.",
        "To have a figure, more interviews are needed."
      )
    }
    return switch reason {
    case .noData:
      language.choose(
        "Hãy kiểm tra phiếu của nhóm này đã được nhập chưa.",
        "Please check whether the interviews of this group were entered."
      )
    case .disclosure:
      language.choose(
        "Muốn có số liệu, hãy gộp nhóm này với nhóm khác.",
        "To have a figure, join this group with another."
      )
    case .complementary: nil
    case .smallSample, .wideInterval, .wideRelativeInterval:
      language.choose(
        "Muốn có số liệu, hãy hỏi thêm phiếu ở nhóm này hoặc gộp với nhóm khác.",
        "To have a figure, interview more people of this group or join it with another."
      )
    case .noInterval:
      language.choose(
        "Muốn có số liệu, nhóm này phải có phiếu từ nhiều cụm hơn.",
        "To have a figure, this group needs interviews from more clusters."
      )
    }
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
    case .suppressed: language.choose("Không công bố", "Not published")
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
