/// A note that was written on a form.
package struct FormNote: Hashable, Sendable {
  /// The question; nil for the whole form.
  package let question: Int?
  /// What was written.
  package let text: String

  /// Makes a note.
  package init(question: Int?, text: String) {
    self.question = question
    self.text = text
  }
}
