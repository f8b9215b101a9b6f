import SurveyModel
import Tabular

/// Tells a header that stands once more among the rows, where several tables were put together.
///
/// Only rows that are no interviews are shown to it, so that good rows pay nothing.
final class SecondHeader {
  /// What a row is.
  enum Finding: Hashable {
    /// The header again, in the same or other words.
    case same
    /// A header whose columns mean something else: what stands below belongs to other questions.
    case other
  }

  private let questionnaire: Questionnaire
  private let map: ColumnMap
  /// The columns of the table itself with their headers.
  private let own: [HeaderKey]
  private lazy var dictionary = HeaderDictionary(questionnaire)
  /// What was found about cells that were looked at.
  private var cells: [String: (letters: String, meaning: ColumnMap.Meaning?)] = [:]

  init(_ questionnaire: Questionnaire, _ map: ColumnMap) {
    self.questionnaire = questionnaire
    self.map = map
    own = map.header.map { HeaderKey($0.composed) }
  }

  /// What a row is of which the cells in `refused` are no answers; none for a row with mistakes.
  ///
  /// At least two cells, and most of the filled ones, have to be headers of questions or of their own
  /// columns, and one of them a cell that is no answer. Without `refused` any cell may be that one.
  func finding(in record: CSVRecord, refused: Set<Int>?) -> Finding? {
    if let refused, !refused.contains(where: { header(in: record, $0) != nil }) { return nil }
    var filled = 0
    var same = 0
    var moved = 0
    for column in 0..<record.count where !isBookkeeping(column) {
      if record.withBytes(of: column, { FooterRule.isBlank($0) }) { continue }
      filled += 1
      switch header(in: record, column) {
      case .same: same += 1
      case .other: moved += 1
      case nil: break
      }
    }
    guard same + moved >= 2, (same + moved) * 2 > filled else { return nil }
    if moved > 0 { return .other }
    return same == filled ? .same : nil
  }

  /// Longer cells are free text.
  private static let longest = 1000
  /// Cells that are remembered.
  private static let limit = 20_000

  /// Whether a cell heads its own column or another question; none when it is no header.
  private func header(in record: CSVRecord, _ column: Int) -> Finding? {
    guard column < record.count else { return nil }
    let text = record[column]
    guard text.utf8.count <= Self.longest else { return nil }
    let cell = known(text)
    guard !cell.letters.isEmpty else { return nil }
    if own.indices.contains(column),
      own[column].letters == cell.letters
        || map.header[column].composed.hasSuffix("[\(text.composed.trimmed)]")
    {
      return .same
    }
    return cell.meaning.map { $0 == meaning(of: column) ? .same : .other }
  }

  /// What is known of a text: its letters, none of a number, and the question that it heads.
  private func known(_ text: String) -> (letters: String, meaning: ColumnMap.Meaning?) {
    if let known = cells[text] { return known }
    let cell = text.composed.trimmed
    let letters = cell.contains(where: \.isLetter) ? HeaderKey(cell).letters : ""
    let found = (letters, letters.isEmpty ? nil : meaning(of: cell, letters))
    if cells.count < Self.limit { cells[text] = found }
    return found
  }

  private func isBookkeeping(_ column: Int) -> Bool { meaning(of: column) == .bookkeeping }

  private func meaning(of column: Int) -> ColumnMap.Meaning? {
    map.meanings.indices.contains(column) ? map.meanings[column] : nil
  }

  /// The question that a cell heads, by the headers of this table, else by the questionnaire.
  private func meaning(of cell: String, _ letters: String) -> ColumnMap.Meaning? {
    if let column = own.firstIndex(where: { $0.letters == letters }),
      map.meanings[column].question != nil
    {
      return map.meanings[column]
    }
    guard let match = dictionary.match(cell), match.evidence < .guess,
      match.meaning.question != nil
    else { return nil }
    return match.meaning
  }
}
