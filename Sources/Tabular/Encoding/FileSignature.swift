/// What the first bytes of a file say it is.
package enum FileSignature: Sendable, Hashable {
  case text(markLength: Int)
  case otherUnicode(UnicodeName)
  case foreign(ForeignFormat)

  /// The number of first bytes that are worth looking at.
  package static let headLength = 4096

  /// Reads the signature from the beginning of a file.
  package init(head: [UInt8]) {
    if let name = Self.byteOrderMark(head) {
      self = Self.markup(head.dropFirst(2), in: name) ?? .otherUnicode(name)
    } else if let format = ForeignFormat(head: head) {
      self = .foreign(format)
    } else if head.contains(0) {
      guard let name = Self.utf16WithoutMark(head) else {
        self = .foreign(ForeignFormat.binary(head))
        return
      }
      self = Self.markup(head[...], in: name) ?? .otherUnicode(name)
    } else {
      self = .text(markLength: head.starts(with: Self.utf8Mark) ? Self.utf8Mark.count : 0)
    }
  }

  static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether a file begins with a byte order mark of UTF-16.
  static func hasUTF16Mark(_ head: [UInt8]) -> Bool {
    switch byteOrderMark(head) {
    case .utf16LittleEndian, .utf16BigEndian: true
    case .utf8, .utf32LittleEndian, .utf32BigEndian, nil: false
    }
  }

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

  /// A page that is written in UTF-16.
  private static func markup(_ text: ArraySlice<UInt8>, in name: UnicodeName) -> FileSignature? {
    let low =
      switch name {
      case .utf16LittleEndian: 0
      case .utf16BigEndian: 1
      case .utf8, .utf32LittleEndian, .utf32BigEndian: -1
      }
    guard low >= 0 else { return nil }
    let letters = text.prefix(128).enumerated().filter { $0.offset % 2 == low }.map(\.element)
    return ForeignFormat.markup(letters).map { .foreign($0) }
  }
}
