import Glibc

/// The text of a table from its first byte to its last, in chunks.
///
/// Opening looks at the first bytes: what is plainly no text table, or is in
/// another Unicode encoding, is refused by name, and a UTF-8 byte order mark is
/// dropped. ``peek(_:)`` looks ahead without consuming, so that a dialect can be
/// detected on standard input too. A file is never held in memory as a whole.
package final class ByteStream {
  /// The usual size of one read: with the cells it stays in a core's own cache.
  package static let defaultChunkSize = 256 * 1024

  private enum Origin {
    case descriptor(FileDescriptor)
    case bytes([UInt8])
  }

  private static let headLength = 4096

  /// The most bytes that one read returns.
  let chunkSize: Int
  /// The length of the byte order mark that was dropped.
  package private(set) var markLength = 0

  private let origin: Origin
  private var ahead: [UInt8] = []
  private var aheadOffset = 0
  private var originOffset = 0

  /// Opens `source`, whose text is in `encoding`.
  package init(
    _ source: ByteSource,
    encoding: TextEncoding = .utf8,
    chunkSize: Int = ByteStream.defaultChunkSize
  ) throws(TabularError) {
    self.chunkSize = max(1, chunkSize)
    switch source {
    case .file(let path): origin = .descriptor(try FileDescriptor.reading(path: path))
    case .standardInput:
      origin = .descriptor(FileDescriptor(number: STDIN_FILENO, isOwned: false))
    case .bytes(let bytes): origin = .bytes(bytes)
    }
    switch encoding {
    case .utf8: try inspectHead()
    }
  }

  private func inspectHead() throws(TabularError) {
    // A short look keeps small chunks small; marks and magic numbers need 16 bytes.
    let head = try peek(min(Self.headLength, max(16, chunkSize)))
    guard !head.isEmpty else { throw .emptyFile }
    switch FileSignature(head: head) {
    case .text(let length):
      markLength = length
      aheadOffset += length
    case .otherUnicode(let name):
      throw .undecodable(line: 1, offset: 0, .otherUnicode(name))
    case .foreign(let format):
      throw .notATextTable(format)
    }
  }

  /// The next `count` bytes, fewer only at the end, without consuming them.
  package func peek(_ count: Int) throws(TabularError) -> [UInt8] {
    if aheadOffset > 0 {
      ahead.removeFirst(aheadOffset)
      aheadOffset = 0
    }
    while ahead.count < count {
      let wanted = min(chunkSize, count - ahead.count)
      var received = 0
      let part = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
        received = pull(into: UnsafeMutableRawBufferPointer(buffer))
        filled = max(0, received)
      }
      ahead.append(contentsOf: part)
      try check(received)
      if received == 0 { break }
    }
    return Array(ahead.prefix(max(0, count)))
  }

  /// Reads at most `buffer.count` bytes and one chunk; 0 is the end.
  func read(
    into buffer: inout [UInt8],
    at offset: Int
  ) throws(TabularError) -> Int {
    let room = min(chunkSize, buffer.count - offset)
    guard room > 0, offset >= 0 else { return 0 }
    let received = buffer.withUnsafeMutableBytes { bytes -> Int in
      let target = UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<(offset + room)])
      let fromAhead = min(room, ahead.count - aheadOffset)
      guard fromAhead > 0 else { return pull(into: target) }
      target.copyBytes(from: ahead[aheadOffset..<(aheadOffset + fromAhead)])
      aheadOffset += fromAhead
      return fromAhead
    }
    if aheadOffset == ahead.count, !ahead.isEmpty {
      ahead = []
      aheadOffset = 0
    }
    try check(received)
    return received
  }

  private func check(_ received: Int) throws(TabularError) {
    guard received < 0 else { return }
    throw .readFailure(
      offset: originOffset,
      FileProblem(errno: Int32(truncatingIfNeeded: -received))
    )
  }

  private func pull(into target: UnsafeMutableRawBufferPointer) -> Int {
    let received: Int
    switch origin {
    case .descriptor(let descriptor):
      received = descriptor.readSome(into: target)
    case .bytes(let bytes):
      received = min(target.count, bytes.count - originOffset)
      target.copyBytes(from: bytes[originOffset..<(originOffset + received)])
    }
    originOffset += max(0, received)
    return received
  }
}
