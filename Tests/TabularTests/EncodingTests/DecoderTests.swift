import Foundation
import Testing

@testable import Tabular

@Suite struct DecoderTests {
  static let samples = ReferenceTables.samples

  @Test func `there is a sample of each encoding`() {
    #expect(Self.samples.count == 6 * 7)
    #expect(Set(Self.samples.map(\.encoding)).count == 6)
  }

  @Test(arguments: 1...17)
  func `texts of other programs are read in chunks of any size`(chunkSize: Int) {
    for sample in Self.samples {
      // An ordinary head, so that short chunks see a text.
      let head = TextEncoder(sample.encoding).bytes(of: "cau,tra loi,ghi chu\r\n") ?? []
      let read = stream(head + sample.bytes, sample.encoding, chunkSize: chunkSize)
      #expect(read.error == nil)
      #expect(read.bytes == Array("cau,tra loi,ghi chu\r\n\(sample.text)".utf8))
    }
  }

  @Test func `each letter alone, at the end and between others`() throws {
    let letters = try #require(ReferenceTables.shared?.letters)
    for encoding in Set(Self.samples.map(\.encoding)) {
      let encoder = TextEncoder(encoding)
      for letter in letters {
        for text in ["x\(letter)", "nh\(letter)ng", "\(letter)\(letter),\(letter)\n"] {
          let bytes = try #require(encoder.bytes(of: "ma,\(text)"))
          #expect(stream(bytes, encoding) == Streamed(bytes: Array("ma,\(text)".utf8)))
        }
      }
    }
  }

  @Test func `what was written here is what other programs write`() {
    for sample in Self.samples {
      #expect(TextEncoder(sample.encoding).bytes(of: sample.text) == sample.bytes)
    }
  }

  @Test func `marks after letters that take none stay marks`() {
    let read = stream([0x6D, 0x61, 0x2C, 0x62, 0xEC, 0x61, 0xEC, 0xF2], .windows1258)
    #expect(read.bytes == Array("ma,b\u{301}á\u{323}".utf8))
  }

  @Test func `small and tall marks of VNI serve small letters and capitals`() {
    let bytes: [UInt8] = [0x6D, 0x61, 0x2C, 0x41, 0xF9, 0x61, 0xD9, 0xD4, 0xF9, 0xF6, 0xCF]
    #expect(stream(bytes, .vni).text == "ma,ÁáỚự")
  }

  @Test func `a long plain text with few accents is read whole`() throws {
    let line = "0123456789 abcdefghijklmnopqrstuvwxyz, tr\u{1EA3} l\u{1EDD}i; ok\r\n"
    let text = String(repeating: line, count: 3000)
    for encoding in TextEncoding.allCases {
      guard let bytes = TextEncoder(encoding).bytes(of: text) else { continue }
      for chunkSize in [63, 4096, ByteStream.defaultChunkSize] {
        #expect(stream(bytes, encoding, chunkSize: chunkSize).text == text)
      }
    }
  }

  @Test func `UTF-16 marks are dropped and pairs are joined`() {
    let text = "id,ý kiến\n1,😀\n"
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      let bytes = TextEncoder(encoding).bytes(of: "\u{FEFF}" + text) ?? []
      for chunkSize in 1...17 {
        #expect(stream(bytes, encoding, chunkSize: chunkSize).bytes == Array(text.utf8))
      }
    }
  }

  @Test func `records count lines as the file has them`() throws {
    let text = "mã,\"ghi\nchú\"\r\nđường,ầ\r\nphố,ỡ\r\n"
    for encoding in [TextEncoding.windows1258, .tcvn3, .vni, .viscii, .utf16LittleEndian] {
      let bytes = try #require(TextEncoder(encoding).bytes(of: text))
      var reader = try CSVReader(.bytes(bytes), encoding: encoding)
      var lines: [Int] = []
      while let record = try reader.next() { lines.append(record.line) }
      #expect(lines == [1, 3, 4])
    }
  }
}
