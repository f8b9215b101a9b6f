@testable import SurveyModel
import Testing

/// Expressions without a form.
@Suite struct ExpressionTrialTests {
  @Test(arguments: [
    ("1 + 2", "number 3"), ("'a'", "string a"), ("2 > 1", "boolean true"),
    ("date('2026-11-21')", "date 2026-11-21"), ("today()", "date 2026-03-05"),
    ("now()", "datetime 2026-03-05T09:00:00.000+07:00"), (".", "string "),
    ("${q}", "expression-unknown-name"), ("1 +", "expression-unexpected-end"),
    ("", "expression-empty"),
  ])
  func `an expression has a value or an error`(text: String, outcome: String) {
    switch ExpressionTrial(now: Form.moment.now).evaluate(text) {
    case .value(let value): #expect("\(value.typeName) \(value.asString)" == outcome)
    case .refused(let error): #expect(error.code == outcome)
    }
  }
}
