extension EncodingGuess {
  /// Reads `source` once, as far as needed, and decides.
  ///
  /// A file in UTF-8 is read to its end; of any other some megabytes are enough. Standard input
  /// would be used up by it, so its bytes must be kept before.
  ///
  /// - Throws: ``TabularError`` for what cannot be opened or read, is empty, no text table or in
  ///   UTF-32.
  package init(
    examining source: ByteSource,
    chunkSize: Int = ByteStream.defaultChunkSize
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
      try examination.read(stream)
      self = examination.guess
    }
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
  /// The longest part of a word that waits for the next chunk.
  private static let longestWord = 256

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
    return EncodingGuess(sample, proven: provenLength / Self.bytesPerWord)
  }

  /// Whether an old encoding made valid UTF-8 of its few words, as `Đồng` is in VISCII.
  private var isAccident: Bool {
    !isASCII && sample.words.count <= Self.fewWords
      && sample.words.allSatisfy { WordJudge.mixesScripts(String(decoding: $0, as: UTF8.self)) }
  }

  mutating func read(_ stream: ByteStream) throws(TabularError) {
    var buffer = [UInt8](repeating: 0, count: stream.chunkSize + Self.longestWord + 4)
    var waiting = 0
    while isValid || !sample.isFull {
      let received = try stream.read(into: &buffer, at: waiting)
      let count = waiting + received
      let done = buffer.withUnsafeBytes { bytes in
        take(UnsafeRawBufferPointer(rebasing: bytes[..<count]), isLast: received == 0)
      }
      if received == 0 || (hasMark && !isValid) { break }
      buffer.replaceSubrange(0..<(count - done), with: Array(buffer[done..<count]))
      waiting = count - done
    }
    sample.endWord()
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
    if scan.mayBeDoubled { mojibake.count(UnsafeRawBufferPointer(rebasing: bytes[..<done])) }
    return done
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
