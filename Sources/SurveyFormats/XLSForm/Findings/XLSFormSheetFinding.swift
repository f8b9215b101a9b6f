import SurveyModel

/// What can be wrong with the sheets and headers of a form.
enum XLSFormSheetFinding: DiagnosticMessage, Equatable {
  case notAForm
  case noSurvey(similar: [String])
  case similarSheet(wanted: String, found: [String])
  case noHeaderRow
  case valueWithoutHeader
  case duplicateHeader(String, other: String)
  case repeatedHeader(String, kept: String)
  case missingHeader(String)
  case ignoredHeader(String)
  case readingStopped(row: Int)
  case noQuestions

  /// The stable codes.
  enum Code: String, CaseIterable {
    case notAForm = "xlsform-not-a-form"
    case noSurvey = "xlsform-no-survey"
    case similarSheet = "xlsform-similar-sheet"
    case noHeaderRow = "xlsform-no-header-row"
    case valueWithoutHeader = "xlsform-value-without-header"
    case duplicateHeader = "xlsform-duplicate-header"
    case repeatedHeader = "xlsform-repeated-header"
    case missingHeader = "xlsform-missing-header"
    case ignoredHeader = "xlsform-ignored-header"
    case readingStopped = "xlsform-reading-stopped"
    case noQuestions = "xlsform-no-questions"
  }

  var code: String {
    let code: Code =
      switch self {
      case .notAForm: .notAForm
      case .noSurvey: .noSurvey
      case .similarSheet: .similarSheet
      case .noHeaderRow: .noHeaderRow
      case .valueWithoutHeader: .valueWithoutHeader
      case .duplicateHeader: .duplicateHeader
      case .repeatedHeader: .repeatedHeader
      case .missingHeader: .missingHeader
      case .ignoredHeader: .ignoredHeader
      case .readingStopped: .readingStopped
      case .noQuestions: .noQuestions
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .similarSheet, .repeatedHeader, .ignoredHeader, .readingStopped, .noQuestions: .warning
    case .notAForm, .noSurvey, .noHeaderRow, .valueWithoutHeader, .duplicateHeader,
      .missingHeader:
      .error
    }
  }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .notAForm:
      "tệp không giống biểu mẫu XLSForm; cần bảng Markdown, CSV có tên trang ở cột đầu, hoặc .xlsx"
    case .noSurvey(let similar) where similar.isEmpty:
      "không có trang tính 'survey'; hãy đặt tên trang câu hỏi là 'survey'"
    case .noSurvey(let similar):
      "không có trang tính 'survey'; trang \(similar.quotedList) có tên gần giống, hãy đổi thành 'survey'"
    case .similarSheet(let wanted, let found):
      "trang \(found.quotedList) có tên gần giống '\(wanted)' nên không được đọc; hãy đổi tên, hoặc thêm '_' ở đầu nếu cố ý"
    case .noHeaderRow: "hàng 1 không có tiêu đề cột; hãy viết tiêu đề ở hàng đầu tiên"
    case .valueWithoutHeader:
      "ô có nội dung nhưng cột không có tiêu đề; hãy thêm tiêu đề hoặc xóa ô"
    case .duplicateHeader(let header, let other):
      "cột '\(header)' trùng nghĩa với cột '\(other)'; hãy bỏ hoặc đổi tên một trong hai"
    case .repeatedHeader(let header, let kept):
      "cột '\(header)' lặp lại '\(kept)'; giá trị ở cột sau thay cột trước, hãy bỏ một cột"
    case .missingHeader(let header):
      "thiếu cột bắt buộc '\(header)'; hãy thêm tiêu đề '\(header)' ở hàng 1"
    case .ignoredHeader(let header):
      "tiêu đề '\(header)' có dấu cách nên cột bị bỏ qua; hãy nối các chữ bằng '_'"
    case .readingStopped(let row):
      "sau hàng \(row) có hơn 60 hàng trống nên phần dưới không được đọc; hãy xóa các hàng trống"
    case .noQuestions: "trang 'survey' không có câu hỏi nào; hãy thêm ít nhất một câu"
    }
  }

  private var english: String {
    switch self {
    case .notAForm:
      "the file does not look like an XLSForm; it takes Markdown tables, a CSV with sheet names in the first column, or .xlsx"
    case .noSurvey(let similar) where similar.isEmpty:
      "there is no sheet 'survey'; call the sheet with the questions 'survey'"
    case .noSurvey(let similar):
      "there is no sheet 'survey'; \(similar.quotedList) is named nearly so, rename it 'survey'"
    case .similarSheet(let wanted, let found):
      "sheet \(found.quotedList) is named nearly like '\(wanted)' and was not read; rename it, or put '_' before its name if that is meant"
    case .noHeaderRow: "row 1 has no headers; write the headers in the first row"
    case .valueWithoutHeader:
      "the cell has content but its column has no header; add a header or clear the cell"
    case .duplicateHeader(let header, let other):
      "column '\(header)' means the same as column '\(other)'; remove or rename one of the two"
    case .repeatedHeader(let header, let kept):
      "column '\(header)' repeats '\(kept)'; the later column wins, remove one of the two"
    case .missingHeader(let header):
      "the column '\(header)' is needed; add the header '\(header)' in row 1"
    case .ignoredHeader(let header):
      "header '\(header)' has a space, so the column is left out; join its words by '_'"
    case .readingStopped(let row):
      "more than 60 empty rows follow row \(row), so what is below was not read; remove the empty rows"
    case .noQuestions: "the sheet 'survey' has no questions; add at least one"
    }
  }
}
