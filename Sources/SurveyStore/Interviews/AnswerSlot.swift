import SurveyModel

/// How the answer to one question goes into its columns and comes back.
///
/// A class, so that passing it on in the innermost loop of an import costs next to nothing.
final class AnswerSlot: Sendable {
  enum Encoding {
    /// Nothing is stored: a note.
    case nothing
    case choiceNumber
    case choiceText
    case options
    case integer
    case decimal
    case text
    case date
    case calculate
  }

  /// One column among the columns of its table.
  struct Place {
    let table: Int
    /// The position among the answers of the table, from 0.
    let position: Int
  }

  let question: String
  let encoding: Encoding
  /// The codes of a choice in the order of its list.
  let codes: [String]
  /// The numbers that stand for the codes of ``Encoding/choiceNumber``.
  let numbers: [Int64]
  /// The position of each code of a long list.
  private let positions: [String: Int]
  /// Its columns: none for a note, several for a multiple choice.
  let places: [Place]
  /// `"question":"reason"` for each reason, by ``SurveyModel/MissingReason/storedNumber``.
  let missingTexts: [String]

  /// The slots of `questionnaire`, whose stored columns are `layout`'s.
  static func slots(of questionnaire: Questionnaire, in layout: StoredLayout) -> [AnswerSlot] {
    var used = Array(repeating: 0, count: layout.tables.count)
    var rest = layout.columns[...]
    return questionnaire.questions.map { question in
      var places: [Place] = []
      for _ in 0..<columnCount(question.shape) {
        guard let column = rest.popFirst() else { break }
        places.append(Place(table: column.table, position: used[column.table]))
        used[column.table] += 1
      }
      return AnswerSlot(question, places: places)
    }
  }

  private static func columnCount(_ shape: AnswerShape) -> Int {
    switch shape {
    case .nothing: 0
    case .selectMultiple(let list): list.choices.count
    case .selectOne, .integer, .decimal, .text, .date, .calculate: 1
    }
  }

  private init(_ question: Question, places: [Place]) {
    self.question = question.id
    self.places = places
    let name = JSONText.string(question.id)
    missingTexts = MissingReason.allCases.sorted { $0.storedNumber < $1.storedNumber }
      .map { "\(name):\(JSONText.string($0.rawValue))" }
    let codes = question.kind.choiceList?.choices.map(\.code) ?? []
    self.codes = codes
    positions = Dictionary(
      codes.count > 12 ? codes.enumerated().map { ($1, $0) } : [],
      uniquingKeysWith: { first, _ in first }
    )
    let isNumeric = !codes.isEmpty && codes.allSatisfy(\.isCanonicalInteger)
    numbers = isNumeric ? codes.compactMap { Int64($0) } : []
    encoding =
      switch question.shape {
      case .selectOne: isNumeric ? .choiceNumber : .choiceText
      case .selectMultiple: .options
      case .integer: .integer
      case .decimal: .decimal
      case .text: .text
      case .date: .date
      case .calculate: .calculate
      case .nothing: .nothing
      }
  }

  /// The position of `code` in the list.
  func position(of code: String) -> Int? {
    positions.isEmpty ? codes.firstIndex(of: code) : positions[code]
  }
}
