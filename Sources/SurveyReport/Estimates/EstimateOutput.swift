package import SurveyAnalysis
package import SurveyModel
import SurveyStatistics
import Tabular

/// Writes the answer to an analyst's request.
package struct EstimateOutput {
  /// The formats of `estimate`.
  package enum Format: String, CaseIterable, Sendable {
    case text
    case json
    case csv
  }

  private let answer: EstimateAnswer
  private let language: InterfaceLanguage

  /// Prepares to write `answer`.
  package init(_ answer: EstimateAnswer, language: InterfaceLanguage) {
    self.answer = answer
    self.language = language
  }

  /// The output in `format`.
  package func write(_ format: Format, width: Int = 100) -> String {
    switch format {
    case .json: JSONText.write(json)
    case .text: TextRenderer(width: width).render(report)
    case .csv: csv
    }
  }

  private var json: JSONValue {
    let design = answer.request.design
    return .object([
      (
        "design",
        .object([
          ("weight", design.weight.map { .string($0) } ?? .null),
          ("probability", design.probability.map { .string($0) } ?? .null),
          ("strata", .array(design.strata.map { .string($0) })),
          ("clusters", .array(design.clusters.map { .string($0) })),
          ("fpc", .array(design.fpc.map { .string($0) })),
          ("nest", .bool(design.nest)),
          ("lonely_psu", .string(design.lonelyPSU.rawValue)),
          ("rows", .integer(answer.design.rows)),
          ("psus", answer.design.primaryUnits.map { .integer($0) } ?? .null),
          ("strata_count", answer.design.primaryStrata.map { .integer($0) } ?? .null),
          ("replicates", answer.design.replicates.map { .integer($0) } ?? .null),
          ("df", .integer(answer.design.degreesOfFreedom)),
          ("adjustments", .array(answer.design.adjustments.map(json))),
        ])
      ),
      ("estimates", .array(answer.lines.map(json))),
    ])
  }

  private func json(_ adjustment: WeightAdjustment) -> JSONValue {
    .object([
      ("method", .string(adjustment.method.rawValue)),
      ("iterations", .integer(adjustment.iterations)),
      ("misfit", .number(adjustment.misfit)),
      ("least_factor", .number(adjustment.factors.lowerBound)),
      ("most_factor", .number(adjustment.factors.upperBound)),
    ])
  }

  private func json(_ line: EstimateAnswer.Line) -> JSONValue {
    let estimate = line.estimate
    func ends(_ interval: ConfidenceInterval?) -> JSONValue {
      interval.map { .array([.number($0.lower), .number($0.upper)]) } ?? .null
    }
    return .object([
      ("statistic", .string(line.statistic)),
      ("variable", .string(line.variable)),
      ("domain", .object(line.domain.map { ($0.column, .string($0.value)) })),
      ("estimate", estimate.map { .number($0.value) } ?? .null),
      ("se", estimate.map { .number($0.standardError) } ?? .null),
      ("ci", ends(line.intervals.first?.interval)),
      ("intervals", .object(line.intervals.map { ($0.rule.rawValue, ends($0.interval)) })),
      ("level", .number(answer.request.level)),
      ("df", estimate.map { .integer($0.degreesOfFreedom) } ?? .null),
      ("deff", estimate?.designEffect.map { .number($0) } ?? .null),
      ("deff_replace", estimate?.designEffectWithReplacement.map { .number($0) } ?? .null),
      ("n", .integer(estimate?.sampleSize ?? 0)),
      ("weighted_n", .number(estimate?.weightedSize ?? 0)),
    ])
  }

  /// One table a statistic.
  private var report: Report {
    var blocks: [Report.Block] = []
    var remaining = answer.lines[...]
    while let first = remaining.first {
      let run = remaining.prefix { line in
        line.statistic == first.statistic && line.variable == first.variable
      }
      blocks.append(.table(table(Array(run))))
      remaining = remaining.dropFirst(run.count)
    }
    blocks += notes.map { .note($0) }
    return Report(
      language: language,
      title: language.choose("Ước lượng", "Estimates"),
      subtitle: [],
      blocks: blocks
    )
  }

  /// What the figures rest on.
  private var notes: [String] {
    let design = answer.design
    let level = DecimalText(language: language).shortPercent(answer.request.level)
    let rule = answer.request.intervals.first?.rawValue ?? "beta"
    let origin =
      if let units = design.primaryUnits, let strata = design.primaryStrata {
        language.choose(
          "\(strata) tầng, \(units) đơn vị bậc một",
          "\(strata) strata, \(units) primary units"
        )
      } else {
        language.choose(
          "\(design.replicates ?? 0) bộ quyền số lặp",
          "\(design.replicates ?? 0) replicates"
        )
      }
    let first = language.choose(
      "\(design.rows) dòng, \(origin), \(design.degreesOfFreedom) bậc tự do; khoảng tin cậy \(level) (tỷ lệ: \(rule)).",
      "\(design.rows) rows, \(origin), \(design.degreesOfFreedom) degrees of freedom; \(level) intervals (proportions: \(rule))."
    )
    return [first] + design.adjustments.map(note)
  }

  private func note(_ adjustment: WeightAdjustment) -> String {
    let decimals = DecimalText(language: language)
    let (least, most) = (
      decimals.number(adjustment.factors.lowerBound, decimals: 2),
      decimals.number(adjustment.factors.upperBound, decimals: 2)
    )
    let method =
      switch adjustment.method {
      case .poststratification: language.choose("Hậu phân tầng", "Post-stratification")
      case .raking: language.choose("Hiệu chỉnh theo biên (raking)", "Raking")
      case .calibration: language.choose("Hiệu chỉnh theo tổng đã biết", "Calibration")
      case .standardization: language.choose("Chuẩn hóa cơ cấu", "Standardisation")
      case .trimming: language.choose("Cắt quyền số cực trị", "Trimming")
      case .nonresponse: language.choose("Bù người không trả lời", "Non-response adjustment")
      }
    return language.choose(
      "\(method): \(adjustment.iterations) vòng, quyền số nhân từ \(least) đến \(most); sai số đã tính đến hiệu chỉnh.",
      "\(method): \(adjustment.iterations) rounds, weights times \(least) to \(most); standard errors account for it."
    )
  }

  private func table(_ lines: [EstimateAnswer.Line]) -> Table {
    let isShare = lines.first?.statistic == "proportion"
    let unit: IndicatorUnit = isShare ? .share : .number
    let rows = lines.map { line in
      let label = line.domain.map { "\($0.column) = \($0.value)" }.joined(separator: ", ")
      let interval = line.intervals.first?.interval.map {
        Table.Cell.interval($0.lower...max($0.lower, $0.upper), unit)
      }
      return Table.Row(
        [
          .text(label.isEmpty ? ReportWords.overall.text(in: language) : label),
          line.estimate.map { .value($0.value, unit) } ?? .empty,
          line.estimate.map { .number($0.standardError * (isShare ? 100 : 1), decimals: 4) }
            ?? .empty,
          interval ?? .empty,
          .count(line.estimate?.sampleSize ?? 0),
          line.estimate?.designEffectWithReplacement.map { .number($0, decimals: 2) } ?? .empty,
        ],
        indent: line.domain.isEmpty ? 0 : 1,
        isTotal: line.domain.isEmpty
      )
    }
    let caption = lines.first.map { "\($0.statistic) \($0.variable)" } ?? ""
    return Table(
      caption: caption,
      columns: [
        .init(ReportWords.group.text(in: language)),
        .init(ReportWords.estimate.text(in: language), .trailing),
        .init(language.choose("Sai số chuẩn", "SE") + (isShare ? " (%)" : ""), .trailing),
        .init(ReportWords.interval.text(in: language), .trailing),
        .init("n", .trailing),
        .init(ReportWords.designEffect.text(in: language), .trailing),
      ],
      rows: rows
    )
  }

  private var csv: String {
    var records = [
      [
        "statistic", "variable", "domain", "estimate", "se", "lower", "upper", "df", "deff", "n",
        "weighted_n",
      ]
    ]
    for line in answer.lines {
      func text(_ number: Double?) -> String {
        number.flatMap { $0.isFinite ? "\($0)" : nil } ?? ""
      }
      let interval = line.intervals.first?.interval
      records.append([
        line.statistic, line.variable,
        line.domain.map { "\($0.column)=\($0.value)" }.joined(separator: ";"),
        text(line.estimate?.value), text(line.estimate?.standardError), text(interval?.lower),
        text(interval?.upper), line.estimate.map { String($0.degreesOfFreedom) } ?? "",
        text(line.estimate?.designEffect), String(line.estimate?.sampleSize ?? 0),
        text(line.estimate?.weightedSize),
      ])
    }
    return String(decoding: CSVWriter.bytes(of: records, format: CSVFormat()), as: UTF8.self)
  }
}
