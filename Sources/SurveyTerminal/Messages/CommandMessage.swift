import SurveyModel

/// What is said about moving through the form.
enum CommandMessage: LocalizedMessage {
  case help
  /// What is different for a keyer with paper forms.
  case entryHelp
  case atFirstQuestion
  /// Asks where to jump.
  case jumpTo
  case noSuchQuestion(String)
  /// The question exists, but the path does not lead there.
  case notOnPath(String)
  /// The text fits several questions, given with their numbers.
  case severalQuestions([String])
  case onlyOneLanguage
  case languageIs(String)
  /// Answers that no longer count.
  case setAside([String])
  /// Answers that count again.
  case restored([String])

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .help:
      "Phím: mã số để trả lời; Enter hoặc + = giữ, đi tiếp; - = lùi; "
        + "/ rồi số câu hoặc chữ = nhảy đến câu; * = ghi chú; ** = đổi ngôn ngữ phiếu; . = bỏ trống; "
        + "Ctrl-C = để dành, làm sau."
    case .entryHelp:
      "Nhập phiếu giấy: khối câu cùng thang nhập liền một dòng, ví dụ 44545 3x5; "
        + "sau vài phiếu chỉ còn số câu và tên câu."
    case .atFirstQuestion: "Đây là câu đầu tiên."
    case .jumpTo: "Đến câu (số hoặc chữ): "
    case .noSuchQuestion(let text): "Không có câu nào khớp với “\(text)”."
    case .notOnPath(let label): "Câu “\(label)” không hỏi trong phiếu này."
    case .severalQuestions(let labels):
      "Nhiều câu khớp, xin nhập số câu: \(labels.joined(separator: "; "))"
    case .onlyOneLanguage: "Phiếu chỉ có một ngôn ngữ."
    case .languageIs(let name): "Ngôn ngữ của phiếu: \(name)."
    case .setAside(let labels):
      "\(labels.count) câu trả lời được để riêng: \(labels.joined(separator: "; "))"
    case .restored(let labels):
      "\(labels.count) câu trả lời được dùng lại: \(labels.joined(separator: "; "))"
    }
  }

  private var english: String {
    switch self {
    case .help:
      "Keys: a code answers; Enter or + keeps and goes on; - goes back; "
        + "/ with a number or text jumps; * writes a note; ** changes the form's language; . leaves blank; "
        + "Ctrl-C sets the form aside for later."
    case .entryHelp:
      "Paper forms: a block of questions with one scale is typed on one line, such as 44545 3x5; "
        + "after a few forms only numbers and names are shown."
    case .atFirstQuestion: "This is the first question."
    case .jumpTo: "Go to (number or text): "
    case .noSuchQuestion(let text): "No question matches “\(text)”."
    case .notOnPath(let label): "“\(label)” is not asked in this form."
    case .severalQuestions(let labels):
      "Several questions match, please enter a number: \(labels.joined(separator: "; "))"
    case .onlyOneLanguage: "The form has only one language."
    case .languageIs(let name): "Language of the form: \(name)."
    case .setAside(let labels):
      "\(labels.count) \(labels.count == 1 ? "answer is" : "answers are") set aside: "
        + labels.joined(separator: "; ")
    case .restored(let labels):
      "\(labels.count) \(labels.count == 1 ? "answer counts" : "answers count") again: "
        + labels.joined(separator: "; ")
    }
  }
}
