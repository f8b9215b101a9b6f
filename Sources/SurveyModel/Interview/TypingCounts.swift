/// How much was typed in one sitting at the keyboard.
package struct TypingCounts: Hashable, Sendable {
  /// Forms that were finished.
  package var forms: Int
  /// Answers that were taken.
  package var fields: Int
  /// Keys that were pressed.
  package var keystrokes: Int
  /// Entries that were refused.
  package var refused: Int
  /// The time at work in milliseconds, long pauses left out.
  package var activeMilliseconds: Int64

  /// Makes counts.
  package init(
    forms: Int = 0,
    fields: Int = 0,
    keystrokes: Int = 0,
    refused: Int = 0,
    activeMilliseconds: Int64 = 0
  ) {
    self.forms = forms
    self.fields = fields
    self.keystrokes = keystrokes
    self.refused = refused
    self.activeMilliseconds = activeMilliseconds
  }
}
