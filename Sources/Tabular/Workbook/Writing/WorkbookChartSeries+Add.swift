import CXLSXWriter

extension WorkbookChart.Series {
  /// Adds the series to the library's chart, with how it looks.
  func add(
    to chart: UnsafeMutablePointer<lxw_chart>,
    kind: WorkbookChart.Kind,
    sheet: String
  ) {
    guard let series = chart_add_series(chart, nil, nil) else { return }
    chart_series_set_categories(
      series,
      sheet,
      lxw_row_t(categories.first.row - 1),
      lxw_col_t(categories.first.column),
      lxw_row_t(categories.last.row - 1),
      lxw_col_t(categories.last.column)
    )
    chart_series_set_values(
      series,
      sheet,
      lxw_row_t(values.first.row - 1),
      lxw_col_t(values.first.column),
      lxw_row_t(values.last.row - 1),
      lxw_col_t(values.last.column)
    )
    if let title {
      chart_series_set_name_range(
        series,
        sheet,
        lxw_row_t(title.row - 1),
        lxw_col_t(title.column)
      )
    }
    switch look {
    case .filled(let fill, let points):
      fill.set(on: series)
      setPoints(points.map { $0 ?? fill }, on: series)
    case .outlined:
      var none = lxw_chart_fill()
      none.none = UInt8(LXW_TRUE.rawValue)
      chart_series_set_fill(series, &none)
      var line = WorkbookChart.Line(isDashed: true).value
      line.width = 1.25
      chart_series_set_line(series, &line)
    case .line(let line): set(line, on: series, kind: kind)
    }
    setLabels(on: series)
  }

  private func set(
    _ line: WorkbookChart.Line,
    on series: UnsafeMutablePointer<lxw_chart_series>,
    kind: WorkbookChart.Kind
  ) {
    if kind == .points {
      var none = lxw_chart_line()
      none.none = UInt8(LXW_TRUE.rawValue)
      chart_series_set_line(series, &none)
    } else {
      var value = line.value
      chart_series_set_line(series, &value)
    }
    guard let marker = line.marker else {
      chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
      return
    }
    chart_series_set_marker_type(series, UInt8(marker.type.rawValue))
    chart_series_set_marker_size(series, 7)
    var fill = lxw_chart_fill()
    fill.color = WorkbookChart.colour(line.colour)
    chart_series_set_marker_fill(series, &fill)
    var edge = lxw_chart_line()
    edge.color = WorkbookChart.colour(line.colour)
    chart_series_set_marker_line(series, &edge)
  }

  /// Excel wants a look for each point; the library copies them.
  private func setPoints(
    _ fills: [WorkbookChart.Fill],
    on series: UnsafeMutablePointer<lxw_chart_series>
  ) {
    guard !fills.isEmpty else { return }
    let store = PointStore(fills)
    store.withPointers { pointers in
      var list = pointers
      list.append(nil)
      list.withUnsafeMutableBufferPointer { buffer in
        _ = chart_series_set_points(series, buffer.baseAddress)
      }
    }
  }

  private func setLabels(on series: UnsafeMutablePointer<lxw_chart_series>) {
    guard !labels.isEmpty else { return }
    chart_series_set_labels(series)
    chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_RIGHT.rawValue))
    let words = CTexts()
    // A label that begins with this sign would be a formula.
    var values = labels.map { label in
      var value = lxw_chart_data_label()
      value.value = words.pointer(to: label.hasPrefix("=") ? " " + label : label)
      return value
    }
    values.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var list: [UnsafeMutablePointer<lxw_chart_data_label>?] = buffer.indices.map { base + $0 }
      list.append(nil)
      list.withUnsafeMutableBufferPointer { pointers in
        _ = chart_series_set_labels_custom(series, pointers.baseAddress)
      }
    }
  }
}

/// The library's looks of points, which have to stay where they are while it copies them.
private final class PointStore {
  private let lines: UnsafeMutableBufferPointer<lxw_chart_line>
  private let fills: UnsafeMutableBufferPointer<lxw_chart_fill>
  private let patterns: UnsafeMutableBufferPointer<lxw_chart_pattern>
  private let points: UnsafeMutableBufferPointer<lxw_chart_point>

  init(_ looks: [WorkbookChart.Fill]) {
    lines = .allocate(capacity: looks.count)
    fills = .allocate(capacity: looks.count)
    patterns = .allocate(capacity: looks.count)
    points = .allocate(capacity: looks.count)
    for (index, look) in looks.enumerated() {
      lines.initializeElement(at: index, to: look.line)
      fills.initializeElement(at: index, to: look.fill)
      patterns.initializeElement(at: index, to: look.marks)
      var point = lxw_chart_point()
      point.line = lines.baseAddress.map { $0 + index }
      if look.pattern == .solid {
        point.fill = fills.baseAddress.map { $0 + index }
      } else {
        point.pattern = patterns.baseAddress.map { $0 + index }
      }
      points.initializeElement(at: index, to: point)
    }
  }

  deinit {
    lines.deallocate()
    fills.deallocate()
    patterns.deallocate()
    points.deallocate()
  }

  func withPointers(_ body: ([UnsafeMutablePointer<lxw_chart_point>?]) -> Void) {
    body(points.indices.map { index in points.baseAddress.map { $0 + index } })
  }
}

extension WorkbookChart {
  /// A colour of the library, for which 0 means none.
  fileprivate static func colour(_ value: UInt32) -> lxw_color_t { value == 0 ? 0x010101 : value }
}

extension WorkbookChart.Fill {
  fileprivate func set(on series: UnsafeMutablePointer<lxw_chart_series>) {
    var line = line
    chart_series_set_line(series, &line)
    if pattern == .solid {
      var fill = fill
      chart_series_set_fill(series, &fill)
    } else {
      var marks = marks
      chart_series_set_pattern(series, &marks)
    }
  }

  fileprivate var line: lxw_chart_line {
    var line = lxw_chart_line()
    line.color = WorkbookChart.colour(outline)
    line.width = 0.75
    return line
  }

  fileprivate var fill: lxw_chart_fill {
    var fill = lxw_chart_fill()
    fill.color = WorkbookChart.colour(colour)
    return fill
  }

  fileprivate var marks: lxw_chart_pattern {
    var marks = lxw_chart_pattern()
    marks.fg_color = WorkbookChart.colour(colour)
    marks.bg_color = WorkbookChart.colour(background)
    marks.type = UInt8(pattern.type.rawValue)
    return marks
  }
}

extension WorkbookChart.Line {
  fileprivate var value: lxw_chart_line {
    var line = lxw_chart_line()
    line.color = WorkbookChart.colour(colour)
    line.width = 1.5
    line.dash_type = UInt8(
      (isDashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID).rawValue
    )
    return line
  }
}

extension WorkbookChart.Marker {
  fileprivate var type: lxw_chart_marker_type {
    switch self {
    case .circle: LXW_CHART_MARKER_CIRCLE
    case .square: LXW_CHART_MARKER_SQUARE
    case .triangle: LXW_CHART_MARKER_TRIANGLE
    case .diamond: LXW_CHART_MARKER_DIAMOND
    case .cross: LXW_CHART_MARKER_X
    }
  }
}

extension WorkbookChart.Pattern {
  fileprivate var type: lxw_chart_pattern_type {
    switch self {
    case .solid: LXW_CHART_PATTERN_NONE
    case .rising: LXW_CHART_PATTERN_LIGHT_UPWARD_DIAGONAL
    case .falling: LXW_CHART_PATTERN_LIGHT_DOWNWARD_DIAGONAL
    case .wideRising: LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL
    case .wideFalling: LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL
    case .dots: LXW_CHART_PATTERN_PERCENT_10
    case .denseDots: LXW_CHART_PATTERN_PERCENT_40
    case .horizontal: LXW_CHART_PATTERN_NARROW_HORIZONTAL
    case .vertical: LXW_CHART_PATTERN_NARROW_VERTICAL
    case .grid: LXW_CHART_PATTERN_SMALL_GRID
    }
  }
}
