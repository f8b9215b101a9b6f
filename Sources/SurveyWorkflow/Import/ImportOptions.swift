package import SurveyFormats
import SurveyModel

/// How a file is imported.
package struct ImportOptions: Hashable, Sendable {
  /// What is done with a row whose interview the study has with other answers.
  package enum OnChange: String, CaseIterable, Hashable, Sendable {
    /// The study stays as it is; the row is shown.
    case skip
    /// The row becomes a new revision of the interview.
    case replace
    /// The row becomes one more interview.
    case add
  }

  /// The questionnaire, when the study has several.
  package var questionnaire: String?
  /// The version of the questionnaire that the file follows; by default the newest.
  package var version: String?
  /// The wave; the only open one otherwise.
  package var wave: String?
  /// Whether nothing is written.
  package var isDryRun = false
  /// Whether the study is a copy that is thrown away, so that nothing that is written stays.
  package var isRehearsal = false
  /// Whether one bad row keeps all out.
  package var allOrNothing = false
  /// Where rejected rows go; beside the file otherwise.
  package var rejectsPath: String?
  /// How the file is read, where the user says so.
  package var reading = ReadingChoices()
  /// What the user says about the values of the file.
  package var values = ValueOptions()
  /// The columns that tell one record from another; found by the file otherwise.
  package var key: [String] = []
  /// Whether the interviews of the file have no key, although the form has one.
  package var withoutKey = false
  /// What is done with rows that differ from what the study has.
  package var onChange = OnChange.skip
  /// What is done with rows that their server does not count; asked where nothing is said.
  package var status: DoubtfulRows?
  /// Whether a file may come in that was imported before, under whatever name.
  package var again = false

  /// The defaults.
  package init() {}
}

/// Why an import was given up.
enum ImportProblem: Error, LocalizedMessage {
  /// Nearly all rows of the file are in an earlier import.
  case likelyCopy(rows: Int, of: Int, file: String, batch: String)
  /// Keys of the file differ from those of interviews by zeros in front only.
  case alikeKeys(rows: Int, line: Int, key: String, stored: String)
  /// Rows that their server does not count, and nobody said what becomes of them.
  case doubtfulRows([StatusScan.Count])
  /// The rows continue an import that the study does not have, or that was undone.
  case unknownRoot(String)
  case undoneRoot(String, file: String)
  /// The rows come from an import that took none.
  case heldBackRoot
  /// The rows of one file continue different imports.
  case severalRoots(line: Int)
  /// The file was read by another version of the form.
  case otherVersion(String, file: String, now: String)
  /// The user ended it.
  case stopped

  /// The code under which it is documented.
  var code: String? {
    switch self {
    case .likelyCopy: "D04"
    case .alikeKeys: "D10"
    case .doubtfulRows: "S01"
    case .unknownRoot, .undoneRoot, .heldBackRoot, .severalRoots, .otherVersion, .stopped: nil
    }
  }

  func text(in language: InterfaceLanguage) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private var vietnamese: String {
    switch self {
    case .likelyCopy(let rows, let all, let file, let batch):
      "\(rows) trong \(all) phiếu giống hệt các phiếu đã nhập từ '\(file)' (lô \(batch)); không ghi gì. Nếu tệp này là tệp ấy đã sửa hoặc có thêm phiếu, hoàn tác lô ấy bằng lệnh undo rồi nhập lại; nếu thật là những phiếu khác, thêm --again"
    case .alikeKeys(let rows, let line, let key, let stored):
      "\(rows) dòng có khóa chỉ khác khóa của phiếu đã nhập ở số 0 đứng đầu (dòng \(line): “\(key)”, đã có “\(stored)”); không ghi gì, vì bảng tính hay bỏ số 0 ấy và các phiếu sẽ bị tính hai lần. Định dạng cột khóa là văn bản rồi điền lại số 0, hoặc nhập tệp gốc; nếu thật là những phiếu khác, thêm --again"
    case .doubtfulRows(let counts):
      "\(counts.text(in: .vietnamese)); chưa rõ có tính là phiếu không, nên không ghi gì. Thêm --status leave để bỏ các dòng ấy, --status take để nhận như các dòng khác"
    case .unknownRoot(let id):
      "các dòng này được trả lại từ lô '\(id)', mà nghiên cứu không có lô ấy (đã bị ngắt, hoặc của nghiên cứu khác); nhập lại tệp gốc, hoặc thêm --again để nhập thành lô riêng"
    case .undoneRoot(let id, let file):
      "các dòng này được trả lại từ lô '\(id)' ('\(file)'), đã bị hoàn tác; nhập lại tệp gốc, hoặc thêm --again để nhập thành lô riêng"
    case .heldBackRoot:
      "các dòng này thuộc một lần nhập không nhận dòng nào (--all-or-nothing); hãy sửa chúng trong tệp gốc rồi nhập lại cả tệp gốc, hoặc thêm --again để chỉ nhập các dòng này"
    case .severalRoots(let line):
      "dòng \(line) tiếp tục một lô khác với các dòng trên; xin nhập từng tệp trả lại một"
    case .otherVersion(let version, let file, let now):
      "các dòng này theo phiên bản '\(version)' của phiếu như tệp '\(file)', không phải phiên bản '\(now)'; thêm --form-version \(version). Dòng D11 chỉ nhập theo phiên bản mới khi tệp không còn dòng nào khác, và câu, mã của tệp không đổi"
    case .stopped: "đã dừng theo yêu cầu; nghiên cứu như trước khi nhập tệp này"
    }
  }

  private var english: String {
    switch self {
    case .likelyCopy(let rows, let all, let file, let batch):
      "\(rows) of \(all) interviews are exactly those imported from '\(file)' (batch \(batch)); nothing was written. If this is that file mended or with further interviews, undo the batch and import again; if they are really others, add --again"
    case .alikeKeys(let rows, let line, let key, let stored):
      "the keys of \(rows) rows differ from those of interviews by zeros in front only (line \(line): “\(key)”, stored “\(stored)”); nothing was written, since spreadsheets drop such zeros and the interviews would count twice. Format the key's column as text and fill the zeros in again, or import the original file; if they are really other interviews, add --again"
    case .doubtfulRows(let counts):
      "\(counts.text(in: .english)); whether such rows count is not clear, so nothing was written. Add --status leave to leave them out, --status take to take them like the others"
    case .unknownRoot(let id):
      "these rows were sent back from batch '\(id)', which the study does not have (interrupted, or of another study); import the first file again, or add --again to make them a batch of their own"
    case .undoneRoot(let id, let file):
      "these rows were sent back from batch '\(id)' ('\(file)'), which was undone; import the first file again, or add --again to make them a batch of their own"
    case .heldBackRoot:
      "these rows are of an import that took none (--all-or-nothing); mend them in the first file and import that, or add --again to import these rows alone"
    case .severalRoots(let line):
      "line \(line) continues another batch than the lines above; import one rejects file at a time"
    case .otherVersion(let version, let file, let now):
      "these rows follow version '\(version)' of the form as file '\(file)' did, not version '\(now)'; add --form-version \(version). Rows with D11 come in by the newer version once no others are in the file, and where it has the same questions and codes"
    case .stopped: "stopped as asked; the study is as before this file"
    }
  }
}
