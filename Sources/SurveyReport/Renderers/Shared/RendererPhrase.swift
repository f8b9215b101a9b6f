import SurveyModel

/// What renderers say by themselves; everything else is in the report.
enum RendererPhrase: LocalizedMessage {
  case value
  case interval
  /// The share with its number marks is an argument.
  case target(String)
  case tone(Report.VerdictBlock.Tone)
  case noData
  case details

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .value: "giá trị"
    case .interval: "khoảng tin cậy"
    case .target(let share): "Chỉ tiêu \(share)"
    case .tone(.met): "đạt"
    case .tone(.notMet): "chưa đạt"
    case .tone(.undecided): "chưa đủ căn cứ"
    case .tone(.suppressed): "không công bố"
    case .noData: "không có số liệu"
    case .details: "Chi tiết"
    }
  }

  private var english: String {
    switch self {
    case .value: "value"
    case .interval: "confidence interval"
    case .target(let share): "Target \(share)"
    case .tone(.met): "met"
    case .tone(.notMet): "not met"
    case .tone(.undecided): "undecided"
    case .tone(.suppressed): "not published"
    case .noData: "no data"
    case .details: "Details"
    }
  }
}
