import Testing

@testable import Tabular

@Suite struct RawCellTests {
  @Test func `quotes of a cell are made single wherever they stand`() {
    for length in 0..<24 {
      for places in [[0], [length / 2], [length - 1], [0, length - 1], [0, 1, length / 2]] {
        var text = Array(repeating: UInt8(ascii: "x"), count: length)
        for place in places where text.indices.contains(place) { text[place] = UInt8(ascii: "\"") }
        let doubled = text.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
        // In the midst of other cells, whose quotes do not count.
        let cell = [UInt8(ascii: "\"")] + doubled + [UInt8(ascii: "\"")]
        let window = Array(#"a,"b","#.utf8) + cell + Array(#","c""d",12345678"#.utf8)
        let end = 6 + cell.count
        #expect(RawCell.content(in: window.span.bytes, 6, end) == text)
        let range = RawCell.range(in: window.span.bytes, 6, end)
        #expect(range.map { Array(window[$0]) } == (doubled.count == length ? text : nil))
      }
    }
  }
}
