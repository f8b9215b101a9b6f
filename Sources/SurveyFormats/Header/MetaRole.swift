/// What a column says about the interview itself, when it is no answer.
package enum MetaRole: String, CaseIterable, Hashable, Sendable {
  /// Identifies the record in the system it comes from.
  case recordKey = "record-key"
  /// Counts the rows; identifies nothing.
  case rowNumber = "row-number"
  /// When the interview began.
  case startTime = "start-time"
  /// When it was finished.
  case endTime = "end-time"
  /// When it reached the server.
  case submissionTime = "submission-time"
  /// Who interviewed or typed.
  case operatorName = "operator"
  /// Whether it is complete, approved, rejected.
  case status
  /// Names, mail and network addresses of respondents; never stored.
  case personal
  /// Device, version of the form, attachments and the like.
  case technical
}
