import CScan

/// Finds the cells of records 64 bytes at a time.
///
/// Quotes divide the bytes into those inside and those outside of quoted cells. Where a quote
/// stands at an unexpected place, or anything else is out of the ordinary, the scan ends before
/// that record, and ``CSVReader/takeRun(into:)`` goes on byte by byte. How many cells end in 64
/// bytes cannot be foreseen, so no branch depends on it: ends of cells are counted as bits, become
/// a list of places afterwards, and that becomes columns.
struct WideScan {
  /// Bytes that are looked at together.
  static let length = 64
  /// Blocks whose marks are found together.
  private static let blockCount = 16

  /// What was found before a place in the window.
  struct Found {
    var rows = 0
    var lines = 0
    /// The first byte behind the last record.
    var end: Int
  }

  let delimiter: UInt8
  let width: Int
  let capacity: Int
  let stride: Int

  /// How many places a list of them needs for a scan.
  static func listCount(width: Int, capacity: Int) -> Int {
    width * capacity + blockCount * length + Int(places_slack)
  }

  /// Scans records from `start` on; the places of column -1 of the next record are set.
  ///
  /// `list` is room for ``listCount(width:capacity:)`` places.
  func scan(
    _ window: Span<UInt8>,
    from start: Int,
    list: inout MutableSpan<Int32>,
    places: inout MutableSpan<Int32>,
    linesBefore: inout MutableSpan<Int32>
  ) -> Found {
    var state = State(end: start)
    let count = window.count
    var at = start
    guard list.count >= Self.listCount(width: width, capacity: capacity),
      places.count >= (width + 1) * stride, capacity <= stride, linesBefore.count >= capacity
    else { return state.found }
    window.withUnsafeBufferPointer { buffer in
      list.withUnsafeMutableBufferPointer { list in
        places.withUnsafeMutableBufferPointer { places in
          linesBefore.withUnsafeMutableBufferPointer { linesBefore in
            withUnsafeTemporaryAllocation(of: scan_marks.self, capacity: Self.blockCount) { marks in
              guard let base = buffer.baseAddress, let listStart = list.baseAddress,
                let placeStart = places.baseAddress, let firstMarks = marks.baseAddress
              else { return }
              var listed = 0
              while true {
                let known = min(Self.blockCount, (count &- at) / Self.length)
                guard known > 0 else { break }
                scan_blocks(base + at, min(at, Int(utf8_reach)), known, delimiter, firstMarks)
                var taken = 0
                while taken < known, state.take(&marks[taken]) { taken &+= 1 }
                listed &+= mask_places(
                  firstMarks,
                  taken,
                  Int32(truncatingIfNeeded: at),
                  listStart + listed
                )
                let cells = UnsafeBufferPointer(rebasing: list[..<listed])
                var block = 0
                while block < taken,
                  take(
                    marks[block],
                    at: at &+ block &* Self.length,
                    base,
                    cells,
                    &state,
                    places,
                    linesBefore
                  )
                {
                  block &+= 1
                }
                at &+= taken &* Self.length
                // A record that has all its cells ends.
                guard block == known, listed < (state.found.rows &+ 1) &* width else { break }
              }
              turn_places(listStart, width, state.found.rows, placeStart + stride, stride)
              if state.hasReturns { dropReturns(base, state.found.rows, places) }
            }
          }
        }
      }
    }
    return state.found
  }

  /// Counts the records of a block, whose ends of cells are in `cells`; false at the first that is
  /// not ordinary, or the last for which there is room.
  @inline(__always)
  private func take(
    _ marks: scan_marks,
    at offset: Int,
    _ base: UnsafePointer<UInt8>,
    _ cells: UnsafeBufferPointer<Int32>,
    _ state: inout State,
    _ places: UnsafeMutableBufferPointer<Int32>,
    _ linesBefore: UnsafeMutableBufferPointer<Int32>
  ) -> Bool {
    var rest = marks.line_feeds
    var quotedLines = marks.quotes
    while rest != 0 {
      let feed = offset &+ rest.trailingZeroBitCount
      // Exactly the cells that are wanted, the last of which ends here.
      let last = state.found.rows &* width &+ width &- 1
      guard last < cells.count, Int(cells[last]) == feed else { return false }
      let isPair = feed > state.found.end && base[feed &- 1] == UInt8(ascii: "\r")
      guard (isPair ? feed &- 1 : feed) > state.found.end else { return false }
      if isPair { state.hasReturns = true }
      if quotedLines != 0 {
        let before = (rest & (0 &- rest)) &- 1
        state.lines &+= (quotedLines & before).nonzeroBitCount
        quotedLines &= ~before
      }
      state.found.lines &+= state.lines &+ 1
      state.lines = 0
      state.found.end = feed &+ 1
      state.found.rows &+= 1
      if state.found.rows == capacity { return false }
      places[state.found.rows] = Int32(truncatingIfNeeded: feed)
      linesBefore[state.found.rows] = Int32(truncatingIfNeeded: state.found.lines)
      rest &= rest &- 1
    }
    if quotedLines != 0 { state.lines &+= quotedLines.nonzeroBitCount }
    return true
  }

  /// A record that ends with CR LF ends before both.
  private func dropReturns(
    _ base: UnsafePointer<UInt8>,
    _ rows: Int,
    _ places: UnsafeMutableBufferPointer<Int32>
  ) {
    for slot in (width * stride)..<(width * stride + rows) {
      let feed = Int(places[slot])
      if feed > 0, base[feed - 1] == UInt8(ascii: "\r") { places[slot] -= 1 }
    }
  }
}

extension WideScan {
  private struct State {
    var found: Found
    /// The lines of the record that has begun.
    var lines = 0
    var hasReturns = false
    // What the byte before the next block was.
    private var inside: UInt64 = 0
    private var afterEnd: UInt64 = 1
    private var afterQuote: UInt64 = 0
    private var afterCloser: UInt64 = 0
    private var afterReturn: UInt64 = 0

    init(end: Int) { found = Found(end: end) }

    /// Makes of the marks of the next block those that count: ends of cells, those of records among
    /// them, instead of delimiters, and line feeds in quoted cells instead of quotes.
    ///
    /// False when something in the block is out of the ordinary.
    @inline(__always)
    mutating func take(_ marks: inout scan_marks) -> Bool {
      guard marks.faults == 0 else { return false }
      let quotes = marks.quotes
      let ends = marks.delimiters | marks.line_feeds
      guard quotes | marks.returns | marks.nuls | inside | afterCloser | afterReturn != 0 else {
        marks.delimiters = ends
        afterEnd = ends &>> 63
        afterQuote = 0
        return true
      }
      let quoted = WideScan.parity(quotes) ^ inside
      let openers = quotes & quoted
      let closers = quotes & ~quoted
      let badOpeners = openers & ~(ends &<< 1 | afterEnd | quotes &<< 1 | afterQuote)
      let behind = closers &<< 1 | afterCloser
      let badClosers = behind & ~(ends | marks.returns | quotes)
      let badReturns = (marks.returns &<< 1 | afterReturn) & ~marks.line_feeds
      guard badOpeners | badClosers | badReturns | marks.nuls == 0 else { return false }
      inside = quoted &>> 63 == 1 ? UInt64.max : 0
      afterCloser = closers &>> 63
      afterReturn = marks.returns &>> 63
      // Quotes that open belong to their cell, and are no ends.
      marks.delimiters = ends & ~quoted
      afterEnd = marks.delimiters &>> 63
      afterQuote = quotes &>> 63
      marks.quotes = marks.line_feeds & quoted
      marks.line_feeds &= ~quoted
      return true
    }
  }

  /// For each bit whether an odd number of bits stands at or below it.
  @inline(__always)
  private static func parity(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits ^= bits &<< 1
    bits ^= bits &<< 2
    bits ^= bits &<< 4
    bits ^= bits &<< 8
    bits ^= bits &<< 16
    bits ^= bits &<< 32
    return bits
  }
}
