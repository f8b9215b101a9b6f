import Foundation
import Testing

@testable import Tabular

/// The tables against Python's codecs and iconv.
@Suite struct LegacyTableTests {
  private func reference(_ name: String) throws -> [String?] {
    try #require(ReferenceTables.shared?.bytes[name])
  }

  private func own(_ encoding: TextEncoding) throws -> [String?] {
    let table = try #require(LegacyTable.table(of: encoding))
    return table.single.map { single in
      single == .none ? nil : Unicode.Scalar(single.value).map { String(Character($0)) }
    }
  }

  private func scalars(_ cells: [String?]) -> [[UInt32]?] {
    cells.map { $0.map { $0.unicodeScalars.map(\.value) } }
  }

  @Test func `the Windows encodings are those of Python and iconv`() throws {
    #expect(scalars(try own(.windows1252)) == scalars(try reference("windows-1252")))
    #expect(scalars(try own(.windows1258)) == scalars(try reference("windows-1258")))
  }

  @Test func `VISCII is that of iconv`() throws {
    #expect(scalars(try own(.viscii)) == scalars(try reference("viscii")))
  }

  /// iconv knows the first set, which has capitals where the third has none and the fonts keep
  /// the punctuation of Windows.
  @Test func `TCVN3 is TCVN without the capitals of the first set`() throws {
    let table = scalars(try own(.tcvn3))
    let first = scalars(try reference("tcvn"))
    let windows = scalars(try reference("windows-1252"))
    let capitals: Set<Int> = [
      0xAF, 0xBA, 0xBF, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xCD, 0xD9, 0xDA, 0xDB, 0xE0, 0xF0,
      0xFF,
    ]
    for byte in 0..<256 {
      switch byte {
      case ..<0x80: #expect(table[byte] == [UInt32(byte)])
      case ..<0xA0: #expect(table[byte] == windows[byte])
      default: #expect(table[byte] == (capitals.contains(byte) ? nil : first[byte]))
      }
    }
  }

  @Test func `VNI keeps the lower half and the punctuation of Windows`() throws {
    let table = scalars(try own(.vni))
    let windows = scalars(try reference("windows-1252"))
    #expect(table[..<0xC0] == windows[..<0xC0])
    #expect(table[0xC0...].compactMap(\.self).count == 18)
  }

  @Test func `the repertoire is that of the alphabet`() throws {
    let letters = try #require(ReferenceTables.shared?.letters).unicodeScalars
    #expect(letters.count == 134)
    let known = Set(VietnameseLetters.places.keys)
    let plain = Set("aeiouyAEIOUY".unicodeScalars.map(\.value))
    #expect(known.subtracting(plain).union(Set("đĐ".unicodeScalars.map(\.value))).count == 134)
    #expect(letters.filter { !known.contains($0.value) }.map { String($0) } == ["đ", "Đ"])
  }
}
