/// Collects a column of coded texts.
struct CodedColumnBuilder {
  private let column: Int
  private let rules: CellRules
  private var forms = CellForms()
  private var values: [String] = []
  private var codes = CodeStorage()
  /// How many rows there will be at least, if that is known.
  var expectedRows = 0

  init(column: Int, rules: CellRules) {
    self.column = column
    self.rules = rules
  }

  /// Appends the cells of a run.
  mutating func append(_ window: Span<UInt8>, _ index: borrowing CellIndex) {
    let starts = index.places.span.extracting(index.starts(of: column))
    let ends = index.places.span.extracting(index.ends(of: column))
    let bytes = window.bytes
    let first = codes.count
    codes.appendZeros(ends.count, expected: expectedRows)
    var row = 0
    while true {
      row = codes.encode(forms, bytes, starts, ends, from: row, at: first)
      guard row < ends.count else { return }
      let cell = RawCell.content(in: bytes, Int(starts[row]) + 1, Int(ends[row]))
      let code = code(of: cell.span)
      codes.put(code, at: first + row, below: values.count)
      row += 1
    }
  }

  /// Appends one cell, without its quotes.
  mutating func append(_ cell: Span<UInt8>) {
    let code = code(of: cell)
    codes.appendZeros(1)
    codes.put(code, at: codes.count - 1, below: values.count)
  }

  var finished: CodedColumn { CodedColumn(values: values, codes: codes) }

  private mutating func code(of cell: Span<UInt8>) -> Int32 {
    let known = forms.code(in: cell.bytes, 0..<cell.count)
    if known >= 0 { return known }
    let (text, isChanged) = rules.text(of: cell)
    var code = Int32(truncatingIfNeeded: values.count)
    if isChanged {
      let tidy = Array(text.utf8)
      let other = forms.code(in: tidy.span.bytes, 0..<tidy.count)
      if other >= 0 { code = other } else { forms.learn(tidy.span, code: code) }
    }
    if code == values.count { values.append(text) }
    forms.learn(cell, code: code)
    return code
  }
}

extension CodeStorage {
  /// Puts the codes of known cells from `place` on; see ``CellForms``.
  fileprivate mutating func encode(
    _ forms: CellForms,
    _ bytes: RawSpan,
    _ starts: Span<Int32>,
    _ ends: Span<Int32>,
    from row: Int,
    at place: Int
  ) -> Int {
    switch self {
    case .bytes(var array):
      self = .bytes([])
      let next = Self.encode(forms, bytes, starts, ends, row, place, &array)
      self = .bytes(array)
      return next
    case .shorts(var array):
      self = .bytes([])
      let next = Self.encode(forms, bytes, starts, ends, row, place, &array)
      self = .shorts(array)
      return next
    case .words(var array):
      self = .bytes([])
      let next = Self.encode(forms, bytes, starts, ends, row, place, &array)
      self = .words(array)
      return next
    }
  }

  private static func encode<Code: FixedWidthInteger>(
    _ forms: CellForms,
    _ bytes: RawSpan,
    _ starts: Span<Int32>,
    _ ends: Span<Int32>,
    _ row: Int,
    _ place: Int,
    _ codes: inout [Code]
  ) -> Int {
    var codes = codes.mutableSpan
    return forms.encode(bytes, starts: starts, ends: ends, from: row, into: &codes, at: place)
  }
}
