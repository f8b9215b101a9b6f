import Testing

@testable import SurveyModel

@Suite("Checks: expressions")
struct ExpressionChecksTests {
  private func relevant(_ text: String) -> [String] {
    Sample.form([
      Sample.question("tuoi", .integer),
      Sample.question("b") { $0.relevant = Sample.expression(text, line: 2) },
    ]).checked
  }

  @Test(arguments: [
    ("${tuoi} > 18", []),
    ("${tuổi} > 18", ["expression-unknown-name@2:20"]),
    ("${a} + ${tuoi} = ${b2}", ["expression-unknown-name@2:20", "expression-unknown-name@2:37"]),
    (
      "sum(${a} | ${tuoi} | ${b2})",
      ["expression-unknown-name@2:24", "expression-unknown-name@2:41"]
    ),
    ("if(${a}, 1)", ["expression-argument-count@2:20", "expression-unknown-name@2:23"]),
    (
      "foo(${a}) and bar()",
      [
        "expression-unknown-function@2:20", "expression-unknown-name@2:24",
        "expression-unknown-function@2:34",
      ]
    ),
    ("count(${tuoi} | ${tuoi})", []),
    ("count(1)", ["expression-argument-is-no-question@2:26"]),
    (
      "regex(${tuoi}, '(') or ${a}",
      ["expression-invalid-pattern@2:35", "expression-unknown-name@2:43"]
    ),
    ("tuoi = 1", ["expression-bare-name@2:20"]),
    ("${tuoi} | ${tuoi}", ["expression-unsupported@2:28"]),
  ])
  func `everything wrong in one expression is reported`(_ text: String, _ expected: [String]) {
    #expect(relevant(text) == expected)
  }

  @Test func `every expression of a form is looked at`() {
    let unknown = Sample.expression("${x} = .")
    let form = Sample.form(
      [
        Sample.question("a", .calculate) {
          $0.relevant = unknown
          $0.constraint = unknown
          $0.warning = unknown
          $0.calculation = unknown
          $0.required = .when(unknown)
          $0.defaultAnswer = .expression(unknown)
        }
      ],
      relevant: unknown
    )
    #expect(form.checked == Array(repeating: "expression-unknown-name@1:20", count: 7))
    #expect(
      form.check()[0].wordings == [
        "q.yaml:1:20: lỗi: câu hỏi 'x' không tồn tại; hãy viết ${a} [expression-unknown-name]",
        "q.yaml:1:20: error: question 'x' does not exist; write ${a} [expression-unknown-name]",
      ]
    )
  }

  @Test func `questions do not depend on themselves in a circle`() {
    let fine = Sample.form([
      Sample.question("a") { $0.constraint = Sample.expression("${b} = . or ${a} = .") },
      Sample.question("b") { $0.relevant = Sample.expression("${a} = 1") },
    ])
    #expect(fine.checked == [])
    let circle = Sample.form([
      Sample.question("a") { $0.relevant = Sample.expression("${b} = 1") },
      Sample.question("b") { $0.relevant = Sample.expression("${c} = 1") },
      Sample.question("c", .calculate) { $0.calculation = Sample.expression("${a} + 1") },
      Sample.question("d") { $0.relevant = Sample.expression("${d} = 1") },
    ])
    #expect(circle.checked == ["cycle@1:3", "cycle@4:3"])
    #expect(
      circle.check()[0].wordings == [
        "q.yaml:1:3: lỗi: các câu 'a' → 'b' → 'c' → 'a' phụ thuộc vòng tròn vào nhau; "
          + "bỏ một điều kiện trong vòng [cycle]",
        "q.yaml:1:3: error: questions 'a' → 'b' → 'c' → 'a' depend on each other in a circle; "
          + "remove one condition of it [cycle]",
      ]
    )
  }

  @Test func `values that nobody can change are not taken from each other`() {
    func form(isFixed: Bool) -> Questionnaire {
      Sample.form([
        Sample.question("a", .text) {
          $0.readOnly = isFixed
          $0.defaultAnswer = .expression(Sample.expression("${b}"))
        },
        Sample.question("b", .text) {
          $0.readOnly = isFixed
          $0.defaultAnswer = .expression(Sample.expression("${a}"))
        },
      ])
    }
    #expect(form(isFixed: true).checked == ["cycle@1:3"])
    #expect(form(isFixed: false).checked == [])
  }

  @Test func `a section does not depend on its own questions`() {
    let form = Sample.form([Sample.question("a")], relevant: Sample.expression("${a} = 1"))
    #expect(form.checked == ["cycle@1:3"])
  }

  @Test func `a constraint looks at the answer`() {
    let fine = Sample.form([
      Sample.question("a", .integer) { $0.constraint = Sample.expression(". > 1") },
      Sample.question("b") { $0.constraint = Sample.expression("string-length() > 1") },
    ])
    #expect(fine.checked == [])
    let form = Sample.form([
      Sample.question("a", .integer) { $0.constraint = Sample.expression("${a} > 1") }
    ])
    #expect(form.checked == ["constraint-without-answer@1:20"])
    #expect(form.check()[0].severity == .warning)
  }

  @Test func `a calculate question has a formula and no other has one`() {
    let formula = Sample.expression("1 + 1")
    let fine = Sample.form([Sample.question("a", .calculate) { $0.calculation = formula }])
    #expect(fine.checked == [])
    let form = Sample.form([
      Sample.question("b") { $0.calculation = formula }, Sample.question("a", .calculate),
    ])
    #expect(form.checked == ["needless-calculation@1:20", "missing-calculation@2:3"])
    #expect(
      form.check()[1].wordings == [
        "q.yaml:2:3: lỗi: câu tính 'a' thiếu công thức; hãy thêm 'calculation: ...' "
          + "[missing-calculation]",
        "q.yaml:2:3: error: question 'a' of type calculate has no formula; "
          + "add 'calculation: ...' [missing-calculation]",
      ]
    )
  }
}
