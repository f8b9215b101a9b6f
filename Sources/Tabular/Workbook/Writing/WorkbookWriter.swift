import CXLSXWriter
import Glibc

/// The library's workbook while it is being written.
///
/// ``close()`` has to be called: it writes the file and frees the memory.
struct WorkbookWriter {
  /// 1 January 1980, the first day of ZIP files.
  private static let created: time_t = 315_532_800

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let looks: LookTable

  init?(path: String, title: String) {
    guard let book = workbook_new(path) else { return nil }
    self.book = book
    looks = LookTable(book)
    let words = CTexts()
    var properties = lxw_doc_properties()
    properties.title = words.pointer(to: title)
    properties.created = Self.created
    _ = workbook_set_properties(book, &properties)
  }

  func close() -> lxw_error { workbook_close(book) }

  /// Adds a sheet with all its cells.
  func add(_ sheet: WorkbookSheet, isFirst: Bool) -> lxw_error {
    guard let target = workbook_add_worksheet(book, sheet.name) else {
      return LXW_ERROR_MEMORY_MALLOC_FAILED
    }
    for (index, column) in sheet.columns.enumerated() {
      let place = lxw_col_t(index)
      _ = worksheet_set_column(target, place, place, column.width, looks.format(column.look))
    }
    for (index, height) in sheet.rowHeights.enumerated() {
      guard let height else { continue }
      _ = worksheet_set_row(target, lxw_row_t(index), min(height, 409), nil)
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let problem = write(cell, to: target, lxw_row_t(row), lxw_col_t(column))
        guard problem == LXW_NO_ERROR else { return problem }
      }
    }
    for range in sheet.merges {
      let problem = merge(range, of: sheet, in: target)
      guard problem == LXW_NO_ERROR else { return problem }
    }
    for chart in sheet.charts {
      let problem = chart.add(to: target, of: book, sheet: sheet.name)
      guard problem == LXW_NO_ERROR else { return problem }
    }
    let words = CTexts()
    for validation in sheet.validations {
      let problem = validation.add(to: target, words)
      guard problem == LXW_NO_ERROR else { return problem }
    }
    let comments = sheet.comments.sorted {
      ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column)
    }
    for (place, text) in comments {
      let row = lxw_row_t(place.row - 1)
      _ = worksheet_write_comment(target, row, lxw_col_t(place.column), text.cut(to: 32_767))
    }
    finish(sheet, target, isFirst: isFirst)
    return LXW_NO_ERROR
  }

  private func finish(
    _ sheet: WorkbookSheet,
    _ target: UnsafeMutablePointer<lxw_worksheet>,
    isFirst: Bool
  ) {
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      let rows = lxw_row_t(clamping: sheet.frozenRows)
      worksheet_freeze_panes(target, rows, lxw_col_t(clamping: sheet.frozenColumns))
    }
    if let filter = sheet.filter {
      _ = worksheet_autofilter(
        target,
        lxw_row_t(filter.first.row - 1),
        lxw_col_t(filter.first.column),
        lxw_row_t(filter.last.row - 1),
        lxw_col_t(filter.last.column)
      )
    }
    setPages(of: sheet, target)
    if sheet.isLongDocument {
      _ = worksheet_set_footer(target, "&C&P/&N")
      if sheet.frozenRows > 0 {
        _ = worksheet_repeat_rows(target, 0, lxw_row_t(clamping: sheet.frozenRows - 1))
      }
    }
    if sheet.isHidden {
      worksheet_hide(target)
    } else if isFirst {
      worksheet_activate(target)
      worksheet_set_first_sheet(target)
    }
  }

  private func setPages(of sheet: WorkbookSheet, _ target: UnsafeMutablePointer<lxw_worksheet>) {
    worksheet_set_paper(target, 9)
    if sheet.isLandscape { worksheet_set_landscape(target) }
    if sheet.fitsOnePage {
      worksheet_fit_to_pages(target, 1, 1)
    } else if let scale = sheet.printScale {
      worksheet_set_print_scale(target, UInt16(clamping: scale))
      // The library takes rows from 0 up to an end of 0.
      var breaks = sheet.pageBreaks.filter { $0 > 1 }.map { lxw_row_t($0 - 1) } + [0]
      if breaks.count > 1 { _ = worksheet_set_h_pagebreaks(target, &breaks) }
    } else if sheet.isLandscape {
      worksheet_fit_to_pages(target, 1, 0)
    }
  }

  /// Shows some cells as one; the library writes an empty text, so its first cell is written again.
  private func merge(
    _ range: CellRange,
    of sheet: WorkbookSheet,
    in target: UnsafeMutablePointer<lxw_worksheet>
  ) -> lxw_error {
    let row = range.first.row - 1
    guard range.first != range.last, sheet.rows.indices.contains(row),
      sheet.rows[row].indices.contains(range.first.column)
    else { return LXW_NO_ERROR }
    let cell = sheet.rows[row][range.first.column]
    let problem = worksheet_merge_range(
      target,
      lxw_row_t(row),
      lxw_col_t(range.first.column),
      lxw_row_t(range.last.row - 1),
      lxw_col_t(range.last.column),
      "",
      looks.format(cell.look)
    )
    guard problem == LXW_NO_ERROR else { return problem }
    return write(cell, to: target, lxw_row_t(row), lxw_col_t(range.first.column))
  }

  private func write(
    _ cell: WorkbookCell,
    to target: UnsafeMutablePointer<lxw_worksheet>,
    _ row: lxw_row_t,
    _ column: lxw_col_t
  ) -> lxw_error {
    let format = looks.format(cell.look)
    switch cell.content {
    case .blank:
      return format == nil ? LXW_NO_ERROR : worksheet_write_blank(target, row, column, format)
    case .text(let text):
      if text.isEmpty { return worksheet_write_blank(target, row, column, format) }
      let guarded = CellEscapes.guarding(text.withoutNULs)
      if let link = cell.link {
        let place = "internal:\(WorkbookSheet.quoted(link))!A1"
        return worksheet_write_url_opt(target, row, column, place, format, guarded, nil)
      }
      return worksheet_write_string(target, row, column, guarded, format)
    case .number(let number): return worksheet_write_number(target, row, column, number, format)
    case .boolean(let isTrue):
      return worksheet_write_boolean(target, row, column, isTrue ? 1 : 0, format)
    case .date(let year, let month, let day):
      let serial = SerialDate.serial(year: year, month: month, day: day)
      return worksheet_write_number(target, row, column, Double(serial), format)
    }
  }
}

/// The library's formats, one for each look.
private final class LookTable {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  /// The format of a look; none for the usual one.
  func format(_ look: CellLook) -> UnsafeMutablePointer<lxw_format>? {
    if look == CellLook() { return nil }
    if let known = formats[look] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    if let code = look.number.code { format_set_num_format(format, code) }
    if look.isBold { format_set_bold(format) }
    if look.isItalic { format_set_italic(format) }
    if look.wraps { format_set_text_wrap(format) }
    if look.isCentred { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    if look.isTrailing { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if look.indent > 0 { format_set_indent(format, UInt8(min(look.indent, 15))) }
    if let size = look.size { format_set_font_size(format, size) }
    if look.wraps || look.isTop {
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    if look.hasRuleBelow { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if look.hasBorder {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xBFBFBF)
    }
    if let fill = look.fill { format_set_bg_color(format, fill) }
    if let colour = look.colour { format_set_font_color(format, colour) }
    formats[look] = format
    return format
  }
}

/// Copies of texts for structures of C, freed together.
final class CTexts {
  private var copies: [UnsafeMutablePointer<CChar>] = []

  deinit { copies.forEach { free($0) } }

  /// A copy of `text`; none of an empty one.
  func pointer(to text: String) -> UnsafeMutablePointer<CChar>? {
    guard !text.isEmpty, let copy = strdup(text.withoutNULs) else { return nil }
    copies.append(copy)
    return copy
  }
}

extension String {
  /// The text without the character that ends texts in C.
  fileprivate var withoutNULs: String { utf8.contains(0) ? filter { $0 != "\0" } : self }

  /// At most `limit` UTF-16 units; what is cut ends in an ellipsis.
  package func cut(to limit: Int) -> String {
    guard utf16.count > limit else { return self }
    var length = 0
    var kept = ""
    for character in self {
      length += character.utf16.count
      if length > limit - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
