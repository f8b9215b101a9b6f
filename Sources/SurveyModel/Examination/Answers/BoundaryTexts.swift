/// Texts that stand for all texts to rules that compare them, measure them or hold them against a
/// pattern.
struct BoundaryTexts {
  /// The texts; none is empty.
  let texts: [String]
  /// Whether to the rules every other text is the same as one of these.
  let isComplete: Bool

  /// What is written where any text will do; whoever reads it sees that it is made up.
  static let any = "dữ liệu thử"
  /// Texts are not made longer than this.
  private static let longest = 5_000.0

  init(_ use: AnswerUse, bounds: [ExpressionValue]) {
    var texts: [String] = []
    func add(_ text: String) {
      if !text.isEmpty, !texts.contains(text) { texts.append(text) }
    }
    let constants = bounds.filter { !$0.asString.isEmpty && !$0.isTruth }
    let isNumeric =
      use.isOrdered || constants.contains { if case .string = $0 { false } else { true } }
    if use.patterns.isEmpty, use.lengths.isEmpty { add(Self.any) }
    for length in use.lengths.sorted() where length.isFinite && length <= Self.longest {
      for near in [length.rounded(.down), length.rounded(.up)] {
        for count in [near - 1, near, near + 1] where count >= 1 {
          add(Self.text(ofLength: Int(count)))
        }
      }
    }
    var unmatched = 0
    for pattern in use.patterns.sorted(by: { $0.program.count < $1.program.count }) {
      if let sample = pattern.sample { add(sample) } else { unmatched += 1 }
    }
    for constant in constants {
      if case .string(let text) = constant { add(text) }
    }
    if isNumeric {
      let numbers = constants.map(\.asNumber).filter { $0.isFinite }
      for number in BoundaryNumbers.real(around: numbers, isGeneral: false) {
        add(ExpressionNumber.text(number))
      }
    }
    if use.isGeneral {
      for text in ["12", "AB-12", "thu@example.org"] { add(text) }
    }
    add(Self.any)
    let kinds = [!use.patterns.isEmpty, !use.lengths.isEmpty, isNumeric].count { $0 }
    let hasTexts = constants.contains { if case .string = $0 { true } else { false } }
    let patternsDecided =
      use.patterns.isEmpty
      || use.patterns.count == 1 && unmatched == 0 && !hasTexts
        && use.patterns.allSatisfy { !$0.matches(Self.any) }
    isComplete =
      !use.isGeneral && kinds <= 1 && patternsDecided && !(isNumeric && hasTexts)
      && use.codes.isEmpty && use.counts.isEmpty && use.lengths.allSatisfy { $0 <= Self.longest }
    self.texts = texts
  }

  /// A text of this many signs.
  static func text(ofLength count: Int) -> String {
    let words = Array(any.unicodeScalars) + [" "]
    var scalars = String.UnicodeScalarView()
    for place in 0..<max(1, count) { scalars.append(words[place % words.count]) }
    // Blanks at the end would be trimmed.
    if scalars.last == " " {
      scalars.removeLast()
      scalars.append("x")
    }
    return String(scalars)
  }
}
