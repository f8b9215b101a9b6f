/// Recognises the cells of one column by their bytes.
///
/// Each text that was met before stands for a number; what it means is somebody else's business.
/// Numbers and free texts that are plainly written need not be met before.
package struct CellMatcher {
  /// What cells of a column may be read without being met before.
  package enum Plain: Sendable {
    /// Integers as a program writes them, within bounds, but for some.
    case integers(NumberBounds, except: [Int64])
    /// Decimals with a point, within bounds, but for some.
    case decimals(NumberBounds, except: [Double])
    /// Composed text without white space at its ends.
    case texts
  }

  /// The code of a cell that was not met before.
  package static let unknown: Int32 = -1
  /// The code of an integer, whose bits stand beside it.
  package static let integer: Int32 = -2
  /// The code of a decimal, whose bits stand beside it.
  package static let decimal: Int32 = -3
  /// The code of a text, whose place and length stand beside it.
  package static let text: Int32 = -4
  /// The code of a cell that was met before and means nothing.
  package static let refused: Int32 = -9

  /// What is read without being met before.
  package let plain: Plain?
  private var forms = CellForms()
  private let numbers: PlainNumbers?
  /// The texts that are known.
  package private(set) var count = 0

  /// Makes a matcher that knows nothing.
  package init(_ plain: Plain? = nil) {
    self.plain = plain
    numbers =
      switch plain {
      case .integers(let bounds, let exceptions):
        PlainNumbers(bounds, code: Self.integer, except: exceptions.map { Double($0) })
      case .decimals(let bounds, let exceptions):
        PlainNumbers(bounds, code: Self.decimal, except: exceptions)
      case .texts, nil: nil
      }
  }

  /// Learns that `cell` has `code`.
  package mutating func learn(_ cell: [UInt8], code: Int32) {
    forms.learn(cell.span, code: code)
    count += 1
  }

  /// The code of one cell that was met before.
  package func code(of cell: [UInt8]) -> Int32 {
    forms.code(in: cell.span.bytes, 0..<cell.count)
  }

  /// Whether a cell is read without being met before.
  package func isPlain(_ cell: Span<UInt8>) -> Bool {
    switch plain {
    case nil: return false
    case .integers(let bounds, let exceptions):
      guard let number = PlainInteger.parse(cell.bytes, 0..<cell.count) else { return false }
      return bounds.contains(Double(number)) && !exceptions.contains(number)
    case .decimals(let bounds, let exceptions):
      guard let number = PlainDecimal.parse(cell.bytes, 0..<cell.count) else { return false }
      return bounds.contains(number) && !exceptions.contains(number)
    case .texts: return PlainText.isPlain(cell)
    }
  }

  /// Where the codes and values of a column go.
  package struct Place {
    let code: Int
    let value: Int

    /// The places of the first row among all codes and among all values.
    package init(code: Int, value: Int) {
      self.code = code
      self.value = value
    }
  }

  /// Puts the codes of a column into `codes`, and the bits of plain values into `values`.
  ///
  /// Nothing of the matcher changes; it is borrowed as if it did, since one that stands in an array
  /// would be copied otherwise, with all of its tables being counted.
  ///
  /// - Returns: Whether all codes are those of known or plain cells.
  package mutating func match(
    _ run: borrowing RecordRun,
    column: Int,
    at place: Place,
    codes: inout [Int32],
    values: inout [UInt64],
    texts: inout [UInt8]
  ) -> Bool {
    var codes = codes.mutableSpan
    var values = values.mutableSpan
    let starts = run.index.places.span.extracting(run.index.starts(of: column))
    let ends = run.index.places.span.extracting(run.index.ends(of: column))
    let bytes = run.window.span.bytes
    switch plain {
    case nil: return forms.match(bytes, starts: starts, ends: ends, at: place.code, into: &codes)
    case .integers(let bounds, let exceptions):
      return matchNumbers(bytes, starts, ends, place, Self.integer, &codes, &values) { cell in
        guard let number = PlainInteger.parse(bytes, cell), bounds.contains(Double(number)),
          exceptions.isEmpty || !exceptions.contains(number)
        else { return nil }
        return UInt64(bitPattern: number)
      }
    case .decimals(let bounds, let exceptions):
      return matchNumbers(bytes, starts, ends, place, Self.decimal, &codes, &values) { cell in
        guard let number = PlainDecimal.parse(bytes, cell), bounds.contains(number),
          exceptions.isEmpty || !exceptions.contains(number)
        else { return nil }
        return number.bitPattern
      }
    case .texts: return matchTexts(bytes, starts, ends, place, &codes, &values, &texts)
    }
  }

  /// Puts the numbers of a column in their places; `number` gives the bits of one that is among
  /// others.
  @inline(__always)
  private func matchNumbers(
    _ bytes: RawSpan,
    _ starts: Span<Int32>,
    _ ends: Span<Int32>,
    _ place: Place,
    _ code: Int32,
    _ codes: inout MutableSpan<Int32>,
    _ values: inout MutableSpan<UInt64>,
    _ number: (Range<Int>) -> UInt64?
  ) -> Bool {
    let empty = forms.empty
    var least: Int32 = 0
    var row = 0
    while row < ends.count {
      if let numbers {
        row = numbers.match(
          bytes,
          starts,
          ends,
          from: row,
          empty: empty,
          at: place,
          codes: &codes,
          values: &values,
          least: &least
        )
      }
      let others = row..<min(row &+ PlainNumbers.step, ends.count)
      for row in others {
        let cell = RawCell.range(in: bytes, Int(starts[row]) &+ 1, Int(ends[row]))
        if let cell, let bits = number(cell) {
          values[place.value &+ row] = bits
          codes[place.code &+ row] = code
        } else {
          codes[place.code &+ row] = forms.code(in: bytes, cell)
          least = min(least, codes[place.code &+ row])
        }
      }
      row = others.upperBound
    }
    return least == 0
  }

  private func matchTexts(
    _ bytes: RawSpan,
    _ starts: Span<Int32>,
    _ ends: Span<Int32>,
    _ place: Place,
    _ codes: inout MutableSpan<Int32>,
    _ values: inout MutableSpan<UInt64>,
    _ texts: inout [UInt8]
  ) -> Bool {
    var least: Int32 = 0
    let empty = forms.code(in: bytes, 0..<0)
    for row in ends.indices {
      let start = Int(starts[row]) &+ 1
      let end = Int(ends[row])
      if start == end {
        codes[place.code &+ row] = empty
        least = min(least, empty)
        continue
      }
      let first = texts.count
      if let cell = RawCell.range(in: bytes, start, end) {
        texts.append(contentsOf: cell, of: bytes)
      } else {
        texts.append(contentsOf: RawCell.content(in: bytes, start, end))
      }
      if PlainText.isPlain(texts.span.extracting(first..<texts.count)) {
        values[place.value &+ row] = UInt64(first) << 32 | UInt64(texts.count &- first)
        codes[place.code &+ row] = Self.text
      } else {
        let length = texts.count - first
        codes[place.code &+ row] = forms.code(in: texts.span.bytes, first..<texts.count)
        least = min(least, codes[place.code &+ row])
        texts.removeLast(length)
      }
    }
    return least == 0
  }
}

extension [UInt8] {
  @inline(__always)
  fileprivate mutating func append(contentsOf range: Range<Int>, of bytes: RawSpan) {
    bytes.withUnsafeBytes { append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[range])) }
  }
}
