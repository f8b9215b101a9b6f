/// What encoding a file is in, decided before any row is read.
///
/// ```swift
/// let guess = try EncodingGuess(examining: source)
///   .recognising { encoding in shareOfKnownHeaders(source, encoding) }
/// if let choice = guess.unclear { throw choice }
/// let stream = try ByteStream(source, encoding: guess.best)
/// ```
package struct EncodingGuess: Sendable {
  /// What the decision rests on.
  package enum Evidence: Sendable, Hashable {
    /// A byte order mark.
    case mark
    /// The zeros of UTF-16 without a mark.
    case zeros
    /// Nothing but ASCII.
    case ascii
    /// All bytes of the file are valid UTF-8, and some are not ASCII.
    case validUTF8
    /// How words read in each of the candidates.
    case words
  }

  /// What the decision rests on.
  package let evidence: Evidence
  /// The encodings that the file may be in, the likeliest first; never empty.
  package private(set) var candidates: [EncodingCandidate]
  /// Where a file in UTF-8 was encoded twice, what of it.
  package let mojibake: MojibakeFinding?

  /// The likeliest encoding.
  package var best: TextEncoding { candidates.first?.encoding ?? .utf8 }

  /// Whether another encoding reads other words nearly as well: then the user has to say.
  package var isClose: Bool { rival != nil }

  /// The error that a close call is; none where the choice is plain.
  package var unclear: TabularError? {
    guard let first = candidates.first, let rival else { return nil }
    let pair = zip(first.words, rival.words).first { $0 != $1 }
    return .encodingUnclear(
      EncodingReading(encoding: first.encoding, word: pair?.0 ?? ""),
      EncodingReading(encoding: rival.encoding, word: pair?.1 ?? "")
    )
  }

  private static let margin = 0.15

  private var rival: EncodingCandidate? {
    guard evidence == .words, let first = candidates.first else { return nil }
    return candidates.dropFirst().first {
      $0.score > first.score - Self.margin && $0.reading != first.reading
    }
  }

  /// Adds what the caller makes of each candidate, 0 to 1: the share of known headers, say.
  ///
  /// Nothing is asked where bytes alone decide.
  package func recognising<Failure: Error>(
    _ share: (TextEncoding) throws(Failure) -> Double
  ) throws(Failure) -> EncodingGuess {
    guard evidence == .words else { return self }
    var guess = self
    for index in guess.candidates.indices {
      guess.candidates[index].score += try share(guess.candidates[index].encoding)
    }
    guess.candidates = Self.ranked(guess.candidates)
    return guess
  }

  static func ranked(_ candidates: [EncodingCandidate]) -> [EncodingCandidate] {
    candidates.enumerated().sorted { left, right in
      (right.element.score, left.offset) < (left.element.score, right.offset)
    }.map(\.element)
  }

  init(_ encoding: TextEncoding, evidence: Evidence, mojibake: MojibakeFinding? = nil) {
    self.evidence = evidence
    self.mojibake = mojibake
    candidates = [EncodingCandidate(encoding: encoding, score: 1, words: [], reading: 0)]
  }

  /// Judges the words of a file that is not UTF-8; `proven` of them were, before the first fault.
  init(_ sample: WordSample, proven: Int) {
    evidence = .words
    mojibake = nil
    let encodings: [TextEncoding] = [.windows1258, .tcvn3, .vni, .viscii, .windows1252, .utf8]
    candidates = Self.ranked(
      encodings.map { encoding in
        EncodingCandidate(encoding, sample: sample, proven: encoding == .utf8 ? proven : 0)
      }
    )
  }
}
