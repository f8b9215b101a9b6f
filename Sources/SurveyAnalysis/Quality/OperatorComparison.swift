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
///
/// In a large study variances are computed only where a difference is large enough to be told and
/// larger than one and a half times its error in a simple random sample. The others count in the family
/// with a p value of 1, which makes the decisions on the rest no easier.
struct OperatorComparison {
  /// Rows times comparisons up to which all variances are computed.
  private static let thorough = 20_000_000

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
    /// The difference; nil where it is too small for anything to be told.
    let estimate: Estimate?
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
    let isLarge =
      course.count * course.operators.count * subjects.count > Self.thorough
    // Whoever differs most is taken out of the others, so that nobody differs because of them.
    var apart: [[Int: OperatorFinding]] = subjects.map { _ in [:] }
    while true {
      var tests: [Test] = []
      for (number, subject) in subjects.enumerated() {
        let left = Set(apart[number].keys)
        let sums = OperatorSums(subject.values, course, design.design.weights, without: left)
        for place in course.operators.indices where !left.contains(place) {
          guard sums.sizes[place] >= rules.operatorInterviews,
            sums.size - sums.sizes[place] >= rules.operatorInterviews
          else { continue }
          if isLarge, !sums.deservesTest(place, rules) {
            tests.append(plain(subject, number, place, sums))
          } else if let test = try test(subject, number, place, sums, without: left) {
            tests.append(test)
          }
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

  /// A comparison that is too small for anything to be told.
  private func plain(
    _ subject: Subject,
    _ number: Int,
    _ place: Int,
    _ sums: OperatorSums
  ) -> Test {
    Test(
      subject: subject.id,
      number: number,
      place: place,
      size: sums.sizes[place],
      value: sums.mean(place),
      others: sums.meanOfOthers(place),
      estimate: nil,
      degreesOfFreedom: 0,
      pValue: 1,
      isLarge: false
    )
  }

  private func test(
    _ subject: Subject,
    _ number: Int,
    _ place: Int,
    _ sums: OperatorSums,
    without left: Set<Int>
  ) throws(SampleDesignError) -> Test? {
    var codes = Array(repeating: Int(-1), count: subject.values.count)
    var own: Set<Int> = []
    for row in subject.values.indices where !subject.values[row].isNaN {
      let code = Int(course.operatorCodes[row])
      guard code >= 0 else { continue }
      if code == place {
        codes[row] = 0
        if let clusters { own.insert(clusters[row]) }
      } else if left.isEmpty || !left.contains(code) {
        codes[row] = 1
      }
    }
    guard clusters == nil || own.count >= max(2, rules.operatorClusters) else { return nil }
    let estimate = try design.design.difference(
      of: subject.values,
      by: try Grouping(codes: codes, count: 2),
      between: 0,
      and: 1
    )
    guard let estimate, estimate.degreesOfFreedom > 0 else { return nil }
    // Everybody is the same: there is no difference, and no error of it.
    guard estimate.standardError > 0 else { return plain(subject, number, place, sums) }
    let freedom = Double(
      clusters == nil
        ? estimate.degreesOfFreedom : min(estimate.degreesOfFreedom, own.count - 1)
    )
    let t = abs(estimate.value) / estimate.standardError
    return Test(
      subject: subject.id,
      number: number,
      place: place,
      size: sums.sizes[place],
      value: sums.mean(place),
      others: sums.meanOfOthers(place),
      estimate: estimate,
      degreesOfFreedom: freedom,
      pValue: min(1, 2 * StudentT(degreesOfFreedom: freedom).upperTail(t)),
      isLarge: abs(estimate.value) >= rules.smallestEffect * sums.spread
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
      let interval = test.estimate.map { estimate in
        let reach =
          StudentT(degreesOfFreedom: test.degreesOfFreedom).quantile(1 - left[index] / 2)
          * estimate.standardError
        return ConfidenceInterval(
          lower: estimate.value - reach,
          upper: estimate.value + reach,
          level: 1 - left[index]
        )
      }
      return OperatorFinding(
        rule: rule,
        place: test.place,
        subject: test.subject,
        interviews: test.size,
        value: test.value,
        others: test.others,
        interval: interval,
        adjustedPValue: adjusted[index] ?? 1,
        isFlagged: test.isLarge && (adjusted[index] ?? 1) <= rules.error
      )
    }
  }
}
