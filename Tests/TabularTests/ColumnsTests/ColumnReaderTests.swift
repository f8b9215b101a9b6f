import Testing

@testable import Tabular

@Suite struct ColumnReaderTests {
  private func read(
    _ text: String,
    codes: Set<String> = [],
    numbers: Set<String> = [],
    missing: Set<String> = []
  ) throws -> ColumnTable {
    let rules = CellRules(tidy: tidied, number: scientific, missing: missing)
    return try ColumnReader.read(.text(text), rules: rules) { _ in
      ColumnTable.Wishes(codes: codes, numbers: numbers)
    }
  }

  @Test func `values stand in the order of their first rows`() throws {
    let table = try read("a,b\nx,1\ny,2\nx,3\n,4\n", codes: ["a"])
    let column = try #require(table.coded["a"])
    #expect(column.values == ["x", "y", ""])
    #expect(column.codes == .bytes([0, 1, 0, 2]))
    #expect(column[1] == "y")
    #expect(table.names == ["a", "b"] && table.rowCount == 4)
    #expect(table.coded.count == 1 && table.numbers.isEmpty)
  }

  @Test func `ways of writing one text share its code`() throws {
    let cells = ["Hòa", " Hòa ", "Ho\u{0300}a", "\"Hòa\"", "\u{FEFF}Hòa", "Huế", "\"Huế \""]
    let text = "tên,x\n" + cells.map { $0 + ",1\n" }.joined()
    let column = try #require(try read(text, codes: ["tên"]).coded["tên"])
    #expect(column.values == ["Hòa", "Huế"])
    #expect(column.codes == .bytes([0, 0, 0, 0, 0, 1, 1]))
  }

  @Test func `a column may be wanted both ways, the first of equal names is meant`() throws {
    let table = try read("a,a,b\n1,7,x\n2,8,y\n", codes: ["a", "no such"], numbers: ["a"])
    #expect(table.coded["a"]?.values == ["1", "2"])
    #expect(table.numbers["a"]?.values == [1, 2])
    #expect(table.coded.count == 1)
  }

  @Test func `the first cell that is no number is named`() throws {
    let table = try read("w,x\n1.5,a\n ,b\nabc ,c\nxyz,d\n2,e\n", numbers: ["w"])
    let column = try #require(table.numbers["w"])
    #expect(column.fault == NumberColumn.Fault(row: 2, text: "abc"))
    #expect(column.values.map(\.isNaN) == [false, true, true, true, false])
  }

  @Test func `a missing text is no fault, however it is written`() throws {
    let text = "w,x\n99,a\n 99,b\n\"99\",c\n99.0,d\nNA,e\n"
    let column = try #require(
      try read(text, numbers: ["w"], missing: ["99", "NA"]).numbers["w"]
    )
    #expect(column.fault == nil)
    #expect(column.values.map(\.isNaN) == [true, true, true, false, true])
  }

  @Test func `a header alone has no rows`() throws {
    let table = try read("a,b\n", codes: ["a"], numbers: ["b"])
    #expect(table.rowCount == 0)
    #expect(table.coded["a"]?.values == [] && table.numbers["b"]?.values == [])
  }

  @Test func `errors name the line after cells of many lines`() {
    let text = "a,b\n1,\"x\ny\r\nz\"\r\n" + String(repeating: "1,2\n", count: 50) + "1,2,3\n4,5\n"
    #expect(throws: TabularError.raggedRecord(line: 55, expected: 2, found: 3)) {
      try read(text)
    }
    #expect(throws: TabularError.unterminatedQuote(line: 2)) { try read("a,b\n\"1,2\n3,4\n5") }
    #expect(throws: TabularError.emptyFile) { try read("") }
  }

  @Test func `bytes that are not UTF-8 are refused in columns that nobody wants`() {
    let good = String(repeating: "é,\"1\n2\"\n", count: 30)
    let bytes = Array(("a,b\n" + good).utf8) + [0x31, 0x2C, 0xFF, 0x0A] + Array(good.utf8)
    #expect(
      throws: TabularError.undecodable(line: 62, offset: 4 + 9 * 30 + 2, .invalidUTF8(0xFF))
    ) {
      try ColumnReader.read(.bytes(bytes), rules: usualRules) { _ in ColumnTable.Wishes() }
    }
  }

  @Test func `a declared delimiter and a mark are not part of the header`() throws {
    let table = try read("\u{FEFF}sep=;\na;b\n1;2,5\n", codes: ["b"])
    #expect(table.names == ["a", "b"])
    #expect(table.coded["b"]?.values == ["2,5"])
  }

  @Test(arguments: [1, 2, 65_535, 65_536, 70_000])
  func `tables of any width are read`(width: Int) throws {
    let names = (1...width).map { "c\($0)" }.joined(separator: ",")
    let row = Array(repeating: "7", count: width).joined(separator: ",")
    let last = "c\(width)"
    let table = try read("\(names)\n\(row)\n\(row)\n", codes: [last], numbers: [last])
    #expect(table.names.count == width && table.rowCount == 2)
    #expect(table.coded[last]?.texts == ["7", "7"])
    #expect(table.numbers[last]?.values == [7, 7])
  }

  @Test(arguments: [",", "\"\",", "1,", "\"1\","])
  func `a record that is far too wide is refused where it stands`(cell: String) {
    let good = String(repeating: "1,2\n", count: 20)
    let wide = String(repeating: cell, count: 500)
    #expect(throws: TabularError.raggedRecord(line: 22, expected: 2, found: 501)) {
      try read("a,b\n" + good + wide + "\n" + good)
    }
  }
}
