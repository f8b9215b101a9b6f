@testable import SurveyModel

/// Builders for questionnaires in tests: question *n* stands in line *n* of `q.yaml`.
enum Sample {
  /// A question that still has to be told its line.
  typealias Numbered = @Sendable (Int) -> Question

  static func text(_ words: String) -> LocalizedText { LocalizedText(["vi": words]) }

  static func place(_ line: Int, _ column: Int = 3) -> Place {
    Place(file: "q.yaml", line: line, column: column)
  }

  /// An expression whose text begins in column 20 of `line`.
  static func expression(_ text: String, line: Int = 1) -> LocatedExpression {
    do {
      return LocatedExpression(try Expression.parse(text), at: place(line, 20))
    } catch {
      preconditionFailure("\(text): \(error)")
    }
  }

  static func question(
    _ id: String,
    _ kind: QuestionKind = .text,
    _ edit: (inout Question) -> Void = { _ in }
  ) -> Numbered {
    var copy = Question(id: id, kind: kind, label: text(id), location: place(1))
    edit(&copy)
    let edited = copy
    return { line in
      var question = Question(
        id: id,
        kind: kind,
        label: edited.label,
        location: place(line)
      )
      question.required = edited.required
      question.relevant = edited.relevant
      question.constraint = edited.constraint
      question.warning = edited.warning
      question.calculation = edited.calculation
      question.defaultAnswer = edited.defaultAnswer
      question.readOnly = edited.readOnly
      question.role = edited.role
      question.missing = edited.missing
      return question
    }
  }

  static func list(_ codes: [String], missing: [MissingCode] = []) -> ChoiceList {
    let choices = codes.map { Choice(code: $0, label: text("L" + $0)) }
    return ChoiceList(id: "list", choices: choices, missing: missing)
  }

  /// A scale whose levels with a code in `positive` are positive and worth their place in it.
  static func scale(
    _ codes: [String],
    positive: Set<String> = [],
    neutral: String? = nil,
    direction: Scale.Direction = .ascending,
    points: [String: Double] = [:]
  ) -> ChoiceList {
    let levels = codes.map {
      Choice(
        code: $0,
        label: text("L" + $0),
        isPositive: positive.contains($0),
        points: points[$0]
      )
    }
    let scale = Scale(direction: direction, neutral: neutral)
    return ChoiceList(id: "scale", choices: levels, scale: scale)
  }

  static func form(
    _ questions: [Numbered],
    sample: SampleDeclaration = SampleDeclaration(),
    indicators: [(String, Indicator.Kind)] = [],
    relevant: LocatedExpression? = nil
  ) -> Questionnaire {
    let numbered = questions.enumerated().map { $1($0 + 1) }
    return Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: text("Q"),
      consent: Questionnaire.Consent(version: "1", text: text("C")),
      sections: [
        Section(id: "s", title: text("S"), relevant: relevant, questions: numbered)
      ],
      sample: sample,
      indicators: indicators.enumerated().map { index, indicator in
        Indicator(
          id: indicator.0,
          label: text("I"),
          kind: indicator.1,
          location: place(101 + index)
        )
      }
    )
  }
}

/// The place of a finding; Swift Testing has a type of the same name.
typealias Place = SurveyModel.SourceLocation

extension Questionnaire {
  /// What the checks say: `code@line:column`.
  var checked: [String] { check().map(\.place) }
}

extension Diagnostic {
  /// `code@line:column`.
  var place: String { "\(code)@\(location.line):\(location.column)" }

  /// Both wordings.
  var wordings: [String] { [text(in: .vietnamese), text(in: .english)] }
}
