import SurveyModel

/// What can be wrong with a table of the register of units.
enum UnitTableFinding: DiagnosticMessage, Equatable {
  case unreadable(vietnamese: String, english: String)
  case missingColumn(String)
  case unknownColumn(String, nearest: String?)
  case raggedRow(cells: Int, expected: Int)
  case emptyCell(column: String)
  case badDate(String, column: String)
  case unknownKind(String, nearest: String?)
  case badConfirmed(String)
  case unknownExtent(String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case unreadable = "units-unreadable"
    case missingColumn = "units-missing-column"
    case unknownColumn = "units-unknown-column"
    case raggedRow = "units-ragged-row"
    case emptyCell = "units-empty-cell"
    case badDate = "units-bad-date"
    case unknownKind = "units-unknown-kind"
    case badConfirmed = "units-bad-confirmed"
    case unknownExtent = "units-unknown-extent"
  }

  var code: String {
    let code: Code =
      switch self {
      case .unreadable: .unreadable
      case .missingColumn: .missingColumn
      case .unknownColumn: .unknownColumn
      case .raggedRow: .raggedRow
      case .emptyCell: .emptyCell
      case .badDate: .badDate
      case .unknownKind: .unknownKind
      case .badConfirmed: .badConfirmed
      case .unknownExtent: .unknownExtent
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity { .error }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private static var kinds: String { UnitKind.allCases.map(\.rawValue).joined(separator: ", ") }

  private var vietnamese: String {
    switch self {
    case .unreadable(let detail, _): "không đọc được bảng này: \(detail)"
    case .missingColumn(let name): "thiếu cột '\(name)'; hãy thêm cột, ô có thể để trống"
    case .unknownColumn(let name, let nearest):
      "cột '\(name)' không có trong định dạng; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy bỏ cột")
    case .raggedRow(let cells, let expected):
      "dòng có \(cells) ô, tiêu đề có \(expected); hãy đặt ô có dấu phẩy trong dấu nháy"
    case .emptyCell(let column): "cột '\(column)' không được để trống; hãy điền"
    case .badDate(let text, let column):
      "'\(text)' trong cột '\(column)' không phải ngày; hãy viết như 2025-07-01, "
        + "hoặc '?' nếu ngày chưa xác nhận"
    case .unknownKind(let text, let nearest):
      "không có loại đơn vị '\(text)'; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy dùng một trong: \(Self.kinds)")
    case .badConfirmed(let text): "'\(text)' trong cột 'confirmed' phải là 'yes' hoặc 'no'; hãy sửa"
    case .unknownExtent(let text):
      "'\(text)' trong cột 'extent' phải là 'whole', 'part' hoặc trống; hãy sửa"
    }
  }

  private var english: String {
    switch self {
    case .unreadable(_, let detail): "this table cannot be read: \(detail)"
    case .missingColumn(let name): "column '\(name)' is missing; add it, its cells may be empty"
    case .unknownColumn(let name, let nearest):
      "column '\(name)' is not of the format; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "remove it")
    case .raggedRow(let cells, let expected):
      "row has \(cells) cells, the header \(expected); put cells with commas in quotes"
    case .emptyCell(let column): "column '\(column)' must not be empty; fill it in"
    case .badDate(let text, let column):
      "'\(text)' under '\(column)' is no day; write it as 2025-07-01, "
        + "or '?' when the day is not confirmed"
    case .unknownKind(let text, let nearest):
      "there is no kind of unit '\(text)'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "use one of \(Self.kinds)")
    case .badConfirmed(let text): "'\(text)' under 'confirmed' has to be 'yes' or 'no'; correct it"
    case .unknownExtent(let text):
      "'\(text)' under 'extent' has to be 'whole', 'part' or empty; correct it"
    }
  }
}
