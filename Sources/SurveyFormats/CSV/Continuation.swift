import SurveyModel
package import Tabular

/// Rows that come back mended: which import they continue and which line each one had.
///
/// The rejects file says both in columns of its own.
package struct Continuation: Sendable {
  /// Before the id, so that no spreadsheet takes it for a number.
  static let batchPrefix = "lo-"

  private let lineColumn: Int
  private let batchColumn: Int
  private let codeColumn: Int?

  /// Finds the columns; none in a file that is no rejects file.
  package init?(header: [String]) {
    let names = header.map { $0.composed.trimmed }
    guard let line = names.firstIndex(of: "_dong"), let batch = names.firstIndex(of: "_lo") else {
      return nil
    }
    lineColumn = line
    batchColumn = batch
    codeColumn = names.firstIndex(of: ColumnMap.codeHeader)
  }

  /// The id of the import that a record continues.
  package func batch(of record: CSVRecord) -> String? {
    let text = record[batchColumn].composed.trimmed
    guard text.hasPrefix(Self.batchPrefix) else { return nil }
    return String(text.dropFirst(Self.batchPrefix.count))
  }

  /// Whether `code` is among the reasons why a record was sent back.
  package func has(code: String, _ record: CSVRecord) -> Bool {
    guard let codeColumn else { return false }
    return record[codeColumn].split(separator: "|").contains { String($0).trimmed == code }
  }

  /// The line that a record had in the first file.
  package func line(of record: CSVRecord) -> Int? {
    NumberText.parseInteger(record[lineColumn].trimmed).flatMap { $0 > 0 ? $0 : nil }
  }
}
