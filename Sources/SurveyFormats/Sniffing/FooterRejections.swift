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
