import Foundation
import Testing

@testable import Tabular

@Suite struct CSVWriterTests {
  private func text(_ records: [[String]], _ format: CSVFormat = .exact) -> String {
    String(decoding: CSVWriter.bytes(of: records, format: format), as: UTF8.self)
  }

  @Test func `cells are quoted when needed and only then`() {
    let record = ["a", " b ", "x,y", "say \"hi\"", "l1\nl2", "c\r", ";", "", "ý"]
    let expected = "a, b ,\"x,y\",\"say \"\"hi\"\"\",\"l1\nl2\",\"c\r\",;,,ý\r\n"
    #expect(Array(text([record]).utf8) == Array(expected.utf8))
  }

  @Test func `the delimiter in use is what needs quotes`() {
    #expect(
      text([["a,b", "c;d"]], CSVFormat(delimiter: .semicolon)) == "a,b;\"c;d\"\r\n"
    )
    #expect(text([["a\tb", "c"]], CSVFormat(delimiter: .tab)) == "\"a\tb\"\tc\r\n")
  }

  @Test func `a record of one empty cell is not a blank line`() {
    #expect(text([[""], ["", ""]]) == "\"\"\r\n,\r\n")
    #expect(text([[""], ["a"]], .export) == "\u{FEFF}\"\"\r\na\r\n")
  }

  @Test func `exports begin with a mark and guard formulas`() {
    #expect(
      text([["id", "=1+1", "-5", "x,-y", "-a,b"]], .export)
        == "\u{FEFF}id,'=1+1,-5,\"x,-y\",\"'-a,b\"\r\n"
    )
    #expect(text([["=1+1", "@x"]], .exact) == "=1+1,@x\r\n")
  }

  @Test(arguments: [
    "sep=;", "SEP=|", "\u{FEFF}id", "<html>", "%PDF-1", "PK\u{3}\u{4}", " <table",
  ])
  func `a first cell that looks like something else is quoted`(cell: String) {
    let bytes = CSVWriter.bytes(of: [[cell], [cell]], format: .exact)
    #expect(bytes.first == UInt8(ascii: "\""))
    #expect(
      parse(.bytes(bytes)).rows.map { $0.map { Array($0.utf8) } } == [
        [Array(cell.utf8)], [Array(cell.utf8)],
      ]
    )
  }

  @Test func `a read record is written byte for byte after leading cells`() throws {
    var reader = try CSVReader(.text("a,\"b\"\"c\"\n=1,\"x\ny\"\n"))
    let sink = ByteSink.memory()
    var writer = CSVWriter(to: sink, format: .exact)
    while let record = try reader.next() {
      try writer.write(record, after: ["\(record.line)", "lỗi"])
    }
    try writer.finish()
    let expected = "1,lỗi,a,\"b\"\"c\"\r\n2,lỗi,=1,\"x\ny\"\r\n"
    #expect(String(decoding: sink.bytes, as: UTF8.self) == expected)
  }

  @Test func `streaming and encoding at once agree`() throws {
    let records = (0..<5000).map { ["\($0)", "ý kiến, \($0)", "-\($0)"] }
    let sink = ByteSink.memory()
    var writer = CSVWriter(to: sink)
    for record in records { try writer.write(record) }
    try writer.finish()
    #expect(sink.bytes == CSVWriter.bytes(of: records))
  }
}

@Suite struct AtomicFileTests {
  @Test func `a file appears when it is finished`() throws {
    let directory = try WorkDirectory()
    let path = directory.path("a.csv")
    var writer = CSVWriter(to: try ByteSink.file(path: path), format: .exact)
    try writer.write(["a", "b"])
    #expect(!FileManager.default.fileExists(atPath: path))
    try writer.finish()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "a,b\r\n")
    #expect(directory.names == ["a.csv"])
  }

  @Test func `an abandoned file leaves nothing and the old one stays`() throws {
    let directory = try WorkDirectory()
    let path = directory.path("a.csv")
    try "old".write(toFile: path, atomically: false, encoding: .utf8)
    do {
      var writer = CSVWriter(to: try ByteSink.file(path: path))
      for _ in 0..<20_000 { try writer.write(["a", "b", "c"]) }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(directory.names == ["a.csv"])
  }

  @Test func `a replaced file keeps its mode and a link stays a link`() throws {
    let directory = try WorkDirectory()
    let path = directory.path("a.csv")
    let link = directory.path("link.csv")
    try "old".write(toFile: path, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    var writer = CSVWriter(to: try ByteSink.file(path: link), format: .exact)
    try writer.write(["new"])
    try writer.finish()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new\r\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
  }

  @Test func `two writers in one folder do not meet`() throws {
    let directory = try WorkDirectory()
    var first = CSVWriter(to: try ByteSink.file(path: directory.path("a.csv")), format: .exact)
    var second = CSVWriter(to: try ByteSink.file(path: directory.path("b.csv")), format: .exact)
    try first.write(["a"])
    try second.write(["b"])
    try second.finish()
    try first.finish()
    #expect(directory.names == ["a.csv", "b.csv"])
    #expect(parse(.file(path: directory.path("b.csv"))).rows == [["b"]])
  }

  @Test func `what a killed program left behind is removed, what somebody writes is not`() throws {
    let directory = try WorkDirectory()
    let others = [".tabular-x.tmp", ".tabular-1.csv", "tabular-2.tmp"]
    for name in [".tabular-0.tmp", ".tabular-7.tmp"] + others {
      try "half".write(toFile: directory.path(name), atomically: false, encoding: .utf8)
    }
    try FileManager.default.createSymbolicLink(
      atPath: directory.path(".tabular-8.tmp"),
      withDestinationPath: directory.path("tabular-2.tmp")
    )
    let held = open(directory.path(".tabular-9.tmp"), O_WRONLY | O_CREAT, 0o600)
    defer { close(held) }
    try #require(flock(held, LOCK_EX) == 0)
    var writer = CSVWriter(to: try ByteSink.file(path: directory.path("a.csv")), format: .exact)
    try writer.write(["a"])
    try writer.finish()
    #expect(
      Set(directory.names) == Set(others + ["a.csv", ".tabular-8.tmp", ".tabular-9.tmp"])
    )
  }

  @Test func `a place that cannot be written is named`() throws {
    let directory = try WorkDirectory()
    let missing = directory.path("no/a.csv")
    #expect(throws: TabularError.cannotWrite(path: missing, .missing)) {
      try ByteSink.file(path: missing)
    }
    #expect(throws: TabularError.cannotWrite(path: directory.url.path, .directory)) {
      try ByteSink.file(path: directory.url.path)
    }
  }

  @Test func `a full device is named`() throws {
    var writer = CSVWriter(to: try ByteSink.file(path: "/dev/full"))
    try writer.write(["a"])
    #expect(throws: TabularError.cannotWrite(path: "/dev/full", .noSpace)) {
      try writer.finish()
    }
  }
}
