import SurveyAnalysis
import SurveyModel
import SurveyStatistics

/// Small questionnaires and datasets for one test.
enum Made {
  static let here = SourceLocation(file: "test", line: 1, column: 1)

  static func text(_ words: String) -> LocalizedText { LocalizedText(["vi": words, "en": words]) }

  /// A scale with codes 1...`levels`, of which the two highest are positive.
  static func scale(
    _ levels: Int,
    direction: Scale.Direction = .ascending
  ) -> ChoiceList {
    ChoiceList(
      id: "scale\(levels)",
      choices: (1...levels).map { code in
        let approval = direction == .ascending ? code : levels + 1 - code
        return Choice(code: "\(code)", label: text("L\(code)"), isPositive: approval > levels - 2)
      },
      scale: Scale(direction: direction, neutral: nil)
    )
  }

  static func choices(_ codes: [String]) -> ChoiceList {
    ChoiceList(id: "list", choices: codes.map { Choice(code: $0, label: text("C\($0)")) })
  }

  static func question(_ id: String, _ kind: QuestionKind) -> Question {
    Question(id: id, kind: kind, label: text("Q \(id)"), location: here)
  }

  static func indicator(
    _ id: String,
    _ kind: Indicator.Kind,
    counting missing: Set<MissingReason> = []
  ) -> Indicator {
    Indicator(
      id: id,
      label: text("I \(id)"),
      kind: kind,
      countedMissing: missing,
      location: here
    )
  }

  static func questionnaire(
    _ questions: [Question],
    sample: SampleDeclaration = SampleDeclaration(),
    indicators: [Indicator] = []
  ) -> Questionnaire {
    Questionnaire(
      id: "made",
      version: "1",
      languages: ["vi", "en"],
      title: text("Made"),
      sections: [Section(id: "s", title: text("S"), questions: questions)],
      sample: sample,
      indicators: indicators
    )
  }

  /// One column of cells for each question: a code or number, `dk`, `rf`, `na`, or blank.
  static func data(_ questionnaire: Questionnaire, _ columns: [[String]]) -> Dataset {
    let rows = (0..<(columns.map(\.count).max() ?? 0)).map { row in
      zip(questionnaire.questions, columns).map { answer($1[row], $0.kind) }
    }
    return Dataset(questionnaire: questionnaire, answers: rows)
  }

  private static func answer(_ cell: String, _ kind: QuestionKind) -> Answer {
    switch cell {
    case "dk": return .missing(.doNotKnow)
    case "rf": return .missing(.refused)
    case "na": return .missing(.notApplicable)
    case "": return .missing(.noAnswer)
    default: break
    }
    return switch kind.shape {
    case .selectOne: .choice(cell)
    case .selectMultiple: .choices(cell.split(separator: " ").map { String($0) })
    case .integer, .decimal: .decimal(NumberText.parse(cell) ?? .nan)
    case .text, .date, .nothing, .calculate: .text(cell)
    }
  }

  /// A share with a standard error, as an estimator would give it.
  static func share(
    _ value: Double,
    se: Double,
    df: Int = 40,
    n: Int = 400,
    census: Bool = false
  ) -> Estimate {
    Estimate(
      value: value,
      standardError: se,
      degreesOfFreedom: df,
      sampleSize: n,
      weightedSize: Double(n),
      isCensus: census
    )
  }
}
