import GRDBSQLite

/// The column of a closed question whose codes are small numbers, as most questions are.
///
/// Its memory is the question's, as long as that is not resized.
struct CodedCell {
  let column: Int32
  /// A byte for each row.
  let bytes: UnsafeMutablePointer<UInt8>
  /// The bytes of the numbers from 0 to 255.
  let table: UnsafePointer<UInt8>
}

extension RawStatement {
  /// Puts the answers of the present row at `row`; hands out the places of cells whose numbers are no
  /// small ones.
  @inline(__always)
  func read(_ cells: UnsafeBufferPointer<CodedCell>, at row: Int, other: (Int) -> Void) {
    for place in cells.indices {
      let cell = cells[place]
      // The connection is used by one thread at a time, so the value need not be protected.
      let value = sqlite3_column_value(handle, cell.column)
      guard sqlite3_value_type(value) == SQLITE_INTEGER else {
        if sqlite3_value_type(value) != SQLITE_NULL { other(place) }
        continue
      }
      let number = sqlite3_value_int64(value)
      if let small = UInt8(exactly: number) {
        cell.bytes[row] = cell.table[Int(small)]
      } else {
        other(place)
      }
    }
  }
}
