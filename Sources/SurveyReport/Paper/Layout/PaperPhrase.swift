import SurveyModel

/// What a paper form says by itself; everything else is in the questionnaire.
enum PaperPhrase: LocalizedMessage {
  case formNumber
  case interviewDate
  case interviewer
  case place
  case agree
  case refuse
  case circleOne
  case circleOneInEachRow
  case circleSeveral
  case writeOrder
  case numberBetween(String, String)
  case confirm
  case dayMonthYear
  case onlyIf(String)
  case again(String)
  case thanks
  case page
  case source(id: String, version: String)

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .formNumber: "Số phiếu"
    case .interviewDate: "Ngày phỏng vấn"
    case .interviewer: "Mã người phỏng vấn"
    case .place: "Nơi phỏng vấn"
    case .agree: "Đồng ý tham gia"
    case .refuse: "Không đồng ý: dừng tại đây"
    case .circleOne: "Khoanh một ô."
    case .circleOneInEachRow: "Mỗi hàng khoanh một ô."
    case .circleSeveral: "Có thể khoanh nhiều ô."
    case .writeOrder: "Ghi thứ tự 1, 2, 3… vào ô trống trước mỗi mục."
    case .numberBetween(let least, let greatest): "Ghi một số từ \(least) đến \(greatest)."
    case .confirm: "Đã đọc và đồng ý"
    case .dayMonthYear: "ngày/tháng/năm"
    case .onlyIf(let condition): "Chỉ hỏi khi \(condition)."
    case .again(let group): "Lặp lại cho từng lượt của “\(group)”, mỗi lượt ghi vào một tờ riêng."
    case .thanks: "Xin trân trọng cảm ơn!"
    case .page: "Trang"
    case .source(let id, let version): "Phiếu \(id), bản \(version)"
    }
  }

  private var english: String {
    switch self {
    case .formNumber: "Form number"
    case .interviewDate: "Date of interview"
    case .interviewer: "Interviewer's code"
    case .place: "Place"
    case .agree: "I agree to take part"
    case .refuse: "I do not agree: stop here"
    case .circleOne: "Circle one box."
    case .circleOneInEachRow: "Circle one box in each row."
    case .circleSeveral: "Circle all boxes that apply."
    case .writeOrder: "Write the order 1, 2, 3… into the empty boxes."
    case .numberBetween(let least, let greatest): "Write a number from \(least) to \(greatest)."
    case .confirm: "Read and agreed"
    case .dayMonthYear: "day/month/year"
    case .onlyIf(let condition): "Only if \(condition)."
    case .again(let group): "Repeat for each turn of “\(group)”, each on a sheet of its own."
    case .thanks: "Thank you very much!"
    case .page: "Page"
    case .source(let id, let version): "Form \(id), version \(version)"
    }
  }
}
