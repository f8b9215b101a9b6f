import SurveyModel

/// Draws all levels of the answers to some questions with characters, a character a level.
struct TextLevelChart {
  /// From this width on bars stand beside their labels.
  private static let widthForColumns = 70

  let chart: LevelChart
  let language: InterfaceLanguage
  let width: Int
  let style: TerminalStyle
  private let cellText: CellText
  private let signs: [Character]

  init(_ chart: LevelChart, language: InterfaceLanguage, width: Int, style: TerminalStyle) {
    self.chart = chart
    self.language = language
    self.width = width
    self.style = style
    cellText = CellText(language: language)
    signs = Self.signs(of: chart.levels)
  }

  func lines() -> [String] {
    let isWide = width >= Self.widthForColumns
    let longest = chart.rows.map { ColumnWidth.of(VisibleText.clean($0.label)) }.max() ?? 0
    let labelWidth = isWide ? min(longest, width * 3 / 10) : width
    let rest = isWide ? width - labelWidth - 2 : width - 2
    let rows = chart.rows.flatMap { row -> [String] in
      let label = ColumnWidth.lines(of: VisibleText.clean(row.label), width: labelWidth)
      let figures = figures(of: row, width: rest)
      guard isWide else { return label + figures.map { "  " + $0 } }
      return (0..<max(label.count, figures.count)).map { line in
        let text = line < label.count ? label[line] : ""
        guard line < figures.count else { return text }
        let space = String(repeating: " ", count: labelWidth - ColumnWidth.of(text) + 2)
        return text + space + figures[line]
      }
    }
    return rows + legend()
  }

  private func legend() -> [String] {
    let levels = zip(chart.levels, signs).map { "\($1) \(VisibleText.clean($0.label))" }
    let legend = TextLegend(width: width, style: style)
    let positive = chart.levels.filter(\.isPositive).map(\.label).joined(separator: ", ")
    guard !positive.isEmpty else { return legend.lines(levels) }
    return legend.lines(levels)
      + legend.note(ChartPhrase.positive(positive).text(in: language) + ".")
  }

  /// The bar, and below it the shares of the levels in their order.
  private func figures(of row: LevelChart.Row, width: Int) -> [String] {
    let count = row.count.map { "  n = " + cellText.numbers.count($0) } ?? ""
    let pieces = row.pieces(of: signs.count)
    guard !pieces.isEmpty else { return [(row.symbol?.text ?? CellText.empty) + count] }
    let sizes = chart.rows.map { row in
      row.count.map { ColumnWidth.of("  n = " + cellText.numbers.count($0)) } ?? 0
    }
    let barWidth = max(width - (sizes.max() ?? 0), 10)
    let bar = zip(pieces, signs).map { piece, sign in
      let start = Int((piece.lowerBound * Double(barWidth)).rounded())
      let end = Int((piece.upperBound * Double(barWidth)).rounded())
      return String(repeating: sign, count: end - start)
    }
    .joined()
    let space = String(repeating: " ", count: max(barWidth - bar.count, 0))
    let shares = zip(signs, row.shares).map { sign, share in
      "\(sign)\u{A0}\(cellText.numbers.percent(share))"
    }
    let below = ColumnWidth.lines(of: shares.joined(separator: "; "), width: width).map { line in
      style.apply(.faint, to: String(line.map { $0 == "\u{A0}" ? " " : $0 }))
    }
    return [count.isEmpty ? bar : bar + space + count] + below
  }

  /// Full blocks for positive levels, the fuller the better; other signs for the rest.
  private static func signs(of levels: [LevelChart.Level]) -> [Character] {
    let positive = levels.count(where: \.isPositive)
    let blocks: [Character] = ["░", "▒", "▓", "█"]
    let others: [Character] = ["x", "/", "+", "=", "~", "o", ":"]
    var goodCount = 0
    var otherCount = 0
    return levels.map { level in
      guard level.isPositive else {
        otherCount += 1
        // Beside the positive levels stands the one in the middle.
        let isMiddle = otherCount == levels.count - positive && otherCount > 2
        return isMiddle ? "·" : others[(otherCount - 1) % others.count]
      }
      goodCount += 1
      return blocks[min(max(blocks.count - positive + goodCount - 1, 0), blocks.count - 1)]
    }
  }
}
