import SurveyModel

/// Draws units area by area with characters, shaded in five steps.
struct TextTileMap {
  let map: TileMap
  let language: InterfaceLanguage
  let width: Int
  let style: TerminalStyle
  private let figureText: ChartFigures
  private let steps: TileSteps

  private static let shades = ["··", "░░", "▒▒", "▓▓", "██"]

  init(_ map: TileMap, language: InterfaceLanguage, width: Int, style: TerminalStyle) {
    self.map = map
    self.language = language
    self.width = width
    self.style = style
    figureText = ChartFigures(map.unit, language)
    steps = TileSteps(
      values: map.areas.flatMap(\.tiles).compactMap(\.value),
      target: map.target
    )
  }

  func lines() -> [String] {
    let figures = map.areas.flatMap(\.tiles).map { ColumnWidth.of(self.figures(of: $0)) }
    let names = map.areas.flatMap(\.tiles).map { ColumnWidth.of(VisibleText.clean($0.label)) }
    let room = max(width - (figures.max() ?? 0) - 8, 8)
    let nameWidth = min(names.max() ?? 0, room)
    return map.areas.flatMap { area -> [String] in
      let title = area.title.map { title in
        ColumnWidth.lines(of: VisibleText.clean(title), width: width)
          .map { style.apply(.strong, to: $0) }
      }
      return (title ?? []) + area.tiles.flatMap { lines(of: $0, nameWidth: nameWidth) }
    } + legend()
  }

  private func lines(of tile: TileMap.Tile, nameWidth: Int) -> [String] {
    let name = ColumnWidth.lines(of: VisibleText.clean(tile.label), width: nameWidth)
    let shade = tile.value.map { Self.shades[steps.step(of: $0)] } ?? "  "
    return name.enumerated().map { offset, line in
      guard offset == 0 else { return "      " + line }
      let space = String(repeating: " ", count: max(nameWidth - ColumnWidth.of(line), 0) + 2)
      let tone = tile.tone.map(TerminalStyle.Emphasis.tone) ?? .plain
      return "  " + style.apply(tone, to: shade) + "  " + line + space + figures(of: tile)
    }
  }

  private func figures(of tile: TileMap.Tile) -> String {
    let value = tile.value.map { figureText.text($0) }
    let text = value ?? tile.shownSymbol?.text ?? CellText.empty
    let space = String(repeating: " ", count: max(7 - ColumnWidth.of(text), 0))
    let sign = tile.tone.map { " " + $0.sign } ?? ""
    let count = tile.count.map { "  n = " + figureText.numbers.count($0) } ?? ""
    return space + text + sign + count
  }

  private func legend() -> [String] {
    let legend = TextLegend(width: width, style: style)
    var parts: [String] = []
    if map.areas.flatMap(\.tiles).contains(where: { $0.value != nil }) {
      parts = Self.shades.indices.map { index in
        let phrase = ChartPhrase.step(
          from: figureText.short(steps.bounds[index]),
          to: figureText.short(steps.bounds[index + 1]),
          isLast: index == TileSteps.count - 1
        )
        return Self.shades[index] + " " + phrase.text(in: language)
      }
    }
    if let target = map.target {
      let figure = figureText.short(target)
      parts.append(RendererPhrase.target(figure).text(in: language).lowercased())
    }
    let tones = map.areas.flatMap(\.tiles).compactMap(\.tone)
    return legend.lines(parts + TextLegend.tones(tones, language: language))
  }
}
