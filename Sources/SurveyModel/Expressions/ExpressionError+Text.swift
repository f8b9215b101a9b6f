extension ExpressionError {
  /// The rule that was broken and how to repair it, in Vietnamese or English.
  public func text(vietnamese: Bool) -> String {
    vietnamese ? self.vietnamese : english
  }

  private var english: String {
    switch self {
    case .tooLong(let length, let limit):
      "expression has \(length) bytes, more than \(limit); split it into calculations"
    case .empty: "expression is blank; write a condition or remove the key"
    case .tooDeep(let limit, _):
      "expression nests deeper than \(limit) levels; split it into calculations"
    case .unexpectedCharacter(let character, _):
      "character '\(character)' has no meaning in an expression; remove it or put text in quotes"
    case .unterminatedString: "text has no closing quote; add ' or \" at its end"
    case .unterminatedReference: "reference '${' has no closing brace; write ${name}"
    case .emptyReference: "reference '${}' has no name; write ${name}"
    case .unexpectedToken(let token, _):
      "'\(token)' may not stand here; add the operator or value that is missing before it"
    case .unexpectedEnd: "expression ends too early; add the missing value or closing bracket"
    case .foreignOperator(let found, let use, _):
      "operator '\(found)' does not exist in expressions; write \(use)"
    case .unknownFunction(let name, let suggestion, _):
      "function '\(name)' does not exist; "
        + (suggestion.map { "write '\($0)'" } ?? "use a function of XLSForm")
    case .argumentCount(let function, let given, let accepted, _):
      "function '\(function)' takes \(Self.englishCount(accepted)), not \(given); "
        + (given < accepted.lowerBound ? "add what is missing" : "remove what is too much")
    case .argumentIsNoQuestion(let function, _):
      "function '\(function)' takes questions; write ${name} or ${a} | ${b}"
    case .argumentIsNoText(let function, _):
      "function '\(function)' takes a name in quotes here; write 'name'"
    case .unknownTable(let name, let suggestion, _):
      "table '\(name)' does not come with the questionnaire; "
        + (suggestion.map { "write '\($0)'" } ?? "name its file under 'tables'")
    case .unknownColumn(let name, let table, let suggestion, _):
      "table '\(table)' has no column '\(name)'; "
        + (suggestion.map { "write '\($0)'" } ?? "correct the name")
    case .unknownName(let name, let suggestion, _):
      "question '\(name)' does not exist; "
        + (suggestion.map { "write ${\($0)}" } ?? "correct the name or add the question")
    case .bareName(let name, true, _):
      "name '\(name)' stands alone; write ${\(name)} for the answer"
    case .bareName(let name, false, _):
      "name '\(name)' stands alone; write '\(name)' in quotes for text, ${name} for an answer"
    case .invalidPattern(let pattern, let problem, _):
      "pattern '\(pattern)' \(problem.english)"
    case .invalidDate(let date, _):
      "date '\(date)' does not exist; write year-month-day such as '2025-12-31'"
    case .invalidDateFormat(let sign, _):
      "date format '\(sign)' has no meaning; use %Y %m %d %H %M %S, %y %n %e %b %a %h %3 %W"
    case .unsupported(let feature, _): feature.english
    }
  }

  private static func englishCount(_ accepted: ClosedRange<Int>) -> String {
    let (low, high) = (accepted.lowerBound, accepted.upperBound)
    let noun = high == 1 || (high == .max && low == 1) ? "argument" : "arguments"
    if low == high { return low == 0 ? "no arguments" : "\(low) \(noun)" }
    return high == .max ? "at least \(low) \(noun)" : "\(low) to \(high) \(noun)"
  }

  private var vietnamese: String {
    switch self {
    case .tooLong(let length, let limit):
      "biểu thức dài \(length) byte, quá \(limit); hãy tách thành các phép tính nhỏ"
    case .empty: "biểu thức để trống; hãy viết điều kiện hoặc bỏ khóa này"
    case .tooDeep(let limit, _):
      "biểu thức lồng nhau quá \(limit) tầng; hãy tách thành các phép tính nhỏ"
    case .unexpectedCharacter(let character, _):
      "ký tự '\(character)' không có nghĩa trong biểu thức; hãy bỏ đi hoặc đặt chữ trong dấu nháy"
    case .unterminatedString: "chuỗi chữ thiếu dấu nháy đóng; hãy thêm ' hoặc \" ở cuối chuỗi"
    case .unterminatedReference: "tham chiếu '${' thiếu dấu ngoặc đóng; hãy viết ${tên}"
    case .emptyReference: "tham chiếu '${}' thiếu tên; hãy viết ${tên}"
    case .unexpectedToken(let token, _):
      "'\(token)' không được đứng ở đây; hãy thêm toán tử hoặc giá trị còn thiếu ở trước"
    case .unexpectedEnd: "biểu thức kết thúc quá sớm; hãy thêm giá trị hoặc dấu ngoặc còn thiếu"
    case .foreignOperator(let found, let use, _):
      "toán tử '\(found)' không có trong biểu thức; hãy viết \(use)"
    case .unknownFunction(let name, let suggestion, _):
      "hàm '\(name)' không tồn tại; "
        + (suggestion.map { "hãy viết '\($0)'" } ?? "hãy dùng một hàm của XLSForm")
    case .argumentCount(let function, let given, let accepted, _):
      "hàm '\(function)' cần \(Self.vietnameseCount(accepted)), không phải \(given); "
        + (given < accepted.lowerBound ? "hãy thêm phần còn thiếu" : "hãy bỏ phần thừa")
    case .argumentIsNoQuestion(let function, _):
      "hàm '\(function)' chỉ nhận câu hỏi; hãy viết ${tên} hoặc ${a} | ${b}"
    case .argumentIsNoText(let function, _):
      "hàm '\(function)' cần một tên trong dấu nháy ở đây; hãy viết 'tên'"
    case .unknownTable(let name, let suggestion, _):
      "bảng '\(name)' không đi kèm phiếu; "
        + (suggestion.map { "hãy viết '\($0)'" } ?? "hãy ghi tên tệp vào 'tables'")
    case .unknownColumn(let name, let table, let suggestion, _):
      "bảng '\(table)' không có cột '\(name)'; "
        + (suggestion.map { "hãy viết '\($0)'" } ?? "hãy sửa tên cột")
    case .unknownName(let name, let suggestion, _):
      "câu hỏi '\(name)' không tồn tại; "
        + (suggestion.map { "hãy viết ${\($0)}" } ?? "hãy sửa tên hoặc thêm câu hỏi")
    case .bareName(let name, true, _):
      "tên '\(name)' đứng một mình; hãy viết ${\(name)} để lấy câu trả lời"
    case .bareName(let name, false, _):
      "tên '\(name)' đứng một mình; hãy viết '\(name)' trong dấu nháy nếu là chữ, "
        + "${tên} nếu là câu trả lời"
    case .invalidPattern(let pattern, let problem, _):
      "mẫu '\(pattern)' \(problem.vietnamese)"
    case .invalidDate(let date, _):
      "ngày '\(date)' không tồn tại; hãy viết năm-tháng-ngày, ví dụ '2025-12-31'"
    case .invalidDateFormat(let sign, _):
      "định dạng ngày '\(sign)' không có nghĩa; hãy dùng %Y %m %d %H %M %S, "
        + "%y %n %e %b %a %h %3 %W"
    case .unsupported(let feature, _): feature.vietnamese
    }
  }

  private static func vietnameseCount(_ accepted: ClosedRange<Int>) -> String {
    let (low, high) = (accepted.lowerBound, accepted.upperBound)
    if low == high { return "\(low) đối số" }
    return high == .max ? "ít nhất \(low) đối số" : "\(low) đến \(high) đối số"
  }
}

extension ExpressionFeature {
  fileprivate var english: String {
    switch self {
    case .function(let name):
      "function '\(name)' of XLSForm is not supported yet; compute the value with other functions"
    case .path(let path):
      "path '\(path)' is not supported; name the question as ${name}"
    case .axis(let name):
      "axis '\(name)::' is not supported; name the question as ${name}"
    case .attribute: "attribute '@' is not supported; name the question as ${name}"
    case .variable: "variable '$' is not supported; name the question as ${name}"
    case .union:
      "union '|' joins questions only inside sum, count, count-non-empty, min, max, join, concat; "
        + "write 'or' between conditions"
    case .positionOfReference:
      "function 'position' takes no argument without repeats; write position()"
    }
  }

  fileprivate var vietnamese: String {
    switch self {
    case .function(let name):
      "hàm '\(name)' của XLSForm chưa được hỗ trợ; hãy tính giá trị bằng các hàm khác"
    case .path(let path):
      "đường dẫn '\(path)' không được hỗ trợ; hãy gọi câu hỏi bằng ${tên}"
    case .axis(let name):
      "trục '\(name)::' không được hỗ trợ; hãy gọi câu hỏi bằng ${tên}"
    case .attribute: "thuộc tính '@' không được hỗ trợ; hãy gọi câu hỏi bằng ${tên}"
    case .variable: "biến '$' không được hỗ trợ; hãy gọi câu hỏi bằng ${tên}"
    case .union:
      "phép hợp '|' chỉ nối câu hỏi trong sum, count, count-non-empty, min, max, join, concat; "
        + "hãy viết 'or' giữa các điều kiện"
    case .positionOfReference:
      "hàm 'position' không nhận đối số khi không có nhóm lặp; hãy viết position()"
    }
  }
}

extension ExpressionPatternProblem {
  fileprivate var english: String {
    switch self {
    case .unfinished: "is not finished; close the group, class or escape"
    case .nothingToRepeat: "repeats nothing; write \\ before * + ? to mean the sign itself"
    case .badCount: "has a bad repeat count; write {2}, {2,} or {2,5} with at most 1000"
    case .badClass: "has an empty or reversed class; write the lower end first, as in [0-9]"
    case .unbalanced: "closes a group that was not opened; write \\) to mean the sign itself"
    case .unknownEscape(let escape): "has an unknown escape '\(escape)'; use \\d \\w \\s \\p{L}"
    case .unsupported(let what): "uses '\(what)', which is not supported; write it without"
    case .tooLarge: "is too large once its repeats are written out; use smaller counts"
    }
  }

  fileprivate var vietnamese: String {
    switch self {
    case .unfinished: "chưa kết thúc; hãy đóng nhóm, lớp ký tự hoặc dấu thoát"
    case .nothingToRepeat: "không có gì để lặp; hãy viết \\ trước * + ? nếu muốn chính dấu đó"
    case .badCount: "có số lần lặp sai; hãy viết {2}, {2,} hoặc {2,5}, nhiều nhất 1000"
    case .badClass: "có lớp ký tự trống hoặc ngược; hãy viết đầu nhỏ trước, như [0-9]"
    case .unbalanced: "đóng một nhóm chưa mở; hãy viết \\) nếu muốn chính dấu đó"
    case .unknownEscape(let escape): "có dấu thoát lạ '\(escape)'; hãy dùng \\d \\w \\s \\p{L}"
    case .unsupported(let what): "dùng '\(what)' chưa được hỗ trợ; hãy viết cách khác"
    case .tooLarge: "quá lớn khi viết đủ các lần lặp; hãy dùng số lần lặp nhỏ hơn"
    }
  }
}
