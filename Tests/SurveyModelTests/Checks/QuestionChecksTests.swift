import Testing

@testable import SurveyModel

@Suite("Checks: defaults, roles and the sample")
struct QuestionChecksTests {
  @Test func `a default is an answer to its question`() {
    let list = QuestionKind.selectOne(Sample.list(["1", "2"]))
    func form(_ kind: QuestionKind, _ text: String) -> [String] {
      Sample.form([Sample.question("a", kind) { $0.defaultAnswer = .literal(text) }]).checked
    }
    #expect(form(list, "2") == [])
    #expect(form(.integer, "18") == [])
    #expect(form(.date, "1/2/2024") == [])
    #expect(form(.text, "x") == [])
    for (kind, text) in [(list, "3"), (.integer, "1.5"), (.date, "31/2/2024"), (.decimal, "x")] {
      #expect(form(kind, text) == ["bad-default@1:3"])
    }
  }

  @Test func `the wording of a bad default`() {
    let form = Sample.form([Sample.question("a", .integer) { $0.defaultAnswer = .literal("x") }])
    #expect(
      form.check()[0].wordings == [
        "q.yaml:1:3: lỗi: giá trị mặc định 'x' không phải câu trả lời hợp lệ của câu 'a'; "
          + "hãy viết mã, số hoặc ngày mà câu này nhận [bad-default]",
        "q.yaml:1:3: error: default 'x' is not an answer to question 'a'; "
          + "write a code, number or date that it takes [bad-default]",
      ]
    )
  }

  @Test func `one date holds the date of the interview`() {
    func dated(_ id: String, _ kind: QuestionKind) -> Sample.Numbered {
      Sample.question(id, kind) { $0.role = .interviewDate }
    }
    #expect(Sample.form([dated("a", .date)]).checked == [])
    #expect(
      Sample.form([dated("a", .text), dated("b", .date)]).checked
        == ["role-needs-date@1:3", "role-taken@2:3"]
    )
  }

  @Test func `the sample names questions that exist, and numbers where they are needed`() {
    let questions = [
      Sample.question("w", .decimal), Sample.question("khu_vuc"), Sample.question("n", .integer),
    ]
    let good = SampleDeclaration(
      weight: "w",
      strata: ["khu_vuc"],
      clusters: ["khu_vuc"],
      fpc: ["n"]
    )
    #expect(Sample.form(questions, sample: good).checked == [])
    let bad = SampleDeclaration(
      weight: "khu_vuc",
      strata: ["khu_vuk"],
      clusters: ["zzz"],
      fpc: ["khu_vuc"]
    )
    let form = Sample.form(questions, sample: bad)
    #expect(
      form.checked == [
        "sample-needs-number@1:1", "sample-needs-number@1:1", "unknown-sample-question@1:1",
        "unknown-sample-question@1:1",
      ]
    )
    let texts = Set(form.check().map { $0.text(in: .english) })
    #expect(
      texts.contains(
        "q.yaml:1:1: error: sample block names question 'khu_vuk', which does not exist; "
          + "did you mean 'khu_vuc'? [unknown-sample-question]"
      )
    )
  }
}
