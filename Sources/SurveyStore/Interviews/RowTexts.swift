import SurveyModel

/// The texts of dates; the rows of a file share few days.
struct DateTexts {
  private static let capacity = 4096
  private var last: (date: CalendarDate, text: String)?
  private var known: [Int: String] = [:]

  /// The date as ISO 8601 writes it.
  mutating func text(_ date: CalendarDate) -> String {
    if let last, last.date == date { return last.text }
    let day = date.daysSince1970
    let text = known[day] ?? date.description
    if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
    known[day] = text
    last = (date, text)
    return text
  }
}

/// The sparse column of reasons; the rows of a file share few patterns, and each is written once.
struct MissingTexts {
  private static let capacity = 4096
  /// `"question":"reason"` for each question and reason.
  private let parts: [[String]]
  private var known: [[Int]: String] = [:]
  /// Question and reason of the row at hand, each pair in one number.
  private var row: [Int] = []

  /// `parts` has the texts of each question by ``SurveyModel/MissingReason/storedNumber``.
  init(parts: [[String]]) { self.parts = parts }

  mutating func begin() { row.removeAll(keepingCapacity: true) }

  mutating func add(_ reason: MissingReason, question: Int) {
    row.append(question << 3 | reason.storedNumber)
  }

  /// The JSON of the row, nothing for a row without gaps.
  mutating func text() -> String? {
    if row.isEmpty { return nil }
    if let text = known[row] { return text }
    let text = "{" + row.map { parts[$0 >> 3][$0 & 7] }.joined(separator: ",") + "}"
    if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
    known[row] = text
    return text
  }
}
