package import SurveyModel

/// What a spreadsheet does to a cell before it is exported.
package enum ExcelDamage: Hashable, Sendable {
  /// `#REF!`, `#N/A`, `#NAME?` …
  case error(String)
  /// `########`, a column that was too narrow.
  case tooNarrow(String)
  /// `9,12E+08`: the last digits are lost.
  case rounded(String)
  /// A telephone number or id without the zeros in front; what it was, if that is certain.
  case lostZero(String, restored: String)
  /// `02-Jan`, `2-thg 1`: a code such as `1-2` that became a day; the option that it may have been.
  case date(String, closest: String?)
  /// The same in a column of numbers.
  case dateForNumber(String)
}

extension ExcelDamage {
  /// Damage that shows in the cell alone, whatever its column.
  static func visible(in text: String) -> ExcelDamage? {
    guard let first = text.utf8.first else { return nil }
    if first == UInt8(ascii: "#") {
      if text.utf8.count >= 3, text.utf8.allSatisfy({ $0 == first }) { return .tooNarrow(text) }
      return errors.contains(text.uppercased()) ? .error(text) : nil
    }
    return isRounded(text) ? .rounded(text) : nil
  }

  private static let errors: Set<String> = [
    "#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
    "#GETTING_DATA", "#FIELD!", "#BLOCKED!",
  ]

  /// One digit, perhaps a mark and more digits, `E`, a sign, two or three digits.
  private static func isRounded(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    guard bytes.count >= 5, bytes.count <= 24, let first = bytes.popFirst(), isDigit(first) else {
      return false
    }
    if bytes.first == UInt8(ascii: ".") || bytes.first == UInt8(ascii: ",") {
      bytes = bytes.dropFirst()
      let rest = bytes.drop(while: isDigit)
      if rest.count == bytes.count { return false }
      bytes = rest
    }
    guard let letter = bytes.popFirst(), letter | 0x20 == UInt8(ascii: "e"),
      let sign = bytes.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    else { return false }
    return (2...3).contains(bytes.count) && bytes.allSatisfy(isDigit)
  }

  /// The two numbers of a day without a year as spreadsheets write it: `02-Jan`, `2-thg 1`,
  /// `Jan-02`; first the day, then the month.
  static func dayAndMonth(_ text: String) -> (day: Int, month: Int)? {
    guard text.utf8.count <= 16, var tokens = DateTokens(text) else { return nil }
    let names = DateWords.englishMonths
    var numbers: (day: Int, month: Int)?
    if let name = tokens.word(names) {
      guard tokens.mark("-/ ") != nil || !tokens.isAtEnd, let day = tokens.number() else {
        return nil
      }
      numbers = (day.value, DateWords.monthNames[name] ?? 0)
    } else if let day = tokens.number() {
      _ = tokens.mark("-/")
      if let name = tokens.word(names) {
        numbers = (day.value, DateWords.monthNames[name] ?? 0)
      } else if tokens.word(DateWords.month) != nil, let month = tokens.number() {
        numbers = (day.value, month.value)
      }
    }
    guard tokens.isAtEnd, let numbers, (1...99).contains(numbers.day) else { return nil }
    return numbers
  }
}

extension ExcelDamage: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch self {
    case .error(let text):
      language.choose(
        "“\(text)” là lỗi công thức của bảng tính; xin sửa công thức hoặc điền giá trị.",
        "“\(text)” is a spreadsheet's formula error; please mend the formula or fill in the value."
      )
    case .tooNarrow:
      language.choose(
        "Ô chỉ có dấu “#”: cột trong bảng tính quá hẹp; xin nới rộng cột rồi xuất lại tệp.",
        "The cell holds only “#”: the spreadsheet's column was too narrow; please widen it and export again."
      )
    case .rounded(let text):
      language.choose(
        "“\(text)” là số mà Excel đã rút gọn, các chữ số cuối đã mất; xin định dạng cột là văn bản và điền lại.",
        "“\(text)” was shortened by Excel and has lost its last digits; please format the column as text and fill it in again."
      )
    case .lostZero(let text, let restored):
      language.choose(
        "“\(text)” đã mất số 0 ở đầu trong Excel; có lẽ là “\(restored)”.",
        "“\(text)” has lost its leading zero in Excel; it probably was “\(restored)”."
      )
    case .date(let text, let closest):
      language.choose(
        "“\(text)” là mã mà Excel đã đổi thành ngày"
          + (closest.map { "; có lẽ là “\($0)”." } ?? "."),
        "“\(text)” is a code that Excel made a date of"
          + (closest.map { "; it probably was “\($0)”." } ?? ".")
      )
    case .dateForNumber(let text):
      language.choose(
        "“\(text)” là số mà Excel đã đổi thành ngày; xin điền lại số.",
        "“\(text)” is a number that Excel made a date of; please fill the number in again."
      )
    }
  }
}
