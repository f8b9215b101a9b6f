import Testing

@testable import Tabular

@Suite struct CSVDialectTests {
  private func candidates(_ text: String) throws -> [CSVDialect] {
    try CSVDialect.candidates(in: ByteStream(.text(text)))
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let delimiter: CSVDelimiter
    let width: Int

    init(_ name: String, _ text: String, _ delimiter: CSVDelimiter, _ width: Int) {
      testDescription = name
      self.text = text
      self.delimiter = delimiter
      self.width = width
    }
  }

  static let cases = [
    Case("commas", "a,b,c\n1,2,3\n", .comma, 3),
    Case("semicolons", "a;b\r\n1;2\r\n", .semicolon, 2),
    Case("tabs", "a\tb\tc\r1\t2\t3", .tab, 3),
    Case("bars", "a|b\n1|2\n", .bar, 2),
    Case("decimal commas", "a;b;c\n1,5;2,5;3\n1,5;2,25;4\n", .semicolon, 3),
    Case("one column of decimal commas", "a;b\n1,5;x\n2,5;y\n3,5;z\n", .semicolon, 2),
    Case("delimiters inside quotes", "a,b\n\"x;y;z;w\",2\n\"x;y;z;w\",3\n", .comma, 2),
    Case("quoted semicolon table", "\"a\";\"b,c\"\n\"1\";\"2,3\"\n", .semicolon, 2),
    Case("newlines inside quotes", "a;b\n\"x\ny\nz\";2\n\"x\ny,\n\";3\n", .semicolon, 2),
    Case(
      "title lines",
      "ỦY BAN NHÂN DÂN\nBẢNG TỔNG HỢP, QUÝ I\na;b;c\n1;2;3\n4;5;6",
      .semicolon,
      3
    ),
    Case("one column", "tuổi\n18\n27\n", .comma, 1),
    Case("prose in one column", "ý kiến\ntốt\nxấu\nchậm, ồn\nổn\nđược\n", .comma, 1),
    Case("declared", "sep=;\na,b;c\n1,2;3\n", .semicolon, 2),
    Case("declared against the look", "sep=|\na,b\n1,2\n", .bar, 1),
    Case("ragged rows", "a;b;c\n1;2;3\n1;2\n4;5;6\n7,5;8;9\n", .semicolon, 3),
    Case("no newline at all", "a\tb\tc", .tab, 3),
    Case("a late fault", "a,b\n1,2\n3,4\n5,\"6", .comma, 2),
  ]

  @Test(arguments: cases)
  func ranksTheRightDelimiterFirst(_ example: Case) throws {
    let best = try #require(try candidates(example.text).first)
    #expect(best.delimiter == example.delimiter)
    #expect(best.width == example.width)
  }

  @Test func `every candidate is told with its figures`() throws {
    let all = try candidates("a;b\n1,5;2\n3;4\n5;6\n")
    #expect(all.map(\.delimiter) == [.semicolon, .comma, .tab, .bar])
    #expect(all.map(\.width) == [2, 2, 1, 1])
    #expect(all.map(\.consistency) == [1, 0.25, 1, 1])
    #expect(all.allSatisfy { !$0.isDeclared && !$0.hasFault })
  }

  @Test func `a fault and a declaration are told`() throws {
    let all = try candidates("sep=,\n\"a\";b\n")
    #expect(all.first?.isDeclared == true)
    #expect(all.first?.hasFault == true)
    #expect(all.filter(\.isDeclared).count == 1)
  }

  @Test func `detection consumes nothing, also in small chunks`() throws {
    let text = "a;b\n" + String(repeating: "1;2\n", count: 1000)
    let stream = try ByteStream(.text(text), chunkSize: 5)
    let best = try #require(try CSVDialect.candidates(in: stream).first)
    #expect(best.delimiter == .semicolon && best.consistency == 1)
    var reader = CSVReader(stream, delimiter: best.delimiter)
    var rows = 0
    while let record = try reader.next() {
      #expect(record.count == 2)
      rows += 1
    }
    #expect(rows == 1001)
  }
}
