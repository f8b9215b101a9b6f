/// Whether emphasis is shown; no meaning ever depends on it.
///
/// The caller decides from the environment (`NO_COLOR`, `TERM=dumb`, output that is no terminal).
package struct Style: Hashable, Sendable {
  /// No escape sequences at all.
  package static let plain = Style(emphasis: false)
  /// Bold questions.
  package static let emphasised = Style(emphasis: true)

  private let emphasis: Bool

  private init(emphasis: Bool) { self.emphasis = emphasis }

  /// The text as the thing to look at.
  package func strong(_ text: String) -> String {
    emphasis && !text.isEmpty ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}
