/// How a file is read: the choice as a value, with what it was chosen over.
package struct TableReading: Hashable, Sendable {
  /// Another way to read the file, and how much it recognises.
  package struct RunnerUp: Hashable, Sendable {
    package let form: TableForm
    package let headerLine: Int
    package let recognised: Int
    package let columns: Int
    package let score: Int
  }

  /// Encoding and delimiter, or the sheet.
  package let form: TableForm
  /// The physical line, or the row of the sheet, on which the header begins.
  package let headerLine: Int
  /// The records above the data: title lines and header.
  package let recordsAboveData: Int
  /// What the columns mean.
  package let map: ColumnMap
  /// The points for headers and cells that are recognised.
  package let score: Int
  /// The next best way to read the file.
  package let runnerUp: RunnerUp?
  /// What is worth knowing about it.
  package internal(set) var notes: [ReadingNote]
  /// Columns with data that would be left out although they are near to a question that the file
  /// does not answer otherwise.
  package internal(set) var nearColumns: [ReadingFault.Guess] = []
  /// Lines around the table that may say what the numbers in its columns mean.
  package internal(set) var legends: [LegendLine] = []
  /// Whether UTF-8 that was encoded twice is put right.
  package internal(set) var repairsMojibake = false
  /// The columns that were named as the key.
  var keyColumns: Set<Int> = []

  /// Columns of the table.
  package var columns: Int { map.header.count }
}

/// Something about a table that a person should know; the import goes on.
package enum ReadingNote: Hashable, Sendable {
  /// T08: a line above the header.
  case titleLine(line: Int, text: String)
  /// A further header row below the first.
  case headerRow(line: Int)
  /// A row below the header that numbers the columns.
  case columnNumbers(line: Int, text: String)
  /// T10: words that were encoded twice, and one of them.
  case mojibake(words: Int, before: String, after: String, isRepaired: Bool)
  /// A column without a header and without cells.
  case blankColumns([Int])
  /// H01: a header that means nothing, with the question that it may be.
  case unknownColumn(column: Int, header: String, nearest: String?)
  /// H01: a header whose words belong to several questions.
  case ambiguousColumn(column: Int, header: String, questions: [String])
  /// H07: a header recognised without accents or cut off.
  case looseColumn(column: Int, header: String, question: String, isCut: Bool)
  /// H06: a column taken by its number or place alone, because the user agreed.
  case guessedColumn(column: Int, header: String, question: String)
  /// H10: a column of the saved map that the file does not have.
  case absentColumn(String)
  /// A column of the system that the file comes from.
  case metaColumn(column: Int, header: String, role: MetaRole)

  /// The code under which it is documented.
  package var code: String {
    switch self {
    case .titleLine, .headerRow, .columnNumbers, .blankColumns: "T08"
    case .unknownColumn, .ambiguousColumn: "H01"
    case .looseColumn: "H07"
    case .guessedColumn: "H06"
    case .metaColumn: "H08"
    case .absentColumn: "H10"
    case .mojibake: "T10"
    }
  }
}
