import SurveyModel

/// What is said between forms.
enum SessionMessage: LocalizedMessage {
  case form(number: Int)
  /// Where the form stands in the wave.
  case standing(form: Int, goal: Int?)
  /// Answers that are the same on every form of the session.
  case carried([String])
  case consentKeys
  case consentNeeded
  case declined
  case discarded
  case resuming(answers: Int)
  /// Where a resumed form goes on, for the question with this number.
  case goingOn(number: Int, total: Int)
  case goingOnAtReview
  case saved(number: Int)
  /// The number to be written on the paper form.
  case keptAs(String)
  case nextForm
  /// The form waits on disk.
  case setAside(answers: Int)

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .form(let number): "Phiếu \(number)"
    case .standing(let form, let goal?) where form <= goal:
      "Của đợt: phiếu \(form)/\(goal) · còn \(goal - form) phiếu sau phiếu này"
    case .standing(let form, let goal?): "Của đợt: phiếu \(form)/\(goal) · đã đủ"
    case .standing(let form, nil): "Của đợt: phiếu thứ \(form)"
    case .carried(let answers):
      "Giữ từ phiếu trước: \(answers.joined(separator: " · ")) (/ rồi tên câu để đổi)"
    case .consentKeys: "1 = đồng ý tham gia, 2 = không đồng ý"
    case .consentNeeded: "Xin nhập 1 nếu Ông/Bà đồng ý, 2 nếu không."
    case .declined: "Không đồng ý tham gia: không ghi câu trả lời nào. Xin cảm ơn Ông/Bà."
    case .discarded: "Đã hủy phiếu, không lưu."
    case .resuming(let answers): "Tiếp tục phiếu làm dở, đã có \(answers) câu trả lời."
    case .goingOn(let number, let total): "Làm tiếp từ câu \(number)/\(total)."
    case .goingOnAtReview: "Mọi câu đã hỏi xong, còn xem lại và lưu."
    case .saved(let number): "Đã lưu phiếu \(number). Xin cảm ơn Ông/Bà."
    case .keptAs(let number): "Ghi lên phiếu giấy: số \(number)."
    case .nextForm: "Enter: phiếu tiếp theo, 0: dừng"
    case .setAside(let answers):
      "Phiếu được để dành với \(answers) câu trả lời đã ghi. Để làm tiếp, chạy:"
    }
  }

  private var english: String {
    switch self {
    case .form(let number): "Form \(number)"
    case .standing(let form, let goal?) where form <= goal:
      "Of the wave: form \(form)/\(goal) · \(goal - form) more after this one"
    case .standing(let form, let goal?): "Of the wave: form \(form)/\(goal) · enough"
    case .standing(let form, nil): "Of the wave: form \(form)"
    case .carried(let answers):
      "Kept from the form before: \(answers.joined(separator: " · ")) (/ and the name to change)"
    case .consentKeys: "1 = agrees to take part, 2 = does not"
    case .consentNeeded: "Please enter 1 for yes or 2 for no."
    case .declined: "No consent: no answer was recorded. Thank you."
    case .discarded: "The form was discarded, nothing was saved."
    case .resuming(let answers):
      "Resuming an unfinished form with \(answers) \(answers == 1 ? "answer" : "answers")."
    case .goingOn(let number, let total): "Going on at question \(number)/\(total)."
    case .goingOnAtReview: "All questions were asked; review and save."
    case .saved(let number): "Form \(number) is saved. Thank you."
    case .keptAs(let number): "To be written on the paper form: number \(number)."
    case .nextForm: "Enter: next form, 0: stop"
    case .setAside(let answers):
      "The form is set aside with \(answers) \(answers == 1 ? "answer" : "answers") recorded. "
        + "To go on, run:"
    }
  }
}
