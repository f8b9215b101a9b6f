import SurveyModel

/// What the drawings of charts say by themselves.
enum ChartPhrase: LocalizedMessage {
  /// Why a line stops, in words of the report.
  case interruption(String)
  /// How sure the quadrant of an item is.
  case clear(Bool)
  case meanLines
  /// The names of the levels are an argument.
  case positive(String)
  case plainIsPositive
  /// An axis that does not begin at zero, with its ends.
  case axis(from: String, to: String)
  /// A step of a map with its ends.
  case step(from: String, to: String, isLast: Bool)

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .interruption(let reason): "Ngắt chuỗi: \(reason)"
    case .clear(true): "nằm rõ trong ô này"
    case .clear(false): "chưa rõ nằm ở ô nào"
    case .meanLines: "Hai đường kẻ giữa: trung bình của các tiêu chí."
    case .positive(let levels): "Mức tích cực: \(levels)"
    case .plainIsPositive: "Tô liền màu xanh: mức tích cực; gạch, chấm hoặc xám: các mức khác."
    case .axis(let from, let to): "Trục chỉ vẽ từ \(from) đến \(to)."
    case .step(let from, let to, true): "\(from) – \(to)"
    case .step(let from, let to, false): "\(from) – dưới \(to)"
    }
  }

  private var english: String {
    switch self {
    case .interruption(let reason): "Break in the series: \(reason)"
    case .clear(true): "clearly in this quadrant"
    case .clear(false): "quadrant not certain"
    case .meanLines: "The two middle lines are the means of the items."
    case .positive(let levels): "Positive: \(levels)"
    case .plainIsPositive: "Plain blue: positive levels; hatched, dotted or grey: the others."
    case .axis(let from, let to): "The axis only shows \(from) to \(to)."
    case .step(let from, let to, true): "\(from) – \(to)"
    case .step(let from, let to, false): "\(from) to under \(to)"
    }
  }
}
