extension ForeignFormat {
  /// The format that the first bytes of a file name, where they name one.
  init?(head: [UInt8]) {
    let fixed = Self.prefixes.first { $0.0.first == head.first && head.starts(with: $0.0) }?.1
    switch fixed {
    case .zip: self = Self.package(head)
    case .xls: self = Self.compound(head)
    case let format?: self = format
    case nil:
      guard let format = Self.inner(head) ?? Self.markup(head) else { return nil }
      self = format
    }
  }

  /// The format of a file with NUL bytes that is not UTF-16.
  static func binary(_ head: [UInt8]) -> ForeignFormat {
    isDBase(head) ? .dbase : .binary
  }

  private static let prefixes: [([UInt8], ForeignFormat)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip),
    ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0], .xls),
    // Excel 2 to 4, before there were compound files.
    ([0x09, 0x00, 0x04, 0x00], .xls),
    ([0x09, 0x02, 0x06, 0x00], .xls),
    ([0x09, 0x04, 0x06, 0x00], .xls),
    ([0x09, 0x08, 0x08, 0x00], .xls),
    (Array("{\\rtf".utf8), .richText),
    (Array("%PDF-".utf8), .pdf),
    ([0x89, 0x50, 0x4E, 0x47], .image),
    ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF8".utf8), .image),
    ([0x49, 0x49, 0x2A, 0x00], .image),
    ([0x4D, 0x4D, 0x00, 0x2A], .image),
    ([0x1F, 0x8B], .archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    (Array("Rar!".utf8) + [0x1A], .archive),
    ([0x28, 0xB5, 0x2F, 0xFD], .archive),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .archive),
    (Array("$FL2".utf8), .spss),
    (Array("$FL3".utf8), .spss),
    (Array("ASCII SPSS PORT FILE".utf8), .spss),
    (Array("<stata_dta>".utf8), .stata),
    ([UInt8](repeating: 0, count: 12) + [0xC2, 0xEA, 0x81, 0x60], .sas),
    (Array("SQLite format 3".utf8) + [0], .database),
    ([0x00, 0x01, 0x00, 0x00] + Array("Standard ".utf8), .database),
  ]

  /// Formats whose name stands a few bytes into the file.
  private static func inner(_ head: [UInt8]) -> ForeignFormat? {
    // Stata up to release 12: release, byte order, file type, nothing.
    if head.count > 4, (0x69...0x73).contains(head[0]), (1...2).contains(head[1]),
      head[2] == 1, head[3] == 0
    {
      return .stata
    }
    func stands(_ text: String, at offset: Int) -> Bool {
      head.dropFirst(offset).starts(with: text.utf8)
    }
    if stands("RIFF", at: 0), stands("WEBP", at: 8) { return .image }
    if stands("ftyp", at: 4), head.first == 0 { return .image }
    if stands("BM", at: 0), head.count > 26, head[6..<10].allSatisfy({ $0 == 0 }) { return .image }
    return nil
  }

  /// What a ZIP holds, by the names of its first entries.
  private static func package(_ head: [UInt8]) -> ForeignFormat {
    if contains(head[...], "mimetypeapplication/vnd.oasis.opendocument") { return .openDocument }
    if contains(head[...], "xl/") { return .xlsx }
    if contains(head[...], "word/") { return .word }
    if contains(head[...], "ppt/") { return .presentation }
    return contains(head[...], "[Content_Types].xml") ? .xlsx : .zip
  }

  /// What a compound file holds, by the names of its streams where they are near.
  private static func compound(_ head: [UInt8]) -> ForeignFormat {
    func names(_ stream: String) -> Bool {
      contains(head[...], stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }
    if names("EncryptedPackage") { return .protectedOffice }
    if names("WordDocument") { return .word }
    return names("PowerPoint") ? .presentation : .xls
  }

  /// A table of dBASE or FoxPro: its kind, the day of its last change, and the lengths of its head
  /// and its records.
  private static func isDBase(_ head: [UInt8]) -> Bool {
    let kinds: [UInt8] = [
      0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0x8C, 0xCB, 0xF5, 0xFB,
    ]
    guard head.count >= 32, kinds.contains(head[0]), (1...12).contains(head[2]),
      (1...31).contains(head[3])
    else { return false }
    let length = Int(head[8]) | Int(head[9]) << 8
    return length > 32 && (head[10] | head[11]) != 0
  }

  /// Markup after an optional mark and white space: the "Excel" pages of many systems.
  static func markup(_ head: [UInt8]) -> ForeignFormat? {
    let text = head.dropFirst(head.starts(with: FileSignature.utf8Mark) ? 3 : 0)
      .drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if text.starts(with: "{\"".utf8) || text.starts(with: "[{".utf8) { return .json }
    // A page with its pictures in one file, as Excel saves it.
    if text.starts(with: "MIME-Version:".utf8) { return .html }
    guard text.first == UInt8(ascii: "<") else { return nil }
    let start = text.prefix(16).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    if start.starts(with: "<?xml".utf8) { return .xml }
    let openers = [
      "<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<style", "<div", "<!--",
    ]
    return openers.contains { start.starts(with: $0.utf8) } ? .html : nil
  }

  private static func contains(_ head: ArraySlice<UInt8>, _ text: String) -> Bool {
    contains(head, Array(text.utf8))
  }

  private static func contains(_ head: ArraySlice<UInt8>, _ pattern: [UInt8]) -> Bool {
    guard let first = pattern.first, head.count >= pattern.count else { return false }
    return head.indices.dropLast(pattern.count - 1).contains {
      head[$0] == first && head[$0...].starts(with: pattern)
    }
  }
}
