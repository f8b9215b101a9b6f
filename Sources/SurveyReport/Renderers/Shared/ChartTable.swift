import SurveyModel

/// The figures of a chart as a table, for formats that draw no pictures.
struct ChartTable {
  let language: InterfaceLanguage

  /// The table of any chart, under the same caption.
  func table(of chart: Chart) -> Table {
    switch chart {
    case .bars(let chart): table(of: chart)
    case .levels(let chart): table(of: chart)
    case .trend(let chart): table(of: chart)
    case .importance(let map): table(of: map)
    case .tiles(let map): table(of: map)
    }
  }

  func table(of chart: BarChart) -> Table {
    let hasIntervals = chart.bars.contains { $0.interval != nil }
    let hasCounts = chart.bars.contains { $0.count != nil }
    let hasTones = chart.bars.contains { $0.tone != nil }
    let unit = chart.unit
    var columns = [Table.Column(words(.group)), Table.Column(words(unit.title), .trailing)]
    if hasIntervals { columns.append(Table.Column(words(.interval), .trailing)) }
    if hasCounts { columns.append(Table.Column(words(.answers), .trailing)) }
    if hasTones { columns.append(Table.Column(words(.verdict))) }
    var rows: [Table.Row] = []
    for (place, bar) in chart.bars.enumerated() {
      if let group = bar.group, place == 0 || chart.bars[place - 1].group != group {
        rows.append(.heading(group, columns: columns.count))
      }
      var cells: [Table.Cell] = [.text(bar.label), value(bar.value, bar.shownSymbol, unit)]
      if hasIntervals { cells.append(bar.interval.map(unit.cell) ?? .empty) }
      if hasCounts { cells.append(bar.count.map(Table.Cell.count) ?? .empty) }
      if hasTones { cells.append(verdict(bar.tone)) }
      rows.append(Table.Row(cells, indent: bar.group == nil ? 0 : 1, isTotal: bar.isTotal))
    }
    if let target = chart.target { rows.append(row(of: unit.cell(target), columns: columns.count)) }
    return Table(caption: chart.caption, columns: columns, rows: rows)
  }

  func table(of chart: LevelChart) -> Table {
    let hasCounts = chart.rows.contains { $0.count != nil }
    var columns = [Table.Column(words(.item))]
    columns += chart.levels.map { Table.Column($0.label, .trailing) }
    if hasCounts { columns.append(Table.Column(words(.answers), .trailing)) }
    let rows = chart.rows.map { row in
      var cells: [Table.Cell] = [.text(row.label)]
      cells += chart.levels.indices.map { level in
        row.shares.indices.contains(level)
          ? .share(row.shares[level]) : value(nil, row.symbol)
      }
      if hasCounts { cells.append(row.count.map(Table.Cell.count) ?? .empty) }
      return Table.Row(cells)
    }
    return Table(caption: chart.caption, columns: columns, rows: rows)
  }

  /// A row for each time; a break is a row between two times that tells its reason.
  func table(of chart: TrendChart) -> Table {
    var columns = [Table.Column(words(.time))]
    for line in chart.lines {
      columns.append(Table.Column(line.label, .trailing))
      if line.hasIntervals {
        columns.append(Table.Column("\(line.label): \(words(.interval).lowercased())", .trailing))
      }
    }
    var rows: [Table.Row] = []
    for (place, time) in chart.times.enumerated() {
      for gap in chart.breaks where gap.before == place {
        rows.append(.heading(gap.reason, columns: columns.count))
      }
      var cells: [Table.Cell] = [.text(time)]
      for line in chart.lines {
        let point = line.points.indices.contains(place) ? line.points[place] : nil
        cells.append(value(point?.value, point?.symbol, chart.unit))
        if line.hasIntervals { cells.append(point?.interval.map(chart.unit.cell) ?? .empty) }
      }
      rows.append(Table.Row(cells))
    }
    if let target = chart.target {
      var cells: [Table.Cell] = [.text(words(.target))]
      for line in chart.lines {
        cells.append(chart.unit.cell(target))
        if line.hasIntervals { cells.append(.empty) }
      }
      rows.append(Table.Row(cells))
    }
    return Table(caption: chart.caption, columns: columns, rows: rows)
  }

  func table(of map: ImportanceMap) -> Table {
    let columns = [
      Table.Column(words(.item)), Table.Column(map.importanceTitle, .trailing),
      Table.Column(map.performanceTitle, .trailing), Table.Column(words(.quadrant)),
    ]
    let rows = map.items.map { item in
      Table.Row([
        .text("\(item.number). \(item.label)"),
        .number(item.importance, decimals: ImportanceMap.decimals),
        .number(item.performance, decimals: ImportanceMap.decimals),
        .text(words(.place(item.quadrant, isClear: item.isClear))),
      ])
    }
    let mean = Table.Row(
      [
        .text(words(.mean)), .number(map.meanImportance, decimals: ImportanceMap.decimals),
        .number(map.meanPerformance, decimals: ImportanceMap.decimals), .empty,
      ],
      isTotal: true
    )
    return Table(caption: map.caption, columns: columns, rows: rows + [mean])
  }

  func table(of map: TileMap) -> Table {
    let tiles = map.areas.flatMap(\.tiles)
    let hasCounts = tiles.contains { $0.count != nil }
    let hasTones = tiles.contains { $0.tone != nil }
    let unit = map.unit
    var columns = [Table.Column(words(.unit)), Table.Column(words(unit.title), .trailing)]
    if hasCounts { columns.append(Table.Column(words(.answers), .trailing)) }
    if hasTones { columns.append(Table.Column(words(.verdict))) }
    var rows: [Table.Row] = []
    for area in map.areas {
      if let title = area.title { rows.append(.heading(title, columns: columns.count)) }
      for tile in area.tiles {
        var cells: [Table.Cell] = [.text(tile.label), value(tile.value, tile.shownSymbol, unit)]
        if hasCounts { cells.append(tile.count.map(Table.Cell.count) ?? .empty) }
        if hasTones { cells.append(verdict(tile.tone)) }
        rows.append(Table.Row(cells, indent: area.title == nil ? 0 : 1))
      }
    }
    if let target = map.target { rows.append(row(of: unit.cell(target), columns: columns.count)) }
    return Table(caption: map.caption, columns: columns, rows: rows)
  }

  func words(_ phrase: TablePhrase) -> String { phrase.text(in: language) }

  private func value(
    _ value: Double?,
    _ symbol: PublicationSymbol?,
    _ unit: ChartUnit = .share
  ) -> Table.Cell {
    value.map(unit.cell) ?? symbol.map(Table.Cell.withheld) ?? .empty
  }

  private func verdict(_ tone: Report.VerdictBlock.Tone?) -> Table.Cell {
    tone.map { .verdict(word: RendererPhrase.tone($0).text(in: language), tone: $0) } ?? .empty
  }

  private func row(of target: Table.Cell, columns: Int) -> Table.Row {
    let rest = Array(repeating: Table.Cell.empty, count: max(0, columns - 2))
    return Table.Row([.text(words(.target)), target] + rest)
  }
}

extension ChartUnit {
  /// What heads a column of its figures.
  fileprivate var title: TablePhrase { self == .share ? .share : .index }
}

extension TrendChart.Line {
  /// Whether any of its figures has an interval.
  var hasIntervals: Bool { points.contains { $0.interval != nil } }
}
