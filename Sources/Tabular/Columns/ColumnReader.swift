/// Reads the wanted columns of a delimited text table.
///
/// The records, their rules and their errors are those of ``CSVReader``; columns that are not
/// wanted are neither stored nor decoded. Memory is bounded by the wanted columns and by two
/// chunks of the file.
package enum ColumnReader {
  /// Reads all of `source`, whose first record is the header, with the likeliest delimiter.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - rules: What is done with the texts of cells; ``CellRules/tidy`` also makes the names.
  ///   - chunkSize: The most bytes of one read.
  ///   - wishes: Is given the names of all columns and says which are wanted.
  /// - Returns: The names of all columns and the wanted columns.
  /// - Throws: ``TabularError`` as ``CSVReader``, and for a record that is not as wide as the
  ///   header. A cell that is no number is no error here; see ``NumberColumn/fault``.
  package static func read(
    _ source: ByteSource,
    rules: CellRules,
    chunkSize: Int = ByteStream.defaultChunkSize,
    wishes: ([String]) -> ColumnTable.Wishes
  ) throws(TabularError) -> ColumnTable {
    let stream = try ByteStream(source, chunkSize: chunkSize)
    let candidates = try CSVDialect.candidates(in: stream)
    let delimiter = candidates.first?.delimiter ?? .comma
    let size = stream.byteCount
    let reader = CSVReader(stream, delimiter: delimiter)
    return try read(reader, byteCount: size, rules: rules, wishes: wishes)
  }

  /// Reads the rest of a table, beginning with its header.
  ///
  /// With the size of the whole table, columns are given their room at once.
  static func read(
    _ reader: consuming CSVReader,
    byteCount: Int? = nil,
    rules: CellRules,
    wishes: ([String]) -> ColumnTable.Wishes
  ) throws(TabularError) -> ColumnTable {
    var record = CSVRecord()
    guard try reader.read(into: &record) else { throw .emptyFile }
    let names = record.texts.map(rules.tidy)
    var columns = WantedColumns(names: names, wishes: wishes(names), rules: rules)
    var index = CellIndex(width: names.count)
    var isFirst = true
    while true {
      reader.takeRun(into: &index)
      if index.rows > 0 {
        if isFirst, let byteCount {
          columns.expect(rows: expectedRows(of: byteCount, like: index))
        }
        isFirst = false
        columns.append(reader.window.span, index)
        continue
      }
      // What stopped the run: an ordinary record, an error, or the end.
      guard try reader.read(into: &record) else { break }
      guard record.count == names.count else {
        throw .raggedRecord(line: record.line, expected: names.count, found: record.count)
      }
      columns.append(record)
    }
    return columns.table(names: names)
  }

  /// About how many records there are, a few more if in doubt.
  ///
  /// Never more than there can be: each has as many bytes as cells.
  private static func expectedRows(of byteCount: Int, like run: borrowing CellIndex) -> Int {
    let rows = Double(byteCount) * Double(run.rows) / Double(max(1, run.byteCount))
    return min(byteCount / run.width, Int(rows * 1.02) + 1024)
  }
}
