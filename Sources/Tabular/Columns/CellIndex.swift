/// Where the cells of a run of records lie in a window of bytes, column by column.
///
/// A cell of column `c` begins one byte after the end of column `c - 1`; column -1 ends before
/// the record. The quotes of a quoted cell belong to its range.
struct CellIndex {
  /// The number of cells of each record.
  let width: Int
  /// The most records of one run, so that index and bytes stay in a core's own cache; 0 when the
  /// table is so wide that an index would take more room than its records.
  let capacity: Int
  /// The number of records of the run.
  var rows = 0

  /// The distance in ``places`` from one column to the next.
  let stride: Int
  /// The ends of columns -1, 0, 1, …; eight columns more take what a ragged record has too much.
  var places: [Int32]
  /// Room for the places of a wide scan before they are columns.
  var list: [Int32]
  /// The line ends of the run before each record.
  var linesBefore: [Int32]

  private static let cellCount = 16 * 1024

  init(width: Int) {
    self.width = width
    guard width > 0, width < Self.cellCount else {
      (capacity, stride, places, list, linesBefore) = (0, 0, [], [], [])
      return
    }
    let rows = min(4096, max(16, Self.cellCount / (width + 1)))
    // An odd number of cache lines, so that the columns do not meet in the same sets.
    stride = (rows / 32 * 2 + 1) * 16
    capacity = min(rows, stride)
    places = Array(repeating: 0, count: (width + 1 + ByteWord.length) * stride)
    let listCount = WideScan.listCount(width: width, capacity: capacity)
    list = Array(repeating: 0, count: listCount)
    linesBefore = Array(repeating: 0, count: stride)
  }

  /// The bytes from the first record of the run to the last.
  var byteCount: Int {
    rows == 0 ? 0 : Int(places[width * stride + rows - 1]) - Int(places[0])
  }

  /// Where in ``places`` the ends of `column` are, one for each record.
  func ends(of column: Int) -> Range<Int> {
    let first = (column + 1) * stride
    return first..<(first + rows)
  }

  /// Where in ``places`` the places are that lie before the cells of `column` by one byte.
  func starts(of column: Int) -> Range<Int> { ends(of: column - 1) }
}
