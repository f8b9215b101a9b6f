/// Why an answer was not taken; polite, and the question is asked again.
public enum AnswerRejection: Error, Hashable, Sendable {
  /// The text is none of the codes or labels.
  case notAChoice(text: String, allowed: [String], closest: String?)
  case notANumber(text: String)
  case notAWholeNumber(text: String)
  case notADate(text: String)
  case notATime(text: String)
  case notADateTime(text: String)
  /// A question that is only confirmed was given something else.
  case notAcknowledged(text: String)
  /// The number is none of those of the range.
  case outOfRange(text: String, NumberRange)
  /// An option stands twice in an order.
  case rankedTwice(label: LocalizedText)
  /// Options are left out of an order.
  case unranked(codes: [String])
  /// The option is not offered after the other answers.
  case notOffered(text: String, offered: [String])
  /// The answers of a repeat are no JSON array, or not as deep as repeats stand in each other.
  case notASeries(text: String, depth: Int)
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
    case .notAChoice, .notAcknowledged, .rankedTwice, .unranked, .notOffered,
      .notASeries:
      "V04"
    case .notANumber, .notAWholeNumber, .outOfRange: "V01"
    case .notADate, .notATime, .notADateTime: "V02"
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
    case .notATime(let text): "“\(text)” không phải là giờ; xin nhập dạng giờ:phút, như 08:30."
    case .notADateTime(let text):
      "“\(text)” không phải là ngày giờ; xin nhập dạng ngày/tháng/năm giờ:phút, như 21/11/2026 08:30."
    case .notAcknowledged(let text): "“\(text)” không phải là lời xác nhận; xin nhập 1 hoặc OK."
    case .outOfRange(let text, let range):
      "“\(text)” không thuộc thang; xin nhập \(range.inWords(from: "từ", to: "đến", by: "bước"))."
    case .rankedTwice(let label):
      "“\(label.text("vi"))” được xếp hai lần; xin nhập mỗi mã một lần."
    case .unranked(let codes):
      "Còn thiếu \(listed(codes)); xin xếp tất cả các mã theo thứ tự."
    case .notOffered(let text, let offered):
      "“\(text)” không có trong các lựa chọn sau những câu đã trả lời; "
        + (offered.isEmpty
          ? "không còn lựa chọn nào." : "xin nhập một trong các mã \(listed(offered)).")
    case .notASeries(let text, let depth):
      "“\(String(text.prefix(80)))” không phải là câu trả lời của phần lặp; xin ghi dạng \(series(depth)), mỗi lượt một phần."
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
    case .notATime(let text):
      "“\(text)” is not a time of day; please enter hours:minutes, such as 08:30."
    case .notADateTime(let text):
      "“\(text)” is not a day with a time; please enter day/month/year hours:minutes, such as 21/11/2026 08:30."
    case .notAcknowledged(let text): "“\(text)” confirms nothing; please enter 1 or OK."
    case .outOfRange(let text, let range):
      "“\(text)” is not in the range; please enter \(range.inWords(from: "", to: "to", by: "in steps of"))."
    case .rankedTwice(let label):
      "“\(label.text("en"))” stands twice; please enter every code once."
    case .unranked(let codes):
      "\(listed(codes)) left out; please enter all codes in order."
    case .notOffered(let text, let offered):
      "“\(text)” is not among the options after the other answers; "
        + (offered.isEmpty ? "none is left." : "please enter one of the codes \(listed(offered)).")
    case .notASeries(let text, let depth):
      "“\(String(text.prefix(80)))” does not answer a repeated question; please write \(series(depth)), one part for each turn."
    case .exclusiveChoice(let label):
      "“\(label.text("en"))” can only be chosen alone; please drop the other options."
    case .required(let message): message?.text("en") ?? "This question needs an answer."
    case .constraint(let message):
      message?.text("en") ?? "The answer does not satisfy the form's rule."
    case .doubtful(let message): message?.text("en") ?? "The answer is unusual; please look again."
    }
  }

  /// How answers in turns are written, an array for each repeat around.
  private func series(_ depth: Int) -> String {
    (1..<max(1, depth)).reduce(#"["a","b"]"#) { inner, _ in "[\(inner),…]" }
  }
}

extension NumberRange {
  /// The range in words: `từ 0 đến 10 bước 2`.
  fileprivate func inWords(from: String, to: String, by: String) -> String {
    let ends = [least, greatest].map { ExpressionNumber.text($0) }
    let span = "\(from.isEmpty ? "" : "\(from) ")\(ends[0]) \(to) \(ends[1])"
    return step.magnitude == 1 ? span : "\(span) \(by) \(ExpressionNumber.text(step.magnitude))"
  }
}
