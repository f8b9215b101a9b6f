/// What a form records about itself, filled in and never asked.
public enum FormMetadata: String, CaseIterable, Hashable, Sendable {
  /// When it was opened.
  case start
  /// When it was saved.
  case end
  /// The day on which it was opened.
  case today
  /// Who conducts the interview.
  case username
  /// Which device it is conducted on.
  case deviceid
  case email
  case phonenumber
  /// How the form was gone through, kept beside the answers.
  case audit
}
