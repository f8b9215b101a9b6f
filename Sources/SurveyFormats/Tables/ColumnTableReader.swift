import SurveyModel
package import Tabular

/// Reads the wanted columns of a plain CSV file: cells as ``TextTableReader`` gives them.
package enum ColumnTableReader {
  /// Reads the file at `path`, or standard input when it is `-`.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - missing: The cells that are no numbers but missing ones, beside empty ones.
  ///   - wishes: Is given the names of all columns and says which are wanted.
  /// - Returns: The names of all columns and the wanted columns.
  /// - Throws: ``TableFault/tabular(_:)`` for a file that ``TextTableReader`` refuses, with the
  ///   same error.
  package static func read(
    path: String,
    missing: Set<String> = [],
    wishes: ([String]) -> ColumnTable.Wishes
  ) throws(TableFault) -> ColumnTable {
    do throws(TabularError) {
      let source: ByteSource = path == "-" ? .standardInput : .file(path: path)
      return try read(source, missing: missing, wishes: wishes)
    } catch {
      throw .tabular(error)
    }
  }

  /// Reads all of `source`; the first record is the header, cells are composed and trimmed.
  package static func read(
    _ source: ByteSource,
    missing: Set<String> = [],
    wishes: ([String]) -> ColumnTable.Wishes
  ) throws(TabularError) -> ColumnTable {
    let rules = CellRules(
      tidy: { $0.composed.trimmed },
      number: { NumberText.parseScientific($0) },
      missing: missing
    )
    return try ColumnReader.read(source, rules: rules, wishes: wishes)
  }
}
