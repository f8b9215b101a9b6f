import SurveyModel

/// A row that looks like none of an interview and is sent back, since a person may know better.
struct UnlikelyRow: RowRejection {
  /// What it looks like.
  enum Kind: CaseIterable {
    /// Totals among the interviews.
    case total
    /// The numbers of the columns, below the header.
    case columnNumbers
    /// No answer to any question that takes more than words.
    case unanswered
  }

  let kind: Kind
  /// The first cells, or the words by which it was recognised.
  let text: String

  var code: String { "T09" }

  func text(in language: InterfaceLanguage) -> String {
    language.choose(
      "\(vietnamese) Nếu đúng là phiếu: xóa trống ô _ma của dòng trong tệp trả lại rồi nhập tệp ấy.",
      "\(english) If it is an interview: empty its cell _ma in the file of rows sent back, and import that."
    )
  }

  private var vietnamese: String {
    switch kind {
    case .total:
      "Dòng này là dòng tổng (“\(text)”), không phải một phiếu; xin xóa dòng này khỏi tệp."
    case .columnNumbers:
      "Dòng đầu này giống dòng đánh số các cột (“\(text)”), không phải một phiếu; xin xóa dòng này khỏi tệp."
    case .unanswered:
      "Dòng này không trả lời câu nào ngoài câu ghi chữ (“\(text)”), như tên nhóm hay chữ ký; xin xóa dòng này khỏi tệp, hoặc điền câu trả lời."
    }
  }

  private var english: String {
    switch kind {
    case .total:
      "This row is a total (“\(text)”), not an interview; please remove it from the file."
    case .columnNumbers:
      "This first row looks like numbers of the columns (“\(text)”), not an interview; please remove it from the file."
    case .unanswered:
      "This row answers no question but with words (“\(text)”), as the name of a group or a signature does; please remove it from the file, or fill in the answers."
    }
  }
}
