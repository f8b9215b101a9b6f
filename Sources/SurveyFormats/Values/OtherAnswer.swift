import SurveyModel

/// An answer outside the list that stands in the cell of the list, as online forms write it; its
/// words belong into the cell of the open question.
struct OtherAnswer: RowRejection {
  /// What is wrong with the cell.
  let rejection: CellRejection
  /// What the cell would hold.
  let cell: String
  /// The open question and what its cell would hold.
  let question: String
  let words: String

  var code: String { rejection.code }
  var suggestion: String? { "\(cell) | \(question): \(words)" }

  /// None where the question has no option for another answer with an open question, or where the
  /// words may be a slip of the hand.
  init?(_ rejection: CellRejection, in text: String, of index: Int, _ form: Questionnaire) {
    let text = text.composed.trimmed
    let lowered = text.lowercased()
    guard text.utf8.count <= Self.longestCell, lowered.utf8.count == text.utf8.count else {
      return nil
    }
    let start: String.Index
    switch rejection {
    case .uncovered(_, let rest, nil):
      guard let found = lowered.lastRange(of: rest), found.upperBound == lowered.endIndex,
        found.lowerBound > lowered.startIndex
      else { return nil }
      start = found.lowerBound
    case .answer(.notAChoice(_, _, nil)): start = text.startIndex
    default: return nil
    }
    guard let partner = Self.partner(of: index, form) else { return nil }
    let named = text[start...].split(separator: ":", maxSplits: 1).map(\.trimmed)
    let isNamed = named.count == 2 && OtherWords.contain(HeaderKey(named[0]).letters)
    let head = text[..<start].trimmed.reversed().drop { ",;| ".contains($0) }.reversed()
    self.rejection = rejection
    cell = (head.isEmpty ? "" : String(head) + "; ") + partner.option
    words = isNamed ? named[1] : text[start...].trimmed
    question = partner.question
  }

  /// Longer cells are told without a repair.
  private static let longestCell = 400

  /// The option for another answer, and the open question that is asked after it.
  private static func partner(
    of index: Int,
    _ form: Questionnaire
  ) -> (option: String, question: String)? {
    let closed = form.questions[index]
    guard let list = closed.kind.choiceList else { return nil }
    for open in form.questions where open.kind == .text {
      guard let condition = open.relevant?.expression.text.filter({ !$0.isWhitespace }) else {
        continue
      }
      for choice in list.choices {
        let asked = [
          "selected(${\(closed.id)},'\(choice.code)')", "${\(closed.id)}='\(choice.code)'",
          "${\(closed.id)}=\(choice.code)",
        ]
        if asked.contains(condition) { return (choice.label.text("vi"), open.id) }
      }
    }
    return nil
  }

  func text(in language: InterfaceLanguage) -> String {
    rejection.text(in: language)
      + language.choose(
        " Nếu là câu trả lời khác: xin ghi “\(cell)” ở đây và “\(words)” ở cột '\(question)'.",
        " If it is another answer: please write “\(cell)” here and “\(words)” in column '\(question)'."
      )
  }
}
