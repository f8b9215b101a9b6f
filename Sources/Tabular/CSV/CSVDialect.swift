/// A delimiter tried on the first records of a table, and what came of it.
package struct CSVDialect: Sendable, Hashable {
  /// The delimiter that was tried.
  package let delimiter: CSVDelimiter
  /// The number of cells of most records; 1 where the delimiter separates nothing.
  package let width: Int
  /// The share of records that have this width, 0 to 1.
  package let consistency: Double
  /// Whether the file says so itself, by a first line such as `sep=;`.
  package let isDeclared: Bool
  /// Whether a quoted cell was malformed with this delimiter.
  package let hasFault: Bool

  /// What candidates are ranked by: wide and even tables first.
  ///
  /// A decimal comma makes an even table of two columns out of any other table,
  /// hence the weight of the width.
  package var score: Double {
    let evenness = consistency * Double(width - 1) / Double(width)
    return hasFault ? evenness / 2 : evenness
  }

  private static let recordCount = 200
  private static let headLength = 1024 * 1024

  /// All delimiters, the likeliest first, tried on the first 200 records.
  ///
  /// Nothing of `stream` is consumed. A caller that knows the headers may choose
  /// another one than the first; `width` 1 throughout is a table of one column.
  package static func candidates(
    in stream: ByteStream
  ) throws(TabularError) -> [CSVDialect] {
    var length = min(stream.chunkSize, headLength)
    while true {
      let head = try stream.peek(length)
      let isWhole = head.count < length
      let trials = CSVDelimiter.allCases.map { Trial($0, on: head, isWhole: isWhole) }
      if isWhole || length >= headLength || trials.allSatisfy(\.isEnough) {
        return ranked(trials, head: head)
      }
      length = min(length * 4, headLength)
    }
  }

  private static func ranked(_ trials: [Trial], head: [UInt8]) -> [CSVDialect] {
    let firstLine = head.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let declared = CSVDelimiter.declared(by: firstLine)
    let dialects = trials.map { $0.dialect(isDeclared: $0.delimiter == declared) }
    // A stable order: the usual delimiter first among equals.
    return dialects.enumerated().sorted { left, right in
      if left.element.isDeclared != right.element.isDeclared { return left.element.isDeclared }
      if left.element.score != right.element.score {
        return left.element.score > right.element.score
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// The widths of the first records under one delimiter.
  private struct Trial {
    let delimiter: CSVDelimiter
    var widths: [Int: Int] = [:]
    var records = 0
    var hasFault = false

    var isEnough: Bool { records >= CSVDialect.recordCount || hasFault }

    init(_ delimiter: CSVDelimiter, on head: [UInt8], isWhole: Bool) {
      self.delimiter = delimiter
      let scanner = CSVScanner(delimiter: delimiter.byte)
      var cells: [Range<Int>] = []
      var doubled: [Int] = []
      var start = 0
      scan: while records < CSVDialect.recordCount {
        cells.removeAll(keepingCapacity: true)
        doubled.removeAll(keepingCapacity: true)
        let rest = head.span.extracting(start..<head.count)
        switch scanner.scan(rest, isLast: isWhole, cells: &cells, doubled: &doubled) {
        case .record(let length, let consumed, _, _):
          let line = head[start..<(start + length)]
          if start > 0 || CSVDelimiter.declared(by: line) == nil {
            records += 1
            widths[cells.count, default: 0] += 1
          }
          start += consumed
        case .blankLine(let consumed): start += consumed
        case .incomplete, .end: break scan
        case .fault:
          hasFault = true
          break scan
        }
      }
    }

    /// Title lines have one cell, so the width is that of the wider records when
    /// these are at least a quarter of all.
    func dialect(isDeclared: Bool) -> CSVDialect {
      let wide = widths.filter { $0.key > 1 && $0.value * 4 >= records }
        .max { ($0.value, $0.key) < ($1.value, $1.key) }
      let width = wide?.key ?? 1
      let share = records == 0 ? 0 : Double(widths[width] ?? 0) / Double(records)
      return CSVDialect(
        delimiter: delimiter,
        width: width,
        consistency: share,
        isDeclared: isDeclared,
        hasFault: hasFault
      )
    }
  }
}
