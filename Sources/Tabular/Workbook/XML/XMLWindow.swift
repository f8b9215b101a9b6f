import Glibc

/// The bytes of a part that are in memory: the token that is being read and what follows it.
///
/// The window grows to the longest token and no further than its limit.
struct XMLWindow {
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")

  private static let chunk = 1 << 17
  /// The most bytes of one token: a cell of a spreadsheet has at most 32,767 characters.
  static let tokenLimit = 1 << 23

  private(set) var bytes: [UInt8]
  /// Where the next token begins.
  var at = 0
  /// The number of bytes that have been read into the window.
  private(set) var end = 0
  /// Whether nothing of the part is left to be read.
  private(set) var isAtEnd = false

  private let part: ZipPart
  private var offset = 0

  /// Reads the beginning of `part`, behind a byte order mark; other encodings than UTF-8 are
  /// refused.
  init(_ part: ZipPart) throws(TabularError) {
    self.part = part
    bytes = Array(repeating: 0, count: Self.chunk)
    try fill()
    while end < 4, !isAtEnd { try fill() }
    let head = bytes[..<min(4, end)]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      at = 3
    } else if head.contains(0) || head.starts(with: [0xFE, 0xFF])
      || head.starts(with: [0xFF, 0xFE])
    {
      throw fault(.otherEncoding)
    }
  }

  /// Reads on, and drops what stands before the token.
  mutating func fill() throws(TabularError) {
    if at > 0 {
      let waiting = end - at
      bytes.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress, waiting > 0 else { return }
        _ = memmove(base, base + at, waiting)
      }
      offset += at
      end = waiting
      at = 0
    }
    if end == bytes.count {
      guard bytes.count < Self.tokenLimit else { throw fault(.tooLong) }
      bytes.append(contentsOf: [UInt8](repeating: 0, count: bytes.count))
    }
    let received = try part.read(into: &bytes, at: end)
    end += received
    isAtEnd = received == 0
  }

  /// Where `byte` stands first at or behind `start`.
  func find(_ byte: UInt8, from start: Int) -> Int? {
    bytes.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, start < end,
        let found = memchr(base + start, Int32(byte), end - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Where `pattern` begins at or behind `skipped` bytes of the token.
  mutating func position(
    of pattern: [UInt8],
    after skipped: Int = 2
  ) throws(TabularError) -> Int {
    while true {
      var place = at + skipped
      while let first = find(pattern[0], from: place) {
        if end - first >= pattern.count, bytes[first..<end].starts(with: pattern) { return first }
        place = first + 1
      }
      guard !isAtEnd else { throw fault(.notClosed) }
      try fill()
    }
  }

  /// Whether the token begins so.
  func begins(_ wanted: StaticString) -> Bool {
    wanted.withUTF8Buffer { bytes[at..<end].starts(with: $0) }
  }

  /// Whether the bytes of the window are these.
  func matches(_ range: Range<Int>, _ wanted: StaticString) -> Bool {
    guard range.count == wanted.utf8CodeUnitCount else { return false }
    return wanted.withUTF8Buffer { $0.elementsEqual(bytes[range]) }
  }

  /// What is wrong, with the place in the part.
  func fault(_ fault: XMLFault, at place: Int? = nil) -> TabularError {
    .workbook(.malformed(part: part.name, offset: offset + (place ?? at), fault))
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x3A, 0x5F, 0x2D, 0x2E, 0x80...0xFF: true
    default: false
    }
  }
}
