import CScan

/// Finds the cells of records 64 bytes at a time.
///
/// Quotes divide the bytes into those inside and those outside of quoted cells. Where a quote
/// stands at an unexpected place, or anything else is out of the ordinary, the scan ends before
/// that record, and ``CSVReader/takeRun(into:)`` goes on byte by byte.
struct WideScan {
  /// Bytes that are looked at together.
  static let length = 64

  /// What was found before a place in the window.
  struct Found {
    var rows = 0
    var lines = 0
    /// The first byte behind the last record.
    var end: Int
  }

  let delimiter: UInt8
  /// Blocks whose marks are found together.
  private static let blockCount = 16
  /// The last slot of the first record.
  let last: Int
  let capacity: Int
  let stride: Int

  /// Scans records from `start` on; the places of column -1 of the next record are set.
  func scan(
    _ window: Span<UInt8>,
    from start: Int,
    places: inout MutableSpan<Int32>,
    linesBefore: inout MutableSpan<Int32>
  ) -> Found {
    var found = Found(end: start)
    let count = window.count
    var at = start
    var slot = stride
    var rowLines = 0
    // What the byte before this block was.
    var inside: UInt64 = 0
    var afterEnd: UInt64 = 1
    var afterQuote: UInt64 = 0
    var afterCloser: UInt64 = 0
    var afterReturn: UInt64 = 0

    let room = places.count
    window.withUnsafeBufferPointer { buffer in
      places.withUnsafeMutableBufferPointer { places in
        linesBefore.withUnsafeMutableBufferPointer { linesBefore in
          withUnsafeTemporaryAllocation(of: scan_marks.self, capacity: Self.blockCount) { found64 in
            guard let base = buffer.baseAddress, let ahead = found64.baseAddress,
              room > last &+ capacity
            else { return }
            var known = 0
            var next = 0
            while at &+ Self.length <= count {
              if next == known {
                known = min(Self.blockCount, (count &- at) / Self.length)
                next = 0
                scan_blocks(base + at, min(at, Int(utf8_reach)), known, delimiter, ahead)
              }
              let marks = ahead[next]
              next &+= 1
              if marks.faults != 0 { break }
              var quoted: UInt64 = 0
              if marks.quotes | marks.returns | marks.nuls | inside | afterCloser | afterReturn != 0
              {
                let quotes = marks.quotes
                quoted = Self.parity(quotes) ^ inside
                let openers = quotes & quoted
                let closers = quotes & ~quoted
                let ends = marks.delimiters | marks.line_feeds
                let badOpeners = openers & ~(ends &<< 1 | afterEnd | quotes &<< 1 | afterQuote)
                let behind = closers &<< 1 | afterCloser
                let badClosers = behind & ~(ends | marks.returns | quotes)
                let badReturns = (marks.returns &<< 1 | afterReturn) & ~marks.line_feeds
                if badOpeners | badClosers | badReturns | marks.nuls != 0 { break }
                inside = quoted &>> 63 == 1 ? UInt64.max : 0
                afterCloser = closers &>> 63
                afterReturn = marks.returns &>> 63
                // Quotes that open belong to their cell, and are no ends.
              }
              let ends = (marks.delimiters | marks.line_feeds) & ~quoted
              afterEnd = ends &>> 63
              afterQuote = marks.quotes &>> 63
              var lineEnds = marks.line_feeds & ~quoted
              var delimiters = marks.delimiters & ~quoted
              let quotedLines = marks.line_feeds & quoted
              guard lineEnds != 0 else {
                rowLines &+= quotedLines.nonzeroBitCount
                guard slot &+ stride &* delimiters.nonzeroBitCount <= last &+ found.rows else {
                  break
                }
                slot = put(&delimiters, at, slot, into: places)
                at &+= Self.length
                continue
              }
              var done: UInt64 = 0
              var isOrdinary = true
              while lineEnds != 0 {
                let lineEnd = lineEnds & (0 &- lineEnds)
                let before = lineEnd &- 1
                var cells = delimiters & before
                delimiters &= ~before
                // Exactly the cells that are wanted, the last of which ends here.
                guard slot &+ stride &* cells.nonzeroBitCount == last &+ found.rows else {
                  isOrdinary = false
                  break
                }
                slot = put(&cells, at, slot, into: places)
                let feed = at &+ lineEnd.trailingZeroBitCount
                let isPair = feed > found.end && base[feed &- 1] == UInt8(ascii: "\r")
                let end = isPair ? feed &- 1 : feed
                guard end > found.end else {
                  isOrdinary = false
                  break
                }
                places[slot] = Int32(truncatingIfNeeded: end)
                let part = before & ~done
                rowLines &+= (quotedLines & part).nonzeroBitCount &+ 1
                found.lines &+= rowLines
                rowLines = 0
                found.end = feed &+ 1
                found.rows &+= 1
                done = before | lineEnd
                lineEnds &= lineEnds &- 1
                if found.rows == capacity { return }
                slot = stride &+ found.rows
                places[found.rows] = Int32(truncatingIfNeeded: feed)
                linesBefore[found.rows] = Int32(truncatingIfNeeded: found.lines)
              }
              guard isOrdinary else { break }
              rowLines &+= (quotedLines & ~done).nonzeroBitCount
              guard slot &+ stride &* delimiters.nonzeroBitCount <= last &+ found.rows else {
                break
              }
              slot = put(&delimiters, at, slot, into: places)
              at &+= Self.length
            }
          }
        }
      }
    }
    return found
  }

  /// Puts the places of bits one column after another, from `slot` on, and gives the slot behind;
  /// there is room for all of them.
  @inline(__always)
  private func put(
    _ bits: inout UInt64,
    _ at: Int,
    _ slot: Int,
    into places: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var slot = slot
    while bits != 0 {
      places[slot] = Int32(truncatingIfNeeded: at &+ bits.trailingZeroBitCount)
      slot &+= stride
      bits &= bits &- 1
    }
    return slot
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
