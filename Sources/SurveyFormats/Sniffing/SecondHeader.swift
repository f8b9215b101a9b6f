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
  private lazy var matcher = HeaderMatcher(HeaderDictionary(questionnaire))

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
    if let refused, !refused.contains(where: { isWords(record, $0) }) { return nil }
    var filled = 0
    var same = 0
    var moved = 0
    var isRefused = refused == nil
    for column in 0..<record.count {
      let cell = record[column].composed.trimmed
      if cell.isEmpty || isBookkeeping(column) { continue }
      filled += 1
      guard cell.utf8.count <= Self.longest, cell.contains(where: \.isLetter) else { continue }
      if isOwn(cell, column) {
        same += 1
      } else if let meaning = meaning(of: cell) {
        if meaning == self.meaning(of: column) { same += 1 } else { moved += 1 }
      } else {
        continue
      }
      if refused?.contains(column) == true { isRefused = true }
    }
    guard isRefused, same + moved >= 2, (same + moved) * 2 > filled else { return nil }
    if moved > 0 { return .other }
    return same == filled ? .same : nil
  }

  /// Longer cells are free text.
  private static let longest = 1000

  private func isWords(_ record: CSVRecord, _ column: Int) -> Bool {
    column < record.count && record[column].contains(where: \.isLetter)
  }

  private func isBookkeeping(_ column: Int) -> Bool { meaning(of: column) == .bookkeeping }

  private func meaning(of column: Int) -> ColumnMap.Meaning? {
    map.meanings.indices.contains(column) ? map.meanings[column] : nil
  }

  /// Whether a cell is the header of its column, or the lower part of it.
  private func isOwn(_ cell: String, _ column: Int) -> Bool {
    guard own.indices.contains(column) else { return false }
    return own[column].letters == HeaderKey(cell).letters
      || map.header[column].composed.hasSuffix("[\(cell)]")
  }

  /// The question that a cell heads, by the headers of this table, else by the questionnaire.
  private func meaning(of cell: String) -> ColumnMap.Meaning? {
    let letters = HeaderKey(cell).letters
    if let column = own.firstIndex(where: { $0.letters == letters && !letters.isEmpty }),
      map.meanings[column].question != nil
    {
      return map.meanings[column]
    }
    guard let match = matcher.row([cell]).matches.first ?? nil, match.evidence < .guess,
      match.meaning.question != nil
    else { return nil }
    return match.meaning
  }
}
