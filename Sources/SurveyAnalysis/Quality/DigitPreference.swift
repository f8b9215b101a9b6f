import SurveyModel
import SurveyStatistics

/// Digit preference: last digits of whole numbers that are not as they should be.
///
/// Two comparisons. All interviews: last digits against those of the smoothed distribution of the
/// numbers, a moving mean over ten of them, so that neither a slope nor the ends of the range look like
/// a preference (as Myers 1940 blended ages). Each operator: the last digits against those of all
/// others, by a χ² test of homogeneity, which needs no idea of what is right (for interviewers, Bredl,
/// Winker and Kötschau 2012; Swanson and others 2003 on Benford's law). All tests are one family (Holm),
/// and a finding is told where at least a tenth of the digits is out of place.
///
/// People round their own ages and waiting times: over all interviews a preference tells of the
/// question, and only one operator's of the operator.
struct DigitPreference {
  let rules: QualityRules
  let course: InterviewCourse
  /// The questions that the design reads.
  var design: [String] = []

  private struct Test {
    let place: Int?
    let subject: String
    let size: Int
    /// The share of digits out of place.
    let shift: Double
    let p: Double
  }

  func outcome(_ data: Dataset) -> RuleOutcome {
    let others = Set(
      data.questionnaire.sample.questionIDs + design + [rules.operatorQuestion].compactMap(\.self)
    )
    let tables = zip(data.questionnaire.questions, data.columns).compactMap { question, column in
      guard case .integer = question.shape, question.isAsked, !question.persists,
        question.role == nil, !others.contains(question.id),
        case .number(let numbers) = column.values
      else { return nil as Digits? }
      return digits(question.id, numbers)
    }
    // Whoever differs most is taken out of the others, so that nobody differs because of them.
    var apart: [(test: Test, finding: OperatorFinding)] = []
    while true {
      let tests = tables.flatMap { table in
        self.tests(
          table,
          without: Set(apart.filter { $0.test.subject == table.question }.compactMap(\.test.place))
        )
      }
      let findings = findings(tests)
      // Of two operators nobody can say which of them is the other one.
      let told = findings.indices.filter { index in
        findings[index].isFlagged && tests[index].place != nil
          && tests.count { $0.place != nil && $0.subject == tests[index].subject } > 2
      }
      guard let most = told.min(by: { tests[$0].p < tests[$1].p }) else {
        let all = zip(tests, findings).map { (test: $0, finding: $1) } + apart
        let sorted = all.sorted {
          ($0.test.subject, $0.test.place ?? -1) < ($1.test.subject, $1.test.place ?? -1)
        }
        return RuleOutcome(
          .digitPreference,
          examined: all.count,
          findings: sorted.map(\.finding),
          silence: all.isEmpty ? .tooFewAnswers : nil
        )
      }
      apart.append((tests[most], findings[most]))
    }
  }

  private func findings(_ tests: [Test]) -> [OperatorFinding] {
    zip(tests, PValueAdjustment.holm(tests.map(\.p))).map { test, adjusted in
      OperatorFinding(
        rule: .digitPreference,
        place: test.place,
        subject: test.subject,
        interviews: test.size,
        value: test.shift,
        others: 0,
        interval: nil,
        adjustedPValue: adjusted ?? 1,
        isFlagged: test.shift >= rules.smallestDigitShift && (adjusted ?? 1) <= rules.error
      )
    }
  }

  /// The numbers of one question, and the last digits of each operator's.
  private struct Digits {
    let question: String
    let counts: [Int: Double]
    let digits: [[Double]]
  }

  private func digits(_ question: String, _ numbers: [Double]) -> Digits? {
    var counts: [Int: Double] = [:]
    var digits: [[Double]] = course.operators.map { _ in Array(repeating: 0, count: 10) }
    var size = 0
    for row in numbers.indices {
      // Numbers of one digit are counts, and their digits are no choice.
      guard numbers[row] >= 10, numbers[row] < 1e15, let number = Int(exactly: numbers[row]) else {
        continue
      }
      counts[number, default: 0] += 1
      size += 1
      let place = Int(course.operatorCodes[row])
      if place >= 0 { digits[place][number % 10] += 1 }
    }
    guard size >= rules.digitAnswers, let least = counts.keys.min(), let most = counts.keys.max(),
      most - least >= 30
    else { return nil }
    return Digits(question: question, counts: counts, digits: digits)
  }

  private func tests(_ table: Digits, without apart: Set<Int>) -> [Test] {
    var tests: [Test] = []
    if let test = whole(table) { tests.append(test) }
    let places = course.operators.indices.filter { !apart.contains($0) }
    var all = Array(repeating: 0.0, count: 10)
    for place in places {
      for digit in all.indices { all[digit] += table.digits[place][digit] }
    }
    let total = all.reduce(0, +)
    for place in places {
      let own = table.digits[place]
      let others = zip(all, own).map { $0 - $1 }
      let n = own.reduce(0, +)
      guard n >= Double(rules.digitAnswers), total - n >= Double(rules.digitAnswers),
        let p = Self.homogeneity(own, others)
      else { continue }
      let shift = zip(own, others).reduce(0) { $0 + abs($1.0 / n - $1.1 / (total - n)) } / 2
      tests.append(
        Test(place: place, subject: table.question, size: Int(n), shift: shift, p: p)
      )
    }
    return tests
  }

  /// The last digits of all numbers against those of the smoothed distribution.
  private func whole(_ table: Digits) -> Test? {
    guard let least = table.counts.keys.min(), let most = table.counts.keys.max() else {
      return nil
    }
    let range = least...most
    // A range too wide for moving means has numbers of many digits, rounded by nature; in a narrow one
    // each digit comes so seldom that a step of the distribution looks like a preference.
    guard (50...10_000).contains(range.count) else { return nil }
    let column = range.map { table.counts[$0] ?? 0 }
    var observed = Array(repeating: 0.0, count: 10)
    var expected = observed
    for place in 5..<(column.count - 5) {
      var mean = (column[place - 5] + column[place + 5]) / 2
      for near in place - 4...place + 4 { mean += column[near] }
      let digit = (range.lowerBound + place) % 10
      observed[digit] += column[place]
      expected[digit] += mean / 10
    }
    let (n, sum) = (observed.reduce(0, +), expected.reduce(0, +))
    guard n >= Double(rules.digitAnswers), sum > 0 else { return nil }
    let scaled = expected.map { $0 * n / sum }
    guard scaled.allSatisfy({ $0 >= 5 }) else { return nil }
    let statistic = zip(observed, scaled).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 }
    return Test(
      place: nil,
      subject: table.question,
      size: Int(n),
      shift: zip(observed, scaled).reduce(0) { $0 + abs($1.0 - $1.1) } / (2 * n),
      p: ChiSquare(degreesOfFreedom: 9).upperTail(statistic)
    )
  }

  /// The p value of a χ² test that two rows of digits are alike; digits that are rare in both are left
  /// out.
  private static func homogeneity(_ own: [Double], _ others: [Double]) -> Double? {
    let used = own.indices.filter { digit in own[digit] + others[digit] > 0 }
    let (n, m) = (used.reduce(0) { $0 + own[$1] }, used.reduce(0) { $0 + others[$1] })
    guard used.count > 1, n > 0, m > 0 else { return nil }
    var statistic = 0.0
    for digit in used {
      let share = (own[digit] + others[digit]) / (n + m)
      guard share * min(n, m) >= 5 else { return nil }
      statistic += (own[digit] - share * n) * (own[digit] - share * n) / (share * n)
      statistic += (others[digit] - share * m) * (others[digit] - share * m) / (share * m)
    }
    return ChiSquare(degreesOfFreedom: Double(used.count - 1)).upperTail(statistic)
  }
}
