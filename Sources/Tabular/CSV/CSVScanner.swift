/// Finds the cells of one record in borrowed bytes.
///
/// The rules are RFC 4180 with the freedoms that real files take: CR, LF and CRLF
/// end a record, quoted cells hold any of them, and a quote inside an unquoted
/// cell is an ordinary byte. Nothing is copied and nothing is remembered between
/// calls: a record that is cut by the end of a chunk is scanned again.
struct CSVScanner: Sendable {
  let delimiter: UInt8

  /// What was found.
  enum Outcome: Equatable {
    /// A record of `length` bytes; `consumed` includes its line end.
    case record(length: Int, consumed: Int, lineEnds: Int, isASCII: Bool)
    case blankLine(consumed: Int)
    /// The bytes stop inside a record, and more bytes follow.
    case incomplete(openQuote: Int?)
    case end
    case fault(Fault)
  }

  /// Why no record can be made of the bytes; `lines` counts from the record's first.
  enum Fault: Equatable {
    case unterminatedQuote(lines: Int)
    case textAfterQuote(lines: Int, opened: Int, offset: Int)
    case nul(lines: Int, offset: Int)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Scans the record at the start of `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: The bytes from the record's first byte on.
  ///   - isLast: Whether the file ends where `bytes` end.
  ///   - cells: Is filled with the range of each cell, without its quotes.
  ///   - doubled: Is filled with the indices of the cells that hold doubled quotes.
  /// - Returns: What the bytes begin with.
  func scan(
    _ bytes: Span<UInt8>,
    isLast: Bool,
    cells: inout [Range<Int>],
    doubled: inout [Int]
  ) -> Outcome {
    let count = bytes.count
    guard count > 0 else { return isLast ? .end : .incomplete(openQuote: nil) }
    var at = 0
    var lines = 0
    var union: UInt8 = 0

    while true {
      if at < count, bytes[at] == Self.quote {
        let opened = lines
        let start = at + 1
        at = start
        var hasDoubled = false
        quoted: while true {
          while at < count {
            let byte = bytes[at]
            if byte <= Self.carriageReturn || byte == Self.quote { break }
            union |= byte
            at &+= 1
          }
          guard at < count else {
            return isLast
              ? .fault(.unterminatedQuote(lines: opened)) : .incomplete(openQuote: opened)
          }
          switch bytes[at] {
          case Self.quote:
            guard at + 1 < count else {
              if !isLast { return .incomplete(openQuote: opened) }
              break quoted
            }
            guard bytes[at + 1] == Self.quote else { break quoted }
            hasDoubled = true
            at += 1
          case Self.lineFeed: lines += 1
          case Self.carriageReturn:
            // A line feed that follows counts this line end.
            if at + 1 < count, bytes[at + 1] != Self.lineFeed { lines += 1 }
          case 0: return .fault(.nul(lines: lines, offset: at))
          default: break
          }
          at += 1
        }
        if hasDoubled { doubled.append(cells.count) }
        cells.append(start..<at)
        at += 1
      } else {
        let start = at
        while at < count {
          let byte = bytes[at]
          if byte <= Self.carriageReturn || byte == delimiter {
            if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            if byte == 0 { return .fault(.nul(lines: lines, offset: at)) }
          }
          union |= byte
          at &+= 1
        }
        cells.append(start..<at)
      }

      // Here a cell has ended: what follows is a delimiter, a line end or the end.
      guard at < count else {
        guard isLast else { return .incomplete(openQuote: nil) }
        return .record(length: at, consumed: at, lineEnds: lines, isASCII: union < 0x80)
      }
      switch bytes[at] {
      case delimiter:
        at += 1
      case Self.lineFeed:
        return ended(at: at, ending: 1, lines: lines, union: union)
      case Self.carriageReturn:
        guard at + 1 < count || isLast else { return .incomplete(openQuote: nil) }
        let isPair = at + 1 < count && bytes[at + 1] == Self.lineFeed
        return ended(at: at, ending: isPair ? 2 : 1, lines: lines, union: union)
      default:
        let opened = linesBefore(cells.last?.lowerBound ?? 0, in: bytes)
        return .fault(.textAfterQuote(lines: lines, opened: opened, offset: at))
      }
    }
  }

  private func ended(at length: Int, ending: Int, lines: Int, union: UInt8) -> Outcome {
    if length == 0 { return .blankLine(consumed: ending) }
    return .record(
      length: length,
      consumed: length + ending,
      lineEnds: lines + 1,
      isASCII: union < 0x80
    )
  }

  /// The number of line ends in the first `offset` bytes.
  func linesBefore(_ offset: Int, in bytes: Span<UInt8>) -> Int {
    var lines = 0
    for index in 0..<min(offset, bytes.count) {
      let byte = bytes[index]
      if byte == Self.lineFeed {
        lines += 1
      } else if byte == Self.carriageReturn {
        if index + 1 >= bytes.count || bytes[index + 1] != Self.lineFeed { lines += 1 }
      }
    }
    return lines
  }
}
