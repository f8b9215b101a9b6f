package import SurveyModel

/// Why a cell is no answer to its question.
package enum CellRejection: RowRejection, Error, Hashable {
  /// What an interview would have said.
  case answer(AnswerRejection)
  /// `1.234` where nothing tells whether it is more than a thousand or little more than one.
  case ambiguousNumber(String)
  /// A decimal mark that the column does not use.
  case otherDecimalMark(String, column: DecimalMark)
  /// A number with a word that may change what it is worth.
  case unit(String, unit: String)
  /// A number with a power of ten, `1e400`.
  case exponent(String)
  /// A whole number that 64 bits do not hold.
  case tooLarge(String)
  case future(String, today: CalendarDate)
  /// A spreadsheet's number for a day among dates.
  case dayNumber(String)
  /// A number that may be that of a day, where nothing tells.
  case openDayNumber(String)
  /// Code and label of one cell are two options of the questionnaire.
  case codeAgainstLabel(String, byCode: String, byLabel: String)
  /// Several options of which a part is none.
  case uncovered(String, rest: String, closest: String?)
  /// Several options that can be told apart in two ways.
  case twoReadings(String, [[PrintedChoice]])
  /// The column with all options and the one for an option say different things.
  case optionAgainstAll(TableColumn, String, option: TableColumn, String)
  /// Several boxes of one choice are marked.
  case severalOptions([PrintedChoice])
  /// Boxes that say "no" while others have no column.
  case optionsWithoutColumn([PrintedChoice])
  case damage(ExcelDamage)

  /// An option as messages name it.
  package struct PrintedChoice: Hashable, Sendable {
    let code: String
    let label: String
  }

  package var code: String {
    switch self {
    case .answer(let rejection): rejection.code
    case .ambiguousNumber, .otherDecimalMark, .unit, .exponent, .tooLarge: "V01"
    case .future, .dayNumber, .openDayNumber: "V02"
    case .codeAgainstLabel: "V10"
    case .uncovered, .twoReadings, .severalOptions, .optionsWithoutColumn: "V06"
    case .optionAgainstAll: "V11"
    case .damage: "V07"
    }
  }

  package var suggestion: String? {
    switch self {
    case .answer(.notAChoice(_, _, let closest)): closest
    case .uncovered(let text, let rest, let closest):
      closest.map { text.replacing(rest, with: $0) }
    case .damage(.lostZero(_, let restored)): restored
    case .damage(.date(_, let closest)): closest
    case .answer, .ambiguousNumber, .otherDecimalMark, .unit, .exponent, .tooLarge, .future,
      .dayNumber, .openDayNumber, .codeAgainstLabel, .twoReadings, .optionAgainstAll,
      .severalOptions, .optionsWithoutColumn, .damage:
      nil
    }
  }
}

extension CellRejection {
  package func text(in language: InterfaceLanguage) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private var vietnamese: String {
    switch self {
    case .answer(let rejection): rejection.text(in: .vietnamese)
    case .ambiguousNumber(let text):
      "“\(text)” có thể là hàng nghìn hoặc phần thập phân; xin dùng --decimal point hoặc --decimal comma."
    case .otherDecimalMark(let text, let mark):
      "“\(text)” không đọc được với dấu thập phân “\(mark.text)” của cột; xin viết theo dấu đó."
    case .unit(let text, let unit):
      "“\(text)” có đơn vị “\(unit)”; xin chỉ viết số, theo đơn vị của câu hỏi."
    case .exponent(let text): "“\(text)” viết kèm lũy thừa của 10; xin viết đủ các chữ số."
    case .tooLarge(let text):
      "“\(text)” quá lớn; số nguyên chỉ nhận từ -9223372036854775808 đến 9223372036854775807."
    case .future(let text, let today):
      "“\(text)” ở sau ngày nhập tệp (\(today.dayMonthYear)); xin xem lại ngày."
    case .dayNumber(let text):
      "“\(text)” là số thứ tự ngày của Excel, trong khi các ô khác của cột là ngày; xin viết ngày/tháng/năm."
    case .openDayNumber(let text):
      "“\(text)” có thể là số thứ tự ngày của Excel hoặc là số khác, như năm; xin viết ngày/tháng/năm."
    case .codeAgainstLabel(let text, let byCode, let byLabel):
      "“\(text)”: theo mã là “\(byCode)”, theo chữ là “\(byLabel)”; xin chỉ giữ một."
    case .uncovered(_, let rest, let closest):
      "Phần “\(rest)” không phải là lựa chọn nào" + (closest.map { " (gần nhất: \($0))." } ?? ".")
    case .twoReadings(let text, let readings):
      "“\(text)” có thể là \(Self.listed(readings, or: " hoặc ")); xin ghi mã, cách nhau bằng dấu chấm phẩy."
    case .optionAgainstAll(let all, let text, let option, let mark):
      "“\(text)” ở \(all.text(in: .vietnamese)) và \(mark.isEmpty ? "ô trống" : "“\(mark)”") ở \(option.text(in: .vietnamese)) trái nhau; xin sửa cho khớp, hoặc bỏ trống một bên."
    case .severalOptions(let marked):
      "Câu này chỉ chọn một nhưng có \(marked.count) ô được đánh dấu: \(Self.listed(marked)); xin chỉ giữ một."
    case .optionsWithoutColumn(let absent):
      "Không ô nào được đánh dấu, và tệp không có cột cho \(Self.listed(absent)); nếu đó là câu trả lời, xin thêm cột, còn không thì xóa các số 0."
    case .damage(let damage): damage.text(in: .vietnamese)
    }
  }

  private var english: String {
    switch self {
    case .answer(let rejection): rejection.text(in: .english)
    case .ambiguousNumber(let text):
      "“\(text)” may hold thousands or a fraction; please say --decimal point or --decimal comma."
    case .otherDecimalMark(let text, let mark):
      "“\(text)” cannot be read with the column's decimal mark “\(mark.text)”; please write it with that mark."
    case .unit(let text, let unit):
      "“\(text)” has the unit “\(unit)”; please write the number alone, in the question's unit."
    case .exponent(let text):
      "“\(text)” is written with a power of ten; please write all digits."
    case .tooLarge(let text):
      "“\(text)” is too large; whole numbers go from -9223372036854775808 to 9223372036854775807."
    case .future(let text, let today):
      "“\(text)” is after the day of the import (\(today)); please look at the date again."
    case .dayNumber(let text):
      "“\(text)” is Excel's number of a day, while the column's other cells are dates; please write day/month/year."
    case .openDayNumber(let text):
      "“\(text)” may be Excel's number of a day or another number, such as a year; please write day/month/year."
    case .codeAgainstLabel(let text, let byCode, let byLabel):
      "“\(text)”: by its code it is “\(byCode)”, by its words “\(byLabel)”; please keep one."
    case .uncovered(_, let rest, let closest):
      "The part “\(rest)” is none of the options" + (closest.map { " (closest: \($0))." } ?? ".")
    case .twoReadings(let text, let readings):
      "“\(text)” may be \(Self.listed(readings, or: " or ")); please write codes with a semicolon between."
    case .optionAgainstAll(let all, let text, let option, let mark):
      "“\(text)” in \(all.text(in: .english)) and \(mark.isEmpty ? "the blank" : "“\(mark)”") in \(option.text(in: .english)) contradict each other; please make them agree, or empty one side."
    case .severalOptions(let marked):
      "One option can be chosen, but \(marked.count) boxes are marked: \(Self.listed(marked)); please keep one."
    case .optionsWithoutColumn(let absent):
      "No box is marked, and the file has no column for \(Self.listed(absent)); if that is the answer, please add the column, else empty the zeros."
    case .damage(let damage): damage.text(in: .english)
    }
  }

  /// `1 “Nam”, 2 “Nữ”`.
  private static func listed(_ options: [PrintedChoice]) -> String {
    options.prefix(6).map { "\($0.code) “\($0.label)”" }.joined(separator: ", ")
      + (options.count > 6 ? ", …" : "")
  }

  /// `1 “Báo” + 3 “Đài” or 2 “Báo, đài”`.
  private static func listed(_ readings: [[PrintedChoice]], or: String) -> String {
    readings.map { reading in
      reading.map { "\($0.code) “\($0.label)”" }.joined(separator: " + ")
    }.joined(separator: or)
  }
}
