import Testing

@testable import Tabular

struct WideFormsTests {
  private func code(_ cell: [UInt8], in forms: WideForms, behind: UInt8) -> Int32 {
    let bytes = [behind] + cell + [UInt8](repeating: behind, count: WideForms.length)
    return forms.withTable { $0.code(in: bytes.span.bytes, 1, cell.count) }
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
    for (cell, number) in known { #expect(code(cell, in: forms, behind: 97) == number) }
    for _ in 0..<200 {
      let cell = cell(&generator)
      #expect(code(cell, in: forms, behind: 0x2C) == known[cell] ?? CellMatcher.unknown)
      // A cell that begins like another one is another one.
      let longer = cell.prefix(31) + [0x7A]
      #expect(code(Array(longer), in: forms, behind: 0) == known[Array(longer)] ?? -1)
    }
  }

  @Test func `empty and long cells are left to others`() {
    var forms = WideForms()
    let empty: [UInt8] = []
    let long = [UInt8](repeating: 97, count: 33)
    forms.insert(empty.span, 3)
    forms.insert(long.span, 4)
    #expect(code([], in: forms, behind: 97) == CellMatcher.unknown)
    #expect(code([UInt8](repeating: 97, count: 32), in: forms, behind: 97) == CellMatcher.unknown)
  }
}
