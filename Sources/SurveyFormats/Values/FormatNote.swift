package import SurveyModel

/// What the whole of a column told about the way its cells are written; said in the summary.
package struct FormatNote: Hashable, Sendable {
  /// What was decided.
  package enum Kind: Hashable, Sendable {
    /// The mark, and how many cells show it or would mean something else under the other.
    case decimalMark(DecimalMark, Evidence, shown: Int, ambiguous: Int)
    case dateOrder(DateOrder, Evidence, proven: Int, ambiguous: Int)
    /// Years of two digits and the years for which they stand.
    case shortYears(Int, from: Int, to: Int)
    case dayNumbers(Int, SerialEpoch)
    /// A scale that the paper counts from the other end; one printed number with its words.
    case mirroredScale(code: String, label: String)
    case ranks
  }

  /// What decided.
  package enum Evidence: Hashable, Sendable {
    case column
    case otherColumns
    case delimiter
    /// A number of a workbook, which always has a point.
    case workbook
    case option
    /// The import that is continued, or the map.
    case earlier
    /// Nothing: the order of Vietnamese documents.
    case custom
  }

  /// The column as it is headed.
  package let column: String
  /// What was decided.
  package let kind: Kind

  /// The code under which it is documented.
  package var code: String {
    switch kind {
    case .decimalMark: "V09"
    case .dateOrder, .shortYears, .dayNumbers: "V03"
    case .mirroredScale: "V10"
    case .ranks: "V06"
    }
  }
}

extension FormatNote: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    let sentence = language == .vietnamese ? vietnamese : english
    return language.choose("Cột", "Column") + " “\(column.prefix(40))”: \(sentence) [\(code)]"
  }

  private var vietnamese: String {
    switch kind {
    case .decimalMark(let mark, let evidence, let shown, let ambiguous):
      "dấu thập phân là “\(mark.text)” (\(shown) ô cho thấy, \(ambiguous) ô đọc được cả hai cách\(because(evidence, .vietnamese)))."
    case .dateOrder(let order, let evidence, let proven, let ambiguous):
      "đọc theo \(name(order, .vietnamese)): \(proven) ô chỉ đọc được như vậy, 0 ô theo \(name(other(order), .vietnamese)), \(ambiguous) ô đọc được cả hai cách\(because(evidence, .vietnamese))."
    case .shortYears(let count, let from, let to):
      "\(count) ô có năm hai chữ số, hiểu là \(from)–\(to)."
    case .dayNumbers(let count, let epoch):
      "\(count) ô là số thứ tự ngày của Excel (hệ \(epoch.rawValue))."
    case .mirroredScale(let code, let label):
      "thang in ngược với phiếu (“\(code)” là “\(label)”), đã đọc theo chữ."
    case .ranks: "các cột ghi thứ tự chọn (0, 1, 2 …), đọc là đã chọn hay không."
    }
  }

  private var english: String {
    switch kind {
    case .decimalMark(let mark, let evidence, let shown, let ambiguous):
      "the decimal mark is “\(mark.text)” (\(shown) cells show it, \(ambiguous) can be read both ways\(because(evidence, .english)))."
    case .dateOrder(let order, let evidence, let proven, let ambiguous):
      "read as \(name(order, .english)): \(proven) cells can only be read so, 0 as \(name(other(order), .english)), \(ambiguous) both ways\(because(evidence, .english))."
    case .shortYears(let count, let from, let to):
      "\(count) cells have a year of two digits, understood as \(from)–\(to)."
    case .dayNumbers(let count, let epoch):
      "\(count) cells are Excel's day numbers (system of \(epoch.rawValue))."
    case .mirroredScale(let code, let label):
      "the scale is printed the other way round (“\(code)” is “\(label)”) and was read by its words."
    case .ranks: "the columns hold the order of choosing (0, 1, 2 …), read as chosen or not."
    }
  }

  private func other(_ order: DateOrder) -> DateOrder {
    order == .dayMonth ? .monthDay : .dayMonth
  }

  private func name(_ order: DateOrder, _ language: InterfaceLanguage) -> String {
    order == .dayMonth
      ? language.choose("ngày/tháng", "day/month") : language.choose("tháng/ngày", "month/day")
  }

  private func because(_ evidence: Evidence, _ language: InterfaceLanguage) -> String {
    switch evidence {
    case .column: ""
    case .otherColumns: language.choose("; theo các cột khác", "; as in the other columns")
    case .delimiter:
      language.choose("; theo dấu phân cách “;”", "; as the delimiter “;” suggests")
    case .workbook: language.choose("; như số trong sổ tính", "; as numbers of a workbook have it")
    case .option: language.choose("; theo lệnh", "; as was said in the command")
    case .earlier:
      language.choose("; như lần nhập trước của tệp này", "; as in the earlier import of this file")
    case .custom: language.choose("; theo lệ thường", "; as is usual in Vietnam")
    }
  }
}

/// Why the cells of a column cannot be understood in one way.
package struct FormatFault: Error, Hashable {
  /// One cell as an example.
  package struct Example: Hashable, Sendable {
    /// The cell.
    package let text: String
    /// Its physical line.
    package let line: Int

    /// Keeps the beginning of a cell.
    init(text: String, line: Int) {
      self.text = String(text.prefix(40))
      self.line = line
    }
  }

  /// What contradicts itself.
  package enum Kind: Hashable, Sendable {
    case mixedDecimalMarks(points: Int, Example, commas: Int, Example)
    case mixedDateOrders(dayMonth: Int, Example, monthDay: Int, Example)
    /// Dates of which none shows its order, in a file where another column has month/day.
    case openDateOrder(Int, Example, other: String)
    /// Numbers alone on a scale whose printed numbers are not the questionnaire's.
    case openScale(bare: Int, Example, contradicting: Example, byCode: String, byLabel: String)
  }

  /// The column as it is headed.
  package let column: String
  /// What contradicts itself.
  package let kind: Kind

  /// The code under which it is documented.
  package var code: String {
    switch kind {
    case .mixedDecimalMarks: "V09"
    case .mixedDateOrders, .openDateOrder: "V03"
    case .openScale: "V10"
    }
  }
}

extension FormatFault: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    let sentence = language == .vietnamese ? vietnamese : english
    return language.choose("cột", "column") + " '\(column.prefix(40))': \(sentence)"
  }

  private var vietnamese: String {
    switch kind {
    case .mixedDecimalMarks(let points, let point, let commas, let comma):
      "lẫn hai dấu thập phân: \(points) ô dùng dấu chấm (dòng \(point.line): “\(point.text)”), \(commas) ô dùng dấu phẩy (dòng \(comma.line): “\(comma.text)”); sửa cho thống nhất, hoặc dùng --decimal"
    case .mixedDateOrders(let dayMonth, let one, let monthDay, let other):
      "\(dayMonth) ô chỉ đọc được là ngày/tháng (dòng \(one.line): “\(one.text)”), \(monthDay) ô chỉ đọc được là tháng/ngày (dòng \(other.line): “\(other.text)”); sửa cho thống nhất, hoặc dùng --date-order"
    case .openDateOrder(let count, let example, let other):
      "\(count) ô đọc được cả ngày/tháng lẫn tháng/ngày (dòng \(example.line): “\(example.text)”), trong khi cột '\(other.prefix(40))' là tháng/ngày; dùng --date-order"
    case .openScale(let bare, let example, let contradicting, let byCode, let byLabel):
      "dòng \(contradicting.line) ghi “\(contradicting.text)”, nhưng trong phiếu số ấy là “\(byCode)” (“\(byLabel)” mang số khác); \(bare) ô chỉ có số (dòng \(example.line): “\(example.text)”) nên không rõ nghĩa; ghi bằng chữ, hoặc dùng --scale-codes"
    }
  }

  private var english: String {
    switch kind {
    case .mixedDecimalMarks(let points, let point, let commas, let comma):
      "two decimal marks: \(points) cells have a point (line \(point.line): “\(point.text)”), \(commas) a comma (line \(comma.line): “\(comma.text)”); make them agree, or use --decimal"
    case .mixedDateOrders(let dayMonth, let one, let monthDay, let other):
      "\(dayMonth) cells can only be day/month (line \(one.line): “\(one.text)”), \(monthDay) only month/day (line \(other.line): “\(other.text)”); make them agree, or use --date-order"
    case .openDateOrder(let count, let example, let other):
      "\(count) cells can be day/month and month/day (line \(example.line): “\(example.text)”), while column '\(other.prefix(40))' is month/day; use --date-order"
    case .openScale(let bare, let example, let contradicting, let byCode, let byLabel):
      "line \(contradicting.line) says “\(contradicting.text)”, but that number is “\(byCode)” in the questionnaire (“\(byLabel)” has another); \(bare) cells have numbers alone (line \(example.line): “\(example.text)”) and may mean either; write words, or use --scale-codes"
    }
  }
}
