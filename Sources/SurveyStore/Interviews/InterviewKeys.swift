import SurveyModel

/// Everything in a row that is not an answer.
struct InterviewKeys {
  var interview: InterviewID
  var revision: Int64
  var revisionStation: UInt64
  var wave: Int64
  var batch: Int64?
  var ordinal: Int64?
  var mode: String
  var language: String
  var started: Timestamp?
  var finished: Timestamp?
  var consent: String?
}
