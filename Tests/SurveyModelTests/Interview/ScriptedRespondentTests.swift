import SurveyModel
import Testing

@Suite struct ScriptedRespondentTests {
  private func plan() throws -> InterviewPlan {
    try Form.plan(
      Form.question("hello", .note),
      Form.question("age") {
        $0.required = .always
        $0.constraint = Form.rule(". >= 18 and . <= 120")
        $0.warning = Form.rule(". > 95")
      },
      Form.question("used", .selectOne(Form.yesNo)) { $0.required = .always },
      Form.question("channels", .selectMultiple(Form.list("Tại quầy", "Qua mạng", "Khác"))) {
        $0.relevant = Form.rule("${used} = '1'")
      },
      Form.question("other", .text) {
        $0.relevant = Form.rule("selected(${channels}, '3')")
        $0.required = .always
      },
      Form.question("day", .date) {
        $0.constraint = Form.rule(". <= today()")
        $0.defaultAnswer = .expression(Form.rule("today()"))
      },
      Form.question("group", .calculate) {
        $0.calculation = Form.rule("if(${age} >= 60, 'cao tuổi', 'khác')")
      }
    )
  }

  @Test func `a careless respondent is led through the form`() throws {
    var session = InterviewSession(plan: try plan(), moment: Form.moment)
    var respondent = ScriptedRespondent([
      "age": ["", "mười", "17", "30,5", "97", "97!"],
      "used": ["Co", "có"],
      "channels": ["Tại quầy, Khác"],
      "other": ["", "Nhờ con"],
      "day": ["31/02/2026", "06/03/2026", "05/03/2026"],
    ])
    respondent.conduct(&session)
    #expect(
      respondent.transcript == [
        "hello: ",
        "age:  → R01", "age: mười → V01", "age: 17 → R02", "age: 30,5 → V01", "age: 97 → R03",
        "age: 97!",
        "used: Co → V04", "used: có",
        "channels: Tại quầy, Khác",
        "other:  → R01", "other: Nhờ con",
        "day: 31/02/2026 → V02", "day: 06/03/2026 → R02", "day: 05/03/2026",
      ]
    )
    #expect(session.step == .review)
    #expect(session.problems.isEmpty)
    #expect(session["group"] == .text("cao tuổi"))
    #expect(session.acceptedWarnings == [1])
  }

  @Test func `a respondent who changes their mind loses nothing`() throws {
    var session = InterviewSession(plan: try plan(), moment: Form.moment)
    var respondent = ScriptedRespondent([
      "age": ["40"],
      "used": ["1", "2", "1"],
      "channels": ["3"],
      "other": ["Bưu điện"],
    ])
    respondent.conduct(&session)
    session.jump(to: 2)
    respondent.conduct(&session)
    session.jump(to: 2)
    respondent.conduct(&session)
    #expect(
      respondent.transcript == [
        "hello: ", "age: 40", "used: 1", "channels: 3", "other: Bưu điện", "day: ",
        "used: 2 -(channels other)",
        "used: 1 +(channels other)",
      ]
    )
    #expect(session["other"] == .text("Bưu điện"))
  }
}
