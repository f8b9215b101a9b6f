import CScan
import Testing

@testable import Tabular

struct WordFormsTests {
  private typealias Match = (
    UnsafePointer<UInt8>?, Int, UnsafePointer<Int32>?, UnsafePointer<Int32>?, Int, Int,
    UnsafePointer<word_table>?, UnsafeMutablePointer<Int32>?, UnsafeMutablePointer<Int32>?
  ) -> Int

  /// The ways that this processor can go.
  private static var ways: [Match] {
    #if arch(x86_64)
    return scan_widest() == scan_avx512
      ? [match_words_any, match_words_avx512] : [match_words_any]
    #else
    return [match_words_any]
    #endif
  }

  /// A few cells one after another, with the byte that ends each and `room` of it behind the last.
  private struct Column {
    var bytes: [UInt8]
    var starts: [Int32] = []
    var ends: [Int32] = []

    init(_ cells: [[UInt8]], behind: UInt8, room: Int) {
      bytes = [behind]
      for cell in cells {
        starts.append(Int32(bytes.count - 1))
        bytes += cell
        ends.append(Int32(bytes.count))
        bytes.append(behind)
      }
      bytes += [UInt8](repeating: behind, count: room)
    }
  }

  /// The codes of cells, nil for those that a way leaves to others, however many it takes together.
  private func codes(_ column: Column, in forms: WordForms, _ match: Match) -> [Int32?] {
    let rows = column.starts.count
    return (0..<rows).map { row in
      var codes = [Int32](repeating: -100, count: rows)
      var least: Int32 = 7
      let end = forms.withTable(empty: 77) { table in
        var table = table
        return match(
          column.bytes,
          column.bytes.count,
          column.starts,
          column.ends,
          row,
          row + 1,
          &table,
          &codes,
          &least
        )
      }
      #expect(least == (end > row ? min(7, codes[row]) : 7))
      return end > row ? codes[row] : nil
    }
  }

  /// The codes of all cells together, as far as none is left to others, and the least of them.
  private func together(
    _ column: Column,
    in forms: WordForms,
    _ match: Match
  ) -> (codes: [Int32], least: Int32) {
    var codes = [Int32](repeating: -100, count: column.starts.count)
    var least: Int32 = 7
    let end = forms.withTable(empty: 77) { table in
      var table = table
      return match(
        column.bytes,
        column.bytes.count,
        column.starts,
        column.ends,
        0,
        column.starts.count,
        &table,
        &codes,
        &least
      )
    }
    return (Array(codes[..<end]), least)
  }

  @Test(arguments: 0..<100)
  func `cells are told apart as a dictionary tells them`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    var forms = WordForms()
    var known: [[UInt8]: Int32] = [:]
    let letters = [UInt8](97...(seed % 2 == 0 ? 98 : 122)) + [0xE1, 0xBB, 0xAF]
    func cell(_ generator: inout SeededGenerator) -> [UInt8] {
      let length = Int.random(in: 1...WordForms.length, using: &generator)
      return (0..<length).map { _ in letters.randomElement(using: &generator) ?? 97 }
    }
    for number in 0..<Int32(1 + 7 * seed) {
      let cell = cell(&generator)
      guard known[cell] == nil else { continue }
      known[cell] = number % 5 == 0 ? CellMatcher.refused : number
      forms.insert(cell.span, known[cell] ?? 0)
    }
    // A cell that begins like another one is another one.
    let others = (0..<100).map { _ in cell(&generator) }
    let cells =
      (Array(known.keys) + others + others.map { Array($0.prefix(15) + [0x7A]) } + [[], []])
      .shuffled(using: &generator)
    let expected = cells.map { $0.isEmpty ? 77 : known[$0] ?? CellMatcher.unknown }
    for behind: UInt8 in [97, 0x2C, 0] {
      let column = Column(cells, behind: behind, room: 32)
      for match in Self.ways {
        #expect(codes(column, in: forms, match) == expected)
        let all = together(column, in: forms, match)
        #expect(all.codes == expected)
        #expect(all.least == min(7, expected.min() ?? 7))
      }
    }
  }

  @Test func `long cells, quotes and the end of all bytes are left to others`() {
    var forms = WordForms()
    let cells = [[97], [98, 98], [UInt8](repeating: 97, count: 16)]
    for (code, cell) in cells.enumerated() { forms.insert(cell.span, Int32(code)) }
    let odd: [[UInt8]] = [
      [UInt8](repeating: 97, count: 17), [0x22, 97, 0x22], [0x22, 0x22], cells[2], [97],
    ]
    let column = Column(odd, behind: 97, room: 32)
    for match in Self.ways {
      #expect(codes(column, in: forms, match) == [nil, nil, nil, 2, 0])
      // Nothing is read behind the last byte, were it to be left to others.
      let last = codes(Column([[97], [98, 98]], behind: 0x2C, room: 0), in: forms, match)
      #expect(last == [0, 1] || last == [nil, nil])
    }
  }
}
