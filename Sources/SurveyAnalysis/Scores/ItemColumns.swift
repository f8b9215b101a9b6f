import Synchronization
import SurveyModel

/// The index of each item as a column of numbers, made when it is first asked for.
final class ItemColumns: Sendable {
  private let formula: ItemFormula
  private let data: Dataset
  private let known = Mutex<[String: [Double]]>([:])

  init(_ formula: ItemFormula, in data: Dataset) {
    self.formula = formula
    self.data = data
  }

  /// One item's index of each interview; NaN where there is none.
  subscript(item: String) -> [Double] {
    if let column = known.withLock({ $0[item] }) { return column }
    let column = column(item)
    known.withLock { $0[item] = column }
    return column
  }

  private func column(_ item: String) -> [Double] {
    if formula == .topLevels {
      return IndicatorScores.positive(item, codes: nil, in: data).map { $0 * 100 }
    }
    guard let position = data.questionnaire.index(of: item),
      let list = data.questionnaire.questions[position].kind.choiceList,
      let score = ItemScore(list, formula)
    else { return Array(repeating: .nan, count: data.count) }
    return IndicatorScores.numbers(of: item, in: data).map { score.index(of: $0) }
  }
}
