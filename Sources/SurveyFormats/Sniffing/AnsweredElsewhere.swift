package import SurveyModel

/// Rows that answer nothing of the form but in words, and are interviews because something stands in
/// columns that are not of the form.
package struct AnsweredElsewhere: Hashable, Sendable {
  /// How many.
  package private(set) var rows = 0
  /// The physical line of the first.
  package private(set) var firstLine = 0

  /// None yet.
  package init() {}

  /// Counts the row on a physical line.
  mutating func count(line: Int) {
    if rows == 0 { firstLine = line }
    rows += 1
  }

  /// The rows in a sentence; none when there are none.
  package func summary(in language: InterfaceLanguage) -> String? {
    guard rows > 0 else { return nil }
    return language.choose(
      "\(rows) phiếu không trả lời câu nào của phiếu hỏi ngoài câu ghi chữ, chỉ có nội dung ở cột khác (đầu tiên: dòng \(firstLine)); vẫn được tính là phiếu. [T09]",
      "\(rows) \(rows == 1 ? "interview answers" : "interviews answer") nothing of the form but in words, with something in other columns only (first: line \(firstLine)); counted all the same. [T09]"
    )
  }
}
