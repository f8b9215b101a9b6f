import SurveyModel
import SurveyStatistics

/// The mean of each operator's interviews against that of all others.
///
/// The difference has the variance of the design: both means are domains of one sample and share its
/// clusters (``SurveyStatistics/SampleDesign/difference(of:by:between:and:)``). Where there are
/// clusters, degrees of freedom are no more than the operator's own clusters less one, because their
/// spread makes most of the variance. All comparisons of a rule are one family (Holm 1979). Whoever
/// surely differs most is told and taken out of the others, and the rest is compared again, so that
/// one operator does not make all others look unusual.
struct OperatorComparison {
  /// A column of one value for each interview, NaN where there is none.
  struct Subject {
    let id: String?
    let values: [Double]
  }

  let rules: QualityRules
  let design: StudyDesign
  let course: InterviewCourse
  /// The primary cluster of each interview; nil where there are none.
  let clusters: [Int]?

  private struct Test {
    let subject: String?
    let number: Int
    let place: Int
    let size: Int
    let value: Double
    let others: Double
    let estimate: Estimate
    let degreesOfFreedom: Double
    let pValue: Double
    let isLarge: Bool
  }

  /// Compares every operator who has enough interviews, in every subject.
  func outcome(
    _ rule: QualityRule,
    _ subjects: [Subject]
  ) throws(SampleDesignError) -> RuleOutcome {
    guard course.operators.count > 1 else {
      return RuleOutcome(rule, examined: 0, silence: .noOperators)
    }
    // Whoever differs most is taken out of the others, so that nobody differs because of them.
    var apart: [[Int: OperatorFinding]] = subjects.map { _ in [:] }
    while true {
      var tests: [Test] = []
      for (number, subject) in subjects.enumerated() {
        let left = Set(apart[number].keys)
        for place in course.operators.indices where !left.contains(place) {
          if let test = try test(subject, number, place, without: left) { tests.append(test) }
        }
      }
      let findings = findings(rule, tests)
      // Of two operators nobody can say which of them is the other one.
      let told = findings.indices.filter { index in
        findings[index].isFlagged && tests.count { $0.number == tests[index].number } > 2
      }
      guard let most = told.min(by: { tests[$0].pValue < tests[$1].pValue }) else {
        return outcome(rule, apart, tests, findings)
      }
      apart[tests[most].number][tests[most].place] = findings[most]
    }
  }

  private func outcome(
    _ rule: QualityRule,
    _ apart: [[Int: OperatorFinding]],
    _ tests: [Test],
    _ last: [OperatorFinding]
  ) -> RuleOutcome {
    var keyed: [(number: Int, place: Int, finding: OperatorFinding)] = []
    for (test, finding) in zip(tests, last) { keyed.append((test.number, test.place, finding)) }
    for (number, findings) in apart.enumerated() {
      for (place, finding) in findings { keyed.append((number, place, finding)) }
    }
    keyed.sort { ($0.number, $0.place) < ($1.number, $1.place) }
    return RuleOutcome(
      rule,
      examined: keyed.count,
      findings: keyed.map(\.finding),
      silence: keyed.isEmpty ? .tooFewInterviews : nil
    )
  }

  private func test(
    _ subject: Subject,
    _ number: Int,
    _ place: Int,
    without left: Set<Int>
  ) throws(SampleDesignError) -> Test? {
    var codes = Array(repeating: -1, count: subject.values.count)
    var sizes = (own: 0, others: 0)
    var moments = (sum: 0.0, squares: 0.0)
    var own: Set<Int> = []
    let centre = subject.values.first { !$0.isNaN } ?? 0
    for row in subject.values.indices {
      let value = subject.values[row]
      let code = Int(course.operatorCodes[row])
      guard !value.isNaN, code >= 0, !left.contains(code) else { continue }
      moments.sum += value - centre
      moments.squares += (value - centre) * (value - centre)
      if code == place {
        codes[row] = 0
        sizes.own += 1
        if let clusters { own.insert(clusters[row]) }
      } else {
        codes[row] = 1
        sizes.others += 1
      }
    }
    guard sizes.own >= rules.operatorInterviews, sizes.others >= rules.operatorInterviews,
      clusters == nil || own.count >= max(2, rules.operatorClusters)
    else { return nil }
    let grouping = try Grouping(codes: codes, count: 2)
    let estimate = try design.design.difference(
      of: subject.values,
      by: grouping,
      between: 0,
      and: 1
    )
    let means = try design.design.means(of: subject.values, by: grouping)
    guard let estimate, let value = means[0]?.value, let others = means[1]?.value,
      estimate.standardError > 0, estimate.degreesOfFreedom > 0
    else { return nil }
    let freedom = Double(
      clusters == nil
        ? estimate.degreesOfFreedom : min(estimate.degreesOfFreedom, own.count - 1)
    )
    let size = Double(sizes.own + sizes.others)
    let mean = moments.sum / size
    let spread = max(0, moments.squares / size - mean * mean).squareRoot()
    let t = abs(estimate.value) / estimate.standardError
    return Test(
      subject: subject.id,
      number: number,
      place: place,
      size: sizes.own,
      value: value,
      others: others,
      estimate: estimate,
      degreesOfFreedom: freedom,
      pValue: min(1, 2 * StudentT(degreesOfFreedom: freedom).upperTail(t)),
      isLarge: abs(estimate.value) >= rules.smallestEffect * spread
    )
  }

  /// Holm's decisions, each with the interval at the error that was left for it.
  private func findings(_ rule: QualityRule, _ tests: [Test]) -> [OperatorFinding] {
    let adjusted = PValueAdjustment.holm(tests.map(\.pValue))
    let ranks = tests.indices.sorted { (tests[$0].pValue, $0) < (tests[$1].pValue, $1) }
    var left = Array(repeating: rules.error, count: tests.count)
    var isOpen = true
    for (rank, index) in ranks.enumerated() {
      // After the first that is not rejected, all are at that error.
      let step = rules.error / Double(tests.count - rank)
      left[index] = isOpen ? step : left[ranks[rank - 1]]
      if (adjusted[index] ?? 1) > rules.error { isOpen = false }
    }
    return tests.indices.map { index in
      let test = tests[index]
      let reach =
        StudentT(degreesOfFreedom: test.degreesOfFreedom).quantile(1 - left[index] / 2)
        * test.estimate.standardError
      return OperatorFinding(
        rule: rule,
        place: test.place,
        subject: test.subject,
        interviews: test.size,
        value: test.value,
        others: test.others,
        interval: ConfidenceInterval(
          lower: test.estimate.value - reach,
          upper: test.estimate.value + reach,
          level: 1 - left[index]
        ),
        adjustedPValue: adjusted[index] ?? 1,
        isFlagged: test.isLarge && (adjusted[index] ?? 1) <= rules.error
      )
    }
  }
}
