import SurveyFormats
package import SurveyModel

/// Test data that were made from a questionnaire.
package struct TestPaths: Sendable {
  /// The bytes of a CSV file.
  package let csv: [UInt8]
  /// How many rows an import should take, and how many it should send back.
  package let accepted: Int
  package let refused: Int
  /// The answers that came up in no row, `question = answer`.
  package let unreached: [String]
  /// Whether the form has more questions than are searched, so that there are no rows.
  package let isTooLong: Bool
}

extension Workflow {
  /// Makes forms that walk every way and every boundary of `questionnaire`, as they are today.
  package func testPaths(
    of questionnaire: Questionnaire,
    budget: ExaminationBudget
  ) throws(WorkflowError) -> TestPaths {
    let moment = FormMoment(now: clock())
    let plan: InterviewPlan
    do throws(ExpressionFault) {
      plan = try InterviewPlan(questionnaire)
    } catch {
      throw WorkflowError(error.diagnostic.message)
    }
    let rows = plan.testRows(moment: moment, budget: budget)
    let accepted = rows.rows.count { $0.expectation == .accepted }
    return TestPaths(
      csv: TestTable(rows, of: plan, language: language).csv,
      accepted: accepted,
      refused: rows.rows.count - accepted,
      unreached: rows.unreached.map { question, answer in
        "\(questionnaire.questions[question].id) = \(answer.text.isEmpty ? "''" : answer.text)"
      },
      isTooLong: rows.isTooLong
    )
  }
}
