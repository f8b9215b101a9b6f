import SurveyModel

/// The text of one line while it is typed.
///
/// Deleting takes away what a reader sees as one character, however many scalars it has. Marks
/// that are typed after their letter join it; the finished line is composed (NFC) as a whole.
package struct LineEditor: Hashable, Sendable {
  /// How many scalars a line may have.
  package static let limit = 4000

  /// What stands before the cursor.
  package private(set) var before: String
  /// What stands behind it.
  package private(set) var after = ""
  /// Whether something was not taken because the line was full.
  package private(set) var isOverfull = false
  private var room: Int

  /// Begins with `text` and the cursor at its end.
  package init(_ text: String = "") {
    before = text
    room = max(0, Self.limit - text.unicodeScalars.count)
  }

  /// The whole line as it stands.
  package var text: String { before + after }

  /// The finished line: composed, without white space at its ends.
  package var finished: String { text.composed.trimmed }

  /// Whether nothing is typed.
  package var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// Applies a key; Enter, Ctrl-C and Ctrl-D are for the reader of lines.
  package mutating func apply(_ key: Key) {
    switch key {
    case .scalar(let scalar): insert(scalar)
    case .deleteBackward:
      if let last = before.popLast() { room += last.unicodeScalars.count }
    case .deleteForward:
      if !after.isEmpty { room += after.removeFirst().unicodeScalars.count }
    case .left:
      if let last = before.popLast() { after = String(last) + after }
    case .right:
      if !after.isEmpty { before.append(after.removeFirst()) }
    case .home:
      after = text
      before = ""
    case .end:
      before = text
      after = ""
    case .clear:
      self = LineEditor()
    case .enter, .interrupt, .endOfInput:
      break
    }
  }

  private mutating func insert(_ scalar: Unicode.Scalar) {
    guard room > 0 else {
      isOverfull = true
      return
    }
    room -= 1
    before.unicodeScalars.append(scalar)
  }
}
