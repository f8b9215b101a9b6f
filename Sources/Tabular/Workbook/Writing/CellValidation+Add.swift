import CXLSXWriter

extension CellValidation {
  private static let numberLimit = 999_999_999_999_999.0

  /// Adds the rule to the library's sheet.
  func add(to target: UnsafeMutablePointer<lxw_worksheet>, _ words: CTexts) -> lxw_error {
    var validation = lxw_data_validation()
    validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    let severity =
      isWarning ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP
    validation.error_type = UInt8(severity.rawValue)
    validation.input_title = words.pointer(to: promptTitle.cut(to: Self.titleLimit))
    validation.input_message = words.pointer(to: prompt.cut(to: Self.messageLimit))
    validation.error_title = words.pointer(to: errorTitle.cut(to: Self.titleLimit))
    validation.error_message = words.pointer(to: error.cut(to: Self.messageLimit))
    switch rule {
    case .any: validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .list(let sheet, let range):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = words.pointer(to: "=\(Self.absolute(range, on: sheet))")
    case .wholeNumber(let from, let through):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      validation.minimum_number = from ?? -Self.numberLimit
      validation.maximum_number = through ?? Self.numberLimit
    case .decimal(let from, let through):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      validation.minimum_number = from ?? -Self.numberLimit
      validation.maximum_number = through ?? Self.numberLimit
    case .date(let from, let through):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DATE_FORMULA.rawValue)
      let first = from ?? .date(year: 1900, month: 1, day: 1)
      validation.minimum_formula = words.pointer(to: "=\(first.formula)")
      let last = through ?? .date(year: 9999, month: 12, day: 31)
      validation.maximum_formula = words.pointer(to: "=\(last.formula)")
    }
    return worksheet_data_validation_range(
      target,
      lxw_row_t(cells.first.row - 1),
      lxw_col_t(cells.first.column),
      lxw_row_t(cells.last.row - 1),
      lxw_col_t(cells.last.column),
      &validation
    )
  }

  /// `'sheet'!$A$1:$A$9`.
  private static func absolute(_ range: CellRange, on sheet: String) -> String {
    let ends = [range.first, range.last].map { place in
      "$\(CellReference.letters(of: place.column))$\(place.row)"
    }
    return "\(WorkbookSheet.quoted(sheet))!\(ends[0]):\(ends[1])"
  }
}

extension CellValidation.Day {
  fileprivate var formula: String {
    switch self {
    case .today: "TODAY()"
    case .date(let year, let month, let day):
      String(SerialDate.serial(year: year, month: month, day: day))
    }
  }
}
