import SurveyModel

/// Reads the cells of a column for one option of a multiple choice.
///
/// Chosen is `1`, `1.0`, `True`, `Yes`, `Y`, `x`, `v`, a tick, `Có`, `Checked`, the option's own
/// label or code; not chosen is `0`, `False`, `No`, `N`, `Không`, `Unchecked`. Where the group
/// holds ranks, every number from 1 means chosen; where it holds ones, a code that is a number is
/// none, because 2 may mean "no"; where it holds codes, 0 means chosen for the option coded 0.
struct OptionCells: Sendable {
  let option: Int
  let book: ChoiceBook
  let marks: MissingMarks
  let holdsRanks: Bool
  var numbers = OptionNumbers.open

  func read(_ text: String) -> CellReading {
    if numbers == .ownCodes, book.entry(code: text) ?? book.entry(codeLike: text) == option {
      return .option(.chosen)
    }
    let key = MatchingKey(text).text
    if Self.yes.contains(key) { return .option(.chosen) }
    if Self.no.contains(key) { return .option(.notChosen) }
    if holdsRanks, let rank = NumberText.parseInteger(text), rank > 0, rank <= book.choiceCount {
      return .option(.chosen)
    }
    let isCode = numbers != .marks || NumberText.parseInteger(text) == nil
    if isCode, let index = book.entry(code: text) ?? book.entry(label: text), index == option {
      return .option(.chosen)
    }
    if let reason = book.missing(text)?.reason ?? marks.reason(text)
      ?? marks.reasonOfForbidden(text)
    {
      return .option(.missing(reason))
    }
    if let damage = ExcelDamage.visible(in: text) { return .refused(.damage(damage)) }
    let rejection = AnswerRejection.notAChoice(
      text: String(text.prefix(80)),
      allowed: ["0", "1"],
      closest: nil
    )
    return .refused(.answer(rejection))
  }

  /// Whether a cell says by itself that an option was chosen or not.
  static func isMark(_ text: String) -> Bool {
    let key = MatchingKey(text).text
    return yes.contains(key) || no.contains(key)
  }

  /// Whether a cell says that an option was not chosen, or nothing about it.
  static func isNoChoice(_ text: String) -> Bool {
    no.contains(MatchingKey(text).text) || MissingMarks.usualSigns.contains(text)
  }

  private static let yes: Set<String> = [
    "1", "1.0", "1,0", "true", "yes", "y", "x", "v", "✓", "✔", "☑", "☒", "có", "co", "checked",
    "selected", "chọn", "đúng",
  ]
  private static let no: Set<String> = [
    "0", "0.0", "0,0", "false", "no", "n", "không", "khong", "unchecked", "not selected",
    "unselected", "không chọn", "sai", "☐",
  ]
}
