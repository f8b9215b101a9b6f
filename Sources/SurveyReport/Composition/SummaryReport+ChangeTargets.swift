import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// The targets on changes that two waves answer.
  var changeTargets: [(TargetAssessment, TargetAssessment.Change)] {
    analysis.targets.compactMap { assessment in
      if case .change(let change) = assessment.outcome { (assessment, change) } else { nil }
    }
  }

  /// A verdict for each promised change, or for one target.
  func changeVerdicts(place: VerdictSentence.Place, of target: Target? = nil) -> [Report.Block] {
    changeTargets.compactMap { assessment, change in
      if let target, target.id != assessment.target.id { return nil }
      return .verdict(ChangeSentence(assessment.target, change, place: place, language).block)
    }
  }
}

/// The verdict on a promised change in a sentence with its reasons.
struct ChangeSentence {
  let block: Report.VerdictBlock

  init(
    _ target: Target,
    _ change: TargetAssessment.Change,
    place: VerdictSentence.Place,
    _ language: InterfaceLanguage
  ) {
    let line = change.line
    let text = ChangeWords(language, change.indicator.unit)
    let subject =
      switch place {
      case .summary: change.indicator.indicator.label.text(in: language)
      case .underTarget: ReportWords.overall.text(in: language)
      }
    var reasons: [String] = []
    let sentence: String
    if let difference = line.estimate {
      sentence = Self.sentence(subject, target, change, difference.value, place, language)
      reasons = [Self.bound(change, text, language), Self.outlook(change, language)]
        .compactMap { $0 }
    } else {
      let why = Self.why(change, language)
      sentence = language.choose(
        "\(subject): không so sánh được với “\(change.since)” vì \(why).",
        "\(subject): not compared with “\(change.since)”, because \(why)."
      )
    }
    block = Report.VerdictBlock(
      word: VerdictSentence.word(line.verdict, language),
      tone: VerdictSentence.tone(line.verdict),
      sentence: sentence,
      reasons: reasons,
      evidence: VerdictEvidence(line, of: target, threshold: 0, by: nil)
    )
  }

  private static func sentence(
    _ subject: String,
    _ target: Target,
    _ change: TargetAssessment.Change,
    _ difference: Double,
    _ place: VerdictSentence.Place,
    _ language: InterfaceLanguage
  ) -> String {
    let numbers = NumberWords(language)
    let unit = change.indicator.unit
    let whole = change.indicator.overall
    let values = [whole.before, whole.after].map {
      $0.map { numbers.value($0.value, unit) } ?? DecimalText.nothing
    }
    let sizes = [whole.before, whole.after].map { numbers.count($0?.sampleSize ?? 0) }
    let moved = ChangeWords(language, unit).change(difference)
    let goal = goal(change, language)
    let source = place == .summary ? target.source : nil
    let plan = source.map { language.choose(" (kế hoạch: \($0))", " (plan: \($0))") } ?? ""
    return language.choose(
      "\(subject): \(moved) so với “\(change.since)” (từ \(values[0]) thành \(values[1]); n = \(sizes[0]) và \(sizes[1])), chỉ tiêu: \(goal)\(plan).",
      "\(subject): \(moved) since “\(change.since)” (from \(values[0]) to \(values[1]); n = \(sizes[0]) and \(sizes[1])), target: \(goal)\(plan)."
    )
  }

  /// Where the change should go.
  static func goal(
    _ change: TargetAssessment.Change,
    _ language: InterfaceLanguage
  ) -> String {
    switch change.direction {
    case .increase: language.choose("tăng", "a rise")
    case .decrease: language.choose("giảm", "a fall")
    }
  }

  private static func why(
    _ change: TargetAssessment.Change,
    _ language: InterfaceLanguage
  ) -> String {
    guard change.indicator.incomparable.isEmpty else {
      return language.choose(
        "một trong hai kỳ không có câu trả lời so sánh được cho mọi câu của chỉ số",
        "one of the two has no comparable answers to every question of the indicator"
      )
    }
    if case .suppressed(let reason) = change.line.verdict { return reason.text(in: language) }
    return SuppressionReason.noData.text(in: language)
  }

  private static func bound(
    _ change: TargetAssessment.Change,
    _ text: ChangeWords,
    _ language: InterfaceLanguage
  ) -> String? {
    let line = change.line
    if line.estimate?.isCensus == true {
      return language.choose(
        "Cả hai kỳ đều hỏi toàn bộ nên không có sai số chọn mẫu.",
        "Everybody was asked both times, so there is no sampling error."
      )
    }
    let numbers = NumberWords(language)
    let confidence = numbers.confidence(error: line.error)
    if let bound = line.decidingBound {
      let size = text.size(bound)
      return bound > 0
        ? language.choose(
          "Mức tăng thật từ \(size) trở lên (độ tin cậy \(confidence)).",
          "The true rise is at least \(size) (\(confidence) confidence)."
        )
        : language.choose(
          "Mức giảm thật từ \(size) trở lên (độ tin cậy \(confidence)).",
          "The true fall is at least \(size) (\(confidence) confidence)."
        )
    }
    guard let interval = line.interval else { return nil }
    let title = numbers.intervalTitle(error: line.error)
    let ends = text.interval(interval.lower, interval.upper)
    return language.choose(
      "\(title) của thay đổi: \(ends), chứa mức 0.",
      "\(title) of the change: \(ends), with 0 inside."
    )
  }

  private static func outlook(
    _ change: TargetAssessment.Change,
    _ language: InterfaceLanguage
  ) -> String? {
    switch change.outlook {
    case .interviews(let count):
      let number = NumberWords(language).count(count)
      return language.choose(
        "Nếu mức thay đổi giữ nguyên, cần thêm khoảng \(number) phiếu ở kỳ này để có 80% khả năng kết luận được.",
        "If the change stayed, about \(number) more interviews of this wave would decide with a chance of 80%."
      )
    case .earlierWave:
      return language.choose(
        "Thêm phiếu ở kỳ này cũng chưa đủ: sai số của kỳ trước đã lớn so với mức thay đổi.",
        "More interviews of this wave would not do: the error of the earlier one is large beside the change."
      )
    case nil: return nil
    }
  }
}
