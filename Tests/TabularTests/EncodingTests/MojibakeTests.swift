import Foundation
import Testing

@testable import Tabular

@Suite struct MojibakeTests {
  /// UTF-8 read byte by byte as `encoding`, gaps as Latin-1, and written as UTF-8.
  private func garbled(_ text: String, by encoding: TextEncoding) throws -> String {
    let table = try #require(LegacyTable.table(of: encoding))
    var scalars = String.UnicodeScalarView()
    for byte in text.utf8 {
      let single = table.single[Int(byte)]
      if let scalar = Unicode.Scalar(single == .none ? UInt32(byte) : single.value) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static let encodings: [TextEncoding] = [.windows1252, .windows1258]

  @Test func `the usual sight is repaired`() {
    #expect(Mojibake.repaired("Ráº¥t khÃ´ng") == "Rất không")
    #expect(Mojibake.repaired("Ä‘Æ°á»\u{9D}ng phá»‘") == "đường phố")
    #expect(Mojibake.repaired("") == "")
  }

  @Test(arguments: encodings)
  func `every letter comes back, in chunks of any size`(_ encoding: TextEncoding) throws {
    let letters = try #require(ReferenceTables.shared?.letters)
    let texts = letters.map { "nh\($0)ng \($0)" } + EncodingGuessTests.headers + ["😀 – “tốt”…"]
    for text in texts {
      let bytes = Array("ma,\(try garbled(text, by: encoding))".utf8)
      for chunkSize in [1, 2, 3, 5, 8, 13, 17, 4096] {
        let read = stream(bytes, .utf8, repairsMojibake: true, chunkSize: chunkSize)
        #expect(read == Streamed(bytes: Array("ma,\(text)".utf8)))
      }
    }
  }

  @Test(arguments: encodings)
  func `a garbled file is recognised, with proof`(_ encoding: TextEncoding) throws {
    for header in EncodingGuessTests.headers {
      let bytes = Array(try garbled(header, by: encoding).utf8)
      let guess = try EncodingGuess(examining: .bytes(bytes))
      #expect(guess.best == .utf8)
      let finding = try #require(guess.mojibake)
      #expect(finding.wordCount > 0)
      let example = try #require(finding.examples.first)
      #expect(header.contains(example.after))
      #expect(!header.contains(example.before))
      for chunkSize in [1, 7, 64] {
        let parts = try EncodingGuess(examining: .bytes(bytes), chunkSize: chunkSize)
        #expect(parts.mojibake == finding)
      }
    }
  }

  @Test func `each garbled word is counted once, wherever it stands`() throws {
    let word = try garbled("Rất", by: .windows1252)
    for padding in 0..<130 {
      let plain = String(repeating: "x", count: padding) + ","
      let text = plain + word + "," + plain + "tốt," + word + "\n"
      let guess = try EncodingGuess(examining: .text(text))
      #expect(guess.mojibake?.wordCount == 2)
      #expect(guess.mojibake?.examples == [.init(before: word, after: "Rất")])
    }
  }

  @Test func `sound text is not suspected and not changed`() throws {
    let texts =
      EncodingGuessTests.headers + [
        "“XÃ”,VÃ…,CÔ–,“ĐÔ”,lá»,à…,Ä Đ", "Größe,Ärger,für „ABÄ“ – où ça? «é»", "XÃ\u{A0}HỘI",
      ]
    for text in texts {
      let guess = try EncodingGuess(examining: .text(text))
      #expect(guess.mojibake == nil, "\(text)")
    }
    for header in EncodingGuessTests.headers {
      #expect(stream(Array(header.utf8), .utf8, repairsMojibake: true).text == header)
    }
  }

  @Test func `nothing is repaired unasked`() throws {
    let bytes = Array(try garbled("Rất không", by: .windows1252).utf8)
    #expect(stream(bytes, .utf8).bytes == bytes)
  }

  @Test func `text that Excel saved as Unicode is repaired too`() throws {
    let bytes = try #require(
      TextEncoder(.utf16LittleEndian).bytes(
        of: "\u{FEFF}ma,\(try garbled("Đồng ý", by: .windows1252))"
      )
    )
    #expect(stream(bytes, .utf16LittleEndian, repairsMojibake: true).text == "ma,Đồng ý")
  }

  @Test func `bytes that are not UTF-8 are found on the way`() {
    let bytes = Array("một,hai\nba,".utf8) + [0xC3, 0x28]
    for chunkSize in [1, 3, 64] {
      let read = stream(bytes, .utf8, repairsMojibake: true, chunkSize: chunkSize)
      #expect(
        read.error == .undecodable(line: 2, offset: bytes.count - 2, .invalidUTF8(0xC3))
      )
    }
  }
}
