import SurveyModel

/// What a questionnaire and an XLSForm cannot take over from each other.
enum XLSFormModelFinding: DiagnosticMessage, Equatable {
  case renamed(String, id: String)
  case loop(String, list: String, turns: Int, id: String)
  case emptyLoop(String, list: String)
  case loopTooLong(String, rows: Int)
  case answersAsChoices(name: String)
  case fileOfChoicesMissing(String)
  case fileIsNoCSV(String)
  case lookupFileMissing(String)
  case searched(name: String)
  case leftOut([String])

  /// The stable codes.
  enum Code: String, CaseIterable {
    case renamed = "model-renamed"
    case loop = "model-loop"
    case emptyLoop = "model-empty-loop"
    case loopTooLong = "model-loop-too-long"
    case answersAsChoices = "model-answers-as-choices"
    case fileOfChoicesMissing = "model-file-missing"
    case fileIsNoCSV = "model-file-no-csv"
    case lookupFileMissing = "model-lookup-missing"
    case searched = "model-search"
    case leftOut = "model-left-out"
  }

  var code: String {
    let code: Code =
      switch self {
      case .renamed: .renamed
      case .loop: .loop
      case .emptyLoop: .emptyLoop
      case .loopTooLong: .loopTooLong
      case .answersAsChoices: .answersAsChoices
      case .fileOfChoicesMissing: .fileOfChoicesMissing
      case .fileIsNoCSV: .fileIsNoCSV
      case .lookupFileMissing: .lookupFileMissing
      case .searched: .searched
      case .leftOut: .leftOut
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .renamed, .loop, .emptyLoop, .answersAsChoices, .fileOfChoicesMissing, .fileIsNoCSV,
      .lookupFileMissing, .searched, .leftOut:
      .warning
    case .loopTooLong: .error
    }
  }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .renamed(let name, let id):
      "tên '\(name)' được đổi thành '\(id)' trong phiếu vì tên ở đây phải khác nhau và chỉ có chữ không dấu, số, '_'"
    case .loop(let name, let list, let turns, let id):
      "vòng lặp loop '\(name)' được hỏi cho từng lựa chọn của danh sách '\(list)' (\(turns) lần); trong phiếu các câu có tên như '\(id)'"
    case .emptyLoop(let name, let list):
      "vòng lặp loop '\(name)' không được hỏi vì danh sách '\(list)' không có lựa chọn nào ngoài 'none'; hãy thêm lựa chọn"
    case .loopTooLong(let name, let rows):
      "vòng lặp loop '\(name)' thành hơn \(rows) hàng, quá nhiều cho một phiếu; hãy dùng phần lặp repeat hoặc bớt lựa chọn"
    case .answersAsChoices(let name):
      "câu '\(name)' lấy câu trả lời khác làm lựa chọn nên không hỏi được ở đây; phiếu sẽ bỏ qua câu này"
    case .fileOfChoicesMissing(let file):
      "không có tệp '\(file)' bên cạnh biểu mẫu nên phiếu sẽ bỏ qua câu này; hãy để tệp cùng thư mục"
    case .fileIsNoCSV(let file):
      "tệp '\(file)' không phải CSV, ở đây không đọc được nên phiếu sẽ bỏ qua câu này; hãy lưu danh sách thành CSV"
    case .lookupFileMissing(let file):
      "không có tệp '\(file)' bên cạnh biểu mẫu để tra cứu; hãy để tệp cùng thư mục"
    case .searched(let name):
      "câu '\(name)' dùng 'search()' nên không hỏi được ở đây; hãy dùng select_one_from_file"
    case .leftOut(let parts):
      "XLSForm không có chỗ cho \(parts.joined(separator: ", ")) nên các phần này không được ghi; hãy giữ tệp YAML"
    }
  }

  private var english: String {
    switch self {
    case .renamed(let name, let id):
      "name '\(name)' becomes '\(id)' in the questionnaire, where names are different and made of plain letters, digits and '_'"
    case .loop(let name, let list, let turns, let id):
      "loop '\(name)' is asked for each choice of list '\(list)' (\(turns) times); its questions have names such as '\(id)' in the questionnaire"
    case .emptyLoop(let name, let list):
      "loop '\(name)' is not asked, since list '\(list)' has no choice but 'none'; add choices"
    case .loopTooLong(let name, let rows):
      "loop '\(name)' becomes more than \(rows) rows, too many for a questionnaire; use a repeat or fewer choices"
    case .answersAsChoices(let name):
      "question '\(name)' takes other answers for its choices, which cannot be asked here; interviews skip it"
    case .fileOfChoicesMissing(let file):
      "there is no file '\(file)' beside the form, so interviews skip this question; put the file there"
    case .fileIsNoCSV(let file):
      "'\(file)' is no CSV and cannot be read here, so interviews skip this question; save the list as CSV"
    case .lookupFileMissing(let file):
      "there is no file '\(file)' beside the form to look things up in; put the file there"
    case .searched(let name):
      "question '\(name)' uses 'search()', which cannot be asked here; use select_one_from_file"
    case .leftOut(let parts):
      "an XLSForm has no place for \(parts.joined(separator: ", ")), so these are not written; keep the YAML file"
    }
  }
}
