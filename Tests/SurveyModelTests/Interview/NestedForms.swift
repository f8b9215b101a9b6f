@testable import SurveyModel
import Testing

/// Households with their people: questionnaires for tests of repeats inside repeats.
protocol NestedForms {}

extension NestedForms {
  /// Households with their people, and the visits of each.
  func questionnaire(
    homes: String? = "${n}",
    people: String? = "${so_nguoi}",
    inner: [Question] = [],
    outer: [Question] = []
  ) -> Questionnaire {
    func section(_ id: String, _ group: String, _ questions: [Question]) -> Section {
      Section(id: id, title: Form.words(id), group: group, questions: questions)
    }
    return Form.questionnaire(
      [
        Form.section("s1", [Form.question("n")]),
        section("s2", "ho", [Form.question("so_nguoi")]),
        section(
          "s3",
          "nguoi",
          [
            Form.question("ten", .text) { $0.required = .always },
            Form.question("tuoi") { $0.constraint = Form.rule(". < 120") },
          ] + inner
        ),
        section("s4", "ho", [Form.question("ghi_chu", .text)]),
        Form.section("s5", [Form.question("cuoi", .text)] + outer),
      ],
      groups: [Form.repeated("ho", nil, homes), Form.repeated("nguoi", "ho", people)]
    )
  }

  func calculate(_ id: String, _ rule: String) -> Question {
    Form.question(id, .calculate) { $0.calculation = Form.rule(rule) }
  }

  func session(_ form: Questionnaire) throws -> InterviewSession {
    #expect(form.check().map(\.code) == [])
    return InterviewSession(plan: try InterviewPlan(form), moment: Form.moment)
  }

  /// Both repeats are not counted, and the inner one ends the outer.
  func openForm(outer: [Question] = []) -> Questionnaire {
    let form = questionnaire(homes: nil, people: nil, outer: outer)
    let sections = form.sections.filter { !["s1", "s2", "s4"].contains($0.id) }
    return Form.questionnaire(
      sections,
      groups: form.groups
    )
  }
}
