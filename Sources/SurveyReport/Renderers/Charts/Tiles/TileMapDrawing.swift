import SurveyModel

/// Draws units as tiles, area by area, shaded in five steps.
struct TileMapDrawing {
  let map: TileMap
  let language: InterfaceLanguage
  let layout: ChartLayout

  /// Tiles beside one another, below the title of their area.
  private struct Row {
    let area: TileMap.Area
    let tiles: [TileDrawing]
    let title: [String]
    /// Whether the title of the area stands above; also where a page may be turned.
    var showsTitle: Bool

    var titleLines: [String] { showsTitle ? title : [] }
    var tileHeight: Double { tiles.map(\.height).max() ?? 0 }
    var titleHeight: Double {
      titleLines.isEmpty ? 0 : Double(titleLines.count) * ChartLayout.lineHeight + 6
    }
    var height: Double { titleHeight + tileHeight + TileMapDrawing.gap }
  }

  private static let gap = 6.0

  private var figures: ChartFigures { ChartFigures(map.unit, language) }

  /// One or more drawings that follow one another.
  func drawings() -> [Drawing] {
    let values = map.areas.flatMap(\.tiles).compactMap(\.value)
    let steps = TileSteps(values: values, target: map.target)
    let rows = map.areas.flatMap { self.rows(of: $0, steps) }
    let runs = ChartPages.runs(
      of: rows.map(\.height),
      maximum: layout.maximumHeight,
      starts: Set(rows.indices.filter { rows[$0].showsTitle })
    )
    return runs.map { run in
      var page = Array(rows[run])
      page[0].showsTitle = true
      return drawing(page, key(values.isEmpty ? nil : steps))
    }
  }

  private func rows(of area: TileMap.Area, _ steps: TileSteps) -> [Row] {
    let columns = layout.tileColumns
    let width = (layout.width - 2 - Self.gap * Double(columns - 1)) / Double(columns)
    let title =
      area.title.map {
        FontMetrics.lines(
          of: $0,
          width: layout.width,
          fontSize: ChartLayout.fontSize,
          isBold: true
        )
      } ?? []
    return stride(from: 0, to: area.tiles.count, by: columns).map { start in
      Row(
        area: area,
        tiles: area.tiles[start..<min(start + columns, area.tiles.count)].map {
          TileDrawing(tile: $0, steps: steps, width: width, figures: figures)
        },
        title: title,
        showsTitle: start == 0
      )
    }
  }

  private func key(_ steps: TileSteps?) -> ChartKey {
    let entries = steps.map { steps in
      ChartShade.steps.enumerated().map { index, shade in
        ChartKey.Entry(
          mark: .area(shade.fill),
          text: ChartPhrase.step(
            from: figures.short(steps.bounds[index]),
            to: figures.short(steps.bounds[index + 1]),
            isLast: index == TileSteps.count - 1
          )
          .text(in: language)
        )
      }
    }
    let target = map.target.map { target in
      ChartKey.Entry(
        mark: .words,
        text: RendererPhrase.target(figures.short(target)).text(in: language)
      )
    }
    return ChartKey((entries ?? []) + [target].compactMap(\.self), width: layout.width)
  }

  private func drawing(_ rows: [Row], _ key: ChartKey) -> Drawing {
    var shapes = key.shapes(top: 0)
    var y = key.height + 6
    for row in rows {
      shapes += Drawing.Shape.labels(
        row.titleLines,
        x: 0,
        firstBaseline: y + 15,
        isBold: true
      )
      y += row.titleHeight
      for (column, tile) in row.tiles.enumerated() {
        let x = 1 + Double(column) * (tile.width + Self.gap)
        shapes += tile.shapes(x: x, y: y, height: row.tileHeight)
      }
      y += row.tileHeight + Self.gap
    }
    return Drawing(
      title: map.caption,
      description: ChartDescription(language: language).text(
        of: rows.flatMap { row in row.tiles.map { (row.area.title, $0.tile) } },
        in: map
      ),
      width: layout.width,
      height: y,
      shapes: shapes
    )
  }
}
