package import SurveyModel

/// One state of an interview: who brought it about, when and why.
package struct Revision: Hashable, Sendable {
  /// What a revision does.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case original
    case replace
    case void
    case erase
  }

  /// The number, counted from 1.
  package let number: Int64
  /// The copy of the study where it was made.
  package let station: UInt64
  /// The number of the revision that it follows.
  package let parent: Int64?
  /// What it does.
  package let kind: Kind
  /// Who made it.
  package let by: String
  /// When it was made.
  package let at: Timestamp
  /// Why it was made.
  package let why: String?
  /// The import that brought it, for a row of a file that replaced an interview.
  package var batch: BatchID? = nil
}

/// An interview as it stands in the study.
package struct StoredInterview: Hashable, Sendable {
  /// The identity.
  package let id: InterviewID
  /// The number of the revision.
  package let revision: Int64
  /// One answer for each question of the questionnaire.
  package let answers: [Answer]
  /// The wave.
  package let wave: String
  /// How it was conducted.
  package let mode: Mode
  /// The language in which it was conducted.
  package let language: String
  /// When it began; unknown for imported interviews.
  package let started: Timestamp?
  /// When it was saved; unknown for imported interviews.
  package let finished: Timestamp?
  /// The day that decides its quarter and year.
  package let interviewDate: CalendarDate?
  /// The version of the consent text that was agreed to.
  package let consentVersion: String?
  /// Questions whose soft warning was accepted.
  package let acceptedWarnings: [Int]
  /// The import from which it came.
  package let batch: BatchID?
  /// Its place in the imported file.
  package let ordinal: Int64?
}
