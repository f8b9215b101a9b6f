/// A kind of file that is often given where a text table is meant.
package enum ForeignFormat: Sendable, Hashable, CaseIterable {
  case xlsx
  case zip
  case xls
  case html
  case xml
  case pdf
  case image
  case archive
  case binary
}

/// What the first bytes of a file say it is.
package enum FileSignature: Sendable, Hashable {
  case text(markLength: Int)
  case otherUnicode(UnicodeName)
  case foreign(ForeignFormat)

  /// Reads the signature from the beginning of a file.
  package init(head: [UInt8]) {
    if let name = Self.byteOrderMark(head) {
      self = .otherUnicode(name)
    } else if let format = Self.magic(head) {
      self = .foreign(format)
    } else if head.contains(0) {
      let name = Self.utf16WithoutMark(head)
      self = name.map(FileSignature.otherUnicode) ?? .foreign(.binary)
    } else {
      self = .text(markLength: head.starts(with: Self.utf8Mark) ? Self.utf8Mark.count : 0)
    }
  }

  static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func byteOrderMark(_ head: [UInt8]) -> UnicodeName? {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32LittleEndian }
    if head.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32BigEndian }
    if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return nil
  }

  /// UTF-16 of mostly Latin text has a zero in at least a quarter of one half of
  /// its places and hardly any in the other.
  private static func utf16WithoutMark(_ head: [UInt8]) -> UnicodeName? {
    var zeros = (even: 0, odd: 0)
    for (offset, byte) in head.enumerated() where byte == 0 {
      if offset.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = head.count / 2
    guard half >= 2 else { return nil }
    if zeros.odd * 4 >= half, zeros.even * 50 <= half { return .utf16LittleEndian }
    if zeros.even * 4 >= half, zeros.odd * 50 <= half { return .utf16BigEndian }
    return nil
  }

  /// The format named by fixed first bytes.
  static func magic(_ head: [UInt8]) -> ForeignFormat? {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      let isWorkbook = contains(head, "[Content_Types].xml") || contains(head, "xl/")
      return isWorkbook ? .xlsx : .zip
    }
    for (prefix, format) in prefixes where head.starts(with: prefix) { return format }
    return markup(head)
  }

  private static let prefixes: [([UInt8], ForeignFormat)] = [
    ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0], .xls),
    (Array("%PDF-".utf8), .pdf),
    ([0x89, 0x50, 0x4E, 0x47], .image),
    ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF8".utf8), .image),
    ([0x49, 0x49, 0x2A, 0x00], .image),
    ([0x4D, 0x4D, 0x00, 0x2A], .image),
    ([0x1F, 0x8B], .archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    (Array("Rar!".utf8) + [0x1A], .archive),
  ]

  /// Markup after an optional mark and white space: the "Excel" pages of many systems.
  private static func markup(_ head: [UInt8]) -> ForeignFormat? {
    let text = head.dropFirst(head.starts(with: utf8Mark) ? utf8Mark.count : 0)
      .drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard text.first == UInt8(ascii: "<") else { return nil }
    let start = text.prefix(16).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    if start.starts(with: "<?xml".utf8) { return .xml }
    let openers = ["<!doctype html", "<html", "<head", "<meta", "<body", "<table"]
    return openers.contains { start.starts(with: $0.utf8) } ? .html : nil
  }

  private static func contains(_ head: [UInt8], _ text: String) -> Bool {
    let pattern = Array(text.utf8)
    guard head.count >= pattern.count else { return false }
    return (0...(head.count - pattern.count)).contains { head[$0...].starts(with: pattern) }
  }
}
