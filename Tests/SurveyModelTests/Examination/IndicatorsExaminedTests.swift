import Testing

@testable import SurveyModel

@Suite("Examination: indicators") struct IndicatorsExaminedTests {
  private static func indicator(_ kind: Indicator.Kind) -> Indicator {
    Indicator(
      id: "ty_le",
      label: Form.words("Tỷ lệ"),
      kind: kind,
      location: Place(file: "q.yaml", line: 40, column: 3)
    )
  }

  private static let scale = ChoiceList(
    id: "muc",
    choices: ["1", "2"].map {
      Choice(code: $0, label: Form.words($0), isPositive: $0 == "2")
    },
    scale: Scale(direction: .ascending, neutral: nil)
  )

  private static func form(_ kind: Indicator.Kind) throws -> FormExamination {
    try Examined.form(
      [
        Form.section(
          "s",
          [
            Form.question("loai", .selectOne(Form.yesNo)),
            Examined.relevant("a", .selectOne(scale), "${loai} = 1"),
            Examined.relevant("b", .selectOne(scale), "${loai} = 2"),
            Examined.relevant("c", .selectOne(scale), "${loai} = 3"),
            Form.question("d", .selectOne(scale)),
          ]
        )
      ],
      indicators: [indicator(kind)]
    )
  }

  @Test func `nobody is asked two items that exclude each other`() throws {
    let found = try Self.form(.allPositive(items: ["a", "b"]))
    #expect(found.codes.contains("indicator-never-counted"))
    #expect(found.verdict(on: .isCounted(indicator: 0, item: nil)) == .refuted(nil))
    let finding = try #require(found.findings.first { $0.code == "indicator-never-counted" })
    #expect(finding.severity == .error)
    #expect(finding.location.line == 40)
  }

  @Test func `some are counted and some fall outside`() throws {
    let found = try Self.form(.allPositive(items: ["a", "d"]))
    #expect(!found.codes.contains("indicator-never-counted"))
    #expect(found.verdict(on: .isCounted(indicator: 0, item: nil))?.isProven == true)
    let outside = try #require(found.verdict(on: .everybodyCounted(indicator: 0)))
    guard case .refuted(let path?, _) = outside else {
      Issue.record("\(outside)")
      return
    }
    #expect(path.text(of: found.plan, in: .english).hasPrefix("loai = "))
  }

  @Test func `a test counts whoever was asked one question`() throws {
    let answers = ["a", "b"].map { TestItem(item: $0, right: "2") }
    let found = try Self.form(.test(answers: answers, pass: 0.5))
    #expect(found.verdict(on: .isCounted(indicator: 0, item: nil))?.isProven == true)
    let never = try Self.form(.test(answers: [TestItem(item: "c", right: "2")], pass: 0.5))
    #expect(never.verdict(on: .isCounted(indicator: 0, item: nil)) == .refuted(nil))
  }

  @Test func `an item of an index that nobody is asked is named`() throws {
    let element = Index.Element(id: "e", label: Form.words("e"), items: ["a", "c", "d"])
    let part = Index.Part(id: "p", label: Form.words("p"), elements: [element])
    let index = Index(itemFormula: .topLevels, combine: .itemsEqual, parts: [part])
    let found = try Self.form(.index(index))
    let texts = found.findings.filter { $0.code == "indicator-never-counted" }
      .map { $0.text(in: .english) }
    #expect(texts.count == 1)
    #expect(texts.first?.contains("'c'") == true)
  }

  @Test func `an indicator whose item refuses every answer is never computed`() throws {
    let found = try Examined.form(
      [
        Form.section(
          "s",
          [Form.question("n") { $0.constraint = Form.rule(". > 5 and . < 5") }, Form.question("m")]
        )
      ],
      indicators: [Self.indicator(.mean(item: "n"))]
    )
    #expect(found.codes == ["constraint-contradiction", "indicator-never-counted"])
  }

  @Test func `an item that is computed with is not decided`() throws {
    let found = try Examined.form(
      [
        Form.section(
          "s",
          [Form.question("n") { $0.constraint = Form.rule(". * . = 1522756") }, Form.question("m")]
        )
      ],
      indicators: [Self.indicator(.mean(item: "n"))]
    )
    #expect(
      found.verdict(on: .isCounted(indicator: 0, item: nil))
        == .undecided(.openAnswers(question: 0))
    )
    #expect(found.codes.isEmpty)
  }
}
