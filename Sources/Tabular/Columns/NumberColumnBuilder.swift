/// Collects a column of numbers.
struct NumberColumnBuilder {
  /// Cells that are no plain decimals are remembered up to this number of forms.
  private static let memoryLimit = 4096

  private let column: Int
  private let rules: CellRules
  /// A bit for each length that a missing text has, in bytes; the last also for longer ones.
  private let missingLengths: UInt64
  private var values: [Double] = []
  private var fault: NumberColumn.Fault?
  private var forms = CellForms()
  private var remembered: [Double] = []
  /// How many rows there will be at least, if that is known.
  var expectedRows = 0

  init(column: Int, rules: CellRules) {
    self.column = column
    self.rules = rules
    missingLengths = rules.missing.reduce(0) { $0 | Self.bit($1.utf8.count) }
  }

  /// Appends the cells of a run.
  mutating func append(_ window: Span<UInt8>, _ index: borrowing CellIndex) {
    let starts = index.places.span.extracting(index.starts(of: column))
    let ends = index.places.span.extracting(index.ends(of: column))
    let bytes = window.bytes
    if values.count + ends.count > values.capacity {
      values.reserveCapacity(max(values.count / 2 * 3 + ends.count, expectedRows))
    }
    for row in ends.indices {
      let start = Int(starts[row]) &+ 1
      let end = Int(ends[row])
      if let range = RawCell.range(in: bytes, start, end) {
        append(bytes, range)
      } else {
        append(RawCell.content(in: bytes, start, end).span)
      }
    }
  }

  /// Appends one cell, without its quotes.
  mutating func append(_ cell: Span<UInt8>) { append(cell.bytes, 0..<cell.count) }

  var finished: NumberColumn { NumberColumn(values: values, fault: fault) }

  private mutating func append(_ bytes: RawSpan, _ range: Range<Int>) {
    if range.isEmpty {
      values.append(.nan)
    } else if missingLengths & Self.bit(range.count) == 0,
      let number = PlainDecimal.parse(bytes, range)
    {
      values.append(number)
    } else {
      values.append(recall(bytes, range))
    }
  }

  private mutating func recall(_ bytes: RawSpan, _ range: Range<Int>) -> Double {
    let known = forms.code(in: bytes, range)
    if known >= 0 { return remembered[Int(known)] }
    let cell = range.map { bytes[$0] }
    guard let number = number(cell.span) else { return .nan }
    if remembered.count < Self.memoryLimit {
      forms.learn(cell.span, code: Int32(truncatingIfNeeded: remembered.count))
      remembered.append(number)
    }
    return number
  }

  /// The number of a cell, NaN for a missing one; none for a fault, which is noted.
  private mutating func number(_ cell: Span<UInt8>) -> Double? {
    let text = rules.text(of: cell).text
    if text.isEmpty || rules.missing.contains(text) { return .nan }
    if let number = rules.number(text) { return number }
    if fault == nil { fault = NumberColumn.Fault(row: values.count, text: text) }
    return nil
  }

  private static func bit(_ length: Int) -> UInt64 {
    1 &<< UInt64(truncatingIfNeeded: min(63, length))
  }
}
