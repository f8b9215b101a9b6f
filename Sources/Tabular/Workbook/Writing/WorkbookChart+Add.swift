import CXLSXWriter

/// Names are always those of cells: text that begins with `=` would be taken for a formula.
extension WorkbookChart {
  /// The library's own size in pixels.
  private static let usualSize = (width: 480.0, height: 288.0)

  /// Adds the chart to the library's sheet.
  func add(
    to target: UnsafeMutablePointer<lxw_worksheet>,
    of book: UnsafeMutablePointer<lxw_workbook>,
    sheet: String
  ) -> lxw_error {
    guard let chart = workbook_add_chart(book, UInt8(kind.type.rawValue)) else {
      return LXW_ERROR_MEMORY_MALLOC_FAILED
    }
    for series in series { series.add(to: chart, kind: kind, sheet: sheet) }
    if let title {
      chart_title_set_name_range(chart, sheet, lxw_row_t(title.row - 1), lxw_col_t(title.column))
      var font = lxw_chart_font()
      font.size = 11
      chart_title_set_name_font(chart, &font)
    } else {
      chart_title_off(chart)
    }
    let position = hasLegend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
    chart_legend_set_position(chart, UInt8(position.rawValue))
    chart_show_blanks_as(chart, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
    setAxes(of: chart, sheet: sheet)
    let words = CTexts()
    var options = lxw_chart_options()
    options.y_offset = Int32(offset)
    options.x_scale = width / Self.usualSize.width
    options.y_scale = height / Self.usualSize.height
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    options.description = words.pointer(to: description.cut(to: 2000))
    return worksheet_insert_chart_opt(
      target,
      lxw_row_t(place.row - 1),
      lxw_col_t(place.column),
      chart,
      &options
    )
  }

  private func setAxes(of chart: UnsafeMutablePointer<lxw_chart>, sheet: String) {
    let horizontal = chart.pointee.x_axis
    let vertical = chart.pointee.y_axis
    let isUpright = kind == .bars || kind == .stackedBars
    categories.set(on: isUpright ? vertical : horizontal, sheet: sheet, hasNumbers: kind == .points)
    values.set(on: isUpright ? horizontal : vertical, sheet: sheet, hasNumbers: true)
    switch kind {
    case .bars, .stackedBars:
      // From top to bottom, and the numbers below all the same.
      chart_axis_set_reverse(vertical)
      chart_axis_set_crossing_max(vertical)
      chart_axis_major_gridlines_set_visible(vertical, UInt8(LXW_FALSE.rawValue))
      chart_axis_major_gridlines_set_visible(horizontal, UInt8(LXW_TRUE.rawValue))
      chart_set_series_gap(chart, 60)
      if kind == .bars { chart_set_series_overlap(chart, 100) }
    case .lines: break
    case .points:
      let low = UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue)
      chart_axis_set_label_position(horizontal, low)
      chart_axis_set_label_position(vertical, low)
      chart_axis_major_gridlines_set_visible(horizontal, UInt8(LXW_FALSE.rawValue))
      chart_axis_major_gridlines_set_visible(vertical, UInt8(LXW_FALSE.rawValue))
    }
  }
}

extension WorkbookChart.Kind {
  fileprivate var type: lxw_chart_type {
    switch self {
    case .bars: LXW_CHART_BAR
    case .stackedBars: LXW_CHART_BAR_STACKED
    case .lines: LXW_CHART_LINE
    case .points: LXW_CHART_SCATTER
    }
  }
}

extension WorkbookChart.Axis {
  fileprivate func set(
    on axis: UnsafeMutablePointer<lxw_chart_axis>?,
    sheet: String,
    hasNumbers: Bool
  ) {
    guard let axis else { return }
    if let title {
      chart_axis_set_name_range(axis, sheet, lxw_row_t(title.row - 1), lxw_col_t(title.column))
    }
    guard hasNumbers else { return }
    if let range, range.lowerBound < range.upperBound {
      chart_axis_set_min(axis, range.lowerBound)
      chart_axis_set_max(axis, range.upperBound)
    }
    if let code = look.code { chart_axis_set_num_format(axis, code) }
    if let crossing { chart_axis_set_crossing(axis, crossing) }
  }
}
