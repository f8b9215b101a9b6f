package import SurveyModel

/// What each interview contributes to an indicator; NaN where it contributes nothing.
package enum IndicatorScores {
  /// The value of one interview for an indicator that is a mean of such values.
  ///
  /// Shares are 0 or 1. A share over several items follows three-valued logic: it is decided as
  /// soon as the known answers decide it, whatever the missing ones would have been.
  ///
  /// - Returns: `nil` for kinds that are not a mean of one value (index, points, ratio, choices).
  package static func values(of indicator: Indicator, in data: Dataset) -> [Double]? {
    let counted = indicator.countedMissing
    switch indicator.kind {
    case .share(let item, let codes):
      return positive(item, codes: codes, counted: counted, in: data)
    case .allPositive(let items):
      return combine(items, minimum: items.count, counted: counted, in: data)
    case .anyPositive(let items):
      return combine(items, minimum: 1, counted: counted, in: data)
    case .atLeast(let minimum, let items):
      return combine(items, minimum: minimum, counted: counted, in: data)
    case .test(let answers, let pass):
      return test(answers, pass: pass, in: data)
    case .mean(let item):
      return numbers(of: item, in: data)
    case .netPromoter(let item):
      return numbers(of: item, in: data).map { score in
        score.isNaN ? .nan : score >= 9 ? 100 : score <= 6 ? -100 : 0
      }
    case .index, .points, .ratio, .countOfChoices:
      return nil
    }
  }

  /// Interviews that were asked everything that a share needs and gave no answer that decides it.
  ///
  /// Don't know, refused and blank; empty for other kinds of indicators.
  package static func openRows(of indicator: Indicator, in data: Dataset) -> [Int] {
    switch indicator.kind {
    case .share, .allPositive, .anyPositive, .atLeast: break
    case .test, .mean, .index, .points, .netPromoter, .ratio, .countOfChoices: return []
    }
    guard let values = values(of: indicator, in: data) else { return [] }
    let columns = indicator.items.compactMap { data.column($0) }
    return values.indices.filter { row in
      guard values[row].isNaN else { return false }
      let reasons = columns.compactMap { $0.missing[row] }
      return !reasons.isEmpty
        && reasons.allSatisfy { MissingReason.declarable.contains($0) }
    }
  }

  /// 1 where the answer to `item` is among `codes` (or on a positive level), 0 where it is not.
  package static func positive(
    _ item: String,
    codes: [String]?,
    counted: Set<MissingReason> = [],
    in data: Dataset
  ) -> [Double] {
    guard let column = data.column(item), let index = data.questionnaire.index(of: item),
      let list = data.questionnaire.questions[index].kind.choiceList
    else { return Array(repeating: .nan, count: data.count) }
    let isPositive = list.choices.map { choice in
      codes.map { $0.contains(choice.code) } ?? choice.isPositive
    }
    var values: [Double]
    switch column.values {
    case .choice(let codes):
      values = codes.map(isPositive.map { $0 ? 1 : 0 }, else: .nan)
    case .choices(let options):
      values = (0..<data.count).map { row in
        var isOpen = !options.contains { $0[row] >= 0 }
        for (option, counts) in zip(options, isPositive) where counts {
          if option[row] == 1 { return 1 }
          // The version of the form that was asked did not offer this option.
          if option[row] < 0 { isOpen = true }
        }
        return isOpen ? .nan : 0
      }
    case .number, .text:
      return Array(repeating: .nan, count: data.count)
    }
    for row in column.missing.rows(of: counted) { values[row] = 0 }
    return values
  }

  /// The numbers of a numeric question, or the numeric codes of a closed one.
  package static func numbers(of item: String, in data: Dataset) -> [Double] {
    let nothing = Array(repeating: Double.nan, count: data.count)
    guard let column = data.column(item), let index = data.questionnaire.index(of: item) else {
      return nothing
    }
    switch column.values {
    case .number(let numbers):
      return numbers
    case .choice(let codes):
      guard let levels = data.questionnaire.questions[index].kind.choiceList?.numericCodes else {
        return nothing
      }
      return codes.map(levels, else: .nan)
    case .choices, .text:
      return nothing
    }
  }

  /// The points of the levels of a closed question.
  package static func points(of item: String, in data: Dataset) -> [Double] {
    guard let index = data.questionnaire.index(of: item),
      case .choice(let codes)? = data.column(item)?.values,
      let list = data.questionnaire.questions[index].kind.choiceList
    else { return Array(repeating: .nan, count: data.count) }
    let points = list.choices.map { $0.points ?? .nan }
    return codes.map(points, else: .nan)
  }

  /// At least `minimum` items positive: 1 when reached, 0 when out of reach, NaN when open.
  private static func combine(
    _ items: [String],
    minimum: Int,
    counted: Set<MissingReason>,
    in data: Dataset
  ) -> [Double] {
    let columns = items.map { positive($0, codes: nil, counted: counted, in: data) }
    let outside = rowsOutside(items, in: data)
    return (0..<data.count).map { row in
      if outside.contains(row) { return .nan }
      var yes = 0
      var open = 0
      for column in columns {
        if column[row].isNaN { open += 1 } else if column[row] == 1 { yes += 1 }
      }
      if open == columns.count { return .nan }
      return yes >= minimum ? 1 : yes + open < minimum ? 0 : .nan
    }
  }

  /// Interviews to which one of the items does not apply: they are outside the indicator's universe.
  private static func rowsOutside(_ items: [String], in data: Dataset) -> Set<Int> {
    var rows: Set<Int> = []
    for item in items {
      guard let missing = data.column(item)?.missing else { continue }
      rows.formUnion(missing.rows(of: [.notApplicable]))
    }
    return rows
  }

  /// 1 when the share of right answers reaches `pass`.
  ///
  /// A question that was not asked is left out; don't know, refused and blank are not right.
  private static func test(_ answers: [TestItem], pass: Double, in data: Dataset) -> [Double] {
    let notAsked: Set<MissingReason> = [.notApplicable, .notCollected, .notReached]
    let columns = answers.map { answer in
      positive(
        answer.item,
        codes: [answer.right],
        counted: Set(MissingReason.allCases).subtracting(notAsked),
        in: data
      )
    }
    return (0..<data.count).map { row in
      var asked = 0
      var right = 0
      for column in columns where !column[row].isNaN {
        asked += 1
        if column[row] == 1 { right += 1 }
      }
      if asked == 0 { return .nan }
      return Double(right) >= pass * Double(asked) - 1e-9 ? 1 : 0
    }
  }
}
