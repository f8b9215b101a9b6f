package import SurveyModel
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

    /// No design: each row is a unit of weight 1.
    package init() {}
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

/// Why a request cannot be answered.
package enum EstimateRequestError: Error, Hashable, Sendable {
  case unknownColumn(String, suggestion: String?)
  case notANumber(column: String, row: Int, text: String)
  case missingDesignCell(column: String, row: Int)
  case noRows
  case nothingAsked
  case statistics(SampleDesignError)
}

extension EstimateRequestError: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.unknownColumn(let name, let suggestion), .vietnamese):
      "không có cột '\(name)'"
        + (suggestion.map { "; có phải '\($0)'?" } ?? "; xem lại tên cột ở dòng tiêu đề")
    case (.unknownColumn(let name, let suggestion), .english):
      "there is no column '\(name)'"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? "; see the header of the file")
    case (.notANumber(let column, let row, let text), .vietnamese):
      "dòng dữ liệu \(row), cột '\(column)': '\(text)' không phải là số; sửa ô này hoặc khai báo '\(text)' là không có câu trả lời"
    case (.notANumber(let column, let row, let text), .english):
      "data row \(row), column '\(column)': '\(text)' is not a number; mend the cell or declare '\(text)' as missing"
    case (.missingDesignCell(let column, let row), .vietnamese):
      "dòng dữ liệu \(row): cột '\(column)' của thiết kế mẫu bị trống; bổ sung giá trị"
    case (.missingDesignCell(let column, let row), .english):
      "data row \(row): column '\(column)' of the sample design is empty; fill it in"
    case (.noRows, .vietnamese): "bảng không có dòng dữ liệu nào"
    case (.noRows, .english): "the table has no data rows"
    case (.nothingAsked, .vietnamese):
      "chưa yêu cầu ước lượng nào; chọn trung bình, tổng, tỷ lệ hoặc tỷ số của cột nào"
    case (.nothingAsked, .english):
      "nothing was asked for; choose the mean, total, proportion or ratio of some column"
    case (.statistics(let error), .vietnamese): error.text(.vietnamese)
    case (.statistics(let error), .english): error.text(.english)
    }
  }
}
