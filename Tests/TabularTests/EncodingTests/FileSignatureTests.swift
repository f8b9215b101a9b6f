import Testing

@testable import Tabular

@Suite struct FileSignatureTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let head: [UInt8]
    let signature: FileSignature

    init(_ name: String, _ head: [UInt8], _ signature: FileSignature) {
      testDescription = name
      self.head = head
      self.signature = signature
    }

    init(_ name: String, _ head: String, _ signature: FileSignature) {
      self.init(name, Array(head.utf8), signature)
    }
  }

  static let cases = [
    Case("text", "id,tuổi", .text(markLength: 0)),
    Case("marked text", "\u{FEFF}id", .text(markLength: 3)),
    Case("nothing", "", .text(markLength: 0)),
    Case("workbook", "PK\u{3}\u{4}....[Content_Types].xml", .foreign(.xlsx)),
    Case("zip", "PK\u{3}\u{4}....notes.txt", .foreign(.zip)),
    Case("empty zip", "PK\u{5}\u{6}", .foreign(.zip)),
    Case("xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .foreign(.xls)),
    Case("html", " \r\n<HTML><body>", .foreign(.html)),
    Case("doctype", "\u{FEFF}<!DOCTYPE html>", .foreign(.html)),
    Case("table", "<table border=1>", .foreign(.html)),
    Case("xml", "<?xml version=\"1.0\"?>", .foreign(.xml)),
    Case("less-than is text", "<5 người,x", .text(markLength: 0)),
    Case("pdf", "%PDF-1.7", .foreign(.pdf)),
    Case("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .foreign(.image)),
    Case("jpeg", [0xFF, 0xD8, 0xFF, 0xE0], .foreign(.image)),
    Case("gzip", [0x1F, 0x8B, 0x08], .foreign(.archive)),
    Case("docx", "PK\u{3}\u{4}..[Content_Types].xml..word/document.xml", .foreign(.word)),
    Case("pptx", "PK\u{3}\u{4}..[Content_Types].xml..ppt/slides", .foreign(.presentation)),
    Case(
      "ods",
      "PK\u{3}\u{4}..mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
      .foreign(.openDocument)
    ),
    Case(
      "password",
      [0xD0, 0xCF, 0x11, 0xE0] + "EncryptedPackage".utf8.flatMap { [$0, 0] },
      .foreign(.protectedOffice)
    ),
    Case(
      "doc",
      [0xD0, 0xCF, 0x11, 0xE0] + "WordDocument".utf8.flatMap { [$0, 0] },
      .foreign(.word)
    ),
    Case("excel 4", [0x09, 0x04, 0x06, 0x00, 0x00, 0x00], .foreign(.xls)),
    Case("rtf", "{\\rtf1\\ansi", .foreign(.richText)),
    Case("json", " [{\"id\": 1}]", .foreign(.json)),
    Case("a cell in braces is text", "{id},tuổi", .text(markLength: 0)),
    Case("web archive", "MIME-Version: 1.0\r\n", .foreign(.html)),
    Case("style", "<style>td {}</style><table>", .foreign(.html)),
    Case("webp", Array("RIFF".utf8) + [1, 0, 0, 0] + Array("WEBPVP8".utf8), .foreign(.image)),
    Case("heic", [0, 0, 0, 24] + Array("ftypheic".utf8), .foreign(.image)),
    Case(
      "bmp",
      Array("BM".utf8) + [1, 2, 3, 0] + [UInt8](repeating: 0, count: 30),
      .foreign(.image)
    ),
    Case("BMI is a header", "BMI,tuổi,giới tính,xã phường,huyện", .text(markLength: 0)),
    Case("sav", "$FL2@(#) SPSS DATA FILE", .foreign(.spss)),
    Case("por", "ASCII SPSS PORT FILE    ", .foreign(.spss)),
    Case("dta", "<stata_dta><header>", .foreign(.stata)),
    Case("old dta", [0x72, 2, 1, 0, 5, 0], .foreign(.stata)),
    Case("sas7bdat", [UInt8](repeating: 0, count: 12) + [0xC2, 0xEA, 0x81, 0x60], .foreign(.sas)),
    Case(
      "dbf",
      [0x03, 125, 6, 30, 9, 0, 0, 0, 0x61, 0, 0x20, 0] + [UInt8](repeating: 0, count: 30),
      .foreign(.dbase)
    ),
    Case("sqlite", Array("SQLite format 3".utf8) + [0, 16], .foreign(.database)),
    Case("access", [0, 1, 0, 0] + Array("Standard Jet DB".utf8), .foreign(.database)),
    Case("zstd", [0x28, 0xB5, 0x2F, 0xFD, 0], .foreign(.archive)),
    Case(
      "a page in UTF-16",
      [0xFF, 0xFE] + "<html><table>".utf8.flatMap { [$0, 0] },
      .foreign(.html)
    ),
    Case("binary", "abc\u{0}def,ghi", .foreign(.binary)),
    Case("UTF-16LE by mark", [0xFF, 0xFE, 0x61, 0], .otherUnicode(.utf16LittleEndian)),
    Case("UTF-16BE by mark", [0xFE, 0xFF, 0, 0x61], .otherUnicode(.utf16BigEndian)),
    Case("UTF-32LE by mark", [0xFF, 0xFE, 0, 0], .otherUnicode(.utf32LittleEndian)),
    Case("UTF-32BE by mark", [0, 0, 0xFE, 0xFF], .otherUnicode(.utf32BigEndian)),
    Case(
      "UTF-16LE without mark",
      Array("id,ten\r\n".utf8).flatMap { [$0, 0] },
      .otherUnicode(.utf16LittleEndian)
    ),
    Case(
      "UTF-16BE without mark",
      Array("id,ten\r\n".utf8).flatMap { [0, $0] },
      .otherUnicode(.utf16BigEndian)
    ),
  ]

  @Test(arguments: cases)
  func readsTheHead(_ example: Case) {
    #expect(FileSignature(head: example.head) == example.signature)
  }

  @Test func `opening refuses what is no text table`() {
    #expect(throws: TabularError.notATextTable(.xlsx)) {
      try ByteStream(.text("PK\u{3}\u{4}xl/workbook.xml"))
    }
    #expect(
      throws: TabularError.undecodable(line: 1, offset: 0, .otherUnicode(.utf16LittleEndian))
    ) {
      try ByteStream(.bytes([0xFF, 0xFE, 0x61, 0]))
    }
  }
}
