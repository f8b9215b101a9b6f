import SurveyFormats
import SurveyModel
import SurveyStore

extension Workflow {
  /// The course of interviews in the columns of ODK's audit.csv.
  ///
  /// Of one interview, by its number or id, these columns alone; of all, with the id of the interview
  /// in front, as where ODK joins the files of several submissions.
  package func auditLog(
    in path: String,
    interview text: String?
  ) throws(WorkflowError) -> [UInt8] {
    let study = try open(path, forWriting: false)
    return try attempt(path) {
      defer { try? study.file.close() }
      let wanted = try text.map { text throws in
        let id = Int64(text).map { InterviewID(station: study.file.station, sequence: $0) }
        guard let id = id ?? InterviewID(text) else { throw StudyError.unknownRecord(text) }
        return id
      }
      let columns = [
        "event", "node", "start", "end", "old-value", "new-value", "user", "change-reason",
      ]
      var records = [wanted == nil ? ["instance ID"] + columns : columns]
      let events = try study.file.auditEvents(of: wanted)
      // An interview without a course is one thing, a number that nobody has another.
      if events.isEmpty, let wanted { _ = try study.file.trace(of: wanted) }
      for event in events {
        let cells = [
          event.event, event.question.map { "/data/\($0)" } ?? "", String(event.started),
          event.ended.map { String($0) } ?? "", event.old ?? "", event.new ?? "", event.by,
          event.reason ?? "",
        ]
        records.append(wanted == nil ? [event.interview.description] + cells : cells)
      }
      // Programs that read audit.csv take a byte order mark for a part of the first name.
      let bytes = CSVText.bytes(records)
      return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }
  }
}
