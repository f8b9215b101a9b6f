@testable import SurveyModel

/// Examinations of small made-up forms.
enum Examined {
  static let budget = ExaminationBudget(steps: 20_000)

  static func form(_ questions: Question...) throws -> FormExamination {
    try form([Form.section("s", questions)])
  }

  static func form(
    _ sections: [Section],
    groups: [FormGroup] = [],
    indicators: [Indicator] = []
  ) throws -> FormExamination {
    let questionnaire = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi", "en"],
      title: Form.words("Q"),
      consent: Form.consent,
      sections: sections,
      indicators: indicators,
      groups: groups
    )
    let plan = try InterviewPlan(questionnaire)
    return FormExamination(plan, moment: Form.moment, budget: budget)
  }

  static func relevant(
    _ id: String,
    _ kind: QuestionKind,
    _ rule: String,
    edit: (inout Question) -> Void = { _ in }
  ) -> Question {
    Form.question(id, kind) {
      $0.relevant = Form.rule(rule)
      edit(&$0)
    }
  }

  static func required(
    _ id: String,
    _ kind: QuestionKind = .integer,
    constraint: String? = nil,
    edit: (inout Question) -> Void = { _ in }
  ) -> Question {
    Form.question(id, kind) {
      $0.required = .always
      $0.constraint = constraint.map { Form.rule($0) }
      edit(&$0)
    }
  }
}

extension FormExamination {
  var codes: [String] { findings.map(\.code) }

  func verdict(_ claim: (Int) -> FormClaim, _ id: String) -> ClaimVerdict? {
    plan.index(of: id).flatMap { verdict(on: claim($0)) }
  }
}
