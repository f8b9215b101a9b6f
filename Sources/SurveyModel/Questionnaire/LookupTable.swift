/// A table that comes with the questionnaire: choices, and what `pulldata()` and `instance()`
/// look up.
public struct LookupTable: Hashable, Sendable {
  /// The name of its file, such as `xa.csv`.
  public let file: String
  /// The names of the columns.
  public let columns: [String]
  /// The cells of each row, one for each column.
  public let rows: [[String]]

  /// Makes a table; rows that are too short get blank cells.
  public init(file: String, columns: [String], rows: [[String]]) {
    self.file = file
    self.columns = columns
    self.rows = rows.map { row in
      let missing = max(0, columns.count - row.count)
      return Array(row.prefix(columns.count)) + Array(repeating: "", count: missing)
    }
  }

  /// The name by which expressions call it: that of the file without its ending.
  public var name: String {
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }
}
