package import SurveyModel

/// How often cells were taken that are not written as an interview would have them.
package struct CellTally: Hashable, Sendable {
  /// One kind of note with an example.
  package struct Entry: Hashable, Sendable {
    /// What was noted.
    package let note: CellNote
    /// In how many cells.
    package var count: Int
    /// The first of them.
    package let text: String
    /// Its column as it is headed.
    package let column: String
    /// Its physical line.
    package let line: Int
  }

  /// The notes in the order in which they first appeared.
  package private(set) var entries: [Entry] = []
  private var places: [CellNote: Int] = [:]

  /// Nothing noted yet.
  package init() {}

  /// Counts a cell; kinds beyond the first thousand are not told apart any more.
  package mutating func count(
    _ note: CellNote,
    text: @autoclosure () -> String,
    column: @autoclosure () -> String,
    line: Int
  ) {
    if let place = places[note] {
      entries[place].count += 1
    } else if entries.count < 1000 {
      places[note] = entries.count
      entries.append(
        Entry(note: note, count: 1, text: String(text().prefix(40)), column: column(), line: line)
      )
    }
  }
}

extension CellTally.Entry: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    let cells = language.choose("\(count) ô", count == 1 ? "1 cell" : "\(count) cells")
    let place = language.choose(
      "đầu tiên ở dòng \(line), cột “\(column.prefix(40))”: “\(text)”",
      "first in line \(line), column “\(column.prefix(40))”: “\(text)”"
    )
    let code = note.code.map { " [\($0)]" } ?? ""
    return "\(cells) \(note.text(in: language)); \(place).\(code)"
  }
}

extension CellNote: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private var vietnamese: String {
    switch self {
    case .missingMark(let mark, let reason): "“\(mark)” là dấu thiếu trả lời (\(reason.vietnamese))"
    case .withoutMarks(let label): "khớp lựa chọn “\(label)” khi bỏ dấu"
    case .codeForm(let text, let code): "“\(text)” được đọc là mã \(code)"
    case .byLabel(let label): "đọc theo chữ là “\(label)”, số in kèm không phải mã của phiếu"
    case .mirrored(let printed, let label): "chỉ có số “\(printed)”, theo thang in là “\(label)”"
    case .percent(ofOne: false): "có dấu %, đọc theo phần trăm (80% là 80)"
    case .percent(ofOne: true): "có dấu %, đọc theo tỷ lệ như các ô khác (80% là 0,8)"
    case .unit(let unit): "có đơn vị “\(unit)”, chỉ lấy số"
    case .shortNumber: "thiếu một chữ số, có lẽ Excel đã bỏ số 0 ở đầu; giữ nguyên như trong tệp"
    case .formulaGuard: "có dấu nháy chống công thức, đã bỏ"
    case .textMark: "có dấu nháy đánh dấu chữ của bảng tính trước số, đã bỏ"
    }
  }

  private var english: String {
    switch self {
    case .missingMark(let mark, let reason): "“\(mark)” for a missing answer (\(reason.english))"
    case .withoutMarks(let label): "matched option “\(label)” without its marks"
    case .codeForm(let text, let code): "“\(text)” read as code \(code)"
    case .byLabel(let label):
      "read by words as “\(label)”, the number printed with it is not the form's code"
    case .mirrored(let printed, let label):
      "with “\(printed)” alone, by the printed scale “\(label)”"
    case .percent(ofOne: false): "with %, read as per cent (80% is 80)"
    case .percent(ofOne: true): "with %, read as a share like the other cells (80% is 0.8)"
    case .unit(let unit): "with the unit “\(unit)”, of which the number is taken"
    case .shortNumber: "one digit short, perhaps Excel dropped the leading 0; kept as in the file"
    case .formulaGuard: "with an apostrophe against formulas, which was dropped"
    case .textMark:
      "with a spreadsheet's apostrophe for text in front of a number, which was dropped"
    }
  }
}

extension MissingReason {
  /// The reason in words.
  package func name(in language: InterfaceLanguage) -> String {
    language == .vietnamese ? vietnamese : english
  }

  fileprivate var vietnamese: String {
    switch self {
    case .notApplicable: "không áp dụng"
    case .doNotKnow: "không biết"
    case .refused: "không trả lời"
    case .noAnswer: "bỏ trống"
    case .notReached: "chưa hỏi tới"
    case .notCollected: "không thu thập"
    }
  }

  fileprivate var english: String {
    switch self {
    case .notApplicable: "not applicable"
    case .doNotKnow: "don't know"
    case .refused: "refused"
    case .noAnswer: "blank"
    case .notReached: "not reached"
    case .notCollected: "not collected"
    }
  }
}
