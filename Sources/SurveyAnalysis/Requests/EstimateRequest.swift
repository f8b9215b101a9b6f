import SurveyModel
package import SurveyStatistics

/// What an analyst asks of a table: statistics, design, breakdowns.
package struct EstimateRequest: Sendable {
  /// One statistic.
  package enum Statistic: Hashable, Sendable {
    case mean(String)
    case total(String)
    case proportion(Condition)
    case ratio(String, String)
    /// A quantile of a column, above 0 and below 1.
    case quantile(String, Double)
  }

  /// `V=CODE,CODE` or `V>=NUMBER`, as it was asked for.
  package struct Condition: Hashable, Sendable {
    package enum Test: Hashable, Sendable {
      case among([String])
      case atLeast(Double)
    }

    /// The text that was asked for.
    package let text: String
    /// The column.
    package let variable: String
    /// What counts.
    package let test: Test

    /// Reads a condition.
    package init?(_ text: String) {
      self.text = text
      if let range = text.firstRange(of: ">=") {
        variable = String(text[..<range.lowerBound]).trimmed
        guard let bound = NumberText.parse(String(text[range.upperBound...]).trimmed) else {
          return nil
        }
        test = .atLeast(bound)
      } else if let mark = text.firstIndex(of: "=") {
        variable = String(text[..<mark]).trimmed
        let codes = text[text.index(after: mark)...].split(separator: ",").map(\.trimmed)
        guard !codes.isEmpty else { return nil }
        test = .among(codes)
      } else {
        return nil
      }
      if variable.isEmpty { return nil }
    }
  }

  /// The columns of the design.
  package struct Design: Hashable, Sendable {
    package var weight: String?
    package var probability: String?
    package var strata: [String] = []
    package var clusters: [String] = []
    package var fpc: [String] = []
    package var nest = false
    package var lonelyPSU = LonelyPSU.fail
    package var lonelyInDomains = false
    /// Replicate weights instead of strata and clusters.
    package var replicates: Replicates?
    /// What is done to the weights, in order.
    package var adjustments: [Adjustment] = []

    /// No design: each row is a unit of weight 1.
    package init() {}
  }

  /// Columns of replicate weights.
  package struct Replicates: Hashable, Sendable {
    /// Which columns: a name in which `*` stands for any text.
    package let pattern: String
    package let type: ReplicateType
    package var form = ReplicateForm.combined
    package var scale: Double?
    package var rscales: [Double]?
    package var mse = false

    /// Replicate weights with the usual factors of their type.
    package init(pattern: String, type: ReplicateType) {
      self.pattern = pattern
      self.type = type
    }
  }

  /// One adjustment of the weights to known totals.
  package enum Adjustment: Hashable, Sendable {
    case poststratify(KnownMargin)
    case rake([KnownMargin])
    case calibrate([KnownMargin], [KnownTotal], CalibrationDistance)
  }

  /// The sizes of the groups of one column in the population.
  package struct KnownMargin: Hashable, Sendable {
    package let column: String
    /// The size of each group, by the text of its cells.
    package let totals: [String: Double]

    /// A margin from its sizes.
    package init(column: String, totals: [String: Double]) {
      self.column = column
      self.totals = totals
    }
  }

  /// The population total of a column of numbers.
  package struct KnownTotal: Hashable, Sendable {
    package let column: String
    package let total: Double

    /// A known total.
    package init(column: String, total: Double) {
      self.column = column
      self.total = total
    }
  }

  package var statistics: [Statistic] = []
  package var design = Design()
  /// Each is one breakdown; several names are crossed.
  package var breakdowns: [[String]] = []
  /// Cells that are missing, beside empty ones.
  package var missing: Set<String> = []
  package var intervals: [ProportionInterval] = [.beta]
  package var level = 0.95

  /// An empty request.
  package init() {}
}
