import Foundation
import Testing

@testable import Tabular

@Suite struct ColumnReaderPropertyTests {
  private static let chunkSizes = [1, 5, 16, 33, 64, 200, 1024, 65_536]

  private static let ordinary = [
    "", "1", "2", "5", "98", "-7", "3.25", "0.1", "007", "1e3", "+4", "123456789012345678", "P0123",
    "Xã số 2", "Rất hài lòng", "a longer text than eight bytes", " 3", "4 ", " ", "\u{A0}1",
    "Ho\u{0300}a", "Hòa", "NA", "\"5\"", "\"\"", "\"a,b\"", "\"x\"\"y\"", "\"dòng 1\ndòng 2\"",
    "\"r\r\nn\r\"", "\" 6 \"", "in\"side", "\"Rất hài lòng\"", "\"một \"\"hai\"\" ba bốn năm\"",
    "\u{FEFF}", "\u{1}", "\u{200B}2", "-0", "-0.0", ".5", "5.", "1.5.2", "--1", "-",
    "99999999999999.9",
  ]
  private static let faults: [[UInt8]] = [
    [0], [0xFF], [0xE1, 0xBA], [0xC0, 0x80], [0x22], [0x22, 0x78], [0x0D], [0x0A], [0x0D, 0x0A],
    [0x2C], [0x3B], [0x0A, 0x0A], [0x22, 0x22, 0x22], [0xED, 0xA0, 0x80],
  ]

  /// A table of one width, with a few faults or none.
  private static func table(seed: Int) -> (bytes: [UInt8], delimiter: CSVDelimiter) {
    var generator = SeededGenerator(seed: seed)
    let delimiter = CSVDelimiter.allCases[seed % CSVDelimiter.allCases.count]
    let width = Int.random(in: 1...9, using: &generator)
    let ending = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
    let palette = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      ordinary.randomElement(using: &generator) ?? ""
    }
    var bytes: [UInt8] = seed % 5 == 0 ? [0xEF, 0xBB, 0xBF] : []
    if seed % 11 == 0 { bytes += Array(("sep=" + delimiter.rawValue + ending).utf8) }
    bytes += Array((0..<width).map { "cột \($0 % 7)" }.joined(separator: delimiter.rawValue).utf8)
    bytes += Array(ending.utf8)
    for row in 0..<Int.random(in: 0...60, using: &generator) {
      if seed % 7 == 0, row % 9 == 8 { bytes += Array(ending.utf8) }
      let cells = (0..<width).map { _ in palette.randomElement(using: &generator) ?? "" }
      let text = cells.joined(separator: delimiter.rawValue)
      bytes += Array((text + ending).utf8)
    }
    if seed % 3 == 0 { bytes.removeLast(min(bytes.count, ending.utf8.count)) }
    if seed % 2 == 0 {
      for _ in 0..<Int.random(in: 1...2, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        bytes.insert(contentsOf: faults.randomElement(using: &generator) ?? [], at: place)
      }
    }
    return (bytes, delimiter)
  }

  @Test(arguments: 0..<600)
  func `columns hold the cells that records hold, and stop at the same error`(seed: Int) {
    let (bytes, delimiter) = Self.table(seed: seed)
    for chunkSize in Self.chunkSizes {
      let records = readByRecords(bytes, delimiter: delimiter, chunkSize: chunkSize)
      let columns = readByColumns(bytes, delimiter: delimiter, chunkSize: chunkSize)
      #expect(columns == records.withFirstOfEqualNames, "chunks of \(chunkSize)")
    }
  }

  @Test(arguments: 0..<300)
  func `random bytes give the same outcome both ways`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [UInt8] =
      seed.isMultiple(of: 3)
      ? Array(0...255) : Array("a5,,,;\"\"\r\n\n".utf8) + (seed % 3 == 1 ? [0xC3, 0xA9] : [])
    let noise = (0..<Int.random(in: 0...600, using: &generator)).map { _ in
      alphabet.randomElement(using: &generator) ?? 0
    }
    for head in ["a\n", "a,b\n", "a,b,c\r\n"] {
      let bytes = Array(head.utf8) + noise
      for chunkSize in [4, 40, 4096] {
        let records = readByRecords(bytes, delimiter: .comma, chunkSize: chunkSize)
        let columns = readByColumns(bytes, delimiter: .comma, chunkSize: chunkSize)
        #expect(columns == records.withFirstOfEqualNames)
      }
    }
  }

  @Test(arguments: 0..<60)
  func `a long open quote is refused at the same limit`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    var text = "a,b\n1,2\n3,4\n"
    let length = Int.random(in: 10...400, using: &generator)
    text += seed % 2 == 0 ? "5,\"" : "5,"
    for _ in 0..<length { text += seed % 4 < 2 ? "é" : "x" }
    if seed % 3 == 0 { text += seed % 2 == 0 ? "\"\n" : "\n" }
    for chunkSize in [3, 16, 100] {
      let bytes = Array(text.utf8)
      let records = readByRecords(
        bytes,
        delimiter: .comma,
        chunkSize: chunkSize,
        recordLimit: 64
      )
      let columns = readByColumns(
        bytes,
        delimiter: .comma,
        chunkSize: chunkSize,
        recordLimit: 64
      )
      #expect(columns == records)
    }
  }

  @Test(arguments: 0..<100)
  func `missing texts of any length are NaN in both`(seed: Int) {
    let (bytes, delimiter) = Self.table(seed: seed * 2 + 1)
    let rules = CellRules(
      tidy: tidied,
      number: scientific,
      missing: ["98", "NA", "Rất hài lòng", "a longer text than eight bytes"]
    )
    let records = readByRecords(bytes, delimiter: delimiter, chunkSize: 512, rules: rules)
    let columns = readByColumns(bytes, delimiter: delimiter, chunkSize: 512, rules: rules)
    #expect(columns == records.withFirstOfEqualNames)
  }

  @Test func `many rows of many forms agree`() {
    var generator = SeededGenerator(seed: 1)
    var text = "id,đơn vị,điểm,ghi chú\r\n"
    for row in 0..<70_000 {
      let note = row % 20 == 0 ? "\"ý kiến, số \(row)\r\n\"\"hết\"\"\"" : ""
      text += "R\(row),U\(Int.random(in: 0..<300, using: &generator)),\(row % 5 + 1),\(note)\r\n"
    }
    let bytes = Array(text.utf8)
    let records = readByRecords(bytes, delimiter: .comma, chunkSize: 65_536)
    #expect(readByColumns(bytes, delimiter: .comma, chunkSize: 65_536) == records)
    #expect(records.columns.map(\.count) == [70_000, 70_000, 70_000, 70_000])
  }
}

@Suite struct ColumnReaderFileTests {
  private static let samples: [URL] = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return [root.appendingPathComponent("Data/samples")] + [referenceFolder].compactMap { $0 }
  }()

  @Test func `the samples and the exports of other systems agree`() throws {
    var counted = 0
    for folder in Self.samples {
      let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      for case let url as URL in try #require(walk)
      where ["csv", "tsv"].contains(url.pathExtension) {
        let bytes = [UInt8](try Data(contentsOf: url))
        guard bytes.count < 4 << 20 else { continue }
        let stream = try? ByteStream(.bytes(bytes))
        let dialects = try stream.map { try CSVDialect.candidates(in: $0) }
        let delimiter = dialects?.first?.delimiter ?? .comma
        let records = readByRecords(bytes, delimiter: delimiter, chunkSize: 65_536)
        let columns = readByColumns(bytes, delimiter: delimiter, chunkSize: 65_536)
        #expect(columns == records.withFirstOfEqualNames, "\(url.lastPathComponent)")
        counted += 1
      }
    }
    #expect(counted >= 8)
  }
}
