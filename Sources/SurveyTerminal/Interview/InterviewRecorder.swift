package import SurveyModel

/// Keeps what the interview brings; the conductor knows no store.
///
/// Every call comes before anything further is asked. What a recorder throws ends the interview
/// and reaches the caller untouched.
package protocol InterviewRecorder: AnyObject {
  /// The answers of the form that was saved last, also by an earlier session; `nil` where only those
  /// of this session are known. Called before each form.
  func lastSaved() throws -> [Answer]?
  /// A new form begins; not called for a form that is resumed.
  func began(language: String, at started: Timestamp) throws
  /// A question was answered, also with a missing answer, or was answered on the form before.
  func recorded(question: Int, answer: Answer, warningAccepted: Bool) throws
  /// The form goes on in another language.
  func switched(toLanguage language: String) throws
  /// The form is finished.
  ///
  /// - Returns: the number under which it is found again, if there is one.
  func saved(_ interview: Interview) throws -> String?
  /// The form is left unfinished and will be resumed.
  func setAsideForLater() throws
  /// The form is void: consent was refused, before ``began(language:at:)``, or it was discarded.
  func discarded() throws
  /// An answer as it is kept: a dossier number as its hash.
  func sealed(_ answer: Answer, question: Int) throws -> Answer
  /// The number of another form of the same dossier.
  func otherForm(with answer: Answer) throws -> String?
  /// Somebody wrote a note about a question, or about the form where none is named.
  func noted(_ text: String, question: Int?) throws
  /// Something happened in the course of the form.
  func audited(_ event: AuditEvent) throws
  /// How much was typed so far, after each form.
  func counted(_ counts: TypingCounts) throws
}

extension InterviewRecorder {
  /// Knows no earlier session.
  package func lastSaved() throws -> [Answer]? { nil }
  /// Keeps answers as they are.
  package func sealed(_ answer: Answer, question: Int) throws -> Answer { answer }
  /// Knows no other forms.
  package func otherForm(with answer: Answer) throws -> String? { nil }
  /// Lets the event go.
  package func audited(_ event: AuditEvent) throws {}
  /// Lets the counts go.
  package func counted(_ counts: TypingCounts) throws {}
}
