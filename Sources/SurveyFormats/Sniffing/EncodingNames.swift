package import Tabular

extension TextEncoding {
  /// The name as people and other programs write it.
  package var shownName: String { Self.names["\(self)"]?.first ?? "\(self)" }

  /// The encoding with one of its usual names, however it is spelt.
  package static func called(_ name: String) -> TextEncoding? {
    let wanted = folded(name)
    return allCases.first { encoding in
      ([encoding.shownName, "\(encoding)"] + (names["\(encoding)"] ?? []))
        .contains { folded($0) == wanted }
    }
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static let names = [
    "utf8": ["UTF-8", "utf8bom"],
    "utf16LittleEndian": ["UTF-16LE", "utf-16", "unicode"],
    "utf16BigEndian": ["UTF-16BE"],
    "windows1258": ["windows-1258", "cp1258", "1258"],
    "tcvn3": ["TCVN3", "ABC", "tcvn5712", "tcvn"],
    "vni": ["VNI", "vni-windows"],
    "viscii": ["VISCII"],
    "windows1252": ["windows-1252", "cp1252", "1252", "latin1", "iso-8859-1", "ansi"],
  ]
}
