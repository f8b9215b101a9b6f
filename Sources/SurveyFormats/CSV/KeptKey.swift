import SurveyModel
package import Tabular

/// The key of a row that was sent back, as it stood in the first file, where no spreadsheet takes it
/// for a number: `khoa-0003`.
package struct KeptKey: Sendable {
  /// The header of its column, which is there where the rows have a key.
  static let header = "_khoa"

  private static let prefix = "khoa-"
  private static let separator = " | "

  private let kept: Int
  private let columns: [Int]

  /// Finds the column in a rejects file; `columns` hold the parts of the key.
  package init?(_ map: ColumnMap, columns: [Int]) {
    guard let found = map.ownColumn(Self.header), !columns.isEmpty else { return nil }
    kept = found
    self.columns = columns
  }

  /// The key of `record` as the column has it.
  static func text(of record: CSVRecord, columns: [Int]) -> String {
    prefix + columns.map { record[$0] }.joined(separator: separator)
  }

  /// Whether `record` has the key that it had.
  package func stands(in record: CSVRecord) -> Bool {
    Self.text(of: record, columns: columns) == record[kept].trimmed
  }

  /// Puts the parts of the key right that a spreadsheet wrote in its own way; whether there were any.
  ///
  /// What somebody changed stays as it is.
  func restore(_ record: inout CSVRecord) -> Bool {
    let text = record[kept].composed.trimmed
    guard text.hasPrefix(Self.prefix) else { return false }
    let parts = text.dropFirst(Self.prefix.count)
      .split(separator: Self.separator, omittingEmptySubsequences: false).map { String($0) }
    guard parts.count == columns.count else { return false }
    var isRestored = false
    for (column, part) in zip(columns, parts) {
      let present = record[column].composed.trimmed
      guard Self.isRewritten(part.trimmed, as: present) else { continue }
      record.replace(column, with: part)
      isRestored = true
    }
    return isRestored
  }

  /// Whether a spreadsheet makes `present` of the text `original`: the same number, of whose digits
  /// at most fifteen are left.
  static func isRewritten(_ original: String, as present: String) -> Bool {
    guard original != present, let before = number(original),
      let after = number(present)
    else { return false }
    if before == after { return true }
    let digits = original.utf8.count { (0x30...0x39).contains($0) }
    return digits > 15 && abs(before - after) <= 1e-14 * abs(before)
  }

  private static func number(_ text: String) -> Double? {
    NumberText.parse(text, allowsComma: true) ?? NumberText.parseScientific(text)
  }
}
