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
  private let notes: [String]

  /// Prepares to write `answer`; `notes` say what is not in it.
  package init(_ answer: EstimateAnswer, language: InterfaceLanguage, notes: [String] = []) {
    self.answer = answer
    self.language = language
    self.notes = notes
  }

  /// The output in `format`.
  package func write(_ format: Format, width: Int = 100) -> String {
    switch format {
    case .json: JSONText.write(json)
    case .text: TextRenderer(width: width).render(EstimatePage(answer, language).report)
    case .csv: csv
    }
  }

  private var json: JSONValue {
    var fields: [(String, JSONValue)] = [
      ("design", .object(design)), ("estimates", .array(answer.lines.map(json))),
    ]
    if !notes.isEmpty { fields.append(("notes", .array(notes.map { .string($0) }))) }
    return .object(fields)
  }

  private var design: [(String, JSONValue)] {
    let asked = answer.request.design
    let made = answer.design
    func text(_ name: String?) -> JSONValue { name.map { .string($0) } ?? .null }
    func texts(_ names: [String]) -> JSONValue { .array(names.map { .string($0) }) }
    func count(_ count: Int?) -> JSONValue { count.map { .integer($0) } ?? .null }
    var fields: [(String, JSONValue)] = []
    fields.append(("weight", text(asked.weight)))
    fields.append(("probability", text(asked.probability)))
    fields.append(("strata", texts(asked.strata)))
    fields.append(("clusters", texts(asked.clusters)))
    fields.append(("fpc", texts(asked.fpc)))
    fields.append(("nest", .bool(asked.nest)))
    fields.append(("lonely_psu", .string(asked.lonelyPSU.rawValue)))
    fields.append(("rows", .integer(made.rows)))
    fields.append(("psus", count(made.primaryUnits)))
    fields.append(("strata_count", count(made.primaryStrata)))
    fields.append(("replicate_columns", text(asked.replicates?.pattern)))
    fields.append(("replicates", count(made.replicates)))
    fields.append(("df", .integer(made.degreesOfFreedom)))
    fields.append(("adjustments", .array(answer.adjustments.map { json($0.columns, $0.made) })))
    return fields
  }

  private func json(_ columns: [String], _ adjustment: WeightAdjustment) -> JSONValue {
    .object([
      ("columns", .array(columns.map { .string($0) })),
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
