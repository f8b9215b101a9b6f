/// A table of named text columns: a plain CSV file, or a study seen as one.
public struct TextTable: Sendable {
  /// The names of the columns.
  public let names: [String]
  /// One column for each name, all of the same length; an empty cell is missing.
  public let columns: [[String]]
  /// The number of rows.
  public let rowCount: Int

  /// Makes a table; shorter columns are filled with empty cells.
  public init(names: [String], columns: [[String]]) {
    let rows = columns.map(\.count).max() ?? 0
    self.names = names
    self.columns = columns.map { $0 + Array(repeating: "", count: rows - $0.count) }
    rowCount = rows
  }

  /// The first column called `name`.
  public subscript(name: String) -> [String]? {
    names.firstIndex(of: name).flatMap { columns.indices.contains($0) ? columns[$0] : nil }
  }

  /// The answers of a dataset as codes, numbers and words.
  public init(_ data: Dataset) {
    var names: [String] = []
    var columns: [[String]] = []
    for (question, column) in zip(data.questionnaire.questions, data.columns) {
      switch column.values {
      case .choice(let codes):
        let list = question.kind.choiceList?.choices.map(\.code) ?? []
        columns.append(codes.map(list, else: ""))
        names.append(question.id)
      case .choices(let options):
        for (choice, option) in zip(question.kind.choiceList?.choices ?? [], options) {
          columns.append(option.map { $0 < 0 ? "" : String($0) })
          names.append("\(question.id)__\(choice.code)")
        }
      case .number(let numbers):
        columns.append(numbers.map { $0.isNaN ? "" : Answer.decimal($0).text })
        names.append(question.id)
      case .text(let texts):
        columns.append(texts.map { $0 ?? "" })
        names.append(question.id)
      }
    }
    self.init(names: names, columns: columns)
  }
}
