import ArgumentParser
import SurveyModel
import SurveyWorkflow

/// How a file is read; what is said here always wins over what is found.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: help(
      "Bảng mã: utf-8, utf-16le, windows-1258, tcvn3, vni, viscii …",
      "Encoding: utf-8, utf-16le, windows-1258, tcvn3, vni, viscii …"
    )
  )
  var encoding: String?

  @Option(help: help("Dấu phân cách: , ; | hoặc tab.", "Delimiter: , ; | or tab."))
  var delimiter: String?

  @Option(
    help: help("Dòng bắt đầu tiêu đề, đếm từ 1.", "The line where the header begins, from 1.")
  )
  var headerRow: Int?

  @Option(help: help("Trang tính của tệp Excel.", "The sheet of a workbook."))
  var sheet: String?

  @Flag(
    help: help(
      "Sửa chữ UTF-8 bị mã hóa hai lần (Ráº¥t → Rất).",
      "Put UTF-8 that was encoded twice right (CafÃ© → Café)."
    )
  )
  var repairMojibake = false

  @Flag(
    help: help(
      "Chấp nhận các cột chỉ đoán được, như theo số thứ tự (Câu 1, Q5_1) hay phần cuối của tên (me-tuoi).",
      "Take columns that are only guessed, such as by a printed number (Câu 1, Q5_1) or the end of a name (me-tuoi)."
    )
  )
  var acceptGuesses = false

  func validate() throws {
    if let headerRow, headerRow < 1 {
      throw ValidationError(
        words("--header-row đếm từ 1", "--header-row counts from 1")
      )
    }
  }

  /// The wishes as the workflow takes them.
  var choices: ReadingChoices {
    var choices = ReadingChoices()
    choices.encoding = encoding
    choices.delimiter = delimiter
    choices.headerRow = headerRow
    choices.sheet = sheet
    choices.repairsMojibake = repairMojibake
    choices.acceptsGuesses = acceptGuesses
    return choices
  }
}
