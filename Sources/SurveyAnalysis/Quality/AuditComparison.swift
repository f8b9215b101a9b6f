package import SurveyModel
package import SurveyStatistics

/// What targets and indicators are with all interviews and without those that were pointed to.
///
/// The interviews that are left out stay in the sample design: those that remain are a domain of the
/// same sample, as everywhere, so that standard errors stay right.
package struct AuditComparison: Sendable {
  /// Which interviews are left out.
  package enum Scenario: String, CaseIterable, Hashable, Sendable {
    /// Those that a rule points to.
    case withoutFlagged = "without-flagged"
    /// Those of operators of whom something is told.
    case withoutOperators = "without-operators"
  }

  /// One line of a target, with and without.
  package struct TargetLine: Sendable {
    /// The target.
    package let target: Target
    /// The indicator.
    package let indicator: Indicator
    /// What is to be reached.
    package let threshold: Double
    /// The scale on which it is read.
    package let unit: IndicatorUnit
    /// The question that makes the group; nil for the overall figure.
    package let by: Question?
    /// With all interviews.
    package let all: TargetAssessment.Line
    /// Without those that are left out.
    package let without: TargetAssessment.Line

    /// Whether the verdict is another one.
    package var flips: Bool { all.verdict != without.verdict }

    /// Whether one of two surely decided verdicts becomes the other.
    package var reverses: Bool {
      [all.verdict, without.verdict] == [.met, .notMet]
        || [all.verdict, without.verdict] == [.notMet, .met]
    }
  }

  /// One indicator, with and without.
  package struct IndicatorLine: Sendable {
    /// The indicator.
    package let indicator: Indicator
    /// The scale on which it is read.
    package let unit: IndicatorUnit
    /// With all interviews.
    package let all: Estimate?
    /// Without those that are left out.
    package let without: Estimate?
  }

  /// Which interviews are left out.
  package let scenario: Scenario
  /// How many they are.
  package let leftOut: Int
  /// Whether so few are left out, alone or beside those of another scenario, that figures without
  /// them would tell their answers.
  package let isDisclosive: Bool
  /// The plan's targets on the questionnaire, overall first, then each group.
  package let targets: [TargetLine]
  /// The indicators of the questionnaire, overall.
  package let indicators: [IndicatorLine]

  /// The lines whose verdict is another one.
  package var flips: [TargetLine] { targets.filter(\.flips) }

  /// Compares for each scenario that leaves anybody out.
  package static func all(
    _ audit: QualityAudit,
    _ data: Dataset,
    design: StudyDesign,
    plan: Plan?
  ) throws(SampleDesignError) -> [AuditComparison] {
    let figures = AuditFigures(plan: plan, data: data, design: design)
    var base: AuditFigures.Values?
    var comparisons: [AuditComparison] = []
    var earlier: [Set<Int>] = []
    let least = (plan?.suppression ?? Plan.Suppression()).below
    for scenario in Scenario.allCases {
      let rows =
        switch scenario {
        case .withoutFlagged: audit.flaggedRows
        case .withoutOperators: audit.rowsOfFlaggedOperators
        }
      if rows.isEmpty || earlier.contains(rows) { continue }
      let isDisclosive =
        rows.count < least || data.count - rows.count < least
        || earlier.contains { $0.symmetricDifference(rows).count < least }
      earlier.append(rows)
      let all: AuditFigures.Values
      if let known = base { all = known } else { all = try figures.values(of: data) }
      base = all
      let kept = Set(design.declaration.questionIDs)
      let without = try figures.values(of: data.withoutAnswers(of: rows, keeping: kept))
      comparisons.append(
        AuditComparison(
          scenario: scenario,
          leftOut: rows.count,
          isDisclosive: isDisclosive,
          targets: zip(all.targets, without.targets).map { with, without in
            TargetLine(
              target: with.target,
              indicator: with.indicator,
              threshold: with.threshold,
              unit: with.unit,
              by: with.by,
              all: with.line,
              without: without.line
            )
          },
          indicators: zip(all.indicators, without.indicators).map { with, without in
            IndicatorLine(
              indicator: with.indicator,
              unit: with.unit,
              all: with.estimate,
              without: without.estimate
            )
          }
        )
      )
    }
    return comparisons
  }
}

extension Dataset {
  /// The same interviews, of which some have no answers but those to the questions of the design.
  ///
  /// They stay in the sample and are in no domain.
  func withoutAnswers(of rows: Set<Int>, keeping kept: Set<String>) -> Dataset {
    let columns = zip(questionnaire.questions, columns).map { question, column in
      kept.contains(question.id) ? column : column.without(rows)
    }
    return Dataset(questionnaire: questionnaire, count: count, columns: columns)
  }
}

extension Dataset.Column {
  fileprivate func without(_ rows: Set<Int>) -> Dataset.Column {
    let missing = missing.setting(.notCollected, of: rows)
    let values: Dataset.Values
    switch self.values {
    case .choice(let positions): values = .choice(positions.without(rows))
    case .choices(var options):
      for option in options.indices {
        for row in rows where options[option].indices.contains(row) { options[option][row] = -1 }
      }
      values = .choices(options)
    case .number(var numbers):
      for row in rows where numbers.indices.contains(row) { numbers[row] = .nan }
      values = .number(numbers)
    case .text(let texts): values = .text(texts.without(rows))
    }
    return Dataset.Column(values: values, missing: missing)
  }
}
