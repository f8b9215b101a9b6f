import SurveyModel

/// The columns that survey systems write beside the answers.
///
/// ODK Central, KoboToolbox, Ona, Google Forms, Microsoft Forms, LimeSurvey, REDCap, Survey
/// Solutions, SurveyMonkey, Qualtrics, and the usual ones in workbooks that people keep by hand.
enum MetaHeaders {
  /// What `header` means; none for a column that is not known as such.
  static func role(of header: String) -> (role: MetaRole, rank: Int)? {
    let key = MatchingKey(header).text
    if let found = byName[key] { return found }
    if let last = key.split(whereSeparator: { $0 == "/" || $0 == ":" }).last,
      last.count < key.count,
      isPath(key), let found = byName[String(last)]
    {
      return found
    }
    if key.hasPrefix("meta-") { return byName[String(key.dropFirst(5))] ?? (.technical, 99) }
    if key.hasPrefix("meta/") || key.hasPrefix("formhub/") { return (.technical, 99) }
    if key.hasSuffix("_complete"), isPath(key) { return (.status, 99) }
    return nil
  }

  /// The role of a column of LimeSurvey's own, by its code alone.
  static func limeSurveyRole(of code: String) -> HeaderMatch? {
    guard ofLimeSurvey.contains(code) else { return nil }
    return role(of: code).map { HeaderMatch(.meta($0.role), .id) }
  }

  private static let ofLimeSurvey: Set<String> = [
    "id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp",
    "ipaddr", "refurl",
  ]

  /// How sure `header` is among the names of its role; small is sure.
  static func rank(of header: String) -> Int { role(of: header)?.rank ?? .max }

  /// Whether only a server of forms writes `header`, which also writes groups before names.
  static func isOfServer(_ header: String) -> Bool {
    servers.contains(
      MatchingKey(header).text.split { $0 == "/" || $0 == "-" }.last.map { String($0) } ?? ""
    )
  }

  /// Whether `header` is one of the ids that servers of forms draw for a submission.
  static func isSubmissionID(_ header: String) -> Bool {
    role(of: header).map { $0.role == .recordKey && $0.rank < submissionIDs } ?? false
  }

  /// Whether `header` names the id that a submission had before it was edited.
  static func isReplacedID(_ header: String) -> Bool {
    MatchingKey(header).text.split { $0 == "/" || $0 == "-" || $0 == ":" }.last == "deprecatedid"
  }

  /// The first names of record keys; an edit on the server changes the later ones of them, and the
  /// earlier ones stay.
  private static let submissionIDs = 4

  private static let servers: Set<String> = [
    "key", "instanceid", "_uuid", "__version__", "_version_", "_xform_id", "_xform_id_string",
    "_submission_time", "formversion", "rootuuid",
  ]

  private static func isPath(_ key: String) -> Bool {
    key.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// The role of each name and its place among the names of that role, the surest first.
  private static let byName: [String: (role: MetaRole, rank: Int)] = {
    var table: [String: (role: MetaRole, rank: Int)] = [:]
    for (role, names) in names {
      for (rank, name) in names.enumerated() {
        let key = MatchingKey(name).text
        if table[key] == nil { table[key] = (role, rank) }
      }
    }
    return table
  }()

  private static let names: [(MetaRole, [String])] = [
    (
      .recordKey,
      [
        "KEY", "rootUuid", "_uuid", "instanceID", "interview__id", "ResponseId", "interview__key",
        "RespondentID", "Respondent ID", "Response ID", "Mã câu trả lời", "ID phản hồi", "_id",
        "record_id", "redcap_record_id", "Id", "Mã phiếu", "Số phiếu", "Mã số phiếu",
        "Mã bản ghi", "Record ID",
      ]
    ),
    (.rowNumber, ["STT", "Số TT", "TT", "Số thứ tự", "_index", "No.", "#"]),
    (
      .startTime,
      [
        "start", "Start time", "StartDate", "Start Date", "startdate", "Date started",
        "Thời gian bắt đầu", "Giờ bắt đầu", "Ngày bắt đầu", "Bắt đầu", "starttime",
      ]
    ),
    (
      .endTime,
      [
        "end", "Completion time", "EndDate", "End Date", "Date last action", "datestamp",
        "Thời gian hoàn thành", "Thời gian kết thúc", "Giờ kết thúc", "endtime",
        "Hoạt động sau cùng",
      ]
    ),
    (
      .submissionTime,
      [
        "SubmissionDate", "_submission_time", "Dấu thời gian", "Timestamp", "submitdate",
        "Date submitted", "RecordedDate", "Ngày gửi", "Thời gian gửi", "Last modified time",
        "Thời gian sửa đổi lần cuối", "date created", "Date Modified",
      ]
    ),
    (
      .operatorName,
      [
        "SubmitterName", "_submitted_by", "username", "responsible", "Điều tra viên",
        "Người phỏng vấn", "Người nhập", "Người nhập liệu", "Cán bộ điều tra", "Interviewer",
        "Enumerator", "EnuName", "SubmitterID",
      ]
    ),
    (
      .status,
      [
        "Status", "ReviewState", "_validation_status", "interview__status", "Finished", "Progress",
        "lastpage", "Last page", "has__errors", "assignment__id", "Trạng thái", "_status",
        "Trang cuối", "Trang sau cùng", "_review_status", "Response Type", "Complete?",
      ]
    ),
    (
      .personal,
      [
        "Email", "Email Address", "Địa chỉ email", "Địa chỉ thư điện tử", "Name", "Tên", "Họ tên",
        "Họ và tên", "IP Address", "IPAddress", "ipaddr", "Địa chỉ IP", "RecipientEmail",
        "RecipientFirstName", "RecipientLastName", "First Name", "Last Name", "phonenumber",
        "Số điện thoại", "Tên người dùng", "LocationLatitude", "LocationLongitude", "_geolocation",
      ]
    ),
    (
      .technical,
      [
        "DeviceID", "deviceid", "FormVersion", "__version__", "_version", "_version_",
        "AttachmentsPresent", "AttachmentsExpected", "Edits", "today", "_tags", "_notes",
        "_duration", "_xform_id", "_xform_id_string", "_parent_table_name", "_parent_index",
        "PARENT_KEY", "_attachments", "_bamboo_dataset_id", "_media_count", "_total_media",
        "_media_all_received", "_date_modified", "_edited", "_submission__id",
        "_submission__uuid", "_submission__submission_time", "_submission__validation_status",
        "_submission__notes", "_submission__status", "_submission__submitted_by",
        "_submission___version__", "_submission__tags", "formhub/uuid", "subscriberid",
        "simserial", "imei", "audit", "instanceName", "deprecatedID", "seed",
        "startlanguage", "Start language", "Ngôn ngữ bắt đầu", "refurl", "Referrer URL", "token",
        "CollectorID", "Collector ID", "Custom Data 1", "UserLanguage", "DistributionChannel",
        "ExternalReference", "Duration (in seconds)", "sssys_irnd", "redcap_event_name",
        "redcap_repeat_instrument", "redcap_repeat_instance", "redcap_data_access_group",
        "redcap_survey_identifier", "Ngôn ngữ", "Language", "Tổng điểm", "Total points",
        "Quiz feedback", "Điểm số", "Score", "interview__exportVersion", "ssSys_IRnd",
      ]
    ),
  ]
}
