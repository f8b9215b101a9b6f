/// A word of a file as it reads in one encoding.
package struct EncodingReading: Sendable, Hashable {
  /// The encoding.
  package let encoding: TextEncoding
  /// The word.
  package let word: String

  /// Names how `word` reads in `encoding`.
  package init(encoding: TextEncoding, word: String) {
    self.encoding = encoding
    self.word = word
  }
}
