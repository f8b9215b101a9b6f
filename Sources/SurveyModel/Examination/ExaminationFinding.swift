/// What an examination finds: something that no respondent could ever do, or that some cannot.
enum ExaminationFinding: DiagnosticMessage, Equatable {
  /// Answers that lead there, in each language.
  struct Path: Hashable {
    let vietnamese: String
    let english: String
  }

  case neverAsked(question: String, isComputed: Bool)
  /// A section or group of which no question is ever asked.
  case partNeverAsked(String, questions: Int)
  case optionNeverOffered(codes: [String], question: String)
  case optionNeverAllowed(codes: [String], question: String)
  case constraintContradiction(question: String)
  case blocksEverybody(questions: [String])
  case deadEnd(question: String, path: Path)
  case indicatorNeverCounted(String, item: String?)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case neverAsked = "never-asked"
    case optionNeverOffered = "option-never-offered"
    case optionNeverAllowed = "option-never-allowed"
    case constraintContradiction = "constraint-contradiction"
    case blocksEverybody = "blocks-everybody"
    case deadEnd = "dead-end"
    case indicatorNeverCounted = "indicator-never-counted"
  }

  var code: String {
    let code: Code =
      switch self {
      case .neverAsked, .partNeverAsked: .neverAsked
      case .optionNeverOffered: .optionNeverOffered
      case .optionNeverAllowed: .optionNeverAllowed
      case .constraintContradiction: .constraintContradiction
      case .blocksEverybody: .blocksEverybody
      case .deadEnd: .deadEnd
      case .indicatorNeverCounted: .indicatorNeverCounted
      }
    return code.rawValue
  }

  /// An error is what makes every form, or a published number, impossible; all else may be meant.
  var severity: Diagnostic.Severity {
    switch self {
    case .blocksEverybody, .indicatorNeverCounted: .error
    case .neverAsked, .partNeverAsked, .optionNeverOffered, .optionNeverAllowed,
      .constraintContradiction, .deadEnd:
      .warning
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
    case .neverAsked(let question, let isComputed):
      "câu '\(question)' không bao giờ được \(isComputed ? "tính" : "hỏi"), dù các câu trước được trả lời thế nào; "
        + "hãy xem lại 'relevant' của câu, của phần và các điều kiện nó dựa vào"
    case .partNeverAsked(let part, let questions):
      "phần '\(part)' (\(questions) câu) không bao giờ được hỏi, dù các câu trước được trả lời thế nào; "
        + "hãy xem lại 'relevant' của phần"
    case .optionNeverOffered(let codes, let question):
      "lựa chọn \(codes.listed(upTo: 12)) của câu '\(question)' không bao giờ được đưa ra; "
        + "hãy xem lại 'choice_filter' và các cột của danh sách, hoặc bỏ lựa chọn"
    case .optionNeverAllowed(let codes, let question):
      "lựa chọn \(codes.listed(upTo: 12)) của câu '\(question)' luôn bị 'constraint' từ chối; "
        + "hãy sửa điều kiện hoặc bỏ lựa chọn"
    case .constraintContradiction(let question):
      "mỗi khi câu '\(question)' được hỏi thì mọi câu trả lời đều bị từ chối, chỉ có thể bỏ trống; "
        + "hãy sửa 'constraint' hoặc 'relevant', vì hai điều kiện trái nhau"
    case .blocksEverybody(let questions) where questions.count == 1:
      "câu '\(questions[0])' bắt buộc mà không nhận câu trả lời nào, nên không ai vào được câu này mà lưu được phiếu; "
        + "hãy sửa 'constraint', 'choice_filter' hoặc 'required'"
    case .blocksEverybody(let questions):
      "các câu \(questions.listed(upTo: 12)) ràng buộc lẫn nhau đến mức không phiếu nào lưu được; "
        + "hãy bớt một 'required' hoặc sửa một 'constraint'"
    case .deadEnd(let question, let path):
      "có người không đi tiếp được ở câu '\(question)': câu bắt buộc mà mọi câu trả lời đều bị từ chối khi \(path.vietnamese); "
        + "hãy sửa điều kiện hoặc thêm mã 'không biết', 'không trả lời'"
    case .indicatorNeverCounted(let indicator, let item):
      "chỉ số '\(indicator)' không bao giờ tính được: không ai "
        + (item.map { "trả lời được câu '\($0)'" } ?? "trả lời được các câu của chỉ số")
        + "; hãy xem lại 'relevant' và điều kiện của các câu ấy"
    }
  }

  private var english: String {
    switch self {
    case .neverAsked(let question, let isComputed):
      "question '\(question)' is never \(isComputed ? "computed" : "asked"), whatever is answered before; "
        + "check 'relevant' of the question, of its section and the conditions that it rests on"
    case .partNeverAsked(let part, let questions):
      "part '\(part)' (\(questions) questions) is never asked, whatever is answered before; "
        + "check its 'relevant'"
    case .optionNeverOffered(let codes, let question):
      "option \(codes.listed(upTo: 12)) of question '\(question)' is never offered; "
        + "check 'choice_filter' and the columns of the list, or remove the option"
    case .optionNeverAllowed(let codes, let question):
      "option \(codes.listed(upTo: 12)) of question '\(question)' is always refused by its 'constraint'; "
        + "correct the rule or remove the option"
    case .constraintContradiction(let question):
      "whenever question '\(question)' is asked every answer is refused, and it can only be left blank; "
        + "correct 'constraint' or 'relevant', which contradict each other"
    case .blocksEverybody(let questions) where questions.count == 1:
      "question '\(questions[0])' is required and takes no answer, so that nobody who is asked it can save the form; "
        + "correct 'constraint', 'choice_filter' or 'required'"
    case .blocksEverybody(let questions):
      "questions \(questions.listed(upTo: 12)) bind each other so that no form can be saved; "
        + "drop a 'required' or correct a 'constraint'"
    case .deadEnd(let question, let path):
      "somebody gets stuck at question '\(question)': it is required and every answer is refused when \(path.english); "
        + "correct the rule or add a code for 'do not know' or 'refused'"
    case .indicatorNeverCounted(let indicator, let item):
      "indicator '\(indicator)' can never be computed: nobody answers "
        + (item.map { "question '\($0)'" } ?? "its questions")
        + "; check 'relevant' and the rules of these questions"
    }
  }
}
