import SurveyModel
import SurveyTerminal
import Testing

@Suite struct ColumnWidthTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let columns: Int
    var testDescription: String { text }
  }

  /// What a terminal reported for these texts; only the joined emoji is drawn narrower there.
  @Test(arguments: [
    Case(text: "Tỉnh/thành phố", columns: 14),
    Case(text: "Ti\u{309}nh/tha\u{300}nh phô\u{301}", columns: 14),
    Case(text: "ភាសាខ្មែរ", columns: 8),
    Case(text: "ស្រុក ខេត្ត កំពង់ចាម", columns: 15),
    Case(text: "中文 日本", columns: 9),
    Case(text: "👩‍⚕️ y tá", columns: 8),
    Case(text: "", columns: 0),
    Case(text: "\u{7}\u{1B}", columns: 0),
  ])
  func `the width is that of the terminal`(_ given: Case) {
    #expect(ColumnWidth.of(given.text) == given.columns)
  }

  @Test func `text is broken at spaces and never wider than asked`() {
    let text = "Ông/Bà có hài lòng về thái độ phục vụ của công chức không?"
    let lines = TextWrapping.lines(of: text, width: 20, first: "  4  ", rest: "     ")
    #expect(
      lines == [
        "  4  Ông/Bà có hài", "     lòng về thái độ", "     phục vụ của", "     công chức",
        "     không?",
      ]
    )
    #expect(lines.allSatisfy { ColumnWidth.of($0) <= 20 })
  }

  @Test func `a script without spaces is broken between characters`() {
    let lines = TextWrapping.lines(of: "行政手续满意度调查表格第一部分", width: 20)
    #expect(lines == ["行政手续满意度调查表", "格第一部分"])
    let khmer = TextWrapping.lines(of: String(repeating: "ភាសាខ្មែរ", count: 5), width: 20)
    #expect(khmer.allSatisfy { ColumnWidth.of($0) <= 20 })
    #expect(khmer.joined() == String(repeating: "ភាសាខ្មែរ", count: 5))
  }

  @Test func `no text gives orders to the terminal`() {
    #expect(TextWrapping.lines(of: "a\u{1B}[2Jb\tc\nd", width: 40) == ["a[2Jb c", "d"])
    #expect(TextWrapping.fitted("a\u{1B}b\nc", columns: 10) == "ab c")
  }

  @Test func `what does not fit ends with an ellipsis`() {
    #expect(TextWrapping.fitted("Tỉnh/thành phố", columns: 14) == "Tỉnh/thành phố")
    #expect(TextWrapping.fitted("Tỉnh/thành phố", columns: 12) == "Tỉnh/thành…")
    #expect(TextWrapping.fitted("中文日本", columns: 6) == "中文…")
    #expect(TextWrapping.fitted("abc", columns: 0) == "…")
  }
}
