import SurveyModel

extension ColumnWidth {
  /// The lines of `text` broken at spaces to at most `width` columns.
  static func lines(of text: String, width: Int) -> [String] {
    LineBreaking.lines(of: text, width: Double(max(width, 1))) { Double(of($0)) }
  }

  /// The columns of the longest word.
  static func longestWord(of text: String) -> Int {
    text.split(separator: " ").map { of($0) }.max() ?? 0
  }
}
