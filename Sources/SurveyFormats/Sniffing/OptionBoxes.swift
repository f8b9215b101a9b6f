import SurveyModel

/// Columns that are headed by nothing but options of a question without a column, and hold marks:
/// `Nam`, `Nữ` with an x below one of them.
///
/// Where several questions have the options, it is not known to which the boxes belong.
struct OptionBoxes {
  private let dictionary: HeaderDictionary

  init(_ dictionary: HeaderDictionary) { self.dictionary = dictionary }

  /// The ids of the questions to which boxes may belong, by column.
  func owners(in map: ColumnMap, _ data: ArraySlice<TableSample.Record>) -> [Int: String] {
    // A bare number may be anything.
    let columns = map.unknownColumns.filter { map.header[$0].contains(where: \.isLetter) }
    guard columns.count > 1 else { return [:] }
    let answered = map.questions
    let questions = dictionary.questionnaire.questions
    var owners: [Int: [String]] = [:]
    for (index, question) in questions.enumerated()
    where dictionary.hasOptions(index) && !answered.contains(index) {
      let book = ChoiceBook(question)
      let boxes = columns.filter { column in
        option(called: map.header[column], of: index, book).map { option in
          cells(of: column, data).allSatisfy {
            OptionCells.isMark($0) || OptionCells.isNoChoice($0) || names($0, option, book)
          }
        } ?? false
      }
      let options = Set(boxes.map { option(called: map.header[$0], of: index, book) })
      guard options.count > 1 else { continue }
      for column in boxes { owners[column, default: []].append(question.id) }
    }
    return owners.mapValues(ReadingFault.Guess.names)
  }

  /// The option that a header names by its words, with its code beside them, or by a code in letters.
  private func option(called header: String, of question: Int, _ book: ChoiceBook) -> Int? {
    let header = header.composed.trimmed
    return dictionary.option(of: question, called: header) ?? book.printed(header)?.byLabel
      ?? book.entry(codeLike: header)
  }

  private func cells(of column: Int, _ data: ArraySlice<TableSample.Record>) -> [String] {
    data.compactMap { record in
      record.cells.indices.contains(column) ? record.cells[column].trimmed : nil
    }.filter { !$0.isEmpty }
  }

  /// Whether a cell is the name of the option in the header.
  private func names(_ cell: String, _ option: Int, _ book: ChoiceBook) -> Bool {
    (book.entry(codeLike: cell) ?? book.entry(label: cell)) == option
  }
}
