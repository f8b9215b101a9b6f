import SurveyModel
import SurveyStatistics

extension IndicatorEstimator {
  /// The share of each option of a question with several answers, all options added up at once;
  /// `nil` where it has one answer or groups are many.
  func packedChoices(
    _ item: String,
    by variables: [GroupVariable]
  ) throws(SampleDesignError) -> [(choice: Choice, estimates: DomainEstimates)]? {
    guard let position = data.questionnaire.index(of: item),
      let list = data.questionnaire.questions[position].kind.choiceList,
      case .choices(let options)? = data.column(item)?.values,
      options.count == list.choices.count
    else { return nil }
    // No answer is −1, the last of all bytes.
    let columns = options.map { option in option.map { UInt8(bitPattern: $0) } }
    let items = CodedItems(columns, answers: 2)
    let shares = columns.map { _ in [0, 1] + [Double](repeating: .nan, count: 254) }
    guard let overall = try design.statistics(ofMeans: items, values: shares) else { return nil }
    var groups: [[DomainStatistics]] = []
    for variable in variables {
      let found = try design.statistics(ofMeans: items, values: shares, by: variable.grouping)
      guard let found else { return nil }
      groups.append(found)
    }
    var choices: [(choice: Choice, estimates: DomainEstimates)] = []
    for (place, choice) in list.choices.enumerated() {
      var next = [overall[place]] + groups.map { $0[place] }
      let estimates = try DomainEstimates(by: variables) { _ throws(SampleDesignError) in
        next.removeFirst()
      }
      choices.append((choice, estimates))
    }
    return choices
  }
}
