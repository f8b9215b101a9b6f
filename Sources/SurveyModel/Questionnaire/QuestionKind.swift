/// What kind of answer a question takes.
public enum QuestionKind: Hashable, Sendable {
  case selectOne(ChoiceList)
  case selectMultiple(ChoiceList)
  /// All options in an order.
  case rank(ChoiceList)
  case integer
  case decimal
  /// One of the numbers of a range.
  case range(NumberRange)
  case text
  case date
  /// A time of day, `08:30`.
  case time
  /// A day with a time of day.
  case dateTime
  /// What a scanner reads, kept as it is.
  case barcode
  /// Shown, and confirmed with `OK`.
  case acknowledge
  /// Shown and not answered.
  case note
  /// Computed and never asked.
  case calculate
  /// Kept and never asked: it has its default or what was computed.
  case hidden
  case metadata(FormMetadata)
  /// A type of XLSForm that cannot be asked here, as it is written; it is kept and passed over.
  case carried(String)

  /// The code that an acknowledged question has.
  public static let acknowledged = "OK"

  /// The options of a closed question.
  public var choiceList: ChoiceList? {
    switch self {
    case .selectOne(let list), .selectMultiple(let list), .rank(let list): list
    case .integer, .decimal, .range, .text, .date, .time, .dateTime, .barcode, .acknowledge,
      .note, .calculate, .hidden, .metadata, .carried:
      nil
    }
  }

  /// The word for the kind in questionnaire files.
  public var name: String {
    switch self {
    case .selectOne: "select_one"
    case .selectMultiple: "select_multiple"
    case .rank: "rank"
    case .integer: "integer"
    case .decimal: "decimal"
    case .range: "range"
    case .text: "text"
    case .date: "date"
    case .time: "time"
    case .dateTime: "datetime"
    case .barcode: "barcode"
    case .acknowledge: "acknowledge"
    case .note: "note"
    case .calculate: "calculate"
    case .hidden: "hidden"
    case .metadata(let metadata): metadata.rawValue
    case .carried(let type): type
    }
  }

  /// Whether a respondent meets it when it is relevant.
  public var isShown: Bool {
    switch self {
    case .calculate, .hidden, .metadata, .carried: false
    case .selectOne, .selectMultiple, .rank, .integer, .decimal, .range, .text, .date, .time,
      .dateTime, .barcode, .acknowledge, .note:
      true
    }
  }

  /// Whether somebody answers it.
  public var takesAnswers: Bool { isShown && self != .note }

  /// Whether its answers are kept; those of notes and carried types are none.
  public var isStored: Bool { shape != .nothing }
}

/// What the answers to a question are made of, for whoever stores, counts or exchanges them.
///
/// Many kinds of question share one shape: a time of day, a rank and a scanned code are texts.
public enum AnswerShape: Hashable, Sendable {
  case selectOne(ChoiceList)
  case selectMultiple(ChoiceList)
  case integer
  case decimal
  case text
  case date
  /// A number, a date or a text, as it was computed.
  case calculate
  case nothing
}

extension QuestionKind {
  /// What its answers are made of.
  public var shape: AnswerShape {
    switch self {
    case .selectOne(let list): .selectOne(list)
    case .selectMultiple(let list): .selectMultiple(list)
    case .integer: .integer
    case .decimal: .decimal
    case .range(let range): range.isInteger ? .integer : .decimal
    case .text, .rank, .time, .dateTime, .barcode, .acknowledge: .text
    case .date: .date
    case .calculate, .hidden: .calculate
    case .metadata(.today): .date
    case .metadata(.audit): .nothing
    case .metadata: .text
    case .note, .carried: .nothing
    }
  }
}
