package import SurveyModel
package import SurveyStatistics

extension IndicatorScores {
  /// The values of an indicator of one closed question, as a byte an interview; `nil` for others.
  ///
  /// They are those of ``values(of:in:)``.
  package static func coded(_ indicator: Indicator, in data: Dataset) -> CodedColumn? {
    let counted = indicator.countedMissing
    switch indicator.kind {
    case .share(let item, let codes):
      return coded(item, counted: counted, in: data) { list in
        list.choices.map { choice in
          codes.map { $0.contains(choice.code) } ?? choice.isPositive ? 1 : 0
        }
      }
    case .mean(let item):
      return coded(item, in: data) { $0.numericCodes ?? [] }
    case .netPromoter(let item):
      return coded(item, in: data) { list in
        (list.numericCodes ?? []).map { $0 >= 9 ? 100 : $0 <= 6 ? -100 : 0 }
      }
    case .allPositive, .anyPositive, .atLeast, .test, .index, .points, .ratio, .countOfChoices:
      return nil
    }
  }

  /// Whether each interview gave one answer to `item`; see ``positive(_:codes:counted:in:)``.
  static func coded(_ item: String, choice: String, in data: Dataset) -> CodedColumn {
    if case .choices(let options)? = data.column(item)?.values,
      let list = data.questionnaire.index(of: item)
        .flatMap({ data.questionnaire.questions[$0].kind.choiceList }),
      let place = list.index(of: choice), options.indices.contains(place)
    {
      // No answer is −1, the last of all bytes.
      return CodedColumn(codes: options[place].map { UInt8(bitPattern: $0) }, values: [0, 1])
    }
    let column = coded(item, in: data) { list in list.choices.map { $0.code == choice ? 1 : 0 } }
    return column ?? CodedColumn(codes: Array(repeating: 0, count: data.count), values: [])
  }

  /// The number of each answer to a closed question; of missing ones that count it is 0.
  private static func coded(
    _ item: String,
    counted: Set<MissingReason> = [],
    in data: Dataset,
    _ numbers: (ChoiceList) -> [Double]
  ) -> CodedColumn? {
    guard let column = data.column(item), case .choice(let positions) = column.values,
      let bytes = positions.bytes, let index = data.questionnaire.index(of: item),
      let list = data.questionnaire.questions[index].kind.choiceList
    else { return nil }
    let known = numbers(list).prefix(AnswerByte.mostChoices)
    var values = known + Array(repeating: .nan, count: 256 - known.count)
    for reason in counted { values[Int(AnswerByte.byte(of: reason))] = 0 }
    return CodedColumn(codes: column.missing.merged(into: bytes), values: Array(values))
  }
}
