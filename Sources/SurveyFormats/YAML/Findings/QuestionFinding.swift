import SurveyModel

/// What can be wrong with how a question or a section refers to its options.
enum QuestionFinding: DiagnosticMessage, Equatable {
  case typeMissing
  case unknownScale(String, nearest: String?)
  case unknownChoices(String, nearest: String?)
  case bothScaleAndChoices
  case optionsMissing(type: String)
  case needlessOptions(type: String)
  case scaleInMultiple
  case noQuestions
  case unusedList(String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case typeMissing = "type-missing"
    case unknownScale = "unknown-scale"
    case unknownChoices = "unknown-choices"
    case bothScaleAndChoices = "both-scale-and-choices"
    case optionsMissing = "options-missing"
    case needlessOptions = "needless-options"
    case scaleInMultiple = "scale-in-multiple"
    case noQuestions = "no-questions"
    case unusedList = "unused-list"
  }

  var code: String {
    let code: Code =
      switch self {
      case .typeMissing: .typeMissing
      case .unknownScale: .unknownScale
      case .unknownChoices: .unknownChoices
      case .bothScaleAndChoices: .bothScaleAndChoices
      case .optionsMissing: .optionsMissing
      case .needlessOptions: .needlessOptions
      case .scaleInMultiple: .scaleInMultiple
      case .noQuestions: .noQuestions
      case .unusedList: .unusedList
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .unusedList: .warning
    case .typeMissing, .unknownScale, .unknownChoices, .bothScaleAndChoices, .optionsMissing,
      .needlessOptions, .scaleInMultiple, .noQuestions:
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
    case .typeMissing:
      "câu hỏi không có kiểu và mục không có 'matrix'; hãy thêm 'type', 'scale' hoặc 'choices'"
    case .unknownScale(let id, let nearest):
      "thang đo '\(id)' không có; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy khai báo trong 'scales'")
    case .unknownChoices(let id, let nearest):
      "danh sách lựa chọn '\(id)' không có; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy khai báo trong 'choices'")
    case .bothScaleAndChoices: "câu hỏi có cả 'scale' và 'choices'; hãy bỏ một trong hai"
    case .optionsMissing(let type):
      "câu hỏi kiểu '\(type)' cần danh sách lựa chọn; hãy thêm 'choices: ...'"
        + (type == "select_one" ? " hoặc 'scale: ...'" : "")
    case .needlessOptions(let type):
      "câu hỏi kiểu '\(type)' không dùng lựa chọn; hãy bỏ 'scale', 'choices' hoặc sửa 'type'"
    case .scaleInMultiple:
      "câu hỏi 'select_multiple' không dùng thang đo; hãy dùng 'choices' hoặc kiểu 'select_one'"
    case .noQuestions: "phiếu không có câu hỏi nào; hãy thêm câu hỏi vào 'sections'"
    case .unusedList(let id):
      "danh sách '\(id)' không câu nào dùng; hãy bỏ đi hoặc dùng trong câu hỏi"
    }
  }

  private var english: String {
    switch self {
    case .typeMissing:
      "question has no type and its section no 'matrix'; add 'type', 'scale' or 'choices'"
    case .unknownScale(let id, let nearest):
      "scale '\(id)' does not exist; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "declare it in 'scales'")
    case .unknownChoices(let id, let nearest):
      "choice list '\(id)' does not exist; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "declare it in 'choices'")
    case .bothScaleAndChoices: "question has both 'scale' and 'choices'; remove one of the two"
    case .optionsMissing(let type):
      "question of type '\(type)' needs options; add 'choices: ...'"
        + (type == "select_one" ? " or 'scale: ...'" : "")
    case .needlessOptions(let type):
      "question of type '\(type)' takes no options; remove 'scale', 'choices' or correct 'type'"
    case .scaleInMultiple:
      "question of type 'select_multiple' takes no scale; use 'choices' or type 'select_one'"
    case .noQuestions: "questionnaire has no questions; add some to 'sections'"
    case .unusedList(let id): "list '\(id)' is used by no question; remove it or use it"
    }
  }
}
