/// One record of a table: its place and its cells as UTF-8 bytes.
///
/// A record passed to ``CSVReader/read(into:)`` again and again keeps its memory.
package struct CSVRecord: Sendable {
  /// The physical line on which the record begins, from 1.
  package internal(set) var line = 0
  /// The number of the record in the file, from 1; blank lines do not count.
  package internal(set) var number = 0

  @usableFromInline var storage: [UInt8] = []
  @usableFromInline var cells: [Range<Int>] = []
  var doubled: [Int] = []
  /// The cells that a workbook keeps as numbers; none in a text table.
  var numbers = CellSet()

  /// An empty record, to be filled by a reader.
  package init() {}

  /// The number of cells, which may differ from the header's.
  @inlinable package var count: Int { cells.count }

  /// Whether no cell holds anything.
  package var isBlank: Bool { cells.allSatisfy(\.isEmpty) }

  /// Whether any cell is a number of a workbook, which has a value and no decimal mark.
  package var holdsNumbers: Bool { !numbers.isEmpty }

  /// Whether a cell is a number of a workbook; days and times are none.
  package func isNumber(_ index: Int) -> Bool { numbers.contains(index) }

  /// The text of a cell; empty where a short record has none.
  @inlinable package subscript(index: Int) -> String {
    guard cells.indices.contains(index) else { return "" }
    return String(decoding: storage[cells[index]], as: UTF8.self)
  }

  /// The texts of all cells.
  package var texts: [String] {
    cells.map { String(decoding: storage[$0], as: UTF8.self) }
  }

  /// Lends the bytes of a cell, valid UTF-8, without making a string; none where a
  /// short record has no such cell.
  @inlinable package func withBytes<Value, Failure: Error>(
    of index: Int,
    _ body: (Span<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    guard cells.indices.contains(index) else { return try body(storage.span.extracting(0..<0)) }
    return try body(storage.span.extracting(cells[index]))
  }

  /// Makes one quote of two in the cells that the scanner marked.
  mutating func undoubleQuotes() {
    for index in doubled where cells.indices.contains(index) {
      let range = cells[index]
      var target = range.lowerBound
      var source = range.lowerBound
      while source < range.upperBound {
        let byte = storage[source]
        storage[target] = byte
        target += 1
        source += byte == UInt8(ascii: "\"") ? 2 : 1
      }
      cells[index] = range.lowerBound..<target
    }
  }
}
