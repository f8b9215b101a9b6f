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
}
