extension CSVReader {
  /// Takes the next records whose cells can be found without any doubt, and leaves the others.
  ///
  /// A record is taken only when it is whole in the window, as wide as the index, free of NUL and
  /// valid UTF-8. At any other place (a blank or ragged line, a malformed quote, the end of the
  /// window) the run stops before the record, and ``read(into:)`` says what is there: so both
  /// ways of reading have one set of rules and errors.
  mutating func takeRun(into index: inout CellIndex) {
    index.rows = 0
    guard index.capacity > 0 else { return }
    fill(below: Self.fewBytes)
    let wide = wideRun(
      width: index.width,
      capacity: index.capacity,
      stride: index.stride,
      list: &index.list,
      places: &index.places,
      linesBefore: &index.linesBefore
    )
    if let run = wide {
      index.rows = run.rows
      recordCount += run.rows
      line += run.lines
      start = run.end
      return
    }
    let run = Self.findRun(
      in: window.span.extracting(0..<min(end, Int(Int32.max))),
      from: start,
      delimiter: delimiter.byte,
      last: index.width &* index.stride,
      capacity: index.capacity,
      stride: index.stride,
      places: &index.places,
      linesBefore: &index.linesBefore
    )
    index.rows = run.rows
    recordCount += run.rows
    line += run.lines
    start = run.end
  }

  /// Less than this is not worth a run.
  private static let fewBytes = 32 * 1024

  /// The next records, as far as nothing is out of the ordinary; none where the first one is.
  private func wideRun(
    width: Int,
    capacity: Int,
    stride: Int,
    list: inout [Int32],
    places: inout [Int32],
    linesBefore: inout [Int32]
  ) -> Run? {
    let bytes = window.span.extracting(0..<min(end, Int(Int32.max)))
    guard bytes.count - start >= WideScan.length else { return nil }
    let scan = WideScan(
      delimiter: delimiter.byte,
      width: width,
      capacity: capacity,
      stride: stride
    )
    var list = list.mutableSpan
    var places = places.mutableSpan
    var linesBefore = linesBefore.mutableSpan
    places[0] = Int32(truncatingIfNeeded: start &- 1)
    linesBefore[0] = 0
    let found = scan.scan(
      bytes,
      from: start,
      list: &list,
      places: &places,
      linesBefore: &linesBefore
    )
    guard found.rows > 0 else { return nil }
    return (found.rows, found.lines, found.end)
  }

  private typealias Run = (rows: Int, lines: Int, end: Int)

  private static func findRun(
    in window: Span<UInt8>,
    from start: Int,
    delimiter: UInt8,
    last: Int,
    capacity: Int,
    stride: Int,
    places: inout [Int32],
    linesBefore: inout [Int32]
  ) -> Run {
    let bytes = window.bytes
    let delimiters = ByteWord.repeated(delimiter)
    let count = window.count
    var places = places.mutableSpan
    var linesBefore = linesBefore.mutableSpan

    var row = 0
    var lines = 0
    var rowStart = start
    var rowLines = 0
    var high: UInt64 = 0
    var unchecked: Range<Int>?
    var at = start
    var slot = stride
    places[0] = Int32(truncatingIfNeeded: start &- 1)
    linesBefore[0] = 0

    scan: while at &+ ByteWord.length <= count {
      let word = ByteWord(bytes, at: at)
      var found = word.equal(to: delimiters)
      let marks = word.marks
      high |= word.bits
      // Delimiters after a mark are found when the mark has been dealt with.
      if marks != 0 { found &= (marks & (0 &- marks)) &- 1 }
      while found != 0 {
        places[slot] = Int32(truncatingIfNeeded: at &+ ByteWord.place(found))
        slot &+= stride
        found &= found &- 1
      }
      guard slot <= last &+ row else { break }
      guard marks != 0 else {
        at &+= ByteWord.length
        continue
      }
      at &+= ByteWord.place(marks)
      var ending = 1
      switch bytes[at] {
      case UInt8(ascii: "\n"): break
      case UInt8(ascii: "\r"):
        guard at &+ 1 < count else { break scan }
        if bytes[at &+ 1] == UInt8(ascii: "\n") { ending = 2 }
      case UInt8(ascii: "\""):
        guard Int(places[slot &- stride]) &+ 1 == at else {
          at &+= 1
          continue
        }
        // Quoted cells often come one after another.
        repeat {
          guard
            let cell = RawCell.quoted(in: bytes, from: at, high: &high),
            isBoundary(bytes[cell.end], delimiter)
          else { break scan }
          at = cell.end
          rowLines &+= cell.lines
          if bytes[at] != delimiter { break }
          places[slot] = Int32(truncatingIfNeeded: at)
          slot &+= stride
          at &+= 1
        } while slot <= last &+ row && at < count && bytes[at] == UInt8(ascii: "\"")
        guard slot <= last &+ row else { break scan }
        continue
      default: break scan
      }
      // The record ends here.
      guard slot == last &+ row, at > rowStart else { break }
      places[slot] = Int32(truncatingIfNeeded: at)
      if high & ByteWord.highBits != 0 {
        unchecked = (unchecked?.lowerBound ?? rowStart)..<at
      } else if let range = unchecked {
        if let fault = firstInvalidUTF8(in: window.extracting(range)) {
          return run(before: range.lowerBound + fault, row, places.span, linesBefore.span)
        }
        unchecked = nil
      }
      at &+= ending
      rowStart = at
      lines &+= rowLines &+ 1
      rowLines = 0
      high = 0
      row &+= 1
      if row == capacity { break }
      slot = stride &+ row
      places[row] = Int32(truncatingIfNeeded: at &- 1)
      linesBefore[row] = Int32(truncatingIfNeeded: lines)
    }
    if let range = unchecked, let fault = firstInvalidUTF8(in: window.extracting(range)) {
      return run(before: range.lowerBound + fault, row, places.span, linesBefore.span)
    }
    return (row, lines, rowStart)
  }

  @inline(__always)
  private static func isBoundary(_ byte: UInt8, _ delimiter: UInt8) -> Bool {
    byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// The run cut before the record that holds the invalid byte at `offset`.
  private static func run(
    before offset: Int,
    _ rows: Int,
    _ places: Span<Int32>,
    _ linesBefore: Span<Int32>
  ) -> Run {
    var row = rows
    repeat { row -= 1 } while row > 0 && Int(places[row]) + 1 > offset
    row = max(0, row)
    return (row, Int(linesBefore[row]), Int(places[row]) + 1)
  }
}
