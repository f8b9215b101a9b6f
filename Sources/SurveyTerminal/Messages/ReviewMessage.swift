import SurveyModel

/// What is said when the form is looked over before it is saved.
enum ReviewMessage: LocalizedMessage {
  case title
  case problems(count: Int)
  case notReached([Int])
  case keys
  case cannotSave
  case confirmDiscard

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .title: "Xem lại trước khi lưu"
    case .problems(let count): "\(count) câu cần xem lại:"
    case .notReached(let numbers):
      "Chưa hỏi: câu \(numbers.map(String.init).joined(separator: ", "))."
    case .keys: "Enter = lưu; số câu = sửa; - = lùi; . = hủy phiếu"
    case .cannotSave: "Chưa lưu được; xin sửa câu này trước."
    case .confirmDiscard: "Hủy hẳn phiếu này, không lưu gì? 1 = hủy, Enter = không: "
    }
  }

  private var english: String {
    switch self {
    case .title: "Review before saving"
    case .problems(let count):
      count == 1 ? "1 question needs a look:" : "\(count) questions need a look:"
    case .notReached(let numbers):
      "Not asked yet: \(numbers.map(String.init).joined(separator: ", "))."
    case .keys: "Enter = save; a number = correct; - = back; . = discard the form"
    case .cannotSave: "The form cannot be saved yet; please correct this question first."
    case .confirmDiscard: "Discard this form and save nothing? 1 = discard, Enter = no: "
    }
  }
}
