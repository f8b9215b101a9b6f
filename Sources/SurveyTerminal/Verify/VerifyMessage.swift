import SurveyModel

/// What is said while forms are keyed a second time.
enum VerifyMessage: LocalizedMessage {
  case help
  /// Which form to take from the pile.
  case form(String, keyer: String, day: String, place: Int, total: Int)
  /// The attempt is not what is stored.
  case mismatch
  case replaced
  case kept
  case retype
  case noMoves
  case done(fields: Int, keyerErrors: Int, verifierErrors: Int)
  case noMore
  /// The sitting ended inside a form.
  case unfinished

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .help:
      "Kiểm nhập: gõ lại từng câu theo phiếu giấy mà không thấy câu trả lời đã lưu. Khớp thì đi "
        + "tiếp; không khớp thì gõ lại. . = bỏ trống, * = đổi ngôn ngữ phiếu, Ctrl-C = dừng."
    case .form(let number, let keyer, let day, let place, let total):
      "Kiểm nhập \(place)/\(total): phiếu số \(number), nhập ngày \(day)"
        + (keyer.isEmpty ? "" : ", người nhập \(keyer)")
    case .mismatch: "GIÁ TRỊ KHÔNG PHÙ HỢP. Hãy nhập lại giá trị."
    case .replaced: "Hai lần gõ như nhau: giá trị mới được thay vào (lỗi người nhập)."
    case .kept: "Khớp với giá trị đã lưu, được giữ nguyên (lỗi người kiểm)."
    case .retype: "Xin gõ câu trả lời ghi trên phiếu, hoặc . nếu phiếu bỏ trống."
    case .noMoves: "Khi kiểm nhập không lùi và không nhảy câu."
    case .done(let fields, let keyerErrors, let verifierErrors):
      "Xong phiếu: so \(fields) câu, \(keyerErrors) lỗi người nhập đã sửa, "
        + "\(verifierErrors) lỗi người kiểm."
    case .noMore: "Không còn phiếu nào phải kiểm."
    case .unfinished: "Phiếu đang kiểm chưa xong nên chưa ghi gì; lần sau kiểm lại từ đầu."
    }
  }

  private var english: String {
    switch self {
    case .help:
      "Verification: key each answer again from the paper form, without seeing what is stored. "
        + "Equal answers go on, others are keyed again. . = blank, * = the form's language, "
        + "Ctrl-C = stop."
    case .form(let number, let keyer, let day, let place, let total):
      "Verification \(place)/\(total): form number \(number), keyed on \(day)"
        + (keyer.isEmpty ? "" : " by \(keyer)")
    case .mismatch: "VALUE DOES NOT MATCH. Key the value again."
    case .replaced: "Twice the same: the new value takes its place (keyer error)."
    case .kept: "Equal to what is stored, which stays (verifier error)."
    case .retype: "Please key what stands on the form, or . where it is blank."
    case .noMoves: "There is no going back and no jumping in verification."
    case .done(let fields, let keyerErrors, let verifierErrors):
      "Form done: \(fields) answers compared, \(keyerErrors) keyer errors corrected, "
        + "\(verifierErrors) verifier errors."
    case .noMore: "No form is left to be verified."
    case .unfinished: "The form is unfinished and nothing of it is kept; it begins anew next time."
    }
  }
}
