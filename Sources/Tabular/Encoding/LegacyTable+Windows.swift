extension LegacyTable {
  /// The table of an eight-bit encoding.
  static func table(of encoding: TextEncoding) -> LegacyTable? {
    switch encoding {
    case .windows1252: windows1252
    case .windows1258: windows1258
    case .tcvn3: tcvn3
    case .vni: vni
    case .viscii: viscii
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    }
  }

  /// The places 0x80 to 0x9F of the Windows encodings: quotation marks, dashes and the like.
  static let windowsPunctuation: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  static let windows1252 = LegacyTable(upperHalf: windowsPunctuation + Array(0xA0...0xFF))

  static let windows1258: LegacyTable = {
    var table = windows1252
    for byte: UInt8 in [0x8A, 0x8E, 0x9A, 0x9E] { table.define(byte, as: 0) }
    let changed: KeyValuePairs<UInt8, UInt16> = [
      0xC3: 0x0102, 0xE3: 0x0103,  // Ă ă
      0xD0: 0x0110, 0xF0: 0x0111,  // Đ đ
      0xD5: 0x01A0, 0xF5: 0x01A1,  // Ơ ơ
      0xDD: 0x01AF, 0xFD: 0x01B0,  // Ư ư
      0xCC: 0x0300, 0xD2: 0x0309, 0xDE: 0x0303, 0xEC: 0x0301, 0xF2: 0x0323,  // the tones
      0xFE: 0x20AB,  // ₫
    ]
    for (byte, scalar) in changed { table.define(byte, as: scalar) }
    table.composeTones()
    return table
  }()
}
