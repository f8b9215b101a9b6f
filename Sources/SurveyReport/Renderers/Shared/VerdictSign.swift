extension Report.VerdictBlock.Tone {
  /// The sign that stands beside the word, so that colour carries no meaning alone.
  var sign: String {
    switch self {
    case .met: "✓"
    case .notMet: "✗"
    case .undecided: "?"
    case .suppressed: "⊘"
    }
  }

  /// The tones from best to least known.
  static let all: [Self] = [.met, .notMet, .undecided, .suppressed]
}
