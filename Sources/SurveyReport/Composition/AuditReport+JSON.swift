import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension AuditReport {
  /// The name of the shape.
  package static let format = "thuocdo-audit-1"

  /// All flags, findings and comparisons, for programs.
  ///
  /// Figures of too few people are null, and so are those without flagged interviews where these are
  /// too few.
  package func json(
    span: (name: String, id: String),
    number: (Int) -> String
  ) -> [(String, JSONValue)] {
    [
      ("format", .string(Self.format)), ("questionnaire", .string(questionnaire.id)),
      (span.name, .string(span.id)), ("interviews", .integer(audit.course.count)),
      ("flagged", .integer(audit.flaggedRows.count)), ("summary", .string(summary)),
      ("rules", .array(audit.outcomes.map { json($0, number) })),
      ("operators", .array(audit.work.map { json($0) })),
      ("comparisons", .array(result.comparisons.map { json($0) })),
    ]
  }

  private func json(_ outcome: RuleOutcome, _ number: (Int) -> String) -> JSONValue {
    .object([
      ("rule", .string(outcome.rule.rawValue)), ("name", .string(words(.name(outcome.rule)))),
      ("meaning", .string(words(.meaning(outcome.rule)))),
      ("examined", .integer(outcome.examined)),
      ("silence", outcome.silence.map { .string(words(.silence($0))) } ?? .null),
      ("expected", outcome.expected.map { .number($0) } ?? .null),
      (
        "flags",
        .array(
          outcome.flags.map { flag in
            .object(
              [
                ("interview", .string(number(flag.row))),
                ("why", .string(sentence(flag.evidence, number))),
              ] + Self.numbers(flag.evidence, number)
            )
          }
        )
      ),
      ("findings", .array(outcome.findings.map { json($0) })),
    ])
  }

  private static func numbers(
    _ evidence: QualityFlag.Evidence,
    _ number: (Int) -> String
  ) -> [(String, JSONValue)] {
    switch evidence {
    case .straightLine(let items, let isContradictory):
      [("items", .integer(items)), ("contradictory", .bool(isContradictory))]
    case .speed(let seconds, let least):
      [("seconds", .number(seconds)), ("least_seconds", .number(least))]
    case .copy(let other, let matching, let items):
      [
        ("other", .string(number(other))), ("matching", .integer(matching)),
        ("items", .integer(items)),
      ]
    case .afterHours(let forms): [("forms", .integer(forms)), ("after_hours", .bool(true))]
    case .impossibleHour(let forms, let minutes):
      [("forms", .integer(forms)), ("least_minutes", .number(minutes))]
    case .dossier(let other): [("other", .string(number(other)))]
    }
  }

  private func json(_ finding: OperatorFinding) -> JSONValue {
    .object([
      ("operator", finding.place == nil ? .null : .string(operatorName(finding.place))),
      ("subject", finding.subject.map { .string($0) } ?? .null),
      ("n", .integer(finding.interviews)), ("value", .number(finding.value)),
      ("others", .number(finding.others)),
      (
        "interval",
        finding.interval.map { .array([.number($0.lower), .number($0.upper)]) } ?? .null
      ),
      ("level", finding.interval.map { .number($0.level) } ?? .null),
      ("adjusted_p", .number(finding.adjustedPValue)), ("flagged", .bool(finding.isFlagged)),
    ])
  }

  private func json(_ work: QualityAudit.Work) -> JSONValue {
    .object([
      ("operator", work.place < 0 ? .null : .string(operatorName(work.place))),
      ("interviews", .integer(work.interviews)), ("flagged", .integer(work.flagged)),
    ])
  }

  private func json(_ comparison: AuditComparison) -> JSONValue {
    let smallCounts = SmallCounts(suppression)
    func number(_ estimate: Estimate?, hidden: Bool = false) -> JSONValue {
      guard let estimate, !hidden, !smallCounts.hides(estimate.sampleSize) else { return .null }
      return .number(estimate.value)
    }
    func isHidden(_ all: Estimate?, _ without: Estimate?) -> Bool {
      let gone = (all?.sampleSize ?? 0) - (without?.sampleSize ?? 0)
      return comparison.isDisclosive || (gone > 0 && gone < suppression.below)
    }
    return .object([
      ("scenario", .string(comparison.scenario.rawValue)),
      ("left_out", .integer(comparison.leftOut)), ("sentence", .string(sentence(comparison))),
      ("flips", .integer(comparison.flips.count)),
      (
        "targets",
        .array(
          comparison.targets.map { line in
            // Groups show no figures: from theirs and the overall one those of others would follow.
            let hides = line.by != nil || isHidden(line.all.estimate, line.without.estimate)
            return .object([
              ("target", .string(line.target.id)),
              ("by", line.by.map { .string($0.id) } ?? .null),
              ("group", line.all.level.map { .string($0.code) } ?? .null),
              ("all", number(line.all.estimate, hidden: line.by != nil)),
              ("verdict", .string(VerdictSentence.tone(line.all.verdict).rawValue)),
              ("without", number(line.without.estimate, hidden: hides)),
              (
                "verdict_without",
                .string(VerdictSentence.tone(line.without.verdict).rawValue)
              ),
              ("flips", .bool(line.flips)),
            ])
          }
        )
      ),
      (
        "indicators",
        .array(
          comparison.indicators.map { line in
            .object([
              ("indicator", .string(line.indicator.id)), ("all", number(line.all)),
              ("without", number(line.without, hidden: isHidden(line.all, line.without))),
            ])
          }
        )
      ),
    ])
  }
}
