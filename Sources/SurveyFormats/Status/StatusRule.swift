import SurveyModel

/// What one system writes about the state of a submission.
struct StatusRule: Sendable {
  /// The headers of the column, as ``MatchingKey`` has them.
  let headers: Set<String>
  /// One of these has to be among the other columns; none where the header alone is enough.
  var witnesses: Set<String> = []
  /// The cells that raise a doubt, as ``MatchingKey`` has them.
  let doubts: [String: SubmissionDoubt]

  /// The known systems.
  ///
  /// States in which nobody has decided yet (`hasIssues`, `On Hold`, `Pending`) raise no doubt: such a
  /// submission counts at its server too.
  static let all = [
    // ODK Central, "Submissions: review states", and `lib/data/briefcase.js`.
    StatusRule(headers: ["reviewstate"], doubts: ["rejected": .rejected]),
    StatusRule(
      headers: ["status"],
      witnesses: ["reviewstate"],
      doubts: ["notdecrypted": .incomplete, "missingencryptedformdata": .incomplete]
    ),
    // KoboToolbox, "Viewing and validating data": by its label and by its id.
    StatusRule(
      headers: ["_validation_status"],
      doubts: ["not approved": .rejected, "validation_status_not_approved": .rejected]
    ),
    // Ona, "Submission reviews".
    StatusRule(
      headers: ["_review_status"],
      witnesses: ["_uuid", "_xform_id", "_id", "meta/instanceid"],
      doubts: ["rejected": .rejected, "2": .rejected]
    ),
    // Survey Solutions, "System-generated export files", `interview__status`.
    StatusRule(
      headers: ["interview__status"],
      doubts: [
        "65": .rejected, "rejectedbysupervisor": .rejected,
        "125": .rejected, "rejectedbyheadquarters": .rejected,
        "20": .incomplete, "created": .incomplete,
        "40": .incomplete, "supervisorassigned": .incomplete,
        "60": .incomplete, "interviewerassigned": .incomplete,
        "80": .incomplete, "readyforinterview": .incomplete,
        "85": .incomplete, "senttocapi": .incomplete,
        "95": .incomplete, "restarted": .incomplete,
      ]
    ),
    // Qualtrics, "Understanding your dataset": words, and numbers where it writes them.
    StatusRule(
      headers: ["status"],
      witnesses: qualtrics,
      doubts: [
        "survey preview": .test, "1": .test, "survey test": .test, "2": .test,
        "spam": .spam, "8": .spam, "preview spam": .spam, "survey preview spam": .spam, "9": .spam,
        "imported spam": .spam, "12": .spam, "offline survey preview": .test, "17": .test,
      ]
    ),
    StatusRule(
      headers: ["finished"],
      witnesses: qualtrics,
      doubts: ["false": .incomplete, "0": .incomplete]
    ),
    // LimeSurvey: the day of submission of an answer that was broken off is blank.
    StatusRule(headers: ["submitdate"], doubts: ["": .incomplete]),
    StatusRule(
      headers: ["date submitted", "ngày gửi"],
      witnesses: ["last page", "start language", "seed", "ngôn ngữ bắt đầu", "trang cuối"],
      doubts: ["": .incomplete]
    ),
  ]

  private static let qualtrics: Set<String> = [
    "responseid", "response id", "recordeddate", "recorded date",
  ]

  /// REDCap, the state of an instrument; where there are several, those of others say nothing.
  static let instrument = StatusRule(
    headers: [],
    witnesses: ["record_id", "record id", "redcap_record_id", "study_id"],
    doubts: ["0": .incomplete, "incomplete": .incomplete]
  )
}
