import SurveyModel

/// One answer keyed a second time without seeing the first: what each attempt means.
///
/// The protocol is that of CSPro. An attempt that is equal to what is stored settles the matter.
/// Another one has to be keyed again: if it is the same, the first keying was wrong and the new
/// value takes its place; if it is what is stored, the verifier was wrong. A third value is keyed
/// again like the first attempt.
struct FieldComparison: Hashable {
  /// What an attempt means.
  enum Verdict: Hashable {
    case equal
    /// Key it again.
    case mismatch
    /// Twice the same and not what is stored.
    case keyerWrong
    /// What is stored, after something else.
    case verifierWrong
  }

  let stored: Answer
  private var attempt: Answer?

  init(stored: Answer) { self.stored = stored }

  /// Judges an attempt.
  mutating func compare(_ answer: Answer) -> Verdict {
    if answer.saysTheSame(as: stored) { return attempt == nil ? .equal : .verifierWrong }
    if let attempt, attempt.saysTheSame(as: answer) { return .keyerWrong }
    attempt = answer
    return .mismatch
  }
}
