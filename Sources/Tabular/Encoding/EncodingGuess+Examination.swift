extension EncodingGuess {
  /// Reads `source` once, as far as needed, and decides.
  ///
  /// A file in UTF-8 is read to its end; of any other some megabytes are enough. Standard input
  /// would be used up by it, so its bytes must be kept before.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - chunkSize: The most bytes of one read.
  ///   - lend: Is given all bytes of the file in order, for whoever needs them too; the file is
  ///     read to its end then.
  /// - Throws: ``TabularError`` for what cannot be opened or read, is empty, no text table or in
  ///   UTF-32.
  package init(
    examining source: ByteSource,
    chunkSize: Int = ByteStream.defaultChunkSize,
    lend: ((Span<UInt8>) -> Void)? = nil
  ) throws(TabularError) {
    let stream = try ByteStream(raw: source, chunkSize: chunkSize)
    let head = try stream.peek(FileSignature.headLength)
    guard !head.isEmpty else { throw .emptyFile }
    switch FileSignature(head: head) {
    case .foreign(let format): throw .notATextTable(format)
    case .otherUnicode(let name):
      guard let encoding = name.encoding else {
        throw .undecodable(line: 1, offset: 0, .otherUnicode(name))
      }
      self.init(encoding, evidence: FileSignature.hasUTF16Mark(head) ? .mark : .zeros)
    case .text(let markLength):
      var examination = Examination(hasMark: markLength > 0)
      try examination.read(stream, lend: lend)
      self = examination.guess
    }
  }

  /// What the beginning of a long file says about the whole of it; none where more has to be seen.
  ///
  /// It is UTF-8 beyond doubt. The rest of the file can refute that in two ways only: with bytes
  /// that are not UTF-8, and with words that were encoded twice. ``confirms(_:)`` tells.
  package init?(beginning source: ByteSource) throws(TabularError) {
    let stream = try ByteStream(raw: source)
    let head = try stream.peek(FileSignature.headLength)
    guard case .text(0) = FileSignature(head: head) else { return nil }
    var examination = Examination(hasMark: false)
    guard try examination.readBeginning(stream) else { return nil }
    self.init(.utf8, evidence: .validUTF8)
  }

  /// Whether a file of which this is known is read as the guess from its beginning says.
  package func confirms(_ beginning: EncodingGuess) -> Bool {
    evidence == beginning.evidence && best == beginning.best && mojibake == beginning.mojibake
  }
}

/// One pass over the bytes of a file.
private struct Examination {
  let hasMark: Bool
  private var isASCII = true
  private var isValid = true
  /// The length of the chunks with valid letters beyond ASCII before the one with the first fault.
  private var provenLength = 0
  private var mojibake = MojibakeFinding()
  private var sample = WordSample()

  /// So many bytes of a valid chunk weigh as much as a word of the sample.
  private static let bytesPerWord = 256
  /// Words beyond this number are not valid by accident.
  private static let fewWords = 8
  /// So much text with letters beyond ASCII is sampled although it is valid.
  private static let sampledLength = 64 * 1024
  /// Bytes that are looked at together for words that were encoded twice.
  private static let pieceLength = 16 * 1024
  /// The longest part of a word that waits for the next chunk.
  private static let longestWord = 256
  /// So much of a file is its beginning.
  private static let beginningLength = 1 << 20

  init(hasMark: Bool) { self.hasMark = hasMark }

  var guess: EncodingGuess {
    if hasMark || isValid && !isAccident {
      let evidence: EncodingGuess.Evidence = hasMark ? .mark : isASCII ? .ascii : .validUTF8
      return EncodingGuess(
        .utf8,
        evidence: evidence,
        mojibake: mojibake.wordCount > 0 ? mojibake : nil
      )
    }
    // A reader of UTF-8 says where it is damaged; any other encoding would read it as if it were not.
    if !isValid, DamagedUTF8(sample).isPlain { return EncodingGuess(.utf8, evidence: .words) }
    return EncodingGuess(sample, proven: provenLength / Self.bytesPerWord)
  }

  /// Whether an old encoding made valid UTF-8 of its few words, as `Đồng` is in VISCII.
  private var isAccident: Bool {
    !isASCII && sample.words.count <= Self.fewWords
      && sample.words.allSatisfy { WordJudge.mixesScripts(String(decoding: $0, as: UTF8.self)) }
  }

  mutating func read(
    _ stream: ByteStream,
    lend: ((Span<UInt8>) -> Void)?
  ) throws(TabularError) {
    var buffer = [UInt8](repeating: 0, count: stream.chunkSize + Self.longestWord + 4)
    var waiting = 0
    while isValid || !sample.isFull {
      let received = try next(stream, &buffer, &waiting, lend)
      if received == 0 || (hasMark && !isValid) { break }
    }
    sample.endWord()
    if let lend { try stream.forEachChunk(lend) }
  }

  /// Reads the beginning of a file; false where it does not speak for the whole.
  mutating func readBeginning(_ stream: ByteStream) throws(TabularError) -> Bool {
    var buffer = [UInt8](repeating: 0, count: stream.chunkSize + Self.longestWord + 4)
    var waiting = 0
    var length = 0
    while length < Self.beginningLength {
      let received = try next(stream, &buffer, &waiting, nil)
      guard received > 0, isValid, mojibake.wordCount == 0 else { return false }
      length += received
    }
    // With so many words it stays beyond doubt, whatever comes.
    return !isASCII && sample.words.count > Self.fewWords
  }

  /// Looks at the next bytes of the file behind those of a word that wait in `buffer`.
  private mutating func next(
    _ stream: ByteStream,
    _ buffer: inout [UInt8],
    _ waiting: inout Int,
    _ lend: ((Span<UInt8>) -> Void)?
  ) throws(TabularError) -> Int {
    let received = try stream.read(into: &buffer, at: waiting)
    let count = waiting + received
    if received > 0 { lend?(buffer.span.extracting(waiting..<count)) }
    let done = buffer.withUnsafeBytes { bytes in
      take(UnsafeRawBufferPointer(rebasing: bytes[..<count]), isLast: received == 0)
    }
    buffer.replaceSubrange(0..<(count - done), with: Array(buffer[done..<count]))
    waiting = count - done
    return received
  }

  /// Looks at `bytes` and returns how many are done with.
  private mutating func take(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Int {
    guard isValid else {
      sample.add(bytes)
      return bytes.count
    }
    let scan = UTF8Scan(bytes)
    let isWhole = scan.validLength == bytes.count || !isLast && Self.isCut(bytes, scan.validLength)
    guard isWhole else {
      isValid = false
      sample.add(bytes)
      return bytes.count
    }
    let done = isLast ? scan.validLength : Self.wordStart(bytes, before: scan.validLength)
    if scan.isASCII { return done }
    isASCII = false
    if provenLength < Self.sampledLength {
      sample.add(UnsafeRawBufferPointer(rebasing: bytes[..<done]))
    }
    provenLength += done
    if scan.mayBeDoubled { countDoubled(UnsafeRawBufferPointer(rebasing: bytes[..<done])) }
    return done
  }

  /// Counts words that were encoded twice in the pieces of `bytes` that may have some.
  private mutating func countDoubled(_ bytes: UnsafeRawBufferPointer) {
    var start = 0
    while start < bytes.count {
      var end = min(bytes.count, start + Self.pieceLength)
      while end < bytes.count, MojibakeFinding.isInWord(bytes[end - 1]) { end += 1 }
      let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      if UTF8Scan(piece).mayBeDoubled { mojibake.count(piece) }
      start = end
    }
  }

  /// Whether the bytes from `offset` on are the beginning of a sequence.
  private static func isCut(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
    if case .incomplete = UTF8Sequence(bytes, at: offset) { return true }
    return false
  }

  /// Where the word begins that `offset` is in, unless it is too long to be one.
  private static func wordStart(_ bytes: UnsafeRawBufferPointer, before offset: Int) -> Int {
    for at in stride(from: offset, to: max(0, offset - longestWord), by: -1)
    where !MojibakeFinding.isInWord(bytes[at - 1]) {
      return at
    }
    return offset <= longestWord ? 0 : offset
  }
}
