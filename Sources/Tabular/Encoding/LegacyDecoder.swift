/// Decodes eight-bit encodings by their tables; a letter and its mark become one scalar.
struct LegacyDecoder: TextDecoder {
  let table: LegacyTable
  let encoding: TextEncoding

  var growth: Int { 3 }

  func decode(
    _ input: UnsafeRawBufferPointer,
    isLast: Bool,
    into output: UnsafeMutableRawBufferPointer
  ) -> DecodingStep {
    table.single.withUnsafeBufferPointer { single in
      table.letterRow.withUnsafeBufferPointer { rows in
        table.markColumn.withUnsafeBufferPointer { columns in
          table.pairs.withUnsafeBufferPointer { pairs in
            let maps = Maps(single: single, rows: rows, columns: columns, pairs: pairs)
            return convert(input, isLast: isLast, into: output, maps)
          }
        }
      }
    }
  }

  /// The table, lent: a byte is an index that always exists in the first three.
  private struct Maps {
    let single: UnsafeBufferPointer<PackedScalar>
    let rows: UnsafeBufferPointer<UInt8>
    let columns: UnsafeBufferPointer<UInt8>
    let pairs: UnsafeBufferPointer<PackedScalar>
  }

  private func convert(
    _ input: UnsafeRawBufferPointer,
    isLast: Bool,
    into output: UnsafeMutableRawBufferPointer,
    _ maps: Maps
  ) -> DecodingStep {
    var step = DecodingStep()
    let count = input.count
    while step.consumed < count {
      let at = step.consumed
      if at + 16 < count, isPlain(input, at: at) {
        let plain = input.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
        output.storeBytes(of: plain, toByteOffset: step.produced, as: SIMD16<UInt8>.self)
        // The last of them may take a mark.
        step.consumed += 15
        step.produced += 15
        continue
      }
      let byte = input[at]
      let row = maps.rows[Int(byte)]
      if row != 0 {
        guard at + 1 < count || isLast else { return step }
        let column = at + 1 < count ? maps.columns[Int(input[at + 1])] : 0
        let both = column == 0 ? .none : maps.pairs[Int(row) * LegacyTable.columns + Int(column)]
        if both != .none {
          output.store(both, at: step.produced)
          step.produced += both.length
          step.consumed += 2
          continue
        }
      }
      let scalar = maps.single[Int(byte)]
      guard scalar != .none, byte != 0 else {
        step.fault = fault(of: byte)
        return step
      }
      output.store(scalar, at: step.produced)
      step.produced += scalar.length
      step.consumed += 1
    }
    return step
  }

  /// Whether the 16 bytes at `offset` are printable ASCII, which all tables share.
  private func isPlain(_ input: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    let first = input.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let second = input.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
    let blank: UInt64 = 0x2020_2020_2020_2020
    // A byte below the blank borrows from its high bit.
    let borrowed = (first &- blank) | (second &- blank)
    return (first | second | borrowed) & 0x8080_8080_8080_8080 == 0
  }

  private func fault(of byte: UInt8) -> EncodingFault {
    if byte == 0 { return .nulByte }
    return table.markColumn[Int(byte)] == 0
      ? .undefinedByte(byte, encoding) : .strayMark(byte, encoding)
  }
}
