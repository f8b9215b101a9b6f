import SurveyModel

/// What can be wrong with a table that comes with a questionnaire.
enum TableFinding: DiagnosticMessage, Equatable {
  case absent(String)
  case unreadable(String)
  case repeatedColumn(String, file: String)
  case unknownColumn(String, file: String, known: [String])
  case blankCode(file: String, row: Int)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case absent = "table-absent"
    case unreadable = "table-unreadable"
    case repeatedColumn = "table-repeated-column"
    case unknownColumn = "table-unknown-column"
    case blankCode = "table-blank-code"
  }

  var code: String {
    let code: Code =
      switch self {
      case .absent: .absent
      case .unreadable: .unreadable
      case .repeatedColumn: .repeatedColumn
      case .unknownColumn: .unknownColumn
      case .blankCode: .blankCode
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

  private var vietnamese: String {
    switch self {
    case .absent(let file):
      "không thấy bảng '\(file)'; hãy để tệp cạnh phiếu và chỉ ghi tên tệp"
    case .unreadable(let file): "không đọc được bảng '\(file)'; hãy lưu lại dạng CSV UTF-8"
    case .repeatedColumn(let column, let file):
      "bảng '\(file)' có hai cột '\(column)'; hãy đổi tên một cột"
    case .unknownColumn(let column, let file, let known):
      "bảng '\(file)' không có cột '\(column)'; hãy dùng một trong: \(known.joined(separator: ", "))"
    case .blankCode(let file, let row):
      "dòng dữ liệu \(row) của bảng '\(file)' không có mã; hãy điền mã hoặc bỏ dòng"
    }
  }

  private var english: String {
    switch self {
    case .absent(let file):
      "table '\(file)' is not there; put the file beside the questionnaire and give its bare name"
    case .unreadable(let file): "table '\(file)' cannot be read; save it as CSV in UTF-8"
    case .repeatedColumn(let column, let file):
      "table '\(file)' has two columns '\(column)'; rename one of the two"
    case .unknownColumn(let column, let file, let known):
      "table '\(file)' has no column '\(column)'; use one of \(known.joined(separator: ", "))"
    case .blankCode(let file, let row):
      "row \(row) of table '\(file)' has no code; give it one or remove the row"
    }
  }
}
