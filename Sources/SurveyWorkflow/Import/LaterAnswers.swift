import SurveyFormats
import SurveyModel

/// A row of an earlier version that would take the place of an interview with answers to questions
/// that only a later version asks.
struct LaterAnswers: RowRejection {
  let questions: [String]
  /// The version that the file follows.
  let version: String

  var code: String { "D11" }

  func text(in language: InterfaceLanguage) -> String {
    let names = questions.map { "'\($0)'" }.joined(separator: ", ")
    return language.choose(
      "Phiếu đã lưu trả lời câu \(names), mà phiên bản '\(version)' của phiếu hỏi không có; thay phiếu thì mất câu trả lời ấy. Xin nhập dòng này theo phiên bản mới.",
      "The stored interview answers \(names), which version '\(version)' of the form does not ask; replacing it would lose that. Please import this row by the newer version."
    )
  }
}
