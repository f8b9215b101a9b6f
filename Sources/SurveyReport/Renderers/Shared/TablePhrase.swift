import SurveyModel

/// What charts are headed with where they are written as tables.
enum TablePhrase: LocalizedMessage {
  case group
  case share
  case index
  case interval
  case answers
  case verdict
  case target
  case item
  case time
  case unit
  case quadrant
  case place(ImportanceMap.Quadrant, isClear: Bool)
  case mean
  case remark

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .group: "Nhóm"
    case .share: "Tỷ lệ"
    case .index: "Chỉ số"
    case .interval: "Khoảng tin cậy"
    case .answers: "Số phiếu"
    case .verdict: "Kết luận"
    case .target: "Chỉ tiêu"
    case .item: "Câu hỏi"
    case .time: "Thời điểm"
    case .unit: "Đơn vị"
    case .quadrant: "Vùng"
    case .place(let quadrant, let isClear):
      quadrant.text(in: .vietnamese) + (isClear ? "" : " (chưa rõ)")
    case .mean: "Trung bình"
    case .remark: "Ghi chú"
    }
  }

  private var english: String {
    switch self {
    case .group: "Group"
    case .share: "Share"
    case .index: "Index"
    case .interval: "Confidence interval"
    case .answers: "Interviews"
    case .verdict: "Verdict"
    case .target: "Target"
    case .item: "Question"
    case .time: "Time"
    case .unit: "Unit"
    case .quadrant: "Quadrant"
    case .place(let quadrant, let isClear):
      quadrant.text(in: .english) + (isClear ? "" : " (not clear)")
    case .mean: "Mean"
    case .remark: "Remark"
    }
  }
}
