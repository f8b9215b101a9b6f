import Testing

@testable import Tabular

@Suite struct AheadReaderTests {
  @Test(arguments: 0..<120)
  func `what another core finds ahead is what one core reads`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let bytes = Self.table(&generator)
    let chunkSize = [600, 4096, 60_000, 300_000].randomElement(using: &generator) ?? 4096
    let plain = parse(.bytes(bytes), chunkSize: chunkSize)
    let found = Self.read(.bytes(bytes), chunkSize: chunkSize, seed: seed)
    #expect(found == plain)
    #expect(found.rows.count > 100)
  }

  @Test func `a reader that nobody wants to the end goes away`() throws {
    let row = "1,2,“ba”,bốn\n"
    let bytes = Array(String(repeating: row, count: 100_000).utf8)
    for count in 0..<20 {
      let stream = try ByteStream(.bytes(bytes), chunkSize: 30_000)
      let reader = AheadReader(CSVReader(stream))
      var run = RecordRun(width: 4)
      for _ in 0..<count {
        reader.takeRun(into: &run)
        #expect(run.count > 0)
      }
    }
  }

  /// Ordinary records, and here and there what has to be looked at closely.
  private static func table(_ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array("mã,tuổi,ý kiến\n".utf8)
    let odd = [
      "\n", "1,2\n", "1,2,3,4\n", "1,a\"b,2\n", "\"x\ny\",\"\"\"z\"\"\",\n", "1,2,3\r4,5,6\n",
    ]
    for row in 0..<Int.random(in: 100...4000, using: &generator) {
      if Int.random(in: 0..<200, using: &generator) == 0 {
        bytes += Array((odd.randomElement(using: &generator) ?? "").utf8)
      }
      let text = ["", "tốt", "\"có, và\nkhông\"", "ý kiến dài hơn một chút"]
      let cell = text.randomElement(using: &generator) ?? ""
      bytes += Array("\(row),\(row % 90),\(cell)\n".utf8)
    }
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: bytes += [0x31, 0x2C, 0xFF, 0x0A]
    case 1: bytes += Array("1,\"2".utf8)
    case 2: bytes += Array("1,2,3".utf8)
    default: break
    }
    return bytes
  }

  /// Reads runs where there are some, and one record else; now and then one record all the same.
  private static func read(_ source: ByteSource, chunkSize: Int, seed: Int) -> Parsed {
    var generator = SeededGenerator(seed: seed + 1_000_000)
    var parsed = Parsed()
    do throws(TabularError) {
      let stream = try ByteStream(source, chunkSize: chunkSize)
      let reader = AheadReader(CSVReader(stream))
      defer { parsed.blankLines = reader.blankLineCount }
      var run = RecordRun(width: 3)
      var record = CSVRecord()
      while true {
        reader.takeRun(into: &run)
        for row in 0..<run.count {
          run.read(row, into: &record)
          parsed.rows.append(record.texts)
          parsed.lines.append(record.line)
        }
        let wantsOne = Int.random(in: 0..<20, using: &generator) == 0
        guard run.count == 0 || wantsOne else { continue }
        guard try reader.read(into: &record) else { break }
        parsed.rows.append(record.texts)
        parsed.lines.append(record.line)
      }
    } catch {
      parsed.error = error
    }
    return parsed
  }
}
