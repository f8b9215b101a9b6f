import SurveyModel

/// The index of an item by the level that was answered, 0...100.
struct ItemScore {
  private let low: Double
  private let high: Double
  private let isDescending: Bool
  private let formula: ItemFormula

  /// Fails for a list without levels to tell apart.
  init?(_ list: ChoiceList, _ formula: ItemFormula) {
    guard let levels = list.numericCodes, let low = levels.min(), let high = levels.max(),
      high > low, high > 0
    else { return nil }
    self.low = low
    self.high = high
    self.formula = formula
    isDescending = list.scale?.direction == .descending
  }

  /// The index of a level; NaN for a share of levels, which does not depend on one.
  func index(of level: Double) -> Double {
    let approval = isDescending ? low + high - level : level
    return switch formula {
    case .topLevels: .nan
    case .meanOverMaximum: approval / high * 100
    case .rescaledMean: (approval - low) / (high - low) * 100
    }
  }
}
