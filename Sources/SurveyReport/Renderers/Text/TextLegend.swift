import SurveyModel

/// The key below a chart of characters.
struct TextLegend {
  let width: Int
  let style: TerminalStyle

  /// Parts with their signs, as many on a line as fit.
  func lines(_ parts: [String]) -> [String] {
    // Hard spaces keep each sign on the line of its meaning.
    let hard = parts.map { String($0.map { $0 == " " ? "\u{A0}" : $0 }) }
    return ColumnWidth.lines(of: hard.joined(separator: "; "), width: width - 2).map { line in
      style.apply(.faint, to: "  " + String(line.map { $0 == "\u{A0}" ? " " : $0 }))
    }
  }

  /// A sentence of its own.
  func note(_ text: String) -> [String] {
    ColumnWidth.lines(of: VisibleText.clean(text), width: width - 2).map { line in
      style.apply(.faint, to: "  " + line)
    }
  }

  /// The signs of the verdicts that occur.
  static func tones(
    _ used: [Report.VerdictBlock.Tone],
    language: InterfaceLanguage
  ) -> [String] {
    Report.VerdictBlock.Tone.all.filter(used.contains)
      .map { "\($0.sign) " + RendererPhrase.tone($0).text(in: language) }
  }

  /// What the symbols mean that stand in place of figures.
  func symbols(of chart: Chart, language: InterfaceLanguage) -> [String] {
    let used = Set(chart.symbols)
    let parts = PublicationSymbol.allCases.filter(used.contains)
      .map { "\($0.text): \($0.text(in: language))" }
    return parts.isEmpty ? [] : note(parts.joined(separator: "; ") + ".")
  }
}
