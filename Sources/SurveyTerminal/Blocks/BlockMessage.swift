import SurveyModel

/// What is said around a block.
enum BlockMessage: LocalizedMessage {
  /// Where the block stands on the present path.
  case progress(first: Int, last: Int, total: Int)
  /// The lowest and the highest option.
  case extremes(String, String)
  case keys
  /// The codes that were taken, in fives.
  case taken(String, answers: Int, questions: Int)
  /// The item that the rules refuse, by its place in the line.
  case refused(place: Int, label: String)
  /// A question that is not asked after the answers before it.
  case notAsked(place: Int, label: String)

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .progress(let first, let last, let total):
      "Câu \(first)–\(last)/\(total): \(last - first + 1) mục, nhập liền trên một dòng"
    case .extremes(let low, let high): "\(low) … \(high)"
    case .keys: "x = bỏ trống một mục, . ở cuối = dừng ở đó, Enter = hỏi từng câu"
    case .taken(let codes, let answers, let questions):
      answers == questions ? "Đã ghi \(codes)" : "Đã ghi \(codes) (\(answers)/\(questions))"
    case .refused(let place, let label): "Mục \(place), “\(label)”:"
    case .notAsked(let place, let label):
      "Mục \(place), “\(label)”, không hỏi theo các câu trả lời trước; xin dò lại."
    }
  }

  private var english: String {
    switch self {
    case .progress(let first, let last, let total):
      "Questions \(first)–\(last)/\(total): \(last - first + 1) items, all in one line"
    case .extremes(let low, let high): "\(low) … \(high)"
    case .keys: "x = leaves an item blank, . at the end = stop there, Enter = ask one by one"
    case .taken(let codes, let answers, let questions):
      answers == questions ? "Recorded \(codes)" : "Recorded \(codes) (\(answers)/\(questions))"
    case .refused(let place, let label): "Item \(place), “\(label)”:"
    case .notAsked(let place, let label):
      "Item \(place), “\(label)”, is not asked after the answers before it; please check."
    }
  }
}
