import SurveyModel

/// The usual headings of chapters.
struct SectionWords: LocalizedMessage {
  let section: ReportSection

  init(_ section: ReportSection) { self.section = section }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch section {
    case .summary: "Tóm tắt"
    case .fieldwork: "Tình hình triển khai"
    case .respondents: "Người trả lời"
    case .targets: "So với chỉ tiêu"
    case .changes: "So với kỳ trước"
    case .rates: "Tỷ lệ theo nhóm"
    case .indices: "Chỉ số tổng hợp"
    case .importance: "Điều quan trọng và mức đáp ứng"
    case .points: "Chấm điểm"
    case .choices: "Các lựa chọn nhiều đáp án"
    case .expectations: "Mong đợi"
    case .items: "Kết quả từng câu hỏi"
    case .numbers: "Câu hỏi bằng số"
    case .units: "Đơn vị hành chính trước và sau sắp xếp"
    case .quality: "Chất lượng phiếu"
    case .undecided: "Điều chưa đủ căn cứ kết luận"
    case .withheld: "Số liệu không công bố"
    case .assessment: "Đánh giá chung"
    case .proposals: "Giải pháp, kiến nghị"
    case .method: "Phương pháp và giới hạn"
    }
  }

  private var english: String {
    switch section {
    case .summary: "Summary"
    case .fieldwork: "Fieldwork"
    case .respondents: "Respondents"
    case .targets: "Against the targets"
    case .changes: "Against the wave before"
    case .rates: "Rates by group"
    case .indices: "Composite indices"
    case .importance: "What matters and how well it is done"
    case .points: "Points"
    case .choices: "Multiple choices"
    case .expectations: "Expectations"
    case .items: "Each question"
    case .numbers: "Numeric questions"
    case .units: "Administrative units before and after the reform"
    case .quality: "Quality of the forms"
    case .undecided: "What is undecided"
    case .withheld: "What is not published"
    case .assessment: "Assessment"
    case .proposals: "Measures and proposals"
    case .method: "Method and limits"
    }
  }
}
