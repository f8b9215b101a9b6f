/// What an expression may ask about the interview in which it is evaluated.
///
/// Questions are the indices that `compile` resolved. An answer that is not
/// there is the empty text. The clock and the source of chance are part of the
/// context, so that the same context always gives the same value.
public protocol ExpressionContext {
  /// The answer to a question, the empty text when it is missing.
  ///
  /// The codes of a multiple choice are joined by one space.
  func value(of question: Int) -> ExpressionValue

  /// The answer being judged or computed, `.`.
  var currentValue: ExpressionValue { get }

  /// Why a question has no answer, as the word that `missing-reason()` gives.
  func missingReason(of question: Int) -> String?

  /// The label of a choice in the language of the interview.
  func choiceLabel(of question: Int, code: String) -> String?

  /// The answer to a question in the record saved before.
  func lastSavedValue(of question: Int) -> ExpressionValue

  /// A column of the choice that a choice filter looks at.
  func choiceColumn(_ column: Int) -> ExpressionValue

  /// The position of that choice in its list, from 1.
  var position: Int { get }

  /// The answers to a question of a repeat in which the expression does not stand, one for each turn
  /// within those in which it stands; nothing for any other question.
  ///
  /// Where a repeat is named by its number, they are those that are seen from outside it.
  func turnValues(of question: Int, outside repeated: Int?) -> [ExpressionValue]?

  /// The answer to a question in turns of repeats around it, from 1, by the number of the repeat.
  ///
  /// Of a repeat that is not named it is the turn in which the expression stands, else the first.
  func value(of question: Int, turns: [Int: Int]) -> ExpressionValue

  /// How many turns a repeat has, within those in which the expression stands.
  func turnCount(of repeated: Int) -> Int

  /// The turn in which the expression stands, from 1, of a repeat around it.
  func turn(of repeated: Int) -> Int

  /// The current date.
  var today: CalendarDate { get }

  /// The current instant with the offset of the local clock.
  var now: Timestamp { get }

  /// The seed of `random()` and `uuid()`, another one for every interview and question.
  var randomSeed: UInt64 { get }

  /// Whether names of months and days are Vietnamese; otherwise they are English.
  var writesVietnamese: Bool { get }
}

extension ExpressionContext {
  /// No saved record: the empty text.
  public func lastSavedValue(of question: Int) -> ExpressionValue { .missing }

  /// No choice filter: the empty text.
  public func choiceColumn(_ column: Int) -> ExpressionValue { .missing }

  /// No repeat.
  public func turnValues(of question: Int, outside repeated: Int?) -> [ExpressionValue]? { nil }

  /// No repeat: the one answer in the first turn, nothing in others.
  public func value(of question: Int, turns: [Int: Int]) -> ExpressionValue {
    turns.values.allSatisfy { $0 == 1 } ? value(of: question) : .missing
  }

  /// No repeat: once.
  public func turnCount(of repeated: Int) -> Int { 1 }

  /// The first turn.
  public func turn(of repeated: Int) -> Int { 1 }

  /// The first position.
  public var position: Int { 1 }

  /// Zero: chance without a seed is always the same.
  public var randomSeed: UInt64 { 0 }

  /// Vietnamese.
  public var writesVietnamese: Bool { true }
}
