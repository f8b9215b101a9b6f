import SurveyModel

/// What can be wrong with a saved map beside its shape.
enum MapFinding: DiagnosticMessage, Equatable {
  case otherQuestionnaire(String, wanted: String)
  case unknownQuestion(String, nearest: String?)
  case unknownChoice(String, question: String, known: [String])
  case noOptions(question: String)
  case noTarget(header: String)
  case severalTargets([String])
  case targetTwice(String, firstLine: Int)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case otherQuestionnaire = "map-other-questionnaire"
    case unknownQuestion = "map-unknown-question"
    case unknownChoice = "map-unknown-choice"
    case noOptions = "map-no-options"
    case noTarget = "map-no-target"
    case severalTargets = "map-several-targets"
    case targetTwice = "map-target-twice"
  }

  var code: String {
    let code: Code =
      switch self {
      case .otherQuestionnaire: .otherQuestionnaire
      case .unknownQuestion: .unknownQuestion
      case .unknownChoice: .unknownChoice
      case .noOptions: .noOptions
      case .noTarget: .noTarget
      case .severalTargets: .severalTargets
      case .targetTwice: .targetTwice
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
    case .otherQuestionnaire(let id, let wanted):
      "bản đồ cột này là của phiếu '\(id)', không phải '\(wanted)'; hãy dùng đúng bản đồ hoặc sửa 'map'"
    case .unknownQuestion(let id, let nearest):
      "phiếu không có câu '\(id)'; "
        + (nearest.map { "có phải là '\($0)'?" } ?? "hãy dùng mã của một câu trong phiếu")
    case .unknownChoice(let code, let question, let known):
      "câu '\(question)' không có lựa chọn '\(code)'; hãy dùng một trong: \(known.joined(separator: ", "))"
    case .noOptions(let question):
      "câu '\(question)' không có danh sách lựa chọn nên không có cột cho từng lựa chọn; hãy bỏ 'choice'"
    case .noTarget(let header):
      "cột '\(header.prefix(40))' không có nơi đến; hãy thêm 'question', 'meta', 'ignore: true' hoặc 'undecided: true'"
    case .severalTargets(let keys):
      "một cột chỉ đến một nơi, không phải \(keys.joined(separator: ", ")); hãy giữ một khóa"
    case .targetTwice(let target, let line):
      "'\(target)' đã được chỉ ra ở dòng \(line); hãy bỏ một trong hai"
    }
  }

  private var english: String {
    switch self {
    case .otherQuestionnaire(let id, let wanted):
      "this map is for questionnaire '\(id)', not '\(wanted)'; use the right map or correct 'map'"
    case .unknownQuestion(let id, let nearest):
      "the questionnaire has no question '\(id)'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "use the id of one of its questions")
    case .unknownChoice(let code, let question, let known):
      "question '\(question)' has no option '\(code)'; use one of \(known.joined(separator: ", "))"
    case .noOptions(let question):
      "question '\(question)' has no list of options and so no column for one; remove 'choice'"
    case .noTarget(let header):
      "column '\(header.prefix(40))' goes nowhere; add 'question', 'meta', 'ignore: true' or 'undecided: true'"
    case .severalTargets(let keys):
      "a column goes to one place, not \(keys.joined(separator: ", ")); keep one key"
    case .targetTwice(let target, let line):
      "'\(target)' was already given on line \(line); remove one of the two"
    }
  }
}
