package import SurveyModel

/// Hands out the forms that are keyed a second time, and keeps what came of it.
///
/// What a desk throws ends the sitting and reaches the caller untouched.
package protocol VerificationDesk: AnyObject {
  /// The next form; `nil` when there are no more.
  func next() throws -> KeyedForm?
  /// The form that was handed out last was keyed to its end.
  func verified(_ result: KeyedAgain) throws
  /// An answer as it is kept: a dossier number as its hash.
  func sealed(_ answer: Answer, question: Int) throws -> Answer
  /// How much was typed so far, after each form.
  func counted(_ counts: TypingCounts) throws
}

extension VerificationDesk {
  /// Keeps answers as they are.
  package func sealed(_ answer: Answer, question: Int) throws -> Answer { answer }
}

/// A form as it was keyed the first time.
package struct KeyedForm: Hashable, Sendable {
  /// What stands on the paper to find it by.
  package let number: String
  /// The code of whoever keyed it.
  package let keyer: String
  /// When it was keyed.
  package let started: Timestamp
  /// The language in which it was keyed.
  package let language: String
  /// One answer for each question.
  package let answers: [Answer]
  /// Questions whose soft warning was accepted.
  package let acceptedWarnings: Set<Int>

  /// Describes a form.
  package init(
    number: String,
    keyer: String,
    started: Timestamp,
    language: String,
    answers: [Answer],
    acceptedWarnings: Set<Int>
  ) {
    self.number = number
    self.keyer = keyer
    self.started = started
    self.language = language
    self.answers = answers
    self.acceptedWarnings = acceptedWarnings
  }
}

/// What keying a form a second time brought.
package struct KeyedAgain: Hashable, Sendable {
  /// How many answers were compared.
  package internal(set) var fields = 0
  /// Questions at which the first keying was wrong.
  package internal(set) var keyerErrors: [Int] = []
  /// Questions at which the second keying was wrong at first.
  package internal(set) var verifierErrors: [Int] = []
  /// The answers as they are right.
  package internal(set) var answers: [Answer] = []
  /// Questions whose soft warning stands accepted.
  package internal(set) var acceptedWarnings: [Int] = []
}

/// What a sitting of second keying brought.
package struct VerificationOutcome: Hashable, Sendable {
  /// Forms that were keyed to their end.
  package internal(set) var forms = 0
  /// Answers that were compared.
  package internal(set) var fields = 0
  /// Answers that had been keyed wrong.
  package internal(set) var keyerErrors = 0
  /// Answers that were keyed wrong now, and noticed.
  package internal(set) var verifierErrors = 0
}
