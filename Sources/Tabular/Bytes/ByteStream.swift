import Glibc

/// The text of a table from its first byte to its last, in chunks of UTF-8.
///
/// Opening looks at the first bytes: what is plainly no text table, or is in another Unicode
/// encoding than the one named, is refused by name, and a byte order mark is dropped. Text in
/// another encoding than UTF-8 is converted on the way; UTF-8 is handed out as it is, valid or
/// not, because readers see every byte anyway. ``peek(_:)`` looks ahead without consuming, so that
/// a dialect can be detected on standard input too. A file is never held in memory as a whole.
package final class ByteStream {
  /// The usual size of one read: with the cells it stays in a core's own cache.
  package static let defaultChunkSize = 256 * 1024

  private enum Origin {
    case descriptor(FileDescriptor)
    case bytes([UInt8])
  }

  /// The most bytes that one read returns.
  let chunkSize: Int
  /// The length of the byte order mark that was dropped.
  package private(set) var markLength = 0

  private let origin: Origin
  private var stages: [Transcoder] = []
  private var ahead: [UInt8] = []
  private var aheadOffset = 0
  /// What was looked at before the first stage was there.
  private var rawAhead: [UInt8] = []
  private var originOffset = 0

  /// Opens `source`, whose text is in `encoding`.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - encoding: The encoding of the text.
  ///   - repairsMojibake: Whether UTF-8 that was read as windows-1252 or windows-1258 and written
  ///     as UTF-8 once more is turned back.
  ///   - chunkSize: The most bytes of one read.
  /// - Throws: ``TabularError`` for what cannot be opened, is empty, no text table, or text in
  ///   another Unicode encoding than `encoding`.
  package convenience init(
    _ source: ByteSource,
    encoding: TextEncoding = .utf8,
    repairsMojibake: Bool = false,
    chunkSize: Int = ByteStream.defaultChunkSize
  ) throws(TabularError) {
    try self.init(raw: source, chunkSize: chunkSize)
    try inspectHead(encoding)
    var decoders = encoding.decoder.map { [$0] } ?? []
    if repairsMojibake { decoders.append(MojibakeDecoder()) }
    for decoder in decoders { addStage(decoder) }
  }

  /// Opens `source` to hand out its bytes as they are, whatever they are.
  package init(
    raw source: ByteSource,
    chunkSize: Int = ByteStream.defaultChunkSize
  ) throws(TabularError) {
    self.chunkSize = max(1, chunkSize)
    switch source {
    case .file(let path): origin = .descriptor(try FileDescriptor.reading(path: path))
    case .standardInput:
      origin = .descriptor(FileDescriptor(number: STDIN_FILENO, isOwned: false))
    case .bytes(let bytes): origin = .bytes(bytes)
    }
  }

  /// The number of bytes of the source before they are decoded, if that is known beforehand.
  var byteCount: Int? {
    switch origin {
    case .descriptor(let descriptor): descriptor.fileSize
    case .bytes(let bytes): bytes.count
    }
  }

  private func inspectHead(_ encoding: TextEncoding) throws(TabularError) {
    // A short look keeps small chunks small; marks and magic numbers need 16 bytes.
    let head = try peek(min(FileSignature.headLength, max(16, chunkSize)))
    guard !head.isEmpty else { throw .emptyFile }
    switch FileSignature(head: head) {
    case .foreign(.binary) where encoding.isUTF16:
      break
    case .text(let length):
      if length > 0, encoding != .utf8 {
        throw .undecodable(line: 1, offset: 0, .otherUnicode(.utf8))
      }
      markLength = length
    case .otherUnicode(let name):
      guard name.encoding == encoding else {
        throw .undecodable(line: 1, offset: 0, .otherUnicode(name))
      }
      markLength = FileSignature.hasUTF16Mark(head) ? 2 : 0
    case .foreign(let format):
      throw .notATextTable(format)
    }
    aheadOffset += markLength
  }

  /// Puts a decoder behind the bytes; what was looked at already goes through it too.
  private func addStage(_ decoder: any TextDecoder) {
    if stages.isEmpty {
      rawAhead = Array(ahead[aheadOffset...])
      ahead = []
      aheadOffset = 0
    }
    stages.append(Transcoder(decoder, offset: markLength, chunkSize: chunkSize))
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
    for stage in stages {
      if let failure = stage.failure { throw failure }
    }
    throw .readFailure(
      offset: originOffset,
      FileProblem(errno: Int32(truncatingIfNeeded: -received))
    )
  }

  private func pull(into target: UnsafeMutableRawBufferPointer) -> Int {
    pull(into: target, through: stages[...])
  }

  private func pull(
    into target: UnsafeMutableRawBufferPointer,
    through stages: ArraySlice<Transcoder>
  ) -> Int {
    guard let last = stages.last else { return pullRaw(into: target) }
    return last.read(into: target) { pull(into: $0, through: stages.dropLast()) }
  }

  private func pullRaw(into target: UnsafeMutableRawBufferPointer) -> Int {
    if !rawAhead.isEmpty {
      let part = rawAhead.prefix(target.count)
      target.copyBytes(from: part)
      rawAhead.removeFirst(part.count)
      return part.count
    }
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
