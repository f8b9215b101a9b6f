package import SurveyModel
package import Tabular

/// Why it is not clear how a file is to be read; every case names the flag that settles it.
package enum ReadingFault: Error, Hashable, Sendable {
  case delimitersClose([TableReading.RunnerUp])
  case sheetsClose([TableReading.RunnerUp])
  case headersClose([TableReading.RunnerUp])
  /// A header among the rows whose columns mean something else.
  case secondHeader(line: Int, text: String)
  /// A table of one column with these delimiters inside.
  case oneColumn([CSVDelimiter])
  case noHeaderRow(Int)
  /// A sheet was named, and the file is a text table.
  case noSheets(String)
  /// An encoding was named, and the file is a workbook.
  case encodingOfSheet(TextEncoding)
  /// Texts of an old font as Unicode, with a word as it stands and as it was meant.
  case oldFont(TextEncoding, before: String, after: String)
  /// UTF-8 that was encoded twice, and repairing it makes more of the table recognised.
  case mojibake(before: String, after: String)
  /// Columns that are known only by a printed number, by their order, by the end of a path, but for
  /// an unknown group in front, or but for what stands behind their words.
  case guesses([Guess])
  /// Columns that hold something and are near to a question or section that the file lacks, or may be
  /// an option of a multiple choice.
  case nearColumns([Guess])

  /// A column and the question that it may be.
  package struct Guess: Hashable, Sendable {
    package let header: String
    package let question: String

    /// The ids of several questions that a column may be; the first of many.
    static func names(of ids: [String]) -> String {
      ids.prefix(3).joined(separator: ", ") + (ids.count > 3 ? ", …" : "")
    }
  }

  /// The code under which it is documented.
  package var code: String {
    switch self {
    case .delimitersClose, .oneColumn: "T03"
    case .sheetsClose, .headersClose, .secondHeader, .noHeaderRow, .noSheets: "H09"
    case .guesses: "H06"
    case .nearColumns: "H01"
    case .mojibake: "T10"
    case .encodingOfSheet, .oldFont: "T11"
    }
  }
}

extension ReadingFault: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .delimitersClose(let ways):
      "dấu phân cách không rõ: \(list(ways, .vietnamese)); chọn bằng --delimiter"
    case .sheetsClose(let ways):
      "nhiều trang tính đều giống bảng phiếu: \(list(ways, .vietnamese)); chọn bằng --sheet"
    case .headersClose(let ways):
      "dòng tiêu đề không rõ: \(list(ways, .vietnamese)); chọn bằng --header-row"
    case .secondHeader(let line, let text):
      "dòng \(line) là dòng tiêu đề của một bảng khác (“\(text)”), các cột không theo thứ tự của tiêu đề đầu tiên, nên câu trả lời bên dưới thuộc câu khác; đưa các cột về cùng thứ tự, hoặc tách bảng dưới thành một tệp riêng"
    case .oneColumn(let delimiters):
      "bảng chỉ đọc được một cột nhưng trong ô có \(names(delimiters)); chọn dấu phân cách bằng --delimiter"
    case .noHeaderRow(let line):
      "không có dòng tiêu đề nào bắt đầu ở dòng \(line); xem lại --header-row"
    case .noSheets(let name):
      "tệp là bảng văn bản (CSV), không có trang tính nên không có '\(name)'; bỏ --sheet, hoặc chọn tệp Excel"
    case .encodingOfSheet(let encoding):
      "sổ tính Excel luôn là Unicode nên không đọc theo \(encoding.description) được; bỏ --encoding, và nếu chữ trong ô là phông cũ thì chuyển sang Unicode (công cụ chuyển mã, như của UniKey) rồi lưu lại"
    case .oldFont(let encoding, let before, let after):
      "chữ trong tệp là của phông cũ theo bảng mã \(encoding.description) (“\(before)” là “\(after)”), --encoding không đổi được vì tệp là Unicode; chuyển các ô sang Unicode (công cụ chuyển mã, như của UniKey), lưu lại rồi nhập"
    case .mojibake(let before, let after):
      "chữ trong tệp bị mã hóa hai lần (“\(before)” là “\(after)”) nên không nhận ra hết; thêm --repair-mojibake để sửa"
    case .guesses(let guesses):
      "\(guesses.count) cột chỉ đoán được (theo số thứ tự, vị trí, phần cuối của tên, câu chữ sau một nhóm lạ, hay chữ trước phần ghi thêm): \(list(guesses)); xem bằng --show-map rồi đồng ý bằng --accept-guesses, hoặc chỉ rõ bằng --map"
    case .nearColumns(let columns):
      "\(columns.count) cột có dữ liệu mà không nhận ra, gần với câu hỏi còn thiếu cột: \(list(columns)); đổi tiêu đề thành mã câu hỏi, hoặc chỉ rõ bằng --map (choice: cho cột của một lựa chọn, ignore: true để bỏ qua cột)"
    }
  }

  private var english: String {
    switch self {
    case .delimitersClose(let ways):
      "the delimiter is not clear: \(list(ways, .english)); choose with --delimiter"
    case .sheetsClose(let ways):
      "several sheets look like the table: \(list(ways, .english)); choose with --sheet"
    case .headersClose(let ways):
      "the header row is not clear: \(list(ways, .english)); choose with --header-row"
    case .secondHeader(let line, let text):
      "line \(line) is the header of another table (“\(text)”) whose columns are not those of the first header, so that the answers below belong to other questions; put the columns into one order, or make the lower table a file of its own"
    case .oneColumn(let delimiters):
      "the table has one column, but its cells hold \(names(delimiters)); choose the delimiter with --delimiter"
    case .noHeaderRow(let line):
      "no header begins on line \(line); look at --header-row again"
    case .noSheets(let name):
      "the file is a text table (CSV) and has no sheets, so none is '\(name)'; leave --sheet out, or name a workbook"
    case .encodingOfSheet(let encoding):
      "a workbook is always Unicode and cannot be read as \(encoding.description); leave --encoding out, and where cells are in an old font convert them to Unicode (with a converter such as UniKey's) and save again"
    case .oldFont(let encoding, let before, let after):
      "the text is that of an old font in \(encoding.description) (“\(before)” is “\(after)”), and --encoding cannot help because the file is Unicode; convert the cells to Unicode (with a converter such as UniKey's), save and import again"
    case .mojibake(let before, let after):
      "the text was encoded twice (“\(before)” is “\(after)”) and not all of it is recognised; add --repair-mojibake to put it right"
    case .guesses(let guesses):
      "\(guesses.count) columns can only be guessed (by their number, their place, the end of their name, words below an unknown group, or words before a remark): \(list(guesses)); look with --show-map and agree with --accept-guesses, or say with --map"
    case .nearColumns(let columns):
      "\(columns.count) columns hold data, are not recognised, and are near to a question that lacks columns: \(list(columns)); head them with the id of the question, or say with --map (choice: for the column of one option, ignore: true leaves a column aside)"
    }
  }

  private func list(_ ways: [TableReading.RunnerUp], _ language: InterfaceLanguage) -> String {
    ways.map { $0.text(in: language) }.joined(separator: language.choose(" hay ", " or "))
  }

  private func names(_ delimiters: [CSVDelimiter]) -> String {
    delimiters.map(\.name).joined(separator: ", ")
  }

  private func list(_ guesses: [Guess]) -> String {
    guesses.prefix(5).map { "'\($0.header)' → \($0.question)" }.joined(separator: ", ")
      + (guesses.count > 5 ? ", …" : "")
  }
}

extension TableReading.RunnerUp: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    let place: String =
      switch form {
      case .text(let encoding, let delimiter): "\(encoding.description) \(delimiter.name)"
      case .sheet(let name, _): "“\(name)”"
      }
    let line = language.choose("dòng", "line") + " \(headerLine)"
    return "\(place), \(line): \(recognised)/\(columns) " + language.choose("cột", "columns")
  }
}
