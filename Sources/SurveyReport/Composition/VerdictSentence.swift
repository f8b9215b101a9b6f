import SurveyAnalysis
import SurveyModel
import SurveyStatistics

/// A verdict in a sentence: value, n, bound, and what would decide it.
struct VerdictSentence {
  let block: Report.VerdictBlock

  init(
    _ target: Target,
    _ survey: TargetAssessment.Survey,
    _ line: TargetAssessment.Line,
    words: NumberWords
  ) {
    let language = words.language
    var subject = survey.indicator.label.text(in: language)
    if let level = line.level { subject += " – " + level.label.text(in: language) }
    let threshold = words.threshold(survey.threshold, survey.unit)
    // Two promises of a plan may set the same threshold on the same indicator.
    let source = line.level == nil ? target.source : nil
    let place = source.map { language.choose(" (kế hoạch: \($0))", " (plan: \($0))") } ?? ""
    let sentence: String
    if case .suppressed(let reason) = line.verdict {
      let why = reason.text(in: language)
      sentence = language.choose(
        "\(subject): không công bố vì \(why).",
        "\(subject): not published, because \(why)."
      )
    } else if let estimate = line.estimate {
      let value = words.value(estimate.value, survey.unit)
      let size = words.count(estimate.sampleSize)
      let found = language.choose(
        "\(subject): \(value) (n = \(size)), chỉ tiêu \(threshold)\(place).",
        "\(subject): \(value) (n = \(size)), target \(threshold)\(place)."
      )
      sentence = found + " " + Self.consequence(line, survey, threshold, words)
    } else {
      sentence = subject
    }
    block = Report.VerdictBlock(
      word: Self.word(line.verdict, language),
      tone: Self.tone(line.verdict),
      sentence: sentence
    )
  }

  private static func consequence(
    _ line: TargetAssessment.Line,
    _ survey: TargetAssessment.Survey,
    _ threshold: String,
    _ words: NumberWords
  ) -> String {
    let language = words.language
    let confidence = words.confidence(error: line.error)
    let bound = line.decidingBound.map { words.value($0, survey.unit) } ?? ""
    if line.estimate?.isCensus == true {
      return language.choose(
        "Đã hỏi toàn bộ nên không có sai số chọn mẫu.",
        "Everybody was asked, so there is no sampling error."
      )
    }
    switch line.verdict {
    case .met:
      return language.choose(
        "Với độ tin cậy \(confidence), giá trị thật ít nhất là \(bound): đạt chỉ tiêu.",
        "With \(confidence) confidence the true value is at least \(bound): the target is met."
      )
    case .notMet:
      return language.choose(
        "Với độ tin cậy \(confidence), giá trị thật nhiều nhất là \(bound): chưa đạt chỉ tiêu.",
        "With \(confidence) confidence the true value is at most \(bound): the target is not met."
      )
    case .undecided:
      let interval = line.interval.map {
        "\(words.value($0.lower, survey.unit)) – \(words.value($0.upper, survey.unit))"
      }
      let range = interval.map {
        " (\(words.intervalTitle(error: line.error).lowercased()): \($0))"
      }
      let more = line.furtherInterviews.map { count in
        language.choose(
          " Nếu tỷ lệ giữ nguyên, cần thêm khoảng \(words.count(count)) phiếu để kết luận.",
          " If the rate stays, about \(words.count(count)) more interviews would decide."
        )
      }
      return language.choose(
        "Mẫu chưa đủ để kết luận đạt hay chưa đạt\(range ?? "").\(more ?? "")",
        "The sample cannot tell whether the target is met\(range ?? "").\(more ?? "")"
      )
    case .suppressed:
      return ""
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
