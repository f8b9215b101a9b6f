/// The place of a cell; rows count from 1, columns from 0.
package struct CellReference: Sendable, Hashable, CustomStringConvertible {
  /// The last row of a sheet.
  package static let rowLimit = 1_048_576
  /// The number of columns of a sheet.
  package static let columnLimit = 16_384

  /// The row, from 1.
  package let row: Int
  /// The column, from 0.
  package let column: Int

  /// Makes a place.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The place as Excel writes it, such as `B5`.
  package var description: String { Self.letters(of: column) + String(row) }

  /// The letters of a column: `A` is 0.
  package static func letters(of column: Int) -> String {
    var rest = column + 1
    var letters = ""
    while rest > 0 {
      rest -= 1
      letters = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest /= 26
    }
    return letters
  }

  /// Reads `B5` or `$B$5`.
  init?(_ text: some Sequence<UInt8>) {
    var row = 0
    var column = 0
    var hasDigits = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
        if column > Self.columnLimit { return nil }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigits = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        if row > 10_000_000 { return nil }
      default: return nil
      }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column - 1)
  }
}

/// A rectangle of cells.
package struct CellRange: Sendable, Hashable, CustomStringConvertible {
  /// The upper left cell.
  package let first: CellReference
  /// The lower right cell.
  package let last: CellReference

  /// Makes a range.
  package init(_ first: CellReference, _ last: CellReference) {
    self.first = first
    self.last = last
  }

  /// Reads `A1:C2`, or `A1` for one cell.
  init?(_ text: String) {
    let ends = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let start = ends.first, let end = ends.last, ends.count <= 2,
      let first = CellReference(start), let last = CellReference(end),
      first.row <= last.row, first.column <= last.column
    else { return nil }
    self.init(first, last)
  }

  package var description: String { "\(first):\(last)" }
}
