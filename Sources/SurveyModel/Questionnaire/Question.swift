/// What kind of answer a question takes.
public enum QuestionKind: Hashable, Sendable {
  case selectOne(ChoiceList)
  case selectMultiple(ChoiceList)
  case integer
  case decimal
  case text
  case date
  /// Shown and not answered.
  case note
  /// Computed and never asked.
  case calculate

  /// The options of a closed question.
  public var choiceList: ChoiceList? {
    switch self {
    case .selectOne(let list), .selectMultiple(let list): list
    case .integer, .decimal, .text, .date, .note, .calculate: nil
    }
  }

  /// The word for the kind in questionnaire files.
  public var name: String {
    switch self {
    case .selectOne: "select_one"
    case .selectMultiple: "select_multiple"
    case .integer: "integer"
    case .decimal: "decimal"
    case .text: "text"
    case .date: "date"
    case .note: "note"
    case .calculate: "calculate"
    }
  }
}

/// Whether a question may be left blank.
public enum Requirement: Hashable, Sendable {
  case never
  case always
  case when(LocatedExpression)
}

/// An expression together with the place where it is written.
public struct LocatedExpression: Hashable, Sendable {
  /// The expression.
  public let expression: Expression
  /// Where its text begins.
  public let location: SourceLocation

  /// Makes a located expression.
  public init(_ expression: Expression, at location: SourceLocation) {
    self.expression = expression
    self.location = location
  }
}

/// What a question starts with.
public enum DefaultAnswer: Hashable, Sendable {
  /// Text as it would be typed: a code, a number, words.
  case literal(String)
  case expression(LocatedExpression)
}

/// What a question means to the tool beside its answer.
public enum QuestionRole: String, CaseIterable, Hashable, Sendable {
  /// This date decides the quarter, half-year and year of the interview.
  case interviewDate = "interview-date"
}

/// One question of an instrument.
public struct Question: Hashable, Sendable {
  /// The name of the column and of `${...}`.
  public let id: String
  /// What kind of answer it takes.
  public let kind: QuestionKind
  /// What is asked.
  public let label: LocalizedText
  /// Help for whoever asks or answers.
  public let hint: LocalizedText?
  /// Whether it may be left blank.
  public var required: Requirement = .never
  /// What is said when a required answer is blank.
  public var requiredMessage: LocalizedText?
  /// When it is asked.
  public var relevant: LocatedExpression?
  /// What an answer must satisfy.
  public var constraint: LocatedExpression?
  /// What is said when it does not.
  public var constraintMessage: LocalizedText?
  /// What makes an answer doubtful; fires when true.
  public var warning: LocatedExpression?
  /// What is said then.
  public var warningMessage: LocalizedText?
  /// How a calculated value is computed.
  public var calculation: LocatedExpression?
  /// What it starts with.
  public var defaultAnswer: DefaultAnswer?
  /// Whether the answer is carried to the next forms of a session.
  public var persists = false
  /// Whether it is asked; design variables are often imported or joined.
  public var isAsked = true
  /// What it means to the tool.
  public var role: QuestionRole?
  /// Codes for a missing answer, the nearest declaration first.
  public var missing: [MissingCode] = []
  /// Where it is written.
  public let location: SourceLocation

  /// Makes a question with no rules.
  public init(
    id: String,
    kind: QuestionKind,
    label: LocalizedText,
    hint: LocalizedText? = nil,
    location: SourceLocation
  ) {
    self.id = id
    self.kind = kind
    self.label = label
    self.hint = hint
    self.location = location
  }
}

/// A run of questions under one title.
public struct Section: Hashable, Sendable {
  /// The name of the section.
  public let id: String
  /// How it is headed.
  public let title: LocalizedText
  /// When it is asked at all.
  public let relevant: LocatedExpression?
  /// The scale that its questions share, when it is a matrix.
  public let matrix: String?
  /// Its questions.
  public let questions: [Question]

  /// Makes a section.
  public init(
    id: String,
    title: LocalizedText,
    relevant: LocatedExpression? = nil,
    matrix: String? = nil,
    questions: [Question]
  ) {
    self.id = id
    self.title = title
    self.relevant = relevant
    self.matrix = matrix
    self.questions = questions
  }
}
