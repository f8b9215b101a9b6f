import GRDB
import SurveyModel

/// An answer as a pair of kind and value, for the answers of drafts.
struct StoredAnswer {
  let kind: String
  let value: DatabaseValue

  init(_ answer: Answer) {
    switch answer {
    case .integer(let number): (kind, value) = ("integer", number.databaseValue)
    case .decimal(let number): (kind, value) = ("decimal", number.databaseValue)
    case .text(let text): (kind, value) = ("text", text.databaseValue)
    case .date(let date): (kind, value) = ("date", date.description.databaseValue)
    case .choice(let code): (kind, value) = ("choice", code.databaseValue)
    case .choices(let codes): (kind, value) = ("choices", JSONText.list(codes).databaseValue)
    case .missing(let reason): (kind, value) = ("missing", reason.rawValue.databaseValue)
    }
  }

  init(kind: String, value: DatabaseValue) {
    self.kind = kind
    self.value = value
  }

  /// The answer; `nil` when the pair makes no sense, which only another program can bring about.
  var answer: Answer? {
    switch kind {
    case "integer": Int.fromDatabaseValue(value).map { .integer($0) }
    case "decimal": Double.fromDatabaseValue(value).map { .decimal($0) }
    case "text": String.fromDatabaseValue(value).map { .text($0) }
    case "date": String.fromDatabaseValue(value).flatMap { CalendarDate(iso: $0) }.map { .date($0) }
    case "choice": String.fromDatabaseValue(value).map { .choice($0) }
    case "choices": String.fromDatabaseValue(value).map { .choices(JSONText.strings(in: $0)) }
    case "missing":
      String.fromDatabaseValue(value).flatMap { MissingReason(rawValue: $0) }.map { .missing($0) }
    default: nil
    }
  }
}
