import Testing

@testable import SurveyModel

@Suite struct CountReaderTests {
  static let today = CalendarDate(iso: "2024-07-15") ?? .epoch

  static func target(_ id: String, _ aim: AdministrativeTarget) -> Target {
    Target(
      id: id,
      promise: LocalizedText(["vi": id]),
      kind: .count(aim),
      location: SourceLocation(file: "p", line: 1, column: 1)
    )
  }

  static let plan = Plan(
    id: "p",
    office: LocalizedText(["vi": "Xã"]),
    year: 2024,
    targets: [
      target("t1", AdministrativeTarget(done: "da_lam", of: "duoc_giao", atLeast: 1)),
      target("t2", AdministrativeTarget(done: "tin_bai", every: .month, atLeast: 1)),
      target("t3", AdministrativeTarget(done: "dat", of: "duoc_giao", atLeast: 0.8)),
    ]
  )

  private let reader = CountReader(plan, today: today)

  private func texts(
    _ name: String = "tin_bai",
    _ value: String = "1",
    _ span: String = "3/2024",
    evidence: String = "BC 12"
  ) -> CountTexts {
    CountTexts(name: name, value: value, spans: [span], evidence: evidence)
  }

  private func codes(_ texts: CountTexts) -> [String] { reader.read(texts).findings.map(\.code) }

  @Test func `a plan names its counts once, in their order`() {
    #expect(Self.plan.countNames == ["da_lam", "duoc_giao", "tin_bai", "dat"])
    #expect(Self.plan.uses(ofCount: "duoc_giao").map(\.target.id) == ["t1", "t3"])
    #expect(Self.plan.uses(ofCount: "duoc_giao").map(\.isWhole) == [true, true])
    #expect(Self.plan.uses(ofCount: "tin_bai").map(\.isWhole) == [false])
    #expect(Self.plan.uses(ofCount: "khac").isEmpty)
  }

  @Test func `a count is read with name, value, period, evidence and place`() throws {
    var typed = texts(" Tin_Bai ", " 045 ")
    typed.place = " Phường 1 "
    let statement = try #require(reader.read(typed).statement)
    #expect(statement.subject.name == "tin_bai")
    #expect(statement.subject.span.id == "2024-03")
    #expect(statement.subject.place == "Phường 1")
    #expect(statement.value == 45)
    #expect(statement.evidence == "BC 12")
  }

  @Test(
    arguments: [
      ("", "no-value"), ("-1", "negative-value"), ("−1", "negative-value"),
      ("1.000", "ambiguous-value"), ("1,000", "ambiguous-value"), ("1 000", "ambiguous-value"),
      ("1.234.567", "ambiguous-value"), ("12,345", "ambiguous-value"), ("1.5", "no-whole-number"),
      ("45.0", "no-whole-number"), ("1,5", "no-whole-number"), ("x", "no-whole-number"),
      ("1e3", "no-whole-number"), ("٣", "no-whole-number"), ("+5", "no-whole-number"),
      ("１", "no-whole-number"), ("NaN", "no-whole-number"), ("100%", "no-whole-number"),
      ("1000000000000", "value-too-large"), ("99999999999999999999999", "value-too-large"),
    ]
  )
  func `a value is a whole number without marks`(text: String, code: String) {
    #expect(codes(texts("tin_bai", text)) == [code])
  }

  @Test func `zero and the largest number are taken`() {
    #expect(reader.read(texts("tin_bai", "0")).statement?.value == 0)
    #expect(reader.read(texts("tin_bai", "999999999999")).statement?.value == 999_999_999_999)
  }

  @Test func `everything that is wrong is said at once`() {
    let empty = CountTexts(name: "", value: "", spans: [], evidence: " ")
    #expect(codes(empty) == ["unknown-count", "no-value", "no-day", "no-evidence"])
    let two = CountTexts(name: "tin_bai", value: "1", spans: ["1/2024", "2024"], evidence: "x")
    #expect(codes(two) == ["several-days"])
    #expect(codes(texts("tin_bai", "1", "hôm qua")) == ["bad-day"])
  }

  @Test func `a slip in a name is answered with the nearest name`() throws {
    let finding = try #require(reader.read(texts("tin_bia")).findings.first)
    #expect(finding.text(in: .vietnamese).contains("có phải là 'tin_bai'?"))
    let strange = try #require(reader.read(texts("zzzzzzzz")).findings.first)
    #expect(strange.text(in: .english).contains("da_lam, duoc_giao, tin_bai, dat"))
  }

  @Test func `typed text cannot steer the terminal that it is shown on`() throws {
    let hostile = texts("tin_bai\u{1B}[2J", "\u{202E}45\u{7}", "\u{9B}x")
    for finding in reader.read(hostile).findings {
      for language in InterfaceLanguage.allCases {
        let text = finding.text(in: language)
        #expect(
          !text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
        )
        #expect(!text.unicodeScalars.contains("\u{202E}"))
      }
    }
    let long = try #require(
      reader.read(texts("tin_bai", String(repeating: "x", count: 10_000))).findings.first
    )
    #expect(long.text(in: .english).count < 200)
  }

  @Test(
    arguments: [
      ("16/07/2024", false), ("15/07/2024", true), ("7/2024", true), ("8/2024", false),
      ("quý III/2024", true), ("quý IV/2024", false), ("2024", true), ("2025", false),
    ]
  )
  func `what has not begun is refused`(span: String, isTaken: Bool) {
    #expect(codes(texts("tin_bai", "1", span)) == (isTaken ? [] : ["day-in-the-future"]))
  }

  @Test func `every finding has words in both languages`() throws {
    let subject = AdministrativeCount.Subject(name: "a", span: .day(Self.today))
    let month = try #require(Period(.month, year: 2024, number: 7))
    let findings: [CountFinding] = [
      .unknownName("", nearest: nil, known: ["a"]), .badValue("1.000", .ambiguous), .noSpan,
      .severalSpans(["1", "2"]), .badSpan("x"), .future(.day(Self.today), today: Self.today),
      .noEvidence, .moreThanAll(done: "a", 2, of: "b", 1, span: .day(Self.today)),
      .repeated(subject, earlier: 0), .outsideYear(.day(Self.today), year: 2023),
      .stillRunning(month), .longerThanJudged(month, by: .month),
    ]
    for finding in findings {
      #expect(finding.text(in: .vietnamese) != finding.text(in: .english))
      #expect(!finding.code.isEmpty)
    }
    #expect(findings[1].text(in: .vietnamese).contains("ví dụ 1000"))
    #expect(Set(findings.map(\.code)).count == findings.count)
    #expect(findings.count { !$0.isError } == 3)
  }
}
