/// What a question must be to enter an indicator.
enum ItemRule {
  case positive
  case numericLevels
  case numberOrLevel
  case number
  case points
  case zeroToTen
  case multiple

  /// What is wrong with `item`.
  func findings(_ item: Question) -> [IndicatorFinding] {
    switch (self, item.shape) {
    case (.positive, .selectOne(let list)):
      return list.choices.contains(where: \.isPositive) ? [] : [.noPositiveLevels(item: item.id)]
    case (.numericLevels, .selectOne(let list)), (.numberOrLevel, .selectOne(let list)):
      return list.numericCodes == nil ? [.codesNotNumeric(item: item.id)] : []
    case (.points, .selectOne(let list)):
      let codes = list.choices.filter { $0.points == nil }.map(\.code)
      return codes.isEmpty ? [] : [.pointsMissing(item: item.id, codes: codes)]
    case (.zeroToTen, .selectOne(let list)):
      let codes = Set(list.numericCodes ?? [])
      return codes == Set((0...10).map(Double.init)) ? [] : [.notZeroToTen(item: item.id)]
    case (.zeroToTen, .integer), (.multiple, .selectMultiple),
      (.number, .integer), (.number, .decimal), (.number, .calculate),
      (.numberOrLevel, .integer), (.numberOrLevel, .decimal), (.numberOrLevel, .calculate):
      return []
    default:
      return [.wrongItemType(item: item.id, type: item.kind.name, needs: need)]
    }
  }

  private var need: IndicatorFinding.Need {
    switch self {
    case .positive, .numericLevels, .points: .selectOne
    case .numberOrLevel, .zeroToTen: .numberOrLevel
    case .number: .number
    case .multiple: .selectMultiple
    }
  }
}
