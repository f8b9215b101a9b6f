/// Texts in Unicode whose letters are the bytes of an old Vietnamese font: `nhiÖt t×nh` for `nhiệt tình`.
///
/// A document in such a font that becomes a workbook, or is saved in UTF-8, keeps the characters of
/// Latin-1 that have the numbers of its bytes. Its words give it away: many that are no words as they
/// stand are syllables in the old encoding.
package struct OldFontFinding: Sendable, Hashable {
  /// The encoding of the font.
  package let encoding: TextEncoding
  /// A word as it stands.
  package let before: String
  /// The same word in the encoding of the font.
  package let after: String

  /// Judges texts that belong together; none where they are what they seem.
  package init?(in texts: some Sequence<String>) {
    var words: Set<String> = []
    for text in texts where !text.utf8.allSatisfy({ $0 < 0x80 }) {
      for word in Self.words(of: text) where words.count < Self.wordLimit { words.insert(word) }
    }
    // A word of Unicode speaks for the text, whatever other words are.
    let others = words.count { $0.unicodeScalars.contains { $0.value >= 0x100 } }
    let suspects = words.filter(Self.isSuspect).sorted()
    for encoding in [TextEncoding.tcvn3, .vni] {
      let proofs = suspects.compactMap { Proof($0, encoding) }
      let isPlain = proofs.count * 4 >= others && proofs.count * 5 >= suspects.count * 4
      // Letters of VNI also stand in words of Western languages, symbols inside words do not.
      let isEnough =
        encoding == .tcvn3
        ? proofs.count { $0.isStrong } >= 3 : proofs.count >= 5
      if isPlain, isEnough, let proof = proofs.first(where: \.isStrong) ?? proofs.first {
        (self.encoding, before, after) = (encoding, proof.before, proof.after)
        return
      }
    }
    return nil
  }

  private static let wordLimit = 2000

  /// The words of a text that hold letters beyond ASCII.
  private static func words(of text: String) -> [String] {
    text.unicodeScalars
      .split { $0.value < 0x80 && !$0.properties.isAlphabetic }
      .filter { word in word.count <= 24 && word.contains { $0.value >= 0x80 } }
      .map { String(String.UnicodeScalarView($0)) }
  }

  /// Whether a word may be bytes and is no Vietnamese as it stands.
  private static func isSuspect(_ word: String) -> Bool {
    guard word.unicodeScalars.allSatisfy({ $0.value < 0x100 }),
      let worth = WordJudge.plausibility(of: word, western: false)
    else { return false }
    return worth < 1
  }

  /// A word that is Vietnamese in the old encoding only.
  private struct Proof {
    let before: String
    let after: String
    /// Whether no other language writes the word as it stands.
    let isStrong: Bool

    init?(_ word: String, _ encoding: TextEncoding) {
      let bytes = word.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      guard let text = EncodingCandidate.text(of: bytes, by: encoding.decoder),
        WordJudge.plausibility(of: text, western: false) == 1
      else { return nil }
      before = word
      after = text
      isStrong = WordJudge.plausibility(of: word, western: true) == 0
    }
  }
}
