import CScan
import Testing

@testable import Tabular

struct WideFormsTests {
  private typealias Match = (
    UnsafePointer<UInt8>?, Int, UnsafePointer<Int32>?, UnsafePointer<Int32>?, Int, Int,
    UnsafePointer<label_table>?, UnsafeMutablePointer<Int32>?, UnsafeMutablePointer<Int32>?
  ) -> Int

  /// The ways that this processor can go.
  private static var ways: [Match] {
    #if arch(x86_64)
    return scan_widest() == scan_avx512
      ? [match_labels_any, match_labels_avx512] : [match_labels_any]
    #else
    return [match_labels_any]
    #endif
  }

  /// The code of a cell, which all ways agree upon; none where it is left to others.
  private func code(
    _ cell: [UInt8],
    in forms: WideForms,
    behind: UInt8,
    room: Int = WideForms.length
  ) -> Int32? {
    let bytes = [behind] + cell + [UInt8](repeating: behind, count: room)
    let (starts, ends) = ([Int32(0)], [Int32(cell.count + 1)])
    let found = Self.ways.map { match -> Int32? in
      var code: Int32 = -100
      var least: Int32 = 7
      let rows = forms.withTable(empty: 77) { table in
        var table = table
        return match(bytes, bytes.count, starts, ends, 0, 1, &table, &code, &least)
      }
      #expect(least == (rows == 1 ? min(7, code) : 7))
      return rows == 1 ? code : nil
    }
    for other in found { #expect(other == found[0]) }
    return found[0]
  }

  @Test(arguments: 0..<100)
  func `cells are told apart as a dictionary tells them`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    var forms = WideForms()
    var known: [[UInt8]: Int32] = [:]
    let letters = [UInt8](97...(seed % 2 == 0 ? 98 : 122)) + [0xE1, 0xBB, 0xAF]
    func cell(_ generator: inout SeededGenerator) -> [UInt8] {
      let length = Int.random(in: 1...WideForms.length, using: &generator)
      return (0..<length).map { _ in letters.randomElement(using: &generator) ?? 97 }
    }
    for number in 0..<Int32(1 + 7 * seed) {
      let cell = cell(&generator)
      guard known[cell] == nil else { continue }
      known[cell] = number % 5 == 0 ? CellMatcher.refused : number
      forms.insert(cell.span, known[cell] ?? 0)
    }
    for (cell, number) in known {
      #expect(code(cell, in: forms, behind: 97) == number)
      #expect(code(cell, in: forms, behind: 0x2C, room: 1) == number)
      #expect(code([0x22] + cell + [0x22], in: forms, behind: 97) == number)
    }
    for _ in 0..<200 {
      let cell = cell(&generator)
      #expect(code(cell, in: forms, behind: 0x2C) == known[cell] ?? CellMatcher.unknown)
      // A cell that begins like another one is another one.
      let longer = cell.prefix(31) + [0x7A]
      #expect(code(Array(longer), in: forms, behind: 0) == known[Array(longer)] ?? -1)
    }
  }

  @Test func `long cells and doubled quotes are left to others`() {
    var forms = WideForms()
    let empty: [UInt8] = []
    let long = [UInt8](repeating: 97, count: 33)
    forms.insert(empty.span, 3)
    forms.insert(long.span, 4)
    #expect(code([], in: forms, behind: 97) == 77)
    #expect(code(Array("\"\"".utf8), in: forms, behind: 97) == 77)
    #expect(code([UInt8](repeating: 97, count: 32), in: forms, behind: 97) == CellMatcher.unknown)
    #expect(code(long, in: forms, behind: 97) == nil)
    #expect(code([0x22] + long + [0x22], in: forms, behind: 97) == nil)
    for length in 0..<30 {
      let text = [UInt8](repeating: 97, count: length)
      let doubled = [0x22] + text + [0x22, 0x22] + [UInt8](repeating: 98, count: 30 - length)
      #expect(code(doubled + [0x22], in: forms, behind: 97) == nil)
    }
  }
}
