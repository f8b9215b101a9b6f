import SurveyModel

/// What is said around a question.
enum PromptMessage: LocalizedMessage {
  /// Where the question stands on the present path.
  case progress(number: Int, total: Int)
  /// The answer that Enter keeps.
  case kept(String)
  /// The answer that Enter accepts.
  case suggested(String)
  /// What is chosen so far of several options.
  case chosen([String])
  case severalAllowed
  case dateForm
  /// Whether a part of the form is gone through once more.
  case oneMore(String)
  case timeForm
  case dateTimeForm
  case rankForm([String])
  case range(NumberRange)
  case acknowledgeForm
  case passNote
  /// Enter was pressed where there is nothing to keep.
  case nothingToKeep
  case confirmDoubt
  case tooLong(limit: Int)
  /// A scanner read something where a code was asked for.
  case scanned(String)
  case leftBlank
  case notAsked
  case notReached

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .progress(let number, let total): "Câu \(number)/\(total)"
    case .kept(let answer): "Đang có [\(answer)], Enter để giữ"
    case .suggested(let answer): "Gợi ý [\(answer)], Enter để nhận"
    case .chosen(let labels) where labels.isEmpty: "Chưa chọn gì."
    case .chosen(let labels): "Đã chọn: \(labels.joined(separator: " · "))"
    case .severalAllowed: "Chọn được nhiều mã, cách nhau bằng dấu cách; Enter khi xong."
    case .dateForm: "ngày/tháng/năm"
    case .oneMore(let name): "Còn nữa không: \(name)? 1 = còn, 2 hoặc Enter = hết"
    case .timeForm: "giờ:phút, như 08:30"
    case .dateTimeForm: "ngày/tháng/năm giờ:phút, như 21/11/2026 08:30"
    case .rankForm(let codes):
      "Xếp tất cả các mã theo thứ tự, như \(codes.reversed().joined(separator: " "))"
    case .range(let range):
      "từ \(range.words.least) đến \(range.words.greatest)"
        + (range.step.magnitude == 1 ? "" : ", bước \(range.words.step)")
    case .acknowledgeForm: "1 = đã đọc và đồng ý"
    case .passNote: "Enter để tiếp tục"
    case .nothingToKeep: "Chưa có câu trả lời: xin nhập, hoặc bấm . để bỏ trống."
    case .confirmDoubt: "+ = chấp nhận, Enter = sửa"
    case .tooLong(let limit):
      "Câu trả lời dài quá \(limit) ký tự nên chưa được ghi; xin nhập ngắn hơn."
    case .scanned(let text):
      "Máy quét đọc “\(text)”, nhưng câu này cần mã trả lời: chưa ghi gì, xin bấm phím."
    case .leftBlank: "bỏ trống"
    case .notAsked: "không hỏi"
    case .notReached: "chưa hỏi"
    }
  }

  private var english: String {
    switch self {
    case .progress(let number, let total): "Question \(number)/\(total)"
    case .kept(let answer): "Now [\(answer)], Enter keeps it"
    case .suggested(let answer): "Suggested [\(answer)], Enter accepts it"
    case .chosen(let labels) where labels.isEmpty: "Nothing is chosen."
    case .chosen(let labels): "Chosen: \(labels.joined(separator: " · "))"
    case .severalAllowed: "Several codes may be chosen, separated by spaces; Enter when done."
    case .dateForm: "day/month/year"
    case .oneMore(let name): "One more: \(name)? 1 = yes, 2 or Enter = no"
    case .timeForm: "hours:minutes, such as 08:30"
    case .dateTimeForm: "day/month/year hours:minutes, such as 21/11/2026 08:30"
    case .rankForm(let codes):
      "Put all codes in order, such as \(codes.reversed().joined(separator: " "))"
    case .range(let range):
      "from \(range.words.least) to \(range.words.greatest)"
        + (range.step.magnitude == 1 ? "" : ", in steps of \(range.words.step)")
    case .acknowledgeForm: "1 = read and confirmed"
    case .passNote: "Enter to go on"
    case .nothingToKeep: "There is no answer yet: please enter one, or press . to leave it blank."
    case .confirmDoubt: "+ = accept, Enter = correct"
    case .tooLong(let limit):
      "The answer is longer than \(limit) characters and was not recorded; please shorten it."
    case .scanned(let text):
      "The scanner read “\(text)”, but a code is asked for: nothing was recorded, please press a key."
    case .leftBlank: "left blank"
    case .notAsked: "not asked"
    case .notReached: "not asked yet"
    }
  }
}
