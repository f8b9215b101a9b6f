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
  /// The number of the respondent's dossier, which is kept only as a keyed hash.
  case dossier
}

/// In which order the options of a question are shown.
public enum Randomization: Hashable, Sendable {
  /// In another order in each interview.
  case unseeded
  /// In the order that a number gives.
  case seed(Double)
  /// In the order that the answer to a question gives.
  case seedOf(question: String)
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
  /// Which of the options are offered; it reads their columns.
  public var choiceFilter: LocatedExpression?
  /// Whether the options are shown in a random order.
  public var randomize: Randomization?
  /// Whether it is shown and cannot be changed.
  public var readOnly = false
  /// The questions whose answers set its value, as written: `${a}, ${b}`.
  public var trigger: String?
  /// Help for the interviewer's training and for paper, as a rule not shown.
  public var guidance: LocalizedText?
  /// How it wants to look, as written.
  public var appearance: String?
  /// Parameters that have no field of their own, as written.
  public var parameters = Attributes()
  /// Further columns, kept as they are.
  public var extras = Attributes()
  /// In how many repeats it stands, one in the other: 0 where it is asked once.
  public internal(set) var repeatDepth = 0

  /// Whether it stands in a repeat, so that it has one answer for each turn.
  public var isRepeated: Bool { repeatDepth > 0 }
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

extension Question {
  /// What its answers are made of: those of a repeat are one text.
  public var shape: AnswerShape {
    guard isRepeated else { return kind.shape }
    return kind.isStored ? .text : .nothing
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
  /// The innermost group that it stands in.
  public let group: String?
  /// Its questions.
  public internal(set) var questions: [Question]

  /// Makes a section.
  public init(
    id: String,
    title: LocalizedText,
    relevant: LocatedExpression? = nil,
    matrix: String? = nil,
    group: String? = nil,
    questions: [Question]
  ) {
    self.id = id
    self.title = title
    self.relevant = relevant
    self.matrix = matrix
    self.group = group
    self.questions = questions
  }
}
