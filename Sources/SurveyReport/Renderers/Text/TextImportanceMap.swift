import SurveyModel

/// Draws how important items are against how well they do: a small map and the items by quadrant.
struct TextImportanceMap {
  /// From this width on there is a map above the list.
  private static let widthForMap = 60

  let map: ImportanceMap
  let language: InterfaceLanguage
  let width: Int
  let style: TerminalStyle
  private let numbers: DecimalText

  init(_ map: ImportanceMap, language: InterfaceLanguage, width: Int, style: TerminalStyle) {
    self.map = map
    self.language = language
    self.width = width
    self.style = style
    numbers = DecimalText(language: language)
  }

  func lines() -> [String] {
    (width >= Self.widthForMap ? picture() : []) + list() + legend()
  }

  private func picture() -> [String] {
    let grid = TextImportanceGrid(map: map, width: min(width, 100) - 2, height: 17)
    guard !grid.lines.isEmpty else { return [] }
    let up = ColumnWidth.lines(of: "↑ " + VisibleText.clean(map.importanceTitle), width: width)
    let along = VisibleText.clean(map.performanceTitle) + " →"
    let right = ColumnWidth.lines(of: along, width: width).map { line in
      String(repeating: " ", count: max(min(width, 100) - ColumnWidth.of(line), 0)) + line
    }
    return up + grid.lines + right
  }

  private func list() -> [String] {
    let order: [ImportanceMap.Quadrant] = [
      .concentrateHere, .keepUp, .lowPriority, .possibleOverkill,
    ]
    return order.flatMap { quadrant -> [String] in
      let items = map.items.filter { $0.quadrant == quadrant }
      guard !items.isEmpty else { return [] }
      let title = quadrant.title(in: language)
      return [style.apply(.strong, to: title)] + items.flatMap(lines)
    }
  }

  private func lines(of item: ImportanceMap.Item) -> [String] {
    let number = String(item.number)
    let lead = "  " + (item.isClear ? "●" : "○") + " " + number + ". "
    let figures =
      numbers.number(item.performance, decimals: ImportanceMap.decimals) + "; "
      + numbers.number(item.importance, decimals: ImportanceMap.decimals)
    let indent = ColumnWidth.of(lead)
    let text = VisibleText.clean(item.label) + " (" + hard(figures) + ")"
    return ColumnWidth.lines(of: text, width: width - indent).enumerated().map { offset, line in
      (offset == 0 ? lead : String(repeating: " ", count: indent)) + soft(line)
    }
  }

  private func legend() -> [String] {
    let legend = TextLegend(width: width, style: style)
    let means =
      "\(map.performanceTitle): \(numbers.number(map.meanPerformance, decimals: ImportanceMap.decimals)); "
      + "\(map.importanceTitle): \(numbers.number(map.meanImportance, decimals: ImportanceMap.decimals))."
    return legend.lines(
      [true, false].map { isClear in
        (isClear ? "● " : "○ ") + ChartPhrase.clear(isClear).text(in: language)
      }
    ) + legend.note(ChartPhrase.meanLines.text(in: language) + " " + means)
  }

  private func hard(_ text: String) -> String { String(text.map { $0 == " " ? "\u{A0}" : $0 }) }

  private func soft(_ text: String) -> String { String(text.map { $0 == "\u{A0}" ? " " : $0 }) }
}
