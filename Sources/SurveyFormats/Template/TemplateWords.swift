import SurveyModel

/// What a template says to the people who fill it in.
struct TemplateWords {
  let language: InterfaceLanguage

  private func say(_ vietnamese: String, _ english: String) -> String {
    language.choose(vietnamese, english)
  }

  var dataSheet: String { say("Dữ liệu", "Data") }
  var guideSheet: String { say("Hướng dẫn", "Instructions") }
  var listSheet: String { say("Danh mục", "Lists") }

  var guideHeadings: [String] {
    language == .vietnamese
      ? ["Cột", "Câu hỏi", "Cách điền", "Mã hoặc cột", "Nghĩa"]
      : ["Column", "Question", "How to fill it in", "Code or column", "Meaning"]
  }

  /// The rules for all columns.
  var guide: [String] {
    let data = dataSheet
    return language == .vietnamese
      ? [
        "Mỗi phiếu là một hàng của trang '\(data)', bắt đầu từ hàng 3. Không sửa hoặc xóa hàng 1.",
        "Cột màu cam là câu bắt buộc. Câu không phải hỏi thì để trống.",
        "Câu chọn một: chọn trong danh sách, hoặc chỉ gõ mã.",
        "Câu chọn nhiều: mỗi lựa chọn là một cột; ghi 1 nếu chọn, 0 nếu không chọn.",
        "Ngày viết theo thứ tự ngày/tháng/năm.",
        "Điền xong thì nhập bằng lệnh: thuocdo import NGHIÊN-CỨU.thuocdo TỆP-NÀY.xlsx",
      ]
      : [
        "Each form is a row of the sheet '\(data)', from row 3 on. Do not change or delete row 1.",
        "Orange columns are required. Leave blank what is not asked.",
        "One choice: choose from the list, or type the code alone.",
        "Several choices: each option is a column; write 1 if it is chosen and 0 if it is not.",
        "Dates are written day/month/year.",
        "When it is filled in: thuocdo import STUDY.thuocdo THIS-FILE.xlsx",
      ]
  }

  var errorTitle: String { say("Chưa đúng", "Not right") }

  /// How a cell is filled in.
  func how(_ column: TemplateColumn, _ bounds: SimpleBounds) -> String {
    var text = kind(column, bounds)
    let question = column.question
    if question.isAlwaysRequired { text += say("; bắt buộc", "; required") }
    return text
  }

  /// What a value has to be, without its being required.
  func kind(_ column: TemplateColumn, _ bounds: SimpleBounds) -> String {
    if column.choice != nil {
      return say("1 nếu chọn, 0 nếu không chọn", "1 if it is chosen, 0 if not")
    }
    switch column.question.shape {
    case .selectOne:
      return say("Chọn một dòng trong danh sách, hoặc gõ mã", "One of the list, or its code")
    case .integer: return say("Số nguyên", "A whole number") + range(bounds)
    case .decimal: return say("Số", "A number") + range(bounds)
    case .date: return say("Ngày/tháng/năm", "Day/month/year") + range(bounds)
    case .text, .selectMultiple, .nothing, .calculate: return say("Viết bằng chữ", "Words")
    }
  }

  /// When a question is asked, and what its author says about the answer.
  func conditions(_ question: Question) -> [String] {
    var lines: [String] = []
    if let relevant = question.relevant {
      lines.append(say("Chỉ điền khi: ", "Only when: ") + relevant.expression.text)
    }
    if case .when(let condition) = question.required {
      lines.append(say("Bắt buộc khi: ", "Required when: ") + condition.expression.text)
    }
    if let message = question.constraintMessage { lines.append(message.text(in: language)) }
    if let hint = question.hint { lines.append(hint.text(in: language)) }
    return lines
  }

  private func range(_ bounds: SimpleBounds) -> String {
    switch (bounds.least, bounds.greatest) {
    case (let least?, let greatest?):
      say(
        " từ \(text(least)) đến \(text(greatest))",
        " from \(text(least)) to \(text(greatest))"
      )
    case (let least?, nil): say(" từ \(text(least))", " from \(text(least))")
    case (nil, let greatest?): say(" đến \(text(greatest))", " up to \(text(greatest))")
    case (nil, nil): ""
    }
  }

  private func text(_ limit: SimpleBounds.Limit) -> String {
    switch limit {
    case .today: return say("hôm nay", "today")
    case .date(let date): return "\(date.day)/\(date.month)/\(date.year)"
    case .number(let number):
      guard let whole = Int(exactly: number) else {
        let text = "\(number)"
        return language == .vietnamese ? String(text.map { $0 == "." ? "," : $0 }) : text
      }
      return String(whole)
    }
  }
}
