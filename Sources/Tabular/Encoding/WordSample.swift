/// Words of a file that hold bytes above ASCII, each once, as they stand.
struct WordSample {
  private(set) var words: [[UInt8]] = []
  private var known: Set<[UInt8]> = []
  private var current: [UInt8] = []
  private var isForeign = false
  private var byteCount = 0

  private static let wordLimit = 4000
  private static let lengthLimit = 64
  private static let byteLimit = 2 * 1024 * 1024

  /// Whether more bytes would change nothing.
  var isFull: Bool { words.count >= Self.wordLimit || byteCount >= Self.byteLimit }

  /// Goes on with the next bytes of the file.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    byteCount += bytes.count
    for byte in bytes {
      guard Self.isInWord[Int(byte)] else {
        endWord()
        continue
      }
      current.append(byte)
      if byte >= 0x80 { isForeign = true }
      if current.count >= Self.lengthLimit { endWord() }
    }
  }

  /// Ends the word at the end of the file.
  mutating func endWord() {
    if isForeign, words.count < Self.wordLimit, known.insert(current).inserted {
      words.append(current)
    }
    current.removeAll(keepingCapacity: true)
    isForeign = false
  }

  /// ASCII letters, everything above ASCII, and the control characters that VISCII spends.
  private static let isInWord: [Bool] = (0..<256).map { place in
    let byte = UInt8(truncatingIfNeeded: place)
    return MojibakeFinding.isInWord(byte) || [0x02, 0x05, 0x06, 0x14, 0x19, 0x1E].contains(byte)
  }
}
