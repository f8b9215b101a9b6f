package import SurveyModel

/// What the whole of a column told about the way its cells are written; said in the summary.
package struct FormatNote: Hashable, Sendable {
  /// What was decided.
  package enum Kind: Hashable, Sendable {
    /// The mark, and how many cells show it or would mean something else under the other.
    case decimalMark(DecimalMark, Evidence, shown: Int, ambiguous: Int)
    case dateOrder(DateOrder, Evidence, proven: Int, against: Int = 0, ambiguous: Int)
    /// Years of two digits and the years for which they stand.
    case shortYears(Int, from: Int, to: Int)
    /// With whether the workbook says from when it counts.
    case dayNumbers(Int, SerialEpoch, isDeclared: Bool = false)
    /// A scale that the paper counts from the other end; one printed number with its words.
    case mirroredScale(code: String, label: String)
    /// Numbers alone that are the words of options, not their codes; one as an example.
    case numberLabels(String)
    case ranks
  }

  /// What decided.
  package enum Evidence: Hashable, Sendable {
    case column
    /// The question: only so are the cells whole numbers.
    case wholeNumbers
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
    case .mirroredScale, .numberLabels: "V10"
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
    case .dateOrder(let order, let evidence, let proven, let against, let ambiguous):
      "đọc theo \(order.name(in: .vietnamese)): \(proven) ô chỉ đọc được như vậy, \(against) ô theo \(other(order).name(in: .vietnamese)), \(ambiguous) ô đọc được cả hai cách\(because(evidence, .vietnamese))."
    case .shortYears(let count, let from, let to):
      "\(count) ô có năm hai chữ số, hiểu là \(from)–\(to)."
    case .dayNumbers(let count, let epoch, let isDeclared):
      "\(count) ô là số thứ tự ngày của Excel (hệ \(epoch.rawValue)\(isDeclared ? ", như sổ tính ghi" : ""))."
    case .mirroredScale(let code, let label):
      "thang in ngược với phiếu (“\(code)” là “\(label)”), đã đọc theo chữ."
    case .numberLabels(let text):
      "số trong ô là chữ của lựa chọn, không phải mã (“\(text)” là lựa chọn “\(text)”)."
    case .ranks: "các cột ghi thứ tự chọn (0, 1, 2 …), đọc là đã chọn hay không."
    }
  }

  private var english: String {
    switch kind {
    case .decimalMark(let mark, let evidence, let shown, let ambiguous):
      "the decimal mark is “\(mark.text)” (\(shown) cells show it, \(ambiguous) can be read both ways\(because(evidence, .english)))."
    case .dateOrder(let order, let evidence, let proven, let against, let ambiguous):
      "read as \(order.name(in: .english)): \(proven) cells can only be read so, \(against) as \(other(order).name(in: .english)), \(ambiguous) both ways\(because(evidence, .english))."
    case .shortYears(let count, let from, let to):
      "\(count) cells have a year of two digits, understood as \(from)–\(to)."
    case .dayNumbers(let count, let epoch, let isDeclared):
      "\(count) cells are Excel's day numbers (system of \(epoch.rawValue)\(isDeclared ? ", as the workbook says" : ""))."
    case .mirroredScale(let code, let label):
      "the scale is printed the other way round (“\(code)” is “\(label)”) and was read by its words."
    case .numberLabels(let text):
      "numbers are the words of options, not their codes (“\(text)” is the option “\(text)”)."
    case .ranks: "the columns hold the order of choosing (0, 1, 2 …), read as chosen or not."
    }
  }

  private func other(_ order: DateOrder) -> DateOrder {
    order == .dayMonth ? .monthDay : .dayMonth
  }

  private func because(_ evidence: Evidence, _ language: InterfaceLanguage) -> String {
    switch evidence {
    case .column: ""
    case .wholeNumbers:
      language.choose("; chỉ như vậy mới là số nguyên", "; only so are they whole numbers")
    case .option: language.choose("; theo lệnh", "; as was said in the command")
    case .earlier:
      language.choose("; như bản đồ hoặc lần nhập trước", "; as in the map or the earlier import")
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
    /// Cells that can be read in two ways, such as `50.000`, where no cell shows the mark.
    case openDecimalMark(Int, OpenNumber)
    /// A 1 without a per cent sign where all other cells have one.
    case openPercent(percents: Int, ones: Int, Example)
    case mixedDateOrders(dayMonth: Int, Example, monthDay: Int, Example)
    /// Dates of which none shows its order, in a file where another column has month/day.
    case openDateOrder(Int, Example, other: String)
    /// Days of a workbook of which some were texts with day/month, and were made days of month/day.
    case turnedDays(Int, texts: Int, Example)
    /// Days that were typed into a rejects file, in which a spreadsheet exchanged day and month of
    /// others.
    case retypedDays(Int, Example, changed: Int, DateOrder, isText: Bool)
    /// Numbers alone on a scale whose printed numbers are not the questionnaire's.
    case openScale(bare: Int, Example, contradicting: Example, byCode: String, byLabel: String)
    /// Numbers alone where only another column of the scale shows that it counts from the other end.
    case openScaleBeside(bare: Int, Example, other: String)
    /// A legend in the header or around the table whose number is another option of the questionnaire.
    case openLegend(String, byCode: String, byLabel: String)
    /// Columns for options with nothing but 1, 2 and blanks.
    case openOptions(Example)
    /// Columns for options that hold codes, where 0 is the code of one.
    case openZero(Example)
    /// Numbers that are the code of one option and the words of another.
    case openNumbers(Int, Example, byCode: String, byLabel: String)
    /// A column of which the map says something else than its cells.
    case againstMap(MapWord, Example)
  }

  /// What a map said about a column.
  package enum MapWord: Hashable, Sendable {
    case dateOrder(DateOrder)
    case mirrored
  }

  /// The column as it is headed.
  package let column: String
  /// What contradicts itself.
  package let kind: Kind

  /// The code under which it is documented.
  package var code: String {
    switch kind {
    case .mixedDecimalMarks, .openDecimalMark, .openPercent: "V09"
    case .mixedDateOrders, .openDateOrder, .turnedDays, .retypedDays, .againstMap(.dateOrder, _):
      "V03"
    case .openScale, .openScaleBeside, .openLegend, .openNumbers, .againstMap(.mirrored, _): "V10"
    case .openOptions, .openZero: "V06"
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
    case .openDecimalMark(let count, let number):
      "\(count) ô đọc được cả hai cách (dòng \(number.example.line): \(number.meanings(in: .vietnamese))) và không ô nào của cột cho biết; viết rõ \(number.clearly(in: .vietnamese)), hoặc dùng --decimal point, --decimal comma, hoặc ghi decimal của cột trong bản đồ (--map)"
    case .openPercent(let percents, let ones, let example):
      "\(percents) ô có dấu % và \(ones) ô chỉ ghi 1 (dòng \(example.line)), có thể là 1% hoặc 100%; ghi % ở mọi ô, hoặc ghi percent_of_one của cột trong bản đồ (--map): true nếu 1 là 100% (80% đọc là 0,8), false nếu 1 là 1% (80% đọc là 80)"
    case .mixedDateOrders(let dayMonth, let one, let monthDay, let other):
      "\(dayMonth) ô chỉ đọc được là ngày/tháng (dòng \(one.line): “\(one.text)”), \(monthDay) ô chỉ đọc được là tháng/ngày (dòng \(other.line): “\(other.text)”); sửa cho thống nhất, hoặc dùng --date-order"
    case .openDateOrder(let count, let example, let other):
      "\(count) ô đọc được cả ngày/tháng lẫn tháng/ngày (dòng \(example.line): “\(example.text)”), trong khi cột '\(other.prefix(40))' là tháng/ngày; dùng --date-order"
    case .openScale(let bare, let example, let contradicting, let byCode, let byLabel):
      "dòng \(contradicting.line) ghi “\(contradicting.text)”, nhưng trong phiếu số ấy là “\(byCode)” (“\(byLabel)” mang số khác); \(bare) ô chỉ có số (dòng \(example.line): “\(example.text)”) nên không rõ nghĩa; ghi bằng chữ, hoặc dùng --scale-codes"
    case .openScaleBeside(let bare, let example, let other):
      "\(bare) ô chỉ có số (dòng \(example.line): “\(example.text)”) và không ô nào của cột cho biết số đếm từ đầu nào, trong khi cột '\(other.prefix(40))' cùng thang in ngược với phiếu; ghi bằng chữ, dùng --scale-codes as-declared (theo phiếu) hay mirrored (ngược với phiếu), hoặc ghi mirrored: true hay false cho cột trong bản đồ (--map)"
    case .turnedDays(let days, let texts, let example):
      "\(days) ô là ngày của sổ tính, không ngày nào sau ngày 12, còn \(texts) ô vẫn là chữ và đều sau ngày 12 (dòng \(example.line): “\(example.text)”): chương trình bảng tính đã đọc ngày/tháng thành tháng/ngày; nhập tệp gốc, hoặc dùng --date-order nếu các ngày ấy đúng"
    case .retypedDays(let count, let example, let changed, let order, let isText):
      isText
        ? "\(count) ngày gõ lại đọc được cả hai cách (dòng \(example.line): “\(example.text)”), trong khi \(changed) ô khác cho thấy bảng tính không ghi theo \(order.name(in: .vietnamese)); gõ lại các ngày ấy dạng chữ theo năm-tháng-ngày, có dấu ' ở trước ('2026-09-10 là ngày 10 tháng 9)"
        : "\(count) ngày gõ lại là ngày của bảng tính, không sau ngày 12 (dòng \(example.line): “\(example.text)”), trong khi bảng tính đã đổi chỗ ngày và tháng ở \(changed) ô khác; gõ lại các ngày ấy dạng chữ theo \(order.name(in: .vietnamese))/năm, có dấu ' ở trước (\(order.sample) là ngày 10 tháng 9)"
    case .openNumbers(let count, let example, let byCode, let byLabel):
      "\(count) số vừa là mã vừa là chữ của hai lựa chọn khác nhau (dòng \(example.line): “\(example.text)” là “\(byCode)” theo mã, “\(byLabel)” theo chữ); ghi cả số và chữ, hoặc dùng --scale-codes as-declared (mã) hay labels (chữ)"
    case .againstMap(.dateOrder(let order), let example):
      "bản đồ nói \(order.name(in: .vietnamese)), nhưng không ô nào cho thấy như vậy và dòng \(example.line) là “\(example.text)”; sửa bản đồ, hoặc dùng --date-order"
    case .againstMap(.mirrored, let example):
      "bản đồ nói thang in ngược, nhưng dòng \(example.line) ghi “\(example.text)” như trong phiếu; sửa bản đồ, hoặc dùng --scale-codes"
    case .openLegend(let text, let byCode, let byLabel):
      "tiêu đề hoặc chú thích của bảng ghi “\(text)”, nhưng trong phiếu số ấy là “\(byCode)” (“\(byLabel)” mang số khác); dùng --scale-codes as-declared nếu các ô theo mã của phiếu, mirrored nếu đếm ngược với phiếu, hoặc ghi bằng chữ"
    case .openOptions(let example):
      "các cột của câu chỉ có 1, 2 và ô trống (dòng \(example.line): “\(example.text)”): có thể là 1 = có, 2 = không; là thứ tự chọn; hoặc là mã của lựa chọn; sửa thành 1 (chọn) và 0 (không chọn), hoặc ghi ranks: true cho các cột ấy trong --map nếu là thứ tự chọn"
    case .openZero(let example):
      "các cột của câu ghi mã của lựa chọn, mà lựa chọn của cột này có mã 0 (dòng \(example.line): “\(example.text)”): 0 có thể là mã ấy (được chọn) hoặc là không chọn; để trống các ô không chọn, hoặc ghi 1 (chọn) và 0 (không chọn) ở mọi cột của câu"
    }
  }

  private var english: String {
    switch kind {
    case .mixedDecimalMarks(let points, let point, let commas, let comma):
      "two decimal marks: \(points) cells have a point (line \(point.line): “\(point.text)”), \(commas) a comma (line \(comma.line): “\(comma.text)”); make them agree, or use --decimal"
    case .openDecimalMark(let count, let number):
      "\(count) cells can be read both ways (line \(number.example.line): \(number.meanings(in: .english))) and no cell of the column tells; write \(number.clearly(in: .english)), or use --decimal point, --decimal comma, or say the column's decimal in a map (--map)"
    case .openPercent(let percents, let ones, let example):
      "\(percents) cells have a % and \(ones) are just 1 (line \(example.line)), which may be 1% or 100%; write % in every cell, or say the column's percent_of_one in a map (--map): true where 1 is 100% (80% is read as 0.8), false where 1 is 1% (80% is read as 80)"
    case .mixedDateOrders(let dayMonth, let one, let monthDay, let other):
      "\(dayMonth) cells can only be day/month (line \(one.line): “\(one.text)”), \(monthDay) only month/day (line \(other.line): “\(other.text)”); make them agree, or use --date-order"
    case .openDateOrder(let count, let example, let other):
      "\(count) cells can be day/month and month/day (line \(example.line): “\(example.text)”), while column '\(other.prefix(40))' is month/day; use --date-order"
    case .openScale(let bare, let example, let contradicting, let byCode, let byLabel):
      "line \(contradicting.line) says “\(contradicting.text)”, but that number is “\(byCode)” in the questionnaire (“\(byLabel)” has another); \(bare) cells have numbers alone (line \(example.line): “\(example.text)”) and may mean either; write words, or use --scale-codes"
    case .openScaleBeside(let bare, let example, let other):
      "\(bare) cells have numbers alone (line \(example.line): “\(example.text)”) and no cell of the column tells from which end they count, while column '\(other.prefix(40))' of the same scale is printed the other way round; write words, use --scale-codes as-declared (as in the form) or mirrored (the other way round), or write mirrored: true or false for the column in a map (--map)"
    case .turnedDays(let days, let texts, let example):
      "\(days) cells are days of the workbook, none after the 12th, and \(texts) are still text, all after the 12th (line \(example.line): “\(example.text)”): a spreadsheet has read day/month as month/day; import the original file, or use --date-order if those days are right"
    case .retypedDays(let count, let example, let changed, let order, let isText):
      isText
        ? "\(count) days that were typed can be read both ways (line \(example.line): “\(example.text)”), while \(changed) other cells show that a spreadsheet does not write \(order.name(in: .english)); type them as text, year-month-day with ' in front ('2026-09-10 is 10 September)"
        : "\(count) days that were typed are days of a spreadsheet, none after the 12th (line \(example.line): “\(example.text)”), while it exchanged day and month in \(changed) other cells; type them as text, \(order.name(in: .english))/year with ' in front (\(order.sample) is 10 September)"
    case .openNumbers(let count, let example, let byCode, let byLabel):
      "\(count) numbers are the code of one option and the words of another (line \(example.line): “\(example.text)” is “\(byCode)” by code, “\(byLabel)” by words); write number and words, or use --scale-codes as-declared (codes) or labels (words)"
    case .againstMap(.dateOrder(let order), let example):
      "the map says \(order.name(in: .english)), but no cell shows that and line \(example.line) is “\(example.text)”; mend the map, or use --date-order"
    case .againstMap(.mirrored, let example):
      "the map says that the scale is printed from the other end, but line \(example.line) says “\(example.text)” as the questionnaire does; mend the map, or use --scale-codes"
    case .openLegend(let text, let byCode, let byLabel):
      "the header or a note of the table says “\(text)”, but that number is “\(byCode)” in the questionnaire (“\(byLabel)” has another); use --scale-codes as-declared where the cells follow the questionnaire, mirrored where they count from the other end, or write words"
    case .openOptions(let example):
      "the columns of the question hold nothing but 1, 2 and blanks (line \(example.line): “\(example.text)”): that may be 1 = yes, 2 = no, the order of choosing, or the codes of the options; make it 1 (chosen) and 0 (not chosen), or write ranks: true for these columns in --map where it is the order of choosing"
    case .openZero(let example):
      "the columns of the question hold the codes of the options, and the option of this column has the code 0 (line \(example.line): “\(example.text)”): 0 may be that code (chosen) or mean not chosen; leave blank what was not chosen, or write 1 (chosen) and 0 (not chosen) in all columns of the question"
    }
  }
}
