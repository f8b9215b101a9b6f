import Tabular

/// Small tables as CSV for people: comma, byte order mark, formulas guarded.
package enum CSVText {
  /// The bytes of `records`.
  package static func bytes(_ records: [[String]]) -> [UInt8] { CSVWriter.bytes(of: records) }
}
