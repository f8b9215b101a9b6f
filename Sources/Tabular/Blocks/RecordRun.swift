import CScan

/// Records that stand one after another in the window of a reader, with the places of their cells.
///
/// Their bytes are lent by the reader: ``release()`` gives them back before it reads on, so that
/// they are not copied.
package struct RecordRun {
  private(set) var index: CellIndex
  private(set) var window: [UInt8] = []
  private var firstLine = 1
  private var firstNumber = 1

  /// Makes room for records of `width` cells.
  package init(width: Int) { index = CellIndex(width: width) }

  /// The number of records.
  package var count: Int { index.rows }

  /// The number of cells of each record.
  var width: Int { index.width }

  /// The most records that a run has.
  package var capacity: Int { index.capacity }

  /// Gives the bytes back; the run is empty then.
  package mutating func release() {
    window = []
    index.rows = 0
  }

  /// Brings the bytes of a run that another core has found nearer.
  ///
  /// They are looked at column by column, where no processor foresees what comes next.
  func fetch() {
    guard count > 0 else { return }
    window.withUnsafeBufferPointer { window in
      guard let base = window.baseAddress else { return }
      fetch_bytes(base + Int(index.places[0]) + 1, index.byteCount)
    }
  }

  /// The physical line on which a record begins.
  package func line(of row: Int) -> Int { firstLine + Int(index.linesBefore[row]) }

  /// Puts the lines on which the records begin into `lines`, which has room for them.
  package func putLines(into lines: inout [Int64]) {
    var lines = lines.mutableSpan
    let before = index.linesBefore.span
    for row in 0..<count { lines[row] = Int64(firstLine) + Int64(before[row]) }
  }

  /// The number of a record in the file.
  package func number(of row: Int) -> Int { firstNumber + row }

  /// The bytes of a cell without its quotes.
  package func cell(row: Int, column: Int) -> [UInt8] {
    let (start, end) = place(row, column)
    return RawCell.content(in: window.span.bytes, start, end)
  }

  /// Lends the bytes of a cell without its quotes.
  package func withCell(row: Int, column: Int, _ body: (Span<UInt8>) -> Void) {
    let (start, end) = place(row, column)
    if let range = RawCell.range(in: window.span.bytes, start, end) {
      body(window.span.extracting(range))
    } else {
      body(RawCell.content(in: window.span.bytes, start, end).span)
    }
  }

  /// Lends the cells of a column without their quotes, with the lines of their records.
  package func forEachCell(of column: Int, _ body: (Span<UInt8>, _ line: Int) -> Void) {
    for row in 0..<index.rows {
      withCell(row: row, column: column) { body($0, line(of: row)) }
    }
  }

  /// Lends the cells of a column with the lines of their records; those of one to eight bytes that
  /// are not quoted as a word, filled up with zeros, to `word`, which may leave them.
  package func forEachCell(
    of column: Int,
    word: (_ bits: UInt64, _ count: Int, _ line: Int) -> Bool,
    _ body: (Span<UInt8>, _ line: Int) -> Void
  ) {
    let bytes = window.span.bytes
    for row in 0..<index.rows {
      let (start, end) = place(row, column)
      let count = end &- start
      if count > 0, count <= ByteWord.length, bytes[start] != UInt8(ascii: "\""),
        word(RawCell.key(of: bytes, start..<end), count, line(of: row))
      {
        continue
      }
      withCell(row: row, column: column) { body($0, line(of: row)) }
    }
  }

  /// Fills `record` with a record of the run.
  package func read(_ row: Int, into record: inout CSVRecord) {
    record.begin(line: line(of: row), number: number(of: row))
    for column in 0..<index.width { record.append(cell(row: row, column: column)) }
  }

  /// How a record begins.
  package struct Lead {
    /// The first byte above a space.
    package fileprivate(set) var byte: UInt8 = 0
    /// The column where it stands.
    package fileprivate(set) var column = 0
    /// How many of the wanted cells have one.
    package fileprivate(set) var filled = 0

    /// A record without cells.
    package init() {}
  }

  /// Puts how each record begins into `leads`, and how many of its first cells are filled, up to
  /// `wanted`.
  package func findLeads(wanted: Int, into leads: inout [Lead]) {
    if leads.count < capacity { leads = Array(repeating: Lead(), count: capacity) }
    let bytes = window.span.bytes
    let places = index.places.span
    var leads = leads.mutableSpan
    for row in 0..<count {
      var lead = Lead()
      if wanted == 3, index.width >= 3, let byte = firstOfThree(row, bytes, places) {
        (lead.byte, lead.filled) = (byte, 3)
        leads[row] = lead
        continue
      }
      var column = 0
      while column < index.width, lead.filled < wanted {
        defer { column += 1 }
        var start = Int(places[column * index.stride + row]) + 1
        var end = Int(places[(column + 1) * index.stride + row])
        if start < end, bytes[start] == UInt8(ascii: "\"") {
          start += 1
          end -= 1
        }
        while start < end, bytes[start] <= 0x20 { start += 1 }
        guard start < end else { continue }
        if lead.filled == 0 { (lead.byte, lead.column) = (bytes[start], column) }
        lead.filled += 1
      }
      leads[row] = lead
    }
  }

  /// The first byte of a record whose first three cells begin with something to be seen; none where
  /// that has to be looked at more closely.
  @inline(__always)
  private func firstOfThree(_ row: Int, _ bytes: RawSpan, _ places: Span<Int32>) -> UInt8? {
    let stride = index.stride
    let (before, first) = (Int(places[row]), Int(places[stride &+ row]))
    let (second, third) = (Int(places[2 &* stride &+ row]), Int(places[3 &* stride &+ row]))
    // Behind each place there is a byte, were it the end of the record.
    let (a, b, c) = (bytes[before &+ 1], bytes[first &+ 1], bytes[second &+ 1])
    guard a > 0x22, b > 0x22, c > 0x22, before &+ 1 < first, first &+ 1 < second,
      second &+ 1 < third
    else { return nil }
    return a
  }

  /// Whether one of the cells of a record holds something to be seen.
  package func isFilled(_ row: Int, inAnyOf columns: [Int]) -> Bool {
    let bytes = window.span.bytes
    for column in columns {
      var (start, end) = place(row, column)
      if start < end, bytes[start] == UInt8(ascii: "\"") {
        start += 1
        end -= 1
      }
      while start < end, bytes[start] <= 0x20 { start += 1 }
      if start < end { return true }
    }
    return false
  }

  /// A number for the bytes of a cell, never 0; two cells of a survey do not share it by accident.
  package func hash(row: Int, column: Int) -> UInt64 {
    let bytes = window.span
    let (start, end) = place(row, column)
    var state = UInt64(truncatingIfNeeded: end - start) &* 0x9E37_79B9_7F4A_7C15
    for index in start..<end {
      state = (state ^ UInt64(bytes[index])) &* 0xD6E8_FEB8_6659_FD93
      state ^= state >> 32
    }
    return state | 1
  }

  private func place(_ row: Int, _ column: Int) -> (start: Int, end: Int) {
    let start = Int(index.places[column * index.stride + row]) + 1
    return (start, Int(index.places[(column + 1) * index.stride + row]))
  }

  mutating func fill(from reader: inout CSVReader) {
    firstLine = reader.line
    firstNumber = reader.recordCount + 1
    reader.takeRun(into: &index)
    if index.rows > 0 { window = reader.window }
  }
}

extension CSVReader {
  /// Takes the next records whose cells can be found without any doubt; see ``RecordRun``.
  package mutating func takeRun(into run: inout RecordRun) {
    run.release()
    run.fill(from: &self)
  }
}
