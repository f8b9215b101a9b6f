import SurveyModel

/// What a typed line means to a question.
enum Entry: Hashable {
  /// Enter alone: keep what is there, or correct what is doubtful.
  case enter
  /// `+`: keep what is there, or accept what is doubtful.
  case plus
  case back
  /// Go to the question with this number or text; to be asked for when `nil`.
  case jump(String?)
  case nextLanguage
  /// `*`: asks what else is wanted.
  case more
  case leaveBlank
  case value(String)

  /// Reads a line.
  ///
  /// A code of the question is always the code. In a question that takes any text, commands are
  /// only what stands alone on the line.
  init(_ line: String, for question: Question) {
    let isCode =
      question.kind.choiceList?.index(of: line) != nil
      || question.missing.contains { $0.code == line }
    if isCode {
      self = .value(line)
      return
    }
    switch line {
    case "": self = .enter
    case "+": self = .plus
    case "-": self = .back
    case "*": self = .more
    case "**": self = .nextLanguage
    case ".": self = .leaveBlank
    case "/": self = .jump(nil)
    default:
      if question.kind != .text, line.hasPrefix("/") {
        self = .jump(String(line.dropFirst()).trimmed)
      } else {
        self = .value(line)
      }
    }
  }
}
