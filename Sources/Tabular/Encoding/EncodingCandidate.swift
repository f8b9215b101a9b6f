/// An encoding that a file may be in, and how well its words read in it.
package struct EncodingCandidate: Sendable, Hashable {
  /// The encoding.
  package let encoding: TextEncoding
  /// How well the words read, 0 to 1, and what the caller added for recognised headers.
  package internal(set) var score: Double
  /// Words of the file as they read in the encoding; those of all candidates are the same words.
  package let words: [String]
  /// Tells whether two candidates read all words of the sample alike.
  let reading: Int
}

extension EncodingCandidate {
  /// Decodes `sample` and judges it; a byte that the encoding lacks spoils its word.
  init(_ encoding: TextEncoding, sample: WordSample, proven: Int) {
    self.encoding = encoding
    let decoder = encoding.decoder
    var hasher = Hasher()
    var judged = Double(proven)
    var total = Double(proven)
    var words: [String] = []
    for word in sample.words {
      let text = Self.text(of: word, by: decoder)
      hasher.combine(text)
      if words.count < Self.wordCount { words.append(text ?? "\u{FFFD}") }
      guard let text else {
        judged += 1
        continue
      }
      if encoding == .utf8 {
        judged += 1
        total += WordJudge.mixesScripts(text) ? 0 : 1
      } else if let worth = WordJudge.plausibility(of: text, western: encoding == .windows1252) {
        judged += 1
        total += worth
      }
    }
    // Half a word of doubt, so that one word alone is no certainty.
    score = (total + 0.5) / (judged + 1)
    self.words = words
    reading = hasher.finalize()
  }

  private static let wordCount = 200

  /// A word in the encoding of `decoder`; none where it has a byte that the encoding lacks.
  static func text(of word: [UInt8], by decoder: (any TextDecoder)?) -> String? {
    guard let decoder else { return String(validating: word, as: UTF8.self) }
    var isWhole = false
    let bytes = [UInt8](
      unsafeUninitializedCapacity: word.count * decoder.growth + 16
    ) { buffer, filled in
      word.withUnsafeBytes { input in
        let target = UnsafeMutableRawBufferPointer(buffer)
        let step = decoder.decode(input, isLast: true, into: target)
        filled = step.produced
        isWhole = step.fault == nil
      }
    }
    return isWhole ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
