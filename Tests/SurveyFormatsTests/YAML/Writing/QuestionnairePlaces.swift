import SurveyModel

extension Questionnaire {
  /// The same questionnaire as if everything stood at one place, to be compared.
  var placeless: Questionnaire {
    Questionnaire(
      id: id,
      version: version,
      languages: languages,
      title: title,
      source: source,
      consent: consent,
      sections: sections.map { section in
        Section(
          id: section.id,
          title: section.title,
          relevant: section.relevant?.placeless,
          matrix: section.matrix,
          questions: section.questions.map(\.placeless)
        )
      },
      sample: sample,
      indicators: indicators.map(\.placeless)
    )
  }
}

private let nowhere = SurveyModel.SourceLocation(file: "", line: 1, column: 1)

extension LocatedExpression {
  fileprivate var placeless: LocatedExpression { LocatedExpression(expression, at: nowhere) }
}

extension Question {
  fileprivate var placeless: Question {
    var copy = Question(id: id, kind: kind, label: label, hint: hint, location: nowhere)
    if case .when(let condition) = required {
      copy.required = .when(condition.placeless)
    } else {
      copy.required = required
    }
    copy.requiredMessage = requiredMessage
    copy.relevant = relevant?.placeless
    copy.constraint = constraint?.placeless
    copy.constraintMessage = constraintMessage
    copy.warning = warning?.placeless
    copy.warningMessage = warningMessage
    copy.calculation = calculation?.placeless
    if case .expression(let value) = defaultAnswer {
      copy.defaultAnswer = .expression(value.placeless)
    } else {
      copy.defaultAnswer = defaultAnswer
    }
    copy.persists = persists
    copy.isAsked = isAsked
    copy.role = role
    copy.missing = missing
    return copy
  }
}

extension Indicator {
  fileprivate var placeless: Indicator {
    Indicator(
      id: id,
      label: label,
      kind: kind,
      measure: measure,
      countedMissing: countedMissing,
      note: note,
      location: nowhere
    )
  }
}
