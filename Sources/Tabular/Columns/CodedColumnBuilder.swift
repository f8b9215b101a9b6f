/// Collects a column of coded texts.
struct CodedColumnBuilder {
  private let column: Int
  private let rules: CellRules
  private var forms = CellForms()
  private var values: [String] = []
  private var codes = CodeStorage()

  init(column: Int, rules: CellRules) {
    self.column = column
    self.rules = rules
  }

  /// Appends the cells of a run; `scratch` has room for a run.
  mutating func append(
    _ window: Span<UInt8>,
    _ index: borrowing CellIndex,
    scratch: inout [Int32]
  ) {
    let starts = index.places.span.extracting(index.starts(of: column))
    let ends = index.places.span.extracting(index.ends(of: column))
    let bytes = window.bytes
    var scratch = scratch.mutableSpan
    var row = 0
    while true {
      row = forms.encode(bytes, starts: starts, ends: ends, from: row, into: &scratch)
      guard row < ends.count else { break }
      let cell = RawCell.content(in: bytes, Int(starts[row]) + 1, Int(ends[row]))
      scratch[row] = code(of: cell.span)
      row += 1
    }
    codes.append(scratch.span.extracting(0..<row), below: values.count)
  }

  /// Appends one cell, without its quotes.
  mutating func append(_ cell: Span<UInt8>) {
    let code: [Int32] = [code(of: cell)]
    codes.append(code.span, below: values.count)
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
