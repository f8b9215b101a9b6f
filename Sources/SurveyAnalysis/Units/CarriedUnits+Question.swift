package import SurveyModel

extension CarriedUnits {
  /// The id of the question that divides interviews by the units of the day.
  package var questionID: String { "\(places.question.id)_\(day.compact)" }

  /// A question whose options are the units of the day, and its answers.
  ///
  /// Added to the dataset it divides interviews like any other question. Options have the official
  /// code, or the id of the register where there is none; only units with interviews are options.
  package func derived(_ id: String? = nil) -> (question: Question, column: Dataset.Column) {
    let counted = units.indices.filter { units[$0].own + units[$0].carried > 0 }
    let list = ChoiceList(
      id: "units_\(day.compact)",
      choices: counted.map { place in
        let unit = units[place].unit
        return Choice(code: unit.code ?? unit.id, label: unit.label)
      }
    )
    return UnitQuestion.make(
      id ?? questionID,
      label: places.question.label.adding(
        vietnamese: "theo đơn vị ngày \(day.dayMonthYear)",
        english: "by the units of \(day)"
      ),
      list: list,
      positions: UnitQuestion.positions(of: codes, among: counted),
      of: places.question
    )
  }
}

/// A closed question that was found from one about the place.
enum UnitQuestion {
  /// Codes counted anew among those that are kept.
  static func positions(of codes: [Int], among kept: [Int]) -> [Int] {
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    return codes.map { places[$0] ?? -1 }
  }

  static func make(
    _ id: String,
    label: LocalizedText,
    list: ChoiceList,
    positions: [Int],
    of source: Question
  ) -> (question: Question, column: Dataset.Column) {
    var question = Question(
      id: id,
      kind: .selectOne(list),
      label: label,
      location: source.location
    )
    question.isAsked = false
    return (
      question,
      Dataset.Column(
        values: .choice(ChoicePositions(positions.map { Int32($0) })),
        missing: MissingReasons(
          bytes: positions.map {
            $0 < 0 ? AnswerByte.byte(of: .notApplicable) : AnswerByte.absent
          }
        )
      )
    )
  }
}

extension CalendarDate {
  /// The digits of the day, for the names of columns.
  var compact: String { description.split(separator: "-").joined() }
}

extension LocalizedText {
  /// The words with a remark in brackets.
  func adding(vietnamese: String, english: String) -> LocalizedText {
    LocalizedText(
      Dictionary(
        uniqueKeysWithValues: translations.map { language, words in
          (language, "\(words) (\(language == "vi" ? vietnamese : english))")
        }
      )
    )
  }
}
