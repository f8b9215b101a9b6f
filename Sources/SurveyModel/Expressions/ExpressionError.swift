/// What is wrong with an expression, and where.
public enum ExpressionError: Error, Hashable, Sendable {
  /// The text has more bytes than allowed.
  case tooLong(length: Int, limit: Int)
  /// The text is blank.
  case empty
  /// Brackets, calls or minus signs nest deeper than allowed.
  case tooDeep(limit: Int, offset: Int)
  /// A character that the language does not use.
  case unexpectedCharacter(String, offset: Int)
  /// A text whose closing quote is missing.
  case unterminatedString(offset: Int)
  /// A `${` whose closing brace is missing.
  case unterminatedReference(offset: Int)
  /// `${}` without a name.
  case emptyReference(offset: Int)
  /// A word or sign that may not stand at this place.
  case unexpectedToken(String, offset: Int)
  /// The text ends before the expression does.
  case unexpectedEnd(offset: Int)
  /// An operator of another language.
  case foreignOperator(String, use: String, offset: Int)
  /// A call of a function that does not exist.
  case unknownFunction(String, suggestion: String?, offset: Int)
  /// A call with too few or too many arguments.
  case argumentCount(function: String, given: Int, accepted: ClosedRange<Int>, offset: Int)
  /// An argument that must be a question, or questions joined by `|`.
  case argumentIsNoQuestion(function: String, offset: Int)
  /// An argument that must be a text in quotes.
  case argumentIsNoText(function: String, offset: Int)
  /// A table that does not come with the questionnaire.
  case unknownTable(String, suggestion: String?, offset: Int)
  /// A column that a table does not have.
  case unknownColumn(String, table: String, suggestion: String?, offset: Int)
  /// A reference to a question that does not exist.
  case unknownName(String, suggestion: String?, offset: Int)
  /// A name that stands alone: neither a reference nor a text.
  case bareName(String, isQuestion: Bool, offset: Int)
  /// A pattern of `regex()` that cannot be read.
  case invalidPattern(String, ExpressionPatternProblem, offset: Int)
  /// A literal date that no calendar has.
  case invalidDate(String, offset: Int)
  /// A sign in a date format that has no meaning.
  case invalidDateFormat(String, offset: Int)
  /// Something that XLSForm knows and that this program does not support.
  case unsupported(ExpressionFeature, offset: Int)

  /// Where the error is, as a UTF-8 offset into the text.
  public var offset: Int {
    switch self {
    case .tooLong, .empty: 0
    case .tooDeep(_, let offset), .unexpectedCharacter(_, let offset),
      .unterminatedString(let offset), .unterminatedReference(let offset),
      .emptyReference(let offset), .unexpectedToken(_, let offset),
      .unexpectedEnd(let offset), .foreignOperator(_, _, let offset),
      .unknownFunction(_, _, let offset), .argumentCount(_, _, _, let offset),
      .argumentIsNoQuestion(_, let offset), .argumentIsNoText(_, let offset),
      .unknownTable(_, _, let offset), .unknownColumn(_, _, _, let offset),
      .unknownName(_, _, let offset),
      .bareName(_, _, let offset), .invalidPattern(_, _, let offset),
      .invalidDate(_, let offset), .invalidDateFormat(_, let offset),
      .unsupported(_, let offset):
      offset
    }
  }

  /// The stable code of the diagnostic.
  public var code: String {
    switch self {
    case .tooLong: "expression-too-long"
    case .empty: "expression-empty"
    case .tooDeep: "expression-too-deep"
    case .unexpectedCharacter: "expression-unexpected-character"
    case .unterminatedString: "expression-unterminated-string"
    case .unterminatedReference: "expression-unterminated-reference"
    case .emptyReference: "expression-empty-reference"
    case .unexpectedToken: "expression-unexpected-token"
    case .unexpectedEnd: "expression-unexpected-end"
    case .foreignOperator: "expression-foreign-operator"
    case .unknownFunction: "expression-unknown-function"
    case .argumentCount: "expression-argument-count"
    case .argumentIsNoQuestion: "expression-argument-is-no-question"
    case .argumentIsNoText: "expression-argument-is-no-text"
    case .unknownTable: "expression-unknown-table"
    case .unknownColumn: "expression-unknown-column"
    case .unknownName: "expression-unknown-name"
    case .bareName: "expression-bare-name"
    case .invalidPattern: "expression-invalid-pattern"
    case .invalidDate: "expression-invalid-date"
    case .invalidDateFormat: "expression-invalid-date-format"
    case .unsupported: "expression-unsupported"
    }
  }
}

/// A part of XLSForm's language that this program does not support.
public enum ExpressionFeature: Hashable, Sendable {
  /// A function by its name.
  case function(String)
  /// A location path, or the sign that makes one.
  case path(String)
  /// An axis such as `parent::`.
  case axis(String)
  /// An attribute, `@name`.
  case attribute
  /// A variable, `$name`.
  case variable
  /// `|` outside the arguments of functions over several questions.
  case union
  /// `position()` of something else than the choice being filtered.
  case positionOfReference
}

/// Why a pattern of `regex()` cannot be read.
public enum ExpressionPatternProblem: Hashable, Sendable {
  /// The pattern ends inside a group, a class or an escape.
  case unfinished
  /// A quantifier has nothing to repeat.
  case nothingToRepeat
  /// A repeat count is no number, or its bounds are reversed.
  case badCount
  /// A class is empty, or a range in it is reversed.
  case badClass
  /// A closing bracket has no opening one.
  case unbalanced
  /// An escape that is not known here.
  case unknownEscape(String)
  /// Look-around, back references and other things that need backtracking.
  case unsupported(String)
  /// The pattern is too large once its repeats are written out.
  case tooLarge
}
