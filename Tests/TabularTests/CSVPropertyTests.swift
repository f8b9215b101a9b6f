import Testing

@testable import Tabular

@Suite struct CSVPropertyTests {
  private static let pieces = [
    "a", "7", " ", ",", ";", "\t", "|", "\"", "\"\"", "\r", "\n", "\r\n", "ế", "\u{301}", "😀", "=",
    "-", "sep=", "'", "Rất hài lòng", "\u{FEFF}", "\u{1}",
  ]

  private static func table(seed: Int) -> [[String]] {
    var generator = SeededGenerator(seed: seed)
    let rows = Int.random(in: 1...12, using: &generator)
    return (0..<rows).map { _ in
      (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        (0..<Int.random(in: 0...7, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }.joined()
      }
    }
  }

  private static func bytes(_ rows: [[String]]) -> [[[UInt8]]] {
    rows.map { $0.map { Array($0.utf8) } }
  }

  @Test(arguments: 0..<200)
  func `what was written is read back in chunks of any size`(seed: Int) {
    let table = Self.table(seed: seed)
    let all = CSVDelimiter.allCases
    let delimiter = all[seed % all.count]
    let format = CSVFormat(
      delimiter: delimiter,
      hasByteOrderMark: seed % 8 < 4,
      guardsFormulas: false
    )
    let written = CSVWriter.bytes(of: table, format: format)
    for chunkSize in [1, 2, 3, 7, 64, 4096] {
      let parsed = parse(.bytes(written), delimiter: delimiter, chunkSize: chunkSize)
      #expect(parsed.error == nil)
      #expect(Self.bytes(parsed.rows) == Self.bytes(table))
      #expect(parsed.blankLines == 0)
    }
  }

  @Test(arguments: 0..<200)
  func `random bytes never trap and do not depend on chunks`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [UInt8] =
      seed.isMultiple(of: 2)
      ? Array(0...255) : Array("ab,;\t|\"\"\"\r\n\n=".utf8) + [0xC3, 0xA9, 0xE1, 0xBA, 0xBF]
    let noise = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
      alphabet.randomElement(using: &generator) ?? 0
    }
    // An ordinary head, so that the noise is reached in every chunk size.
    let bytes = Array("mã,tuổi,ý kiến\n".utf8) + noise
    let delimiter = CSVDelimiter.allCases.randomElement(using: &generator) ?? .comma
    guard let stream = try? ByteStream(.bytes(bytes)) else { return }
    #expect(try CSVDialect.candidates(in: stream).count == CSVDelimiter.allCases.count)
    let whole = parse(.bytes(bytes), delimiter: delimiter)
    for chunkSize in [1, 2, 3, 7, 64] {
      #expect(parse(.bytes(bytes), delimiter: delimiter, chunkSize: chunkSize) == whole)
    }
    // From the first byte on: any outcome but a trap.
    _ = parse(.bytes(noise), delimiter: delimiter)
  }

  @Test(arguments: 0..<200)
  func `lines count line ends`(seed: Int) {
    let table = Self.table(seed: seed)
    let written = CSVWriter.bytes(of: table, format: .exact)
    let parsed = parse(.bytes(written))
    var line = 1
    for (row, found) in zip(table, parsed.lines) {
      #expect(found == line)
      let record = CSVWriter.bytes(of: [row], format: .exact)
      // CRLF, LF and CR each end one line.
      var previous: UInt8 = 0
      for byte in record {
        if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { line += 1 }
        previous = byte
      }
    }
  }
}
