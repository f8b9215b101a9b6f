/// Puts ANSI sequences around finished pieces of a line, or leaves them plain.
struct TerminalStyle {
  /// How a piece stands out.
  enum Emphasis {
    case plain
    case strong
    case faint
    case tone(Report.VerdictBlock.Tone)
  }

  let isColoured: Bool

  func apply(_ emphasis: Emphasis, to text: String) -> String {
    guard isColoured, !text.isEmpty, let code = code(of: emphasis) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func code(of emphasis: Emphasis) -> String? {
    switch emphasis {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .tone(.met): "32"
    case .tone(.notMet): "31"
    case .tone(.undecided): "33"
    case .tone(.suppressed): "2"
    }
  }
}
