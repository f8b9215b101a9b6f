import SurveyModel

/// What one system writes about the state of a submission.
struct StatusRule: Sendable {
  /// The headers of the column, as ``MatchingKey`` has them.
  let headers: Set<String>
  /// All headers of one of these have to be among the others; none where the header alone is enough.
  var witnesses: [Set<String>] = []
  /// The cells that raise a doubt, as ``MatchingKey`` has them.
  let doubts: [String: SubmissionDoubt]

  /// Whether the system wrote a table with these headers.
  func isWitnessed(by headers: Set<String>) -> Bool {
    witnesses.isEmpty || witnesses.contains { $0.isSubset(of: headers) }
  }

  /// The known systems.
  ///
  /// States in which nobody has decided yet (`hasIssues`, `On Hold`, `Pending`) raise no doubt: such a
  /// submission counts at its server too.
  static let all = [
    // ODK Central, "Submissions: review states", and `lib/data/briefcase.js`; its OData feed writes
    // without spaces.
    StatusRule(headers: ["reviewstate"], doubts: ["rejected": .rejected]),
    StatusRule(
      headers: ["status"],
      witnesses: [["reviewstate"]],
      doubts: [
        "not decrypted": .incomplete, "notdecrypted": .incomplete,
        "missing encrypted form data": .incomplete, "missingencryptedformdata": .incomplete,
      ]
    ),
    // KoboToolbox, "Viewing and validating data": by its label and by its id.
    StatusRule(
      headers: ["_validation_status"],
      doubts: ["not approved": .rejected, "validation_status_not_approved": .rejected]
    ),
    // Ona, "Submission reviews".
    StatusRule(
      headers: ["_review_status"],
      witnesses: [["_uuid"], ["_xform_id"], ["_id"], ["meta/instanceid"]],
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
    // Qualtrics, "Understanding your dataset": words, and numbers where it writes them. "Response ID"
    // is a column of other systems too, and a status of 1 may be anything.
    StatusRule(
      headers: ["status", "response type"],
      witnesses: qualtrics + [["response id"]],
      doubts: [
        "survey preview": .test, "survey test": .test, "offline survey preview": .test,
        "spam": .spam, "preview spam": .spam, "survey preview spam": .spam, "imported spam": .spam,
      ]
    ),
    StatusRule(
      headers: ["status"],
      witnesses: qualtrics,
      doubts: ["1": .test, "2": .test, "8": .spam, "9": .spam, "12": .spam, "17": .test]
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
      witnesses: [
        ["last page"], ["start language"], ["seed"], ["ngôn ngữ bắt đầu"], ["trang cuối"],
        ["trang sau cùng"],
      ],
      doubts: ["": .incomplete]
    ),
  ]

  private static let qualtrics: [Set<String>] = [
    ["responseid"], ["recordeddate"], ["recorded date", "response id"],
  ]

  /// REDCap, the state of an instrument; where there are several, those of others say nothing.
  private static let instrument = StatusRule(
    headers: ["complete?"],
    doubts: ["0": .incomplete, "incomplete": .incomplete]
  )

  /// What is known of the column at `place` of a table with these headers.
  static func rules(for place: Int, of names: [String], among known: Set<String>) -> [StatusRule] {
    let name = names[place]
    var rules = all.filter { $0.headers.contains(name) && $0.isWitnessed(by: known) }
    if isInstrument(name), isOfREDCap(place, names, known) { rules.append(instrument) }
    return rules
  }

  /// Whether REDCap calls the state of an instrument so, by its name or by its label.
  static func isInstrument(_ name: String) -> Bool {
    name.hasSuffix("_complete") || instrument.headers.contains(name)
  }

  /// Whether REDCap wrote a table: others count their records under `study_id` too, but in its tables
  /// the state closes the columns of the instrument.
  private static func isOfREDCap(_ place: Int, _ names: [String], _ known: Set<String>) -> Bool {
    !known.isDisjoint(with: ["record_id", "record id"])
      || known.contains { $0.hasPrefix("redcap_") }
      || known.contains("study_id") && place == names.indices.last
  }
}
