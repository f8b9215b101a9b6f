import SurveyModel

/// Writes paragraphs that fit the screen.
struct Page {
  let screen: any Screen
  let style: Style
  let interface: InterfaceLanguage

  /// The columns to fill: what the screen has, at least 20, and no more than reads well.
  var width: Int { min(100, max(20, screen.columns)) }

  /// Leaves a line free.
  func space() throws { try screen.write("\n") }

  /// Writes a paragraph.
  func write(
    _ text: String,
    first: String = "",
    rest: String? = nil,
    strong: Bool = false
  ) throws {
    let lines = TextWrapping.lines(of: text, width: width, first: first, rest: rest ?? first)
    for line in lines { try screen.write((strong ? style.strong(line) : line) + "\n") }
  }

  /// Writes a sentence of the tool.
  func say(_ message: some LocalizedMessage, indent: String = "") throws {
    try write(message.text(in: interface), first: indent)
  }
}
