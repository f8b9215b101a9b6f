import CScan

extension CellForms {
  /// Puts the codes of all cells into `codes` from `place` on; false when one of them is negative.
  func match(
    _ bytes: RawSpan,
    starts: Span<Int32>,
    ends: Span<Int32>,
    at place: Int,
    into codes: inout MutableSpan<Int32>
  ) -> Bool {
    guard place >= 0, place + ends.count <= codes.count, starts.count == ends.count else {
      return false
    }
    return bytes.withUnsafeBytes { all in
      starts.withUnsafeBufferPointer { starts in
        ends.withUnsafeBufferPointer { ends in
          codes.withUnsafeMutableBufferPointer { codes in
            guard let base = all.bindMemory(to: UInt8.self).baseAddress,
              let first = starts.baseAddress, let last = ends.baseAddress,
              let target = codes.baseAddress
            else { return true }
            let cells = Cells(
              bytes: base,
              length: all.count,
              starts: first,
              ends: last,
              rows: ends.count,
              codes: target + place
            )
            return match(cells, in: bytes) == 0
          }
        }
      }
    }
  }

  /// The cells of a column, and where their codes go.
  private struct Cells {
    let bytes: UnsafePointer<UInt8>
    let length: Int
    let starts: UnsafePointer<Int32>
    let ends: UnsafePointer<Int32>
    let rows: Int
    let codes: UnsafeMutablePointer<Int32>
  }

  /// How many cells are looked at otherwise where some cells are left to others.
  private static let othersStep = 32

  /// Gives the least code, or 0.
  private func match(_ cells: Cells, in bytes: RawSpan) -> Int32 {
    var least: Int32 = 0
    var row = 0
    // Most columns of codes have nothing but cells of one byte.
    if !hasLong { row = matchSingle(cells, &least) }
    while row < cells.rows {
      var stop = cells.rows
      if !hasWide {
        row = matchWords(cells, from: row, &least)
        stop = min(row &+ Self.othersStep, cells.rows)
      }
      row = matchLabels(cells, row, stop, &least)
      if row < stop {
        let (start, end) = (Int(cells.starts[row]) &+ 1, Int(cells.ends[row]))
        cells.codes[row] = code(in: bytes, RawCell.range(in: bytes, start, end))
        least = min(least, cells.codes[row])
        row &+= 1
      }
    }
    return least
  }

  private func matchSingle(_ cells: Cells, _ least: inout Int32) -> Int {
    single.withTable { table in
      var table = table
      return match_bytes(
        cells.bytes,
        cells.starts,
        cells.ends,
        0,
        cells.rows,
        &table,
        cells.codes,
        &least
      )
    }
  }

  private func matchWords(_ cells: Cells, from row: Int, _ least: inout Int32) -> Int {
    words.withTable(empty: empty) { table in
      var table = table
      return match_words(
        cells.bytes,
        cells.length,
        cells.starts,
        cells.ends,
        row,
        cells.rows,
        &table,
        cells.codes,
        &least
      )
    }
  }

  private func matchLabels(_ cells: Cells, _ row: Int, _ stop: Int, _ least: inout Int32) -> Int {
    wide.withTable(empty: empty) { table in
      var table = table
      return match_labels(
        cells.bytes,
        cells.length,
        cells.starts,
        cells.ends,
        row,
        stop,
        &table,
        cells.codes,
        &least
      )
    }
  }
}
