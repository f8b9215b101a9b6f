package import SurveyModel

/// How a session of interviews ended.
package struct Outcome: Hashable, Sendable {
  /// What happened to the last form.
  package enum Ending: Hashable, Sendable {
    /// It was saved, and no other was wanted.
    case saved
    /// It waits to be resumed.
    case setAside
    /// It was given up before anything was recorded, or discarded.
    case quit
  }

  /// What happened to the last form.
  package let ending: Ending
  /// How many forms were saved.
  package let saved: Int
  /// How many forms were discarded or had no consent.
  package let discarded: Int
  /// Answers that the next session may carry on with.
  package let carried: [Int: Answer]

  /// Makes an outcome.
  package init(ending: Ending, saved: Int, discarded: Int, carried: [Int: Answer]) {
    self.ending = ending
    self.saved = saved
    self.discarded = discarded
    self.carried = carried
  }
}

/// A form that an earlier session left unfinished.
package struct UnfinishedForm: Hashable, Sendable {
  /// The answers that were recorded.
  package let answers: [Int: Answer]
  /// Questions whose soft warning was accepted.
  package let acceptedWarnings: Set<Int>
  /// The language in which it was conducted.
  package let language: String
  /// When it began.
  package let started: Timestamp
  /// Notes that were written on it.
  package let notes: [FormNote]

  /// Makes an unfinished form from what was recorded.
  package init(
    answers: [Int: Answer],
    acceptedWarnings: Set<Int>,
    language: String,
    started: Timestamp,
    notes: [FormNote] = []
  ) {
    self.answers = answers
    self.acceptedWarnings = acceptedWarnings
    self.language = language
    self.started = started
    self.notes = notes
  }
}
