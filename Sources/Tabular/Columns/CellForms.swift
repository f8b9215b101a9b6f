/// The ways in which the texts of one column are written, each with a code.
///
/// One byte is looked up in a table, up to eight bytes as one integer, longer cells by hash and
/// comparison; both hash tables are open addressed and at most half full. Cells hold no NUL, so a
/// short cell filled up with zeros is unlike any other, and 0 marks a free place.
struct CellForms {
  /// The codes of all cells of one byte, and behind them that of the empty one.
  private(set) var small = [Int32](repeating: -1, count: 257)
  private(set) var short = ShortForms()
  private var long = LongForms()

  /// Puts into `codes` those of the cells between `starts` and `ends`, from `row` on.
  ///
  /// - Returns: The first row whose cell is not known; the number of rows when all are.
  func encode(
    _ bytes: RawSpan,
    starts: Span<Int32>,
    ends: Span<Int32>,
    from row: Int,
    into codes: inout MutableSpan<Int32>
  ) -> Int {
    let single = small.span
    let empty = small[256]
    var row = row
    while row < ends.count {
      let start = Int(starts[row]) &+ 1
      let end = Int(ends[row])
      let code: Int32
      if end &- start == 1 {
        code = single[Int(bytes[start])]
      } else if start == end {
        code = empty
      } else if end &- start == 3, bytes[start] == UInt8(ascii: "\"") {
        code = single[Int(bytes[start &+ 1])]
      } else {
        code = self.code(in: bytes, RawCell.range(in: bytes, start, end))
      }
      if code < 0 { return row }
      codes[row] = code
      row &+= 1
    }
    return row
  }

  /// The code of the cell in `range`, -1 for an unknown one.
  func code(in bytes: RawSpan, _ range: Range<Int>?) -> Int32 {
    guard let range else { return -1 }
    switch range.count {
    case 0: return small[256]
    case 1: return small[Int(bytes[range.lowerBound])]
    case 2...ByteWord.length: return short.code(of: RawCell.key(of: bytes, range))
    default: return long.code(of: bytes, range)
    }
  }

  /// Learns that `cell` stands for `code`.
  mutating func learn(_ cell: Span<UInt8>, code: Int32) {
    let bytes = cell.bytes
    switch cell.count {
    case 0: small[256] = code
    case 1: small[Int(cell[0])] = code
    case 2...ByteWord.length: short.insert(RawCell.key(of: bytes, 0..<cell.count), code)
    default: long.insert(cell, code)
    }
  }
}
