import Testing

@testable import Tabular

@Suite struct CellFormsTests {
  @Test func `cells of every length are found again and others are not`() {
    var forms = CellForms()
    var cells: [[UInt8]] = [[]]
    for length in 1...40 {
      for variant in 0..<20 {
        let last = UInt8(ascii: "a") + UInt8(variant)
        cells.append(Array(repeating: UInt8(ascii: "z"), count: length - 1) + [last])
      }
    }
    for (code, cell) in cells.enumerated() {
      #expect(forms.code(in: cell.span.bytes, 0..<cell.count) == -1)
      forms.learn(cell.span, code: Int32(code))
    }
    for (code, cell) in cells.enumerated() {
      // Alone, and in the midst of other bytes.
      let around = [UInt8(1), 2, 3] + cell + Array(repeating: UInt8(ascii: "q"), count: 16)
      #expect(forms.code(in: cell.span.bytes, 0..<cell.count) == Int32(code))
      #expect(forms.code(in: around.span.bytes, 3..<(3 + cell.count)) == Int32(code))
    }
  }

  @Test(arguments: 0..<100)
  func `a column is encoded as its cells are one by one, up to the first unknown`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let cells = [
      "", "1", "25", "\"3\"", "\"\"", "\"46\"", "12345678", "123456789", "\"a\"\"b\"", "5",
    ]
    var forms = CellForms()
    for (code, cell) in ["", "1", "25", "3", "46", "12345678", "123456789"].enumerated() {
      forms.learn(Array(cell.utf8).span, code: Int32(code))
    }
    let known: [Int32] = [0, 1, 2, 3, 0, 4, 5, 6, -1, -1]
    var bytes: [UInt8] = []
    var places: [Int32] = [-1]
    var expected: [UInt8] = []
    var end: Int?
    for row in 0..<20 {
      let last = seed % 4 == 0 ? cells.count : cells.count - 2
      let cell = Int.random(in: 0..<last, using: &generator)
      bytes += Array(cells[cell].utf8) + [UInt8(ascii: ",")]
      places.append(Int32(bytes.count - 1))
      if known[cell] < 0 { end = end ?? row }
      if end == nil { expected.append(UInt8(known[cell])) }
    }
    var codes = [UInt8](repeating: 99, count: 22)
    var target = codes.mutableSpan
    let next = forms.encode(
      bytes.span.bytes,
      starts: places.span.extracting(0..<20),
      ends: places.span.extracting(1..<21),
      from: 0,
      into: &target,
      at: 2
    )
    #expect(next == end ?? 20)
    #expect(Array(codes[2..<(2 + next)]) == expected)
    #expect(codes[0] == 99 && codes[1] == 99)
  }
}
