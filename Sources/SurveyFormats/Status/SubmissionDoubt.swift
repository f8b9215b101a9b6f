package import SurveyModel

/// Why the row of a collecting program may be no interview that counts.
package enum SubmissionDoubt: String, CaseIterable, Hashable, Sendable {
  /// Somebody looked at it and refused it.
  case rejected
  /// It was made to try the form.
  case test
  /// The program takes it for that of a machine, or for a second one.
  case spam
  /// It was broken off, or has not been sent.
  case incomplete
}

extension SubmissionDoubt: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch self {
    case .rejected: language.choose("bị từ chối", "rejected")
    case .test: language.choose("làm thử", "a test")
    case .spam: language.choose("thư rác", "spam")
    case .incomplete: language.choose("chưa xong", "not finished")
    }
  }
}

/// What is done with such rows.
package enum DoubtfulRows: String, CaseIterable, Hashable, Sendable {
  /// They become interviews like the others.
  case take
  /// They are left out.
  case leave
}
