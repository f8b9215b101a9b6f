package import SurveyModel
package import SurveyStatistics
import Synchronization

/// The answers to closed questions, several in a byte, packed when they are first asked for.
package final class PackedAnswers: Sendable {
  private let data: Dataset
  private let known = Mutex<[[String]: CodedItems]>([:])

  /// Packs nothing yet.
  package init(_ data: Dataset) { self.data = data }

  /// The answers to some questions; nil when one is not closed or has too many choices.
  package func items(_ items: [String]) -> CodedItems? {
    if let packed = known.withLock({ $0[items] }) { return packed }
    let columns = items.compactMap { item -> [UInt8]? in
      guard case .choice(let positions)? = data.column(item)?.values else { return nil }
      return positions.bytes
    }
    guard columns.count == items.count, !items.isEmpty else { return nil }
    let packed = CodedItems(columns, answers: AnswerByte.mostChoices)
    known.withLock { $0[items] = packed }
    return packed
  }
}
