/// How the answers to a question stand in a column.
enum ColumnKind: String {
  /// One code of a list whose codes are all canonical integers.
  case choiceNumber = "choice-number"
  /// One code of any other list.
  case choiceText = "choice-text"
  /// Whether one option of a multiple choice was chosen: 1, 0 or NULL.
  case option
  case integer
  case decimal
  case text
  case date
  /// A number or a text, as it was computed.
  case calculate

  var sqlType: String {
    switch self {
    case .choiceNumber, .option, .integer: "INTEGER"
    case .decimal: "REAL"
    case .choiceText, .text, .date: "TEXT"
    case .calculate: "ANY"
    }
  }
}

/// One column of the tables that hold the interviews of a questionnaire version.
struct DataColumn: Hashable {
  /// The question.
  let question: String
  /// The option, in the columns of a multiple choice.
  let code: String?
  let kind: ColumnKind
  /// Which of the version's tables.
  let table: Int
  let name: String
}

/// Text as a name in SQL.
func sqlName(_ name: String) -> String {
  "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}

/// Text as a literal in SQL.
func sqlLiteral(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}
