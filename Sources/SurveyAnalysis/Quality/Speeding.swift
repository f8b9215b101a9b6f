package import SurveyModel

/// Speeding: an interview that took less time than reading its questions takes.
///
/// Silent reading is at 200 to 400 words a minute (Rayner and others 2016, *Psychological Science in
/// the Public Interest* 17: 4–34; Brysbaert 2019, *Journal of Memory and Language* 109); response times
/// below a speed of reading are the measure of Zhang and Conrad (2014, *Survey Research Methods* 8:
/// 127–135), and below a second an item answers are careless (Wood and others 2017, *Social
/// Psychological and Personality Science* 8: 454–464). The defaults lie beyond both, so that only what
/// cannot be is told: the rule has no false alarms from fast readers, only from clocks.
///
/// Forms keyed from paper are left out: there nobody reads.
package struct Speeding: Sendable {
  private let rules: QualityRules

  /// Applies the thresholds of `rules`.
  package init(_ rules: QualityRules) { self.rules = rules }

  /// Looks at the interviews of `data` that have both instants.
  package func examine(_ data: Dataset, _ course: InterviewCourse) -> RuleOutcome {
    examine(ReadingTime(data), course)
  }

  func examine(_ time: ReadingTime, _ course: InterviewCourse) -> RuleOutcome {
    guard rules.wordsPerMinute > 0 else { return RuleOutcome(.speeding, examined: 0) }
    var examined = 0
    var flags: [QualityFlag] = []
    for row in 0..<min(course.count, time.items.count) where course.modes[row] != .paper {
      guard let seconds = course.seconds(at: row), time.items[row] > 0 else { continue }
      examined += 1
      let least = time.seconds(
        at: row,
        wordsPerMinute: rules.wordsPerMinute,
        secondsPerItem: rules.secondsPerItem
      )
      guard seconds < least else { continue }
      flags.append(
        QualityFlag(row: row, rule: .speeding, evidence: .speed(seconds: seconds, least: least))
      )
    }
    return RuleOutcome(
      .speeding,
      examined: examined,
      flags: flags,
      silence: examined == 0 ? .noInstants : nil
    )
  }
}
