import CScan
import Testing

@testable import Tabular

/// Numbers that are found many at a time are those that are found one by one.
struct PlainNumbersTests {
  private typealias Match = (
    UnsafePointer<UInt8>?, Int, UnsafePointer<Int32>?, UnsafePointer<Int32>?, Int, Int,
    UnsafePointer<number_rules>?, UnsafeMutablePointer<Int32>?, UnsafeMutablePointer<UInt64>?,
    UnsafeMutablePointer<Int32>?
  ) -> Int

  /// The ways that this processor can go, first for integers and then for decimals.
  private static var ways: [(integers: Match, decimals: Match)] {
    var ways: [(Match, Match)] = [(match_integers_any, match_decimals_any)]
    #if arch(x86_64)
    if scan_widest() == scan_avx512 { ways.append((match_integers_avx512, match_decimals_avx512)) }
    #endif
    return ways
  }

  private static let empty: Int32 = 5

  private func cells(_ generator: inout SeededGenerator, isOdd: Bool) -> [[UInt8]] {
    let odd = Array(". -+a\"/:,".utf8)
    return (0..<Int.random(in: 1...60, using: &generator)).map { _ in
      let length = Int.random(in: 0...(isOdd ? 10 : 8), using: &generator)
      var cell = (0..<length).map { _ in UInt8.random(in: 0x30...0x39, using: &generator) }
      if length > 2, Bool.random(using: &generator) {
        cell[Int.random(in: 1..<(length - 1), using: &generator)] = 0x2E
      }
      if isOdd, length > 0, Int.random(in: 0..<9, using: &generator) == 0 {
        cell[Int.random(in: 0..<length, using: &generator)] =
          odd.randomElement(using: &generator) ?? 0
      }
      return cell
    }
  }

  /// What one cell is by itself: its code and the bits of its value.
  private func alone(
    _ cell: [UInt8],
    _ bounds: NumberBounds,
    _ exceptions: [Double],
    isWhole: Bool
  ) -> (code: Int32, bits: UInt64)? {
    if cell.isEmpty { return (Self.empty, 99) }
    guard cell.count <= 8 else { return nil }
    let whole = isWhole ? PlainInteger.parse(cell.span.bytes, 0..<cell.count) : nil
    guard
      let number = isWhole
        ? whole.map({ Double($0) }) : PlainDecimal.parse(cell.span.bytes, 0..<cell.count),
      cell[0] != UInt8(ascii: "-"), bounds.contains(number), !exceptions.contains(number)
    else { return nil }
    return whole.map { (CellMatcher.integer, UInt64(bitPattern: $0)) }
      ?? (CellMatcher.decimal, number.bitPattern)
  }

  @Test(arguments: 0..<300)
  func `numbers are those that are found one by one`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let cells = cells(&generator, isOdd: seed % 4 > 0)
    var bytes: [UInt8] = [0x2C]
    var (starts, ends): ([Int32], [Int32]) = ([], [])
    for cell in cells {
      starts.append(Int32(bytes.count - 1))
      bytes += cell
      ends.append(Int32(bytes.count))
      bytes.append(0x2C)
    }
    bytes += [0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38]
    var bounds = NumberBounds()
    if seed % 3 == 0 {
      (bounds.lower, bounds.upper) = (7, 5_000_000)
      (bounds.includesLower, bounds.includesUpper) = (seed % 2 == 0, seed % 2 == 1)
    }
    let exceptions: [Double] = seed % 5 == 0 ? [8, 9, 7.5] : []
    for way in Self.ways {
      for isWhole in [true, false] {
        let code = isWhole ? CellMatcher.integer : CellMatcher.decimal
        let match = isWhole ? way.integers : way.decimals
        var codes = [Int32](repeating: 99, count: cells.count)
        var values = [UInt64](repeating: 99, count: cells.count)
        var least: Int32 = 0
        var row = 0
        var isLeft = [Bool](repeating: false, count: cells.count)
        exceptions.withUnsafeBufferPointer { exceptions in
          var rules = number_rules(
            least: bounds.includesLower ? bounds.lower : bounds.lower.nextUp,
            most: bounds.includesUpper ? bounds.upper : bounds.upper.nextDown,
            exceptions: exceptions.baseAddress,
            count: exceptions.count,
            code: code,
            empty: Self.empty
          )
          while row < cells.count {
            row = match(
              bytes,
              bytes.count,
              starts,
              ends,
              row,
              cells.count,
              &rules,
              &codes,
              &values,
              &least
            )
            // Those that are left together hold one that is no such number.
            let others = row..<min(row + PlainNumbers.step, cells.count)
            if !others.isEmpty {
              #expect(
                others.contains {
                  alone(cells[$0], bounds, exceptions.map { $0 }, isWhole: isWhole) == nil
                }
              )
            }
            for other in others {
              #expect(codes[other] == 99 && values[other] == 99)
              isLeft[other] = true
            }
            row = others.upperBound
          }
        }
        #expect(least == 0)
        for (row, cell) in cells.enumerated() where !isLeft[row] {
          let expected = alone(cell, bounds, exceptions, isWhole: isWhole)
          #expect(codes[row] == expected?.code)
          #expect(values[row] == expected?.bits)
        }
      }
    }
  }

  @Test(arguments: [CellMatcher.unknown, 0, 3])
  func `cells without bytes have their own code`(empty: Int32) {
    let bytes = [UInt8](repeating: 0x2C, count: 40)
    let places = (0..<21).map { Int32($0) }
    for way in Self.ways {
      for match in [way.integers, way.decimals] {
        var codes = [Int32](repeating: 99, count: 20)
        var values = [UInt64](repeating: 99, count: 20)
        var least: Int32 = 0
        var rules = number_rules(
          least: 0,
          most: 9,
          exceptions: nil,
          count: 0,
          code: -2,
          empty: empty
        )
        let ends = Array(places[1...])
        #expect(match(bytes, 40, places, ends, 0, 20, &rules, &codes, &values, &least) == 20)
        #expect(codes.allSatisfy { $0 == empty } && values.allSatisfy { $0 == 99 })
        #expect(least == min(0, empty))
      }
    }
  }
}
