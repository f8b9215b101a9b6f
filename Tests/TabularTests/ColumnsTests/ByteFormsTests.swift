import CScan
import Testing

@testable import Tabular

struct ByteFormsTests {
  private typealias Match = (
    UnsafePointer<UInt8>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?, Int, Int,
    UnsafePointer<byte_table>?, UnsafeMutablePointer<Int32>?, UnsafeMutablePointer<Int32>?
  ) -> Int

  /// The ways that this processor can go for `table`.
  private func ways(_ table: byte_table) -> [Match] {
    #if arch(x86_64)
    if scan_widest() == scan_avx512, table.few_bytes != nil {
      return [match_bytes, match_bytes_any, match_bytes_avx512]
    }
    #endif
    return [match_bytes, match_bytes_any]
  }

  @Test(arguments: 0..<200)
  func `bytes are told apart as a dictionary tells them`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    // Ten digits have different lower halves, letters and digits may have the same.
    let pool = seed % 2 == 0 ? Array(0x30...0x39) : Array(UInt8.min...UInt8.max)
    var forms = ByteForms()
    var known: [UInt8: Int32] = [:]
    for _ in 0..<Int.random(in: 0...8, using: &generator) {
      let byte = pool.randomElement(using: &generator) ?? 0x31
      known[byte] = Int32.random(in: -9...100_000, using: &generator)
      forms.learn(byte, known[byte] ?? 0)
    }
    forms.learnEmpty(77)
    let longer = seed % 5 == 0 ? Int.random(in: 0..<80, using: &generator) : 80
    var bytes: [UInt8] = [0x2C]
    var (starts, ends, expected): ([Int32], [Int32], [Int32]) = ([], [], [])
    for row in 0..<80 {
      starts.append(Int32(bytes.count - 1))
      switch Int.random(in: 0..<10, using: &generator) {
      case _ where row == longer:
        bytes += [0x31, 0x32]
        expected.append(-100)
      case 0: expected.append(77)
      case 1...7 where !known.isEmpty:
        let byte = known.keys.sorted().randomElement(using: &generator) ?? 0
        bytes.append(byte)
        expected.append(known[byte] ?? 0)
      default:
        let byte = UInt8.random(in: .min ... .max, using: &generator)
        bytes.append(byte)
        expected.append(known[byte] ?? CellMatcher.unknown)
      }
      ends.append(Int32(bytes.count))
      bytes.append(0x2C)
    }
    forms.withTable { table in
      for match in ways(table) {
        var table = table
        var codes = [Int32](repeating: -100, count: 80)
        var least: Int32 = 0
        let end = match(bytes, starts, ends, 0, 80, &table, &codes, &least)
        #expect(end <= longer && end > longer - 16)
        #expect(codes[..<end] == expected[..<end])
        #expect(codes[end...].allSatisfy { $0 == -100 })
        #expect(least == min(0, expected[..<end].min() ?? 0))
      }
    }
  }

  @Test func `few bytes are those with different lower halves`() {
    var forms = ByteForms()
    for digit: UInt8 in 0x30...0x39 { forms.learn(digit, Int32(digit)) }
    forms.learn(0x30, 5)
    #expect(forms.withTable { $0.few_bytes != nil })
    forms.learn(0x61, 6)
    #expect(
      forms.withTable { $0.few_bytes == nil && $0.codes[0x61] == 6 && $0.codes[0x31] == 0x31 }
    )
  }
}
