/// Why an answer was not taken; polite, and the question is asked again.
public enum AnswerRejection: Error, Hashable, Sendable {
  /// The text is none of the codes or labels.
  case notAChoice(text: String, allowed: [String], closest: String?)
  case notANumber(text: String)
  case notAWholeNumber(text: String)
  case notADate(text: String)
  /// An exclusive option was chosen together with others.
  case exclusiveChoice(label: LocalizedText)
  case required(LocalizedText?)
  /// The questionnaire's hard rule is not satisfied.
  case constraint(LocalizedText?)
  /// The questionnaire's soft rule fired; the answer is taken when it is confirmed.
  case doubtful(LocalizedText?)

  /// Whether confirming the answer is enough.
  public var isSoft: Bool {
    if case .doubtful = self { true } else { false }
  }

  /// The code under which the rejection is documented.
  public var code: String {
    switch self {
    case .notAChoice: "V04"
    case .notANumber, .notAWholeNumber: "V01"
    case .notADate: "V02"
    case .exclusiveChoice: "V06"
    case .required: "R01"
    case .constraint: "R02"
    case .doubtful: "R03"
    }
  }
}

extension AnswerRejection: LocalizedMessage {
  /// A whole sentence for the person who typed.
  public func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  /// A long list keeps its ends: an office has a hundred units.
  private func listed(_ codes: [String]) -> String {
    guard codes.count > 15, let last = codes.last else { return codes.joined(separator: ", ") }
    return codes.prefix(10).joined(separator: ", ") + ", …, \(last)"
  }

  private var vietnamese: String {
    switch self {
    case .notAChoice(let text, let allowed, let closest):
      "Không có lựa chọn “\(text)”; xin nhập một trong các mã \(listed(allowed))"
        + (closest.map { " (gần nhất: \($0))." } ?? ".")
    case .notANumber(let text): "“\(text)” không phải là số; xin nhập bằng chữ số."
    case .notAWholeNumber(let text):
      "“\(text)” không phải là số nguyên; xin nhập số không có phần lẻ."
    case .notADate(let text): "“\(text)” không phải là ngày có thật; xin nhập dạng ngày/tháng/năm."
    case .exclusiveChoice(let label):
      "“\(label.text("vi"))” chỉ được chọn một mình; xin bỏ các lựa chọn khác."
    case .required(let message): message?.text("vi") ?? "Câu này cần được trả lời."
    case .constraint(let message):
      message?.text("vi") ?? "Câu trả lời không hợp lệ với quy định của phiếu."
    case .doubtful(let message): message?.text("vi") ?? "Câu trả lời khác thường; xin xem lại."
    }
  }

  private var english: String {
    switch self {
    case .notAChoice(let text, let allowed, let closest):
      "There is no option “\(text)”; please enter one of the codes \(listed(allowed))"
        + (closest.map { " (closest: \($0))." } ?? ".")
    case .notANumber(let text): "“\(text)” is not a number; please enter digits."
    case .notAWholeNumber(let text):
      "“\(text)” is not a whole number; please leave out the fraction."
    case .notADate(let text): "“\(text)” is not a real date; please enter day/month/year."
    case .exclusiveChoice(let label):
      "“\(label.text("en"))” can only be chosen alone; please drop the other options."
    case .required(let message): message?.text("en") ?? "This question needs an answer."
    case .constraint(let message):
      message?.text("en") ?? "The answer does not satisfy the form's rule."
    case .doubtful(let message): message?.text("en") ?? "The answer is unusual; please look again."
    }
  }
}
