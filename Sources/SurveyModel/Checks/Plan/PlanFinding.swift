/// What can be wrong with a plan.
enum PlanFinding: DiagnosticMessage, Equatable {
  case duplicateTarget(String, earlier: SourceLocation)
  case errorOutOfRange
  case thresholdOutOfRange(indicator: String, low: Double, high: Double)
  case countOutOfRange
  case countOfItself(String)
  case unknownIndicator(String, questionnaire: String, nearest: String?)
  case indicatorOfManyValues(String)
  case unknownGroupQuestion(String, questionnaire: String, nearest: String?)
  case groupQuestionType(String, type: String)
  case badDesign(QuestionnaireFinding, questionnaire: String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case duplicateTarget = "duplicate-target"
    case errorOutOfRange = "error-out-of-range"
    case thresholdOutOfRange = "threshold-out-of-range"
    case countOutOfRange = "count-out-of-range"
    case countOfItself = "count-of-itself"
    case unknownIndicator = "unknown-indicator"
    case indicatorOfManyValues = "indicator-of-many-values"
    case unknownGroupQuestion = "unknown-group-question"
    case groupQuestionType = "group-question-type"
    case badDesign = "bad-design"
  }

  var code: String {
    let code: Code =
      switch self {
      case .duplicateTarget: .duplicateTarget
      case .errorOutOfRange: .errorOutOfRange
      case .thresholdOutOfRange: .thresholdOutOfRange
      case .countOutOfRange: .countOutOfRange
      case .countOfItself: .countOfItself
      case .unknownIndicator: .unknownIndicator
      case .indicatorOfManyValues: .indicatorOfManyValues
      case .unknownGroupQuestion: .unknownGroupQuestion
      case .groupQuestionType: .groupQuestionType
      case .badDesign: .badDesign
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
    case .duplicateTarget(let id, let earlier):
      "tên mục tiêu '\(id)' đã dùng ở \(earlier); hãy đổi tên một trong hai"
    case .errorOutOfRange:
      "'error' phải lớn hơn 0% và nhỏ hơn 50%; hãy viết '5%'"
    case .thresholdOutOfRange(let indicator, let low, let high):
      low == 0 && high == 1
        ? "ngưỡng của chỉ số '\(indicator)' là một tỷ lệ; hãy viết từ 0% đến 100%, ví dụ '80%'"
        : "ngưỡng của chỉ số '\(indicator)' nằm ngoài khoảng \(low.plain) đến \(high.plain) "
          + "hoặc viết dạng phần trăm; hãy viết một số trong khoảng đó, không có dấu '%'"
    case .countOutOfRange:
      "ngưỡng của số đếm phải không âm, và từ 0% đến 100% khi có 'of'; hãy sửa 'at_least'"
    case .countOfItself(let name):
      "số liệu '\(name)' vừa là 'done' vừa là 'of' nên luôn bằng 100%; hãy đặt hai tên khác nhau"
    case .unknownIndicator(let id, let questionnaire, let nearest):
      "phiếu '\(questionnaire)' không có chỉ số '\(id)'; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy sửa tên hoặc thêm chỉ số vào phiếu")
    case .indicatorOfManyValues(let id):
      "chỉ số '\(id)' có nhiều giá trị nên không so với một ngưỡng được; "
        + "hãy dùng loại 'share' với 'codes'"
    case .unknownGroupQuestion(let id, let questionnaire, let nearest):
      "phiếu '\(questionnaire)' không có câu '\(id)' để chia nhóm; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy sửa 'by'")
    case .groupQuestionType(let id, let type):
      "câu '\(id)' kiểu '\(type)' không chia nhóm được; hãy dùng câu 'select_one' hoặc 'text'"
    case .badDesign(let finding, let questionnaire):
      "thiết kế mẫu của phiếu '\(questionnaire)' trong 'design': "
        + finding.text(in: .vietnamese)
    }
  }

  private var english: String {
    switch self {
    case .duplicateTarget(let id, let earlier):
      "target name '\(id)' is already used at \(earlier); rename one of the two"
    case .errorOutOfRange: "'error' must lie above 0% and below 50%; write '5%'"
    case .thresholdOutOfRange(let indicator, let low, let high):
      low == 0 && high == 1
        ? "threshold of indicator '\(indicator)' is a share; write 0% to 100%, such as '80%'"
        : "threshold of indicator '\(indicator)' lies outside \(low.plain) to \(high.plain) "
          + "or is a percentage; write a number in between, without '%'"
    case .countOutOfRange:
      "threshold of a count must not be negative, and lie in 0% to 100% with 'of'; "
        + "correct 'at_least'"
    case .countOfItself(let name):
      "count '\(name)' is both 'done' and 'of', which is always 100%; give them different names"
    case .unknownIndicator(let id, let questionnaire, let nearest):
      "questionnaire '\(questionnaire)' has no indicator '\(id)'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "correct the name or add the indicator")
    case .indicatorOfManyValues(let id):
      "indicator '\(id)' has many values and no single one to hold against a threshold; "
        + "use kind 'share' with 'codes'"
    case .unknownGroupQuestion(let id, let questionnaire, let nearest):
      "questionnaire '\(questionnaire)' has no question '\(id)' to group by; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "correct 'by'")
    case .groupQuestionType(let id, let type):
      "question '\(id)' of type '\(type)' makes no groups; use a 'select_one' or 'text' question"
    case .badDesign(let finding, let questionnaire):
      "design of questionnaire '\(questionnaire)': " + finding.text(in: .english)
    }
  }
}

extension Double {
  /// The number for a message, whole where it is whole.
  fileprivate var plain: String { Int(exactly: self).map { String($0) } ?? String(self) }
}
