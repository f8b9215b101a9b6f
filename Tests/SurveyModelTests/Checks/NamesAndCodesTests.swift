import Testing

@testable import SurveyModel

@Suite("Checks: names and codes")
struct NamesAndCodesTests {
  @Test func `names of questions are unique without regard to case`() {
    #expect(Sample.form([Sample.question("tuoi"), Sample.question("ten")]).checked == [])
    let form = Sample.form([Sample.question("Tuoi"), Sample.question("tuoi")])
    #expect(form.checked == ["duplicate-question@2:3"])
    #expect(
      form.check()[0].wordings == [
        "q.yaml:2:3: lỗi: tên câu hỏi 'tuoi' đã dùng ở q.yaml:1:3, không phân biệt chữ hoa chữ "
          + "thường; hãy đổi tên một trong hai [duplicate-question]",
        "q.yaml:2:3: error: question name 'tuoi' is already used at q.yaml:1:3, without regard to "
          + "case; rename one of the two [duplicate-question]",
      ]
    )
  }

  @Test func `names of sections are unique`() {
    let sections = [("a", 1), ("A", 2), ("b", 3)].map { id, line in
      Section(
        id: id,
        title: Sample.text(id),
        questions: [Sample.question("q\(line)")(line)]
      )
    }
    let form = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: Sample.text("Q"),
      sections: sections
    )
    #expect(form.checked == ["consent-missing@1:1", "duplicate-section@2:3"])
  }

  @Test func `a questionnaire asks for consent`() {
    let form = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: Sample.text("Q"),
      sections: []
    )
    #expect(form.checked == ["consent-missing@1:1"])
    #expect(form.check()[0].severity == .warning)
    #expect(
      form.check()[0].text(in: .english)
        == ":1:1: warning: questionnaire does not ask for consent; "
        + "add 'consent: {version: ..., text: ...}' [consent-missing]"
    )
  }

  @Test func `codes of a list differ and hold no white space`() {
    let good = Sample.list(["1", "01", "a_b"])
    #expect(Sample.form([Sample.question("a", .selectOne(good))]).checked == [])
    let bad = Sample.list(["1", "a b", "1"])
    let form = Sample.form([
      Sample.question("x"), Sample.question("a", .selectOne(bad)),
      Sample.question("b", .selectMultiple(bad)),
    ])
    #expect(form.checked == ["code-with-space@2:3", "duplicate-code@2:3"])
    #expect(
      form.check()[1].wordings == [
        "q.yaml:2:3: lỗi: mã '1' có hai lần trong danh sách 'list'; hãy đổi một mã "
          + "[duplicate-code]",
        "q.yaml:2:3: error: code '1' stands twice in list 'list'; change one of the two "
          + "[duplicate-code]",
      ]
    )
  }

  @Test func `an option is no missing code`() {
    let missing = ["2", "98"].map {
      MissingCode(code: $0, reason: .refused, label: Sample.text("M"))
    }
    let list = Sample.list(["1", "2"])
    #expect(
      Sample.form([Sample.question("a", .selectOne(list)) { $0.missing = [missing[1]] }]).checked
        == []
    )
    let form = Sample.form([Sample.question("a", .selectOne(list)) { $0.missing = missing }])
    #expect(form.checked == ["code-is-missing-code@1:3"])
  }

  @Test(
    arguments: [
      (["1", "2", "3"], ["2", "3"], nil, Scale.Direction.ascending, []),
      (["1", "2", "3"], ["1"], "2", .descending, []),
      (["1", "2", "3"], [], nil, .ascending, []),
      (["a", "b"], ["b"], nil, .ascending, []),
      (["1"], [], nil, .ascending, ["too-few-levels"]),
      (["1", "2"], ["2"], "3", .ascending, ["unknown-neutral"]),
      (["1", "2"], ["2"], "2", .ascending, ["neutral-is-positive"]),
      (["2", "1"], ["1"], nil, .ascending, ["levels-out-of-order"]),
      (["1", "2", "3"], ["2"], nil, .ascending, ["positive-levels-apart"]),
      (["1", "2", "3"], ["1"], nil, .ascending, ["positive-levels-apart"]),
      (["1", "2", "3"], ["3"], nil, .descending, ["positive-levels-apart"]),
    ] as [([String], Set<String>, String?, Scale.Direction, [String])]
  )
  func `levels of a scale`(
    codes: [String],
    positive: Set<String>,
    neutral: String?,
    direction: Scale.Direction,
    expected: [String]
  ) {
    let scale = Sample.scale(codes, positive: positive, neutral: neutral, direction: direction)
    let form = Sample.form([Sample.question("a", .selectOne(scale))])
    #expect(form.check().map(\.code) == expected)
  }
}
