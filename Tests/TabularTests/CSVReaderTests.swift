import Testing

@testable import Tabular

@Suite struct CSVReaderTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let text: String
    let rows: [[String]]
    var lines: [Int]?
    var blankLines = 0
    var testDescription: String { name }

    init(
      _ name: String,
      _ text: String,
      _ rows: [[String]],
      lines: [Int]? = nil,
      blankLines: Int = 0
    ) {
      self.name = name
      self.text = text
      self.rows = rows
      self.lines = lines
      self.blankLines = blankLines
    }
  }

  static let cases = [
    Case("LF", "a,b\n1,2\n", [["a", "b"], ["1", "2"]], lines: [1, 2]),
    Case("CRLF", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]], lines: [1, 2]),
    Case("CR", "a,b\r1,2\r", [["a", "b"], ["1", "2"]], lines: [1, 2]),
    Case("mixed ends", "a\r\nb\rc\nd", [["a"], ["b"], ["c"], ["d"]], lines: [1, 2, 3, 4]),
    Case("no final newline", "a,b\n1,2", [["a", "b"], ["1", "2"]]),
    Case("final delimiter", "a,\n,", [["a", ""], ["", ""]]),
    Case("final CR", "a\r", [["a"]]),
    Case("byte order mark", "\u{FEFF}id,x\n1,2", [["id", "x"], ["1", "2"]]),
    Case("mark inside stays", "id\n\u{FEFF}x", [["id"], ["\u{FEFF}x"]]),
    Case("quoted delimiter", "\"a,b\",c", [["a,b", "c"]]),
    Case("doubled quotes", "\"say \"\"hi\"\"\",\"\"\"\"", [["say \"hi\"", "\""]]),
    Case("only quotes", "\"\",\"\"\n\"\"", [["", ""], [""]]),
    Case(
      "quoted newlines count as lines",
      "a,\"x\ny\r\nz\rw\"\nb,c\n",
      [["a", "x\ny\r\nz\rw"], ["b", "c"]],
      lines: [1, 5]
    ),
    Case(
      "quote inside unquoted",
      "5\" pipe,a\"b\"\n x,\"y\"",
      [["5\" pipe", "a\"b\""], [" x", "y"]]
    ),
    Case("quote after space is text", "a, \"b\"", [["a", " \"b\""]]),
    Case("ragged", "a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]]),
    Case(
      "blank lines",
      "\r\n\na,b\n\n\n1,2\n\n",
      [["a", "b"], ["1", "2"]],
      lines: [3, 6],
      blankLines: 5
    ),
    Case("spaces are kept", " a , b \n  \n", [[" a ", " b "], ["  "]]),
    Case(
      "Vietnamese",
      "câu hỏi,trả lời\nQ1,Rất hài lòng",
      [["câu hỏi", "trả lời"], ["Q1", "Rất hài lòng"]]
    ),
    Case("accent after delimiter", "a,\u{301}b", [["a", "\u{301}b"]]),
    Case("separator line", "sep=;\na,b", [["a", "b"]], lines: [2]),
    Case("separator line in capitals", "SEP=,\r\na,b", [["a", "b"]], lines: [2]),
    Case("separator line only first", "a\nsep=;", [["a"], ["sep=;"]]),
    Case("quoted separator line is data", "\"sep=;\"\na", [["sep=;"], ["a"]]),
    Case("tab is text in a comma file", "a\tb,c\u{1}d", [["a\tb", "c\u{1}d"]]),
  ]

  @Test(arguments: cases, [1, 2, 3, 7, 64, 4096])
  func readsRecords(_ example: Case, chunkSize: Int) {
    let parsed = parse(.text(example.text), chunkSize: chunkSize)
    #expect(parsed.error == nil)
    #expect(
      parsed.rows.map { $0.map { Array($0.utf8) } }
        == example.rows.map { $0.map { Array($0.utf8) } }
    )
    #expect(parsed.blankLines == example.blankLines)
    if let lines = example.lines { #expect(parsed.lines == lines) }
  }

  @Test(arguments: CSVDelimiter.allCases)
  func everyDelimiterSeparates(_ delimiter: CSVDelimiter) {
    let mark = delimiter.rawValue
    let parsed = parse("a\(mark)\"b\(mark)c\"\r\n1\(mark)2", delimiter: delimiter)
    #expect(parsed == Parsed(rows: [["a", "b\(mark)c"], ["1", "2"]], lines: [1, 2]))
  }

  struct Failure: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let rows: [[String]]
    let error: TabularError
    var testDescription: String { name }

    init(_ name: String, _ text: String, rows: [[String]] = [], _ error: TabularError) {
      self.init(name, bytes: Array(text.utf8), rows: rows, error)
    }

    init(_ name: String, bytes: [UInt8], rows: [[String]] = [], _ error: TabularError) {
      self.name = name
      self.bytes = bytes
      self.rows = rows
      self.error = error
    }
  }

  static let failures = [
    Failure("nothing", "", .emptyFile),
    Failure("mark only", "\u{FEFF}", .emptyFile),
    Failure("blank lines only", "\n\r\n\n", .emptyFile),
    Failure("separator line only", "sep=;\n", .emptyFile),
    Failure(
      "unterminated quote names the opener's line",
      "a,b\n1,\"x\ny\n3,4\n",
      rows: [["a", "b"]],
      .unterminatedQuote(line: 2)
    ),
    Failure(
      "unterminated quote after a quoted newline",
      "\"p\nq\",\"r\ns",
      .unterminatedQuote(line: 2)
    ),
    Failure("a lonely quote at the end", "a\n\"", rows: [["a"]], .unterminatedQuote(line: 2)),
    Failure(
      "text after a quote",
      "a,b\n\"x\ny\"z,2\n",
      rows: [["a", "b"]],
      .textAfterQuote(line: 3, openedAt: 2)
    ),
    Failure("space after a quote", "\"a\" ,b", .textAfterQuote(line: 1, openedAt: 1)),
    Failure(
      "bad byte",
      bytes: Array("a,b\n1,2\nx\",".utf8) + [0xE1, 0x20],
      rows: [["a", "b"], ["1", "2"]],
      .undecodable(line: 3, offset: 11, .invalidUTF8(0xE1))
    ),
    Failure(
      "bad byte after a mark and quoted lines",
      bytes: Array("\u{FEFF}\"é\r\ny\nz".utf8) + [0xFF] + Array("\"\n".utf8),
      .undecodable(line: 3, offset: 11, .invalidUTF8(0xFF))
    ),
    Failure(
      "a bad byte is named before a later quote",
      bytes: [0x61, 0x2C, 0xE0, 0x2C] + Array("\"x".utf8),
      .undecodable(line: 1, offset: 2, .invalidUTF8(0xE0))
    ),
    Failure(
      "overlong form",
      bytes: Array("a\n".utf8) + [0xC0, 0xAF],
      rows: [["a"]],
      .undecodable(line: 2, offset: 2, .invalidUTF8(0xC0))
    ),
    Failure(
      "surrogate",
      bytes: Array("a\n".utf8) + [0xED, 0xA0, 0x80],
      rows: [["a"]],
      .undecodable(line: 2, offset: 2, .invalidUTF8(0xED))
    ),
    Failure(
      "cut character at the end",
      bytes: Array("a\n".utf8) + [0xE1, 0xBA],
      rows: [["a"]],
      .undecodable(line: 2, offset: 2, .invalidUTF8(0xE1))
    ),
  ]

  @Test(arguments: failures, [1, 3, 64, 4096])
  func namesTheFirstFault(_ example: Failure, chunkSize: Int) {
    let parsed = parse(.bytes(example.bytes), chunkSize: chunkSize)
    #expect(parsed.error == example.error)
    #expect(parsed.rows == example.rows)
  }

  @Test func `a NUL far from the head is named with its place`() {
    let text = String(repeating: "a,b\n", count: 5000)
    let parsed = parse(.bytes(Array(text.utf8) + [0x31, 0, 0x32]))
    #expect(parsed.rows.count == 5000)
    #expect(parsed.error == .undecodable(line: 5001, offset: 20001, .nulByte))
  }

  @Test func `an error is thrown again and earlier records stay`() throws {
    var reader = try CSVReader(.text("a\nb\n\"c"))
    let first = try #require(try reader.next())
    _ = try reader.next()
    #expect(throws: TabularError.unterminatedQuote(line: 3)) { try reader.next() }
    #expect(throws: TabularError.unterminatedQuote(line: 3)) { try reader.next() }
    #expect(first[0] == "a")
    #expect(reader.recordCount == 2)
  }

  @Test func `the end stays the end`() throws {
    var reader = try CSVReader(.text("a"))
    #expect(try reader.next()?.texts == ["a"])
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
  }

  @Test func `a record knows its number, line and cells`() throws {
    var reader = try CSVReader(.text("a,b\n\n\"x\ny\",\"q\"\"q\"\n,\n"))
    var record = CSVRecord()
    #expect(try reader.read(into: &record))
    #expect(try reader.read(into: &record))
    #expect(record.number == 2)
    #expect(record.line == 3)
    #expect(record.count == 2)
    #expect(record[1] == "q\"q")
    #expect(record.withBytes(of: 1) { $0.count } == 3)
    #expect(record[2] == "" && record[-1] == "")
    #expect(record.withBytes(of: 9) { $0.count } == 0)
    #expect(!record.isBlank)
    #expect(try reader.read(into: &record))
    #expect(record.line == 5)
    #expect(record.isBlank)
  }

  @Test func `a record longer than the limit is refused`() {
    let long = String(repeating: "á", count: 300)
    #expect(
      parse(.text("a\n" + long), chunkSize: 16, recordLimit: 100).error
        == .recordTooLong(line: 2, limit: 100)
    )
    #expect(
      parse(.text("a\nb,\"" + long), chunkSize: 16, recordLimit: 101).error
        == .unterminatedQuote(line: 2)
    )
  }

  @Test func `a record may be much longer than a chunk`() {
    let long = String(repeating: "dài, \"\" ", count: 20_000)
    let parsed = parse(.text("\"\(long)\",2\n3,4"), chunkSize: 64)
    let expected = String(repeating: "dài, \" ", count: 20_000)
    #expect(parsed.rows == [[expected, "2"], ["3", "4"]])
  }
}
