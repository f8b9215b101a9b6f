import SurveyModel

/// A closed list of words that a key takes.
enum Vocabulary: String, CaseIterable {
  case type
  case reason
  case indicatorKind = "kind"
  case scaleKind = "scale-kind"
  case direction
  case role
  case measure
  case itemFormula = "item-formula"
  case combineRule = "combine-rule"
  case method
  case adjustment
  case period
  case change
  case suppressionRule = "suppression-rule"
  case reportSection = "report-section"
  case people
  case metaRole = "meta-role"
  case encoding
  case delimiter
  case decimal
  case dateOrder = "date-order"
  case excelDates = "excel-dates"
  case doubtfulRows = "doubtful-rows"

  fileprivate var vietnamese: String {
    switch self {
    case .type: "kiểu câu hỏi"
    case .reason: "lý do không có câu trả lời"
    case .indicatorKind: "loại chỉ số"
    case .scaleKind: "loại thang đo"
    case .direction: "chiều của thang đo"
    case .role: "vai trò"
    case .measure: "cách đo"
    case .itemFormula: "công thức của mục"
    case .combineRule: "cách gộp"
    case .method: "phương pháp"
    case .adjustment: "cách điều chỉnh"
    case .period: "kỳ báo cáo"
    case .change: "chiều thay đổi"
    case .suppressionRule: "quy tắc công bố"
    case .reportSection: "phần của báo cáo"
    case .people: "cách chọn người trả lời"
    case .metaRole: "loại cột quản lý"
    case .encoding: "bảng mã"
    case .delimiter: "dấu phân cách"
    case .decimal: "dấu thập phân"
    case .dateOrder: "thứ tự ngày tháng"
    case .excelDates: "hệ đếm ngày của Excel"
    case .doubtfulRows: "cách xử lý dòng máy chủ không tính"
    }
  }

  fileprivate var english: String {
    switch self {
    case .type: "question type"
    case .reason: "reason"
    case .indicatorKind: "indicator kind"
    case .scaleKind: "scale kind"
    case .direction: "scale direction"
    case .role: "role"
    case .measure: "measure"
    case .itemFormula: "item formula"
    case .combineRule: "combine rule"
    case .method: "method"
    case .adjustment: "adjustment"
    case .period: "period"
    case .change: "direction of change"
    case .suppressionRule: "publication rule"
    case .reportSection: "section of a report"
    case .people: "way of choosing people"
    case .metaRole: "role of a column"
    case .encoding: "encoding"
    case .delimiter: "delimiter"
    case .decimal: "decimal mark"
    case .dateOrder: "order of dates"
    case .excelDates: "Excel's system of day numbers"
    case .doubtfulRows: "way with rows that do not count"
    }
  }
}

/// A word that is not in the vocabulary of its key.
struct VocabularyFinding: DiagnosticMessage {
  let vocabulary: Vocabulary
  let word: String
  let nearest: String?
  let known: [String]

  /// The stable codes.
  static let codes = Vocabulary.allCases.map { "unknown-\($0.rawValue)" }

  var code: String { "unknown-\(vocabulary.rawValue)" }

  var severity: Diagnostic.Severity { .error }

  func text(in language: InterfaceLanguage) -> String {
    let words = known.joined(separator: ", ")
    return switch language {
    case .vietnamese:
      "\(vocabulary.vietnamese) '\(word)' không có; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy dùng một trong: \(words)")
    case .english:
      "\(vocabulary.english) '\(word)' does not exist; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "use one of \(words)")
    }
  }
}
