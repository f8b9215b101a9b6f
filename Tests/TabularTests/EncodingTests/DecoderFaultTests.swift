import Testing

@testable import Tabular

@Suite struct DecoderFaultTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let encoding: TextEncoding
    let bytes: [UInt8]
    let fault: EncodingFault
    var after = 0
  }

  static let cases = [
    Case("1252", .windows1252, [0x81], .undefinedByte(0x81, .windows1252)),
    Case("1258", .windows1258, [0x8A], .undefinedByte(0x8A, .windows1258)),
    Case("TCVN3", .tcvn3, [0xC5], .undefinedByte(0xC5, .tcvn3)),
    Case("VNI", .vni, [0xC7], .undefinedByte(0xC7, .vni)),
    Case("VNI mark", .vni, [0xF9], .strayMark(0xF9, .vni)),
    Case("VNI mark at a wrong letter", .vni, [0xD6, 0xE2], .strayMark(0xE2, .vni), after: 1),
    Case("NUL", .viscii, [0], .nulByte),
    Case("UTF-16 NUL", .utf16LittleEndian, [0, 0], .nulByte),
    Case("second half", .utf16LittleEndian, [0, 0xDC, 0x61, 0], .unpairedSurrogate(0xDC00)),
    Case("first half", .utf16BigEndian, [0xD8, 0x3D, 0, 0x61], .unpairedSurrogate(0xD83D)),
    Case("first half at the end", .utf16BigEndian, [0xD8, 0x3D], .unpairedSurrogate(0xD83D)),
    Case("odd length", .utf16BigEndian, [0x0A], .halfUnit),
  ]

  @Test(arguments: cases)
  func `a fault names its line and its byte in the file`(_ example: Case) throws {
    // Longer than the part that is looked at when a file is opened.
    let head = String(repeating: "mot,hai\r\nba,bon\rnam,sau\n", count: 200) + ","
    let before = try #require(TextEncoder(example.encoding).bytes(of: head))
    for chunkSize in [1, 2, 3, 7, 64, 4096] {
      let read = stream(before + example.bytes, example.encoding, chunkSize: chunkSize)
      #expect(read.error?.code == "T01")
      let offset = before.count + example.after
      #expect(read.error == .undecodable(line: 601, offset: offset, example.fault))
      #expect(read.text.hasPrefix(head))
    }
  }

  @Test func `records before the fault are read`() throws {
    let head = try #require(TextEncoder(.tcvn3).bytes(of: "tên,xã\nĐông,Hoà\n"))
    var reader = try CSVReader(.bytes(head + [0xC0, 0x0A]), encoding: .tcvn3)
    #expect(try reader.next()?.texts == ["tên", "xã"])
    #expect(try reader.next()?.texts == ["Đông", "Hoà"])
    let fault = EncodingFault.undefinedByte(0xC0, .tcvn3)
    #expect(throws: TabularError.undecodable(line: 3, offset: head.count, fault)) {
      try reader.next()
    }
  }

  @Test func `a mark of another encoding is no text of this one`() {
    let marks: [(UnicodeName, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]),
      (.utf16BigEndian, [0xFE, 0xFF]), (.utf32LittleEndian, [0xFF, 0xFE, 0, 0]),
      (.utf32BigEndian, [0, 0, 0xFE, 0xFF]),
    ]
    for encoding in TextEncoding.allCases {
      for (name, mark) in marks where name.encoding != encoding {
        let read = stream(mark + (name == .utf8 ? [0x61, 0x62] : [0x61, 0, 0x62, 0]), encoding)
        #expect(read.error == .undecodable(line: 1, offset: 0, .otherUnicode(name)))
      }
    }
  }

  @Test func `what is no text is named whatever the encoding`() {
    for encoding in TextEncoding.allCases {
      #expect(stream(Array("%PDF-1.7".utf8), encoding).error == .notATextTable(.pdf))
      #expect(stream([], encoding).error == .emptyFile)
    }
  }

  @Test(arguments: TextEncoding.allCases)
  func `random bytes never trap and do not depend on chunks`(_ encoding: TextEncoding) {
    var generator = SeededGenerator(seed: encoding.rawValue.utf8.reduce(0) { $0 * 31 + Int($1) })
    let head = TextEncoder(encoding).bytes(of: "cau hoi,tra loi\n") ?? []
    for round in 0..<2000 {
      let noise = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
        UInt8.random(in: .min ... .max, using: &generator)
      }
      let repairs = round.isMultiple(of: 2)
      let whole = stream(head + noise, encoding, repairsMojibake: repairs)
      if encoding != .utf8 || repairs {
        #expect(String(validating: whole.bytes, as: UTF8.self) != nil)
      }
      let chunkSize = Int.random(in: 1...40, using: &generator)
      let parts = stream(
        head + noise,
        encoding,
        repairsMojibake: repairs,
        chunkSize: chunkSize
      )
      // A short look ahead may miss what makes the file no text.
      if whole.error == .notATextTable(.binary) { continue }
      #expect(parts.error == whole.error)
      // Before a fault a repair may hold back letters that it cannot decide.
      #expect(whole.bytes.starts(with: parts.bytes) || parts.bytes.starts(with: whole.bytes))
      if whole.error == nil { #expect(parts == whole) }
    }
  }
}

extension DecoderFaultTests.Case {
  init(
    _ name: String,
    _ encoding: TextEncoding,
    _ bytes: [UInt8],
    _ fault: EncodingFault,
    after: Int = 0
  ) {
    testDescription = name
    self.encoding = encoding
    self.bytes = bytes
    self.fault = fault
    self.after = after
  }
}
