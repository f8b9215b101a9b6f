import SurveyModel

/// A row below the header that numbers the columns, or an interview that looks like one.
struct NumberedColumns: RowRejection {
  /// The first cells.
  let text: String

  var code: String { "T09" }

  func text(in language: InterfaceLanguage) -> String {
    language.choose(
      "Dòng đầu này giống dòng đánh số các cột (“\(text)”), không phải một phiếu; xin xóa dòng này khỏi tệp. Nếu đúng là phiếu: xóa trống ô _ma của dòng trong tệp trả lại rồi nhập tệp ấy.",
      "This first row looks like numbers of the columns (“\(text)”), not an interview; please remove it from the file. If it is an interview: empty its cell _ma in the file of rows sent back, and import that."
    )
  }
}

/// A row of totals among the interviews.
struct TotalRow: RowRejection {
  /// The words by which it was recognised.
  let text: String

  var code: String { "T09" }

  func text(in language: InterfaceLanguage) -> String {
    language.choose(
      "Dòng này là dòng tổng (“\(text)”), không phải một phiếu; xin xóa dòng này khỏi tệp. Nếu đúng là phiếu: xóa trống ô _ma của dòng trong tệp trả lại rồi nhập tệp ấy.",
      "This row is a total (“\(text)”), not an interview; please remove it from the file. If it is an interview: empty its cell _ma in the file of rows sent back, and import that."
    )
  }
}

/// A row without an answer to any question that takes more than words.
struct UnansweredRow: RowRejection {
  /// The first cells.
  let text: String

  var code: String { "T09" }

  func text(in language: InterfaceLanguage) -> String {
    language.choose(
      "Dòng này không trả lời câu nào ngoài câu ghi chữ (“\(text)”), như tên nhóm hay chữ ký; xin xóa dòng này khỏi tệp, hoặc điền câu trả lời. Nếu đúng là phiếu: xóa trống ô _ma của dòng trong tệp trả lại rồi nhập tệp ấy.",
      "This row answers no question but with words (“\(text)”), as the name of a group or a signature does; please remove it from the file, or fill in the answers. If it is an interview: empty its cell _ma in the file of rows sent back, and import that."
    )
  }
}
