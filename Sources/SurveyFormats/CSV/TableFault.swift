package import SurveyModel
package import Tabular

/// Why a table cannot be imported at all.
package enum TableFault: Error, Hashable, Sendable {
  case tabular(TabularError)
  case nothingRecognised(header: [String], line: Int, _ questionnaire: String)
  case duplicateColumn(String, first: Int, second: Int, line: Int)
  /// Columns side by side under one header where the question takes one option: perhaps one for each.
  case columnsOfOneChoice(String, ClosedRange<Int>)
  /// Two columns with different headers that mean the same question.
  case sameQuestion(String, first: TableColumn, second: TableColumn)
  /// It is not clear how the table is to be read.
  case reading(ReadingFault)
  case missingColumns([String], line: Int)
  /// A text file with bytes that are not UTF-8.
  case notUTF8Text
  /// A column that was to be the record key.
  case noKeyColumn(String, header: [String], line: Int)
  /// Questions of the form's own key, none of whose columns is in the file.
  case missingKey([String])
  /// Rejected rows were to go where a file stands.
  case rejectsExist(String)
  /// The cells of a column cannot be understood in one way.
  case format(FormatFault)

  /// The code under which it is documented.
  package var code: String {
    switch self {
    case .tabular(let error): error.code
    case .nothingRecognised: "H01"
    case .missingColumns, .noKeyColumn: "H02"
    case .duplicateColumn, .columnsOfOneChoice: "H03"
    case .missingKey: "H11"
    case .sameQuestion: "H05"
    case .reading(let fault): fault.code
    case .notUTF8Text: "T01"
    case .rejectsExist: "F04"
    case .format(let fault): fault.code
    }
  }
}

extension TableFault: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .tabular(let error): error.text(vietnamese: true)
    case .nothingRecognised(let header, let line, let questionnaire):
      "dòng \(line): không có cột nào là câu hỏi của phiếu '\(questionnaire)' (tệp có: \(list(header))); đặt tên cột theo mã câu hỏi hoặc nguyên văn câu hỏi, hoặc ghi bản đồ cột bằng --save-map, sửa rồi dùng bằng --map"
    case .duplicateColumn(let name, let first, let second, let line):
      "dòng \(line): cột \(first) và cột \(second) cùng là câu '\(name)'; bỏ hoặc đổi tên một cột"
    case .columnsOfOneChoice(let name, let columns):
      "tiêu đề: cột \(columns.lowerBound) đến cột \(columns.upperBound) cùng là câu '\(name)', là câu chỉ chọn một; nếu mỗi cột là một lựa chọn (đánh dấu x), ghi chữ của lựa chọn ở dòng dưới tiêu đề, hoặc đặt tiêu đề dạng '\(name) [lựa chọn]'; nếu không thì chỉ giữ một cột"
    case .sameQuestion(let question, let first, let second):
      "tiêu đề: \(first.text(in: .vietnamese)) và \(second.text(in: .vietnamese)) cùng là câu '\(question)'; bỏ một cột, hoặc chỉ rõ bằng --map"
    case .reading(let fault): fault.text(in: .vietnamese)
    case .missingColumns(let names, let line):
      "dòng \(line): thiếu cột bắt buộc \(list(names)); thêm cột vào tệp"
    case .noKeyColumn(let name, let header, let line):
      "dòng \(line): không có cột khóa '\(name)' (tệp có: \(list(Array(header.prefix(8))))); sửa --key theo tên cột trong tệp"
    case .missingKey(let names):
      "tệp thiếu cột khóa \(list(names)), nên không biết được phiếu nào đã nhập rồi; thêm cột ấy, chỉ rõ nó bằng --map, lấy cột khác làm khóa bằng --key, hoặc thêm --no-key nếu các phiếu này thật sự không có khóa"
    case .notUTF8Text:
      "tệp không phải văn bản UTF-8; lưu lại tệp với mã UTF-8"
    case .rejectsExist(let path):
      "tệp '\(path)' cho các dòng bị trả lại đã có và không bị ghi đè; chọn tên khác"
    case .format(let fault): fault.text(in: .vietnamese)
    }
  }

  private var english: String {
    switch self {
    case .tabular(let error): error.text(vietnamese: false)
    case .nothingRecognised(let header, let line, let questionnaire):
      "line \(line): no column is a question of '\(questionnaire)' (the file has: \(list(header))); name the columns by the ids or the words of the questions, or write a map with --save-map, edit it and use it with --map"
    case .duplicateColumn(let name, let first, let second, let line):
      "line \(line): columns \(first) and \(second) are both question '\(name)'; remove or rename one"
    case .columnsOfOneChoice(let name, let columns):
      "header: columns \(columns.lowerBound) to \(columns.upperBound) are all question '\(name)', which takes one option; where each is a column for one option (marked with x), write the words of the option in the row below the header, or head it '\(name) [option]', else keep one of them"
    case .sameQuestion(let question, let first, let second):
      "header: \(first.text(in: .english)) and \(second.text(in: .english)) are both question '\(question)'; remove one, or say with --map"
    case .reading(let fault): fault.text(in: .english)
    case .missingColumns(let names, let line):
      "line \(line): required columns are absent: \(list(names)); add them to the file"
    case .noKeyColumn(let name, let header, let line):
      "line \(line): there is no key column '\(name)' (the file has: \(list(Array(header.prefix(8))))); give --key the name of a column"
    case .missingKey(let names):
      "the file lacks the key: \(list(names)), so that nobody can tell which interviews came before; add it, say where it is with --map, name another key with --key, or add --no-key if these interviews really have none"
    case .notUTF8Text:
      "the file is not UTF-8 text; save it again as UTF-8"
    case .rejectsExist(let path):
      "the file '\(path)' for rejected rows exists and is not overwritten; choose another name"
    case .format(let fault): fault.text(in: .english)
    }
  }

  private func list(_ names: [String]) -> String {
    names.map { "'\($0.prefix(40))'" }.joined(separator: ", ")
  }
}

/// A column of a file, as messages name it.
package struct TableColumn: Hashable, Sendable, LocalizedMessage {
  /// Its number, from 1.
  package let number: Int
  /// Its header.
  package let header: String

  /// Names a column.
  package init(number: Int, header: String) {
    self.number = number
    self.header = header
  }

  package func text(in language: InterfaceLanguage) -> String {
    language.choose("cột", "column") + " \(number) '\(header.prefix(40))'"
  }
}
