/// An encoding that a table can be read in.
///
/// ``ByteStream`` hands out UTF-8 whatever the file holds, so that readers never see another
/// encoding. Text in the fonts `.VnTimeH` and their like holds the bytes of small letters that the
/// font draws as capitals: a table cannot know the font, so ``tcvn3`` reads them as small letters.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Vietnamese Windows: letters with their shape, and tones as marks of their own.
  case windows1258 = "windows-1258"
  /// TCVN 5712:1993, third set (ABC): the encoding of the fonts `.VnTime`.
  case tcvn3
  /// VNI for Windows: a letter and then a mark, the encoding of the fonts `VNI-Times`.
  case vni
  /// VISCII 1.1 (RFC 1456), which takes six places of control characters for letters.
  case viscii
  /// Western Windows, of which Latin-1 text is a part.
  case windows1252 = "windows-1252"

  /// The name as `--encoding` takes it.
  package var name: String { rawValue }

  /// Finds an encoding by one of its usual names, whatever the case.
  package init?(named name: String) {
    let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch key {
    case "utf8", "unicode", "utf8sig": self = .utf8
    case "utf16le", "utf16", "ucs2": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows1258", "cp1258", "1258": self = .windows1258
    case "tcvn3", "tcvn", "tcvn5712", "tcvn57123", "vscii", "vscii3", "abc", "vntime":
      self = .tcvn3
    case "vni", "vniwindows", "vnitimes": self = .vni
    case "viscii", "viscii11": self = .viscii
    case "windows1252", "cp1252", "1252", "latin1", "iso88591", "ansi": self = .windows1252
    default: return nil
    }
  }

  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  /// The decoder of text that is not UTF-8 already.
  var decoder: (any TextDecoder)? {
    switch self {
    case .utf8: nil
    case .utf16LittleEndian: UTF16Decoder(isBigEndian: false)
    case .utf16BigEndian: UTF16Decoder(isBigEndian: true)
    case .windows1258, .tcvn3, .vni, .viscii, .windows1252:
      LegacyTable.table(of: self).map { LegacyDecoder(table: $0, encoding: self) }
    }
  }
}

extension TextEncoding: CustomStringConvertible {
  package var description: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .windows1258: "windows-1258"
    case .tcvn3: "TCVN3 (ABC)"
    case .vni: "VNI"
    case .viscii: "VISCII"
    case .windows1252: "windows-1252"
    }
  }
}

/// A Unicode encoding that is recognised by the first bytes of a file.
package enum UnicodeName: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"

  package var description: String { rawValue }

  /// The same encoding as one that can be read; UTF-32 cannot.
  package var encoding: TextEncoding? {
    switch self {
    case .utf8: .utf8
    case .utf16LittleEndian: .utf16LittleEndian
    case .utf16BigEndian: .utf16BigEndian
    case .utf32LittleEndian, .utf32BigEndian: nil
    }
  }
}
