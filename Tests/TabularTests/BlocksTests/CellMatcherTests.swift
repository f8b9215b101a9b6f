import Testing

@testable import Tabular

@Suite struct CellMatcherTests {
  /// What one column of a table says, by the codes of a run and cell by cell.
  private func codes(
    of cells: [String],
    _ matcher: CellMatcher
  ) throws -> (codes: [Int32], values: [UInt64], isWhole: Bool) {
    // Behind them enough that they are all read at once, and not more than is looked at first.
    let lines = (cells + Array(repeating: "1", count: 20)).map { "a cell before it,\($0)\n" }
    var reader = try CSVReader(.bytes(Array(lines.joined().utf8)))
    var run = RecordRun(width: 2)
    reader.takeRun(into: &run)
    try #require(run.count >= cells.count)
    var matcher = matcher
    var codes = [Int32](repeating: 99, count: run.count)
    var values = [UInt64](repeating: 99, count: run.count)
    var texts: [UInt8] = []
    let isWhole = matcher.match(
      run,
      column: 1,
      at: CellMatcher.Place(code: 0, value: 0),
      codes: &codes,
      values: &values,
      texts: &texts
    )
    return (Array(codes.prefix(cells.count)), values, isWhole)
  }

  @Test(arguments: 0..<120)
  func `short cells have the codes that they have one by one`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var pool = ["1", "2", "3", "4", "", "9"]
    // One in two columns has longer cells, too, here and there.
    if seed % 2 == 0 { pool += ["12", "x", "\"3\"", "dài hơn tám", "99"] }
    let isRare = seed % 3 == 0
    let cells = (0..<Int.random(in: 20...100, using: &generator)).map { _ in
      let choices = isRare && Int.random(in: 0..<40, using: &generator) > 0 ? pool[..<4] : pool[...]
      return choices.randomElement(using: &generator) ?? ""
    }
    var matcher = CellMatcher()
    for (code, cell) in ["1", "2", "3", "4", "", "12", "99"].enumerated() {
      matcher.learn(Array(cell.utf8), code: cell == "4" ? CellMatcher.refused : Int32(code))
    }
    let found = try codes(of: cells, matcher)
    let expected = cells.map { matcher.code(of: Array($0.utf8.filter { $0 != 0x22 })) }
    #expect(found.codes == expected)
    #expect(found.isWhole == expected.allSatisfy { $0 >= 0 })
  }

  @Test(arguments: 0..<60)
  func `integers are those that a program writes`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let letters = Array("0123456789012345678901234567890123456789-. a")
    let cells = (0..<80).map { _ in
      String(
        (0..<Int.random(in: 0...20, using: &generator)).map { _ in
          letters.randomElement(using: &generator) ?? "0"
        }
      )
    }
    let found = try codes(of: cells, CellMatcher(.integers(NumberBounds(), except: [])))
    for (row, cell) in cells.enumerated() {
      // Nineteen digits may not fit, and are left to others.
      let number =
        cell.utf8.count <= 18 || cell.hasPrefix("-") && cell.utf8.count <= 19
        ? Int64(cell) : nil
      let isPlain = number.map { String($0) == cell } ?? false
      #expect(found.codes[row] == (isPlain ? CellMatcher.integer : CellMatcher.unknown))
      if let number, isPlain { #expect(Int64(bitPattern: found.values[row]) == number) }
    }
  }

  @Test func `records begin with their first filled cells`() throws {
    let text = "  1,x,y,z\n,\" \",\"q\",z\n ,,,\n,,,b\n"
    let padding = String(repeating: "1,2,3,4\n", count: 40)
    var reader = try CSVReader(.bytes(Array((text + padding).utf8)))
    var run = RecordRun(width: 4)
    reader.takeRun(into: &run)
    try #require(run.count >= 24)
    var leads: [RecordRun.Lead] = []
    run.findLeads(wanted: 3, into: &leads)
    #expect(leads.prefix(5).map(\.filled) == [3, 2, 0, 1, 3])
    #expect(leads.prefix(5).map(\.column) == [0, 2, 0, 3, 0])
    #expect(leads.prefix(5).map(\.byte) == [0x31, 0x71, 0, 0x62, 0x31])
    var lines = [Int64](repeating: 0, count: run.capacity)
    run.putLines(into: &lines)
    #expect(lines.prefix(24).elementsEqual(1...24))
  }

  @Test(arguments: 0..<40)
  func `records begin with what their cells show`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let pool = ["1", "ab", "", " ", "  x", "\"q\"", "\" \"", "!", "Đ", "\"\""]
    let rows = (0..<60).map { _ in
      (0..<4).map { _ in
        seed % 2 == 0
          ? pool.randomElement(using: &generator) ?? ""
          : pool[..<2].randomElement(using: &generator) ?? ""
      }
    }
    let text = rows.map { $0.joined(separator: ",") + "\n" }.joined()
    let padding = String(repeating: "1,2,3,4\n", count: 40)
    var reader = try CSVReader(.bytes(Array((text + padding).utf8)))
    var run = RecordRun(width: 4)
    reader.takeRun(into: &run)
    try #require(run.count >= rows.count)
    var leads: [RecordRun.Lead] = []
    run.findLeads(wanted: 3, into: &leads)
    for (row, lead) in zip(rows, leads) {
      let shown = row.map { cell in
        cell.utf8.filter { $0 != 0x22 }.drop { $0 <= 0x20 }
      }
      let column = shown.firstIndex { !$0.isEmpty }
      #expect(lead.filled == min(3, shown.count { !$0.isEmpty }))
      #expect(lead.column == column ?? 0)
      #expect(lead.byte == column.flatMap { shown[$0].first } ?? 0)
    }
  }
}
