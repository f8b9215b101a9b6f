/// The ways in which the texts of one column are written, each with a code.
///
/// One byte is looked up in a table, up to eight bytes as one integer, longer cells by hash and
/// comparison; both hash tables are open addressed and at most half full. Cells hold no NUL, so a
/// short cell filled up with zeros is unlike any other, and 0 marks a free place.
struct CellForms {
  private(set) var single = ByteForms()
  private(set) var short = ShortForms()
  private var long = LongForms()
  private(set) var wide = WideForms()
  private(set) var words = WordForms()
  /// Whether there are cells of more than eight bytes.
  private(set) var hasLong = false
  /// Whether there are cells that are not among ``words``.
  private(set) var hasWide = false

  /// The code of an empty cell.
  var empty: Int32 { single.empty }

  /// Puts into `codes`, from `place` on, those of the cells between `starts` and `ends`, from
  /// `row` on.
  ///
  /// - Returns: The first row whose cell is not known; the number of rows when all are.
  @inline(__always)
  func encode<Code: FixedWidthInteger>(
    _ bytes: RawSpan,
    starts: Span<Int32>,
    ends: Span<Int32>,
    from row: Int,
    into codes: inout MutableSpan<Code>,
    at place: Int
  ) -> Int {
    let single = self.single.codes.span
    let (keys, shortCodes) = (short.keys.span, short.codes.span)
    let lastWord = bytes.byteCount &- ByteWord.length
    var row = row
    while row < ends.count {
      let start = Int(starts[row]) &+ 1
      let length = Int(ends[row]) &- start
      // Behind an empty cell there is at least the end of its record.
      let first = bytes[start]
      let code: Int32
      if length <= 1 {
        // Which cells are empty cannot be foreseen, so it is no branch.
        code = single[length == 1 ? Int(first) : ByteForms.emptyPlace]
      } else if length <= ByteWord.length, start <= lastWord, first != UInt8(ascii: "\"") {
        let key = RawCell.key(ByteWord(bytes, at: start), length)
        code = ShortForms.code(of: key, keys, shortCodes)
      } else if length == 3, first == UInt8(ascii: "\"") {
        code = single[Int(bytes[start &+ 1])]
      } else {
        code = self.code(in: bytes, RawCell.range(in: bytes, start, start &+ length))
      }
      if code < 0 { return row }
      codes[place &+ row] = Code(truncatingIfNeeded: code)
      row &+= 1
    }
    return row
  }

  /// The code of the cell in `range`, -1 for an unknown one.
  func code(in bytes: RawSpan, _ range: Range<Int>?) -> Int32 {
    guard let range else { return -1 }
    switch range.count {
    case 0: return empty
    case 1: return single.codes[Int(bytes[range.lowerBound])]
    case 2...ByteWord.length: return short.code(of: RawCell.key(of: bytes, range))
    default: return long.code(of: bytes, range)
    }
  }

  /// Learns that `cell` stands for `code`.
  mutating func learn(_ cell: Span<UInt8>, code: Int32) {
    let bytes = cell.bytes
    wide.insert(cell, code)
    words.insert(cell, code)
    hasWide = hasWide || cell.count > WordForms.length
    hasLong = hasLong || cell.count > ByteWord.length
    switch cell.count {
    case 0: single.learnEmpty(code)
    case 1: single.learn(cell[0], code)
    case 2...ByteWord.length: short.insert(RawCell.key(of: bytes, 0..<cell.count), code)
    default: long.insert(cell, code)
    }
  }
}
