/// A chart as JSON; numbers are not rounded.
enum JSONChart {
  static func value(of chart: Chart) -> JSONValue {
    let (kind, members): (String, [(String, JSONValue)]) =
      switch chart {
      case .bars(let chart): ("bars", self.members(of: chart))
      case .levels(let chart): ("levels", self.members(of: chart))
      case .trend(let chart): ("trend", self.members(of: chart))
      case .importance(let map): ("importance", self.members(of: map))
      case .tiles(let map): ("tiles", self.members(of: map))
      }
    let lead: [(String, JSONValue)] = [
      ("type", .string("chart")), ("kind", .string(kind)), ("caption", .string(chart.caption)),
    ]
    return .object(lead + members)
  }

  private static func members(of chart: BarChart) -> [(String, JSONValue)] {
    let unit = chart.unit
    let bars = chart.bars.map { bar in
      JSONValue.object([
        ("label", .string(bar.label)), ("group", text(bar.group)),
        ("value", number(bar.value, unit)),
        ("interval", interval(bar.interval, unit)), ("count", integer(bar.count)),
        ("verdict", text(bar.tone?.rawValue)), ("symbol", text(bar.symbol?.text)),
        ("total", .bool(bar.isTotal)),
      ])
    }
    return [
      ("unit", .string(unit.rawValue)), ("target", number(chart.target, unit)),
      ("bars", .array(bars)),
    ]
  }

  private static func members(of chart: LevelChart) -> [(String, JSONValue)] {
    let levels = chart.levels.map { level in
      JSONValue.object([
        ("label", .string(level.label)), ("positive", .bool(level.isPositive)),
      ])
    }
    let rows = chart.rows.map { row in
      JSONValue.object([
        ("label", .string(row.label)), ("shares", .array(row.shares.map(JSONValue.number))),
        ("count", integer(row.count)), ("symbol", text(row.symbol?.text)),
      ])
    }
    return [("levels", .array(levels)), ("rows", .array(rows))]
  }

  private static func members(of chart: TrendChart) -> [(String, JSONValue)] {
    let unit = chart.unit
    let lines = chart.lines.map { line in
      let points = line.points.map { point in
        JSONValue.object([
          ("value", number(point.value, unit)), ("interval", interval(point.interval, unit)),
          ("symbol", text(point.symbol?.text)),
        ])
      }
      return JSONValue.object([("label", .string(line.label)), ("points", .array(points))])
    }
    let breaks = chart.breaks.map { interruption in
      JSONValue.object([
        ("before", .integer(interruption.before)), ("reason", .string(interruption.reason)),
      ])
    }
    return [
      ("unit", .string(unit.rawValue)), ("target", number(chart.target, unit)),
      ("times", .array(chart.times.map(JSONValue.string))),
      ("breaks", .array(breaks)), ("lines", .array(lines)),
    ]
  }

  private static func members(of map: ImportanceMap) -> [(String, JSONValue)] {
    let items = map.items.map { item in
      JSONValue.object([
        ("number", .integer(item.number)), ("label", .string(item.label)),
        ("performance", .number(item.performance)), ("importance", .number(item.importance)),
        ("quadrant", .string(item.quadrant.rawValue)), ("clear", .bool(item.isClear)),
      ])
    }
    return [
      ("performance", .string(map.performanceTitle)),
      ("importance", .string(map.importanceTitle)),
      ("meanPerformance", .number(map.meanPerformance)),
      ("meanImportance", .number(map.meanImportance)), ("items", .array(items)),
    ]
  }

  private static func members(of map: TileMap) -> [(String, JSONValue)] {
    let unit = map.unit
    let areas = map.areas.map { area in
      let tiles = area.tiles.map { tile in
        JSONValue.object([
          ("label", .string(tile.label)), ("value", number(tile.value, unit)),
          ("count", integer(tile.count)), ("verdict", text(tile.tone?.rawValue)),
          ("symbol", text(tile.symbol?.text)),
        ])
      }
      return JSONValue.object([("title", text(area.title)), ("tiles", .array(tiles))])
    }
    return [
      ("unit", .string(unit.rawValue)), ("target", number(map.target, unit)),
      ("areas", .array(areas)),
    ]
  }

  private static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  private static func integer(_ value: Int?) -> JSONValue {
    value.map { JSONValue.integer($0) } ?? .null
  }

  private static func number(_ value: Double?, _ unit: ChartUnit) -> JSONValue {
    value.map { .number($0 * unit.whole) } ?? .null
  }

  private static func interval(_ value: ClosedRange<Double>?, _ unit: ChartUnit) -> JSONValue {
    value.map { .interval(unit.scaled($0)) } ?? .null
  }
}
