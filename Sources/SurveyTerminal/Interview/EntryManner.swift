/// Who sits at the terminal, and what they have before them.
package enum EntryManner: Hashable, Sendable {
  /// A surveyor who asks a respondent: every question with all its words.
  case interview
  /// A keyer with paper forms: blocks in one line, and few words once they are known.
  case entry
  /// A respondent alone.
  case selfResponse(SelfResponse)
}

/// How far the fieldwork is when a session begins.
package struct FieldworkCount: Hashable, Sendable {
  /// Interviews that the wave has.
  package let stored: Int
  /// How many there are to be, where that is known.
  package let goal: Int?

  /// Makes a count.
  package init(stored: Int, goal: Int? = nil) {
    self.stored = stored
    self.goal = goal
  }
}
