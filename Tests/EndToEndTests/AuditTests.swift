import Foundation
import Testing

/// Interviews and operators to look at again, in studies that were made up and faked on purpose.
@Suite struct AuditTests {
  private static let study = "kiem.thuocdo"
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("phieu.yaml", Self.questionnaire)
    try folder.write("ke-hoach.yaml", Self.plan)
  }

  private func run(_ arguments: String..., language: String = "vi") throws -> Program.Outcome {
    try Program.run(arguments, in: folder, language: language)
  }

  /// A study with the rows of `respondents`.
  private func make(_ respondents: [Respondent]) throws {
    try folder.write("tra-loi.csv", Respondent.csv(respondents))
    let made = try run(
      "new",
      Self.study,
      "--questionnaire",
      "phieu.yaml",
      "--plan",
      "ke-hoach.yaml",
      "--wave",
      "q3"
    )
    try #require(made.ended(0), made.summary)
    let imported = try run("import", Self.study, "tra-loi.csv")
    try #require(imported.ended(0), imported.summary)
  }

  /// The output without the breaks of its lines.
  private static func flat(_ outcome: Program.Outcome) -> String {
    outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `honest interviews raise no alarm`() throws {
    try make(Respondent.honest(300, seed: 5))
    let outcome = try run("audit", Self.study, "--operator", "nguoi_hoi")
    #expect(outcome.ended(0), outcome.summary)
    #expect(
      Self.flat(outcome).contains("Đã xem 300 phiếu: không quy tắc nào thấy điều khác thường.")
    )
    #expect(outcome.output.contains("không có số hồ sơ"))
    #expect(!outcome.output.contains("Kết quả khi có và khi không có"))
  }

  @Test func `copies that decide a target are found and counted with and without`() throws {
    try make(Self.faked)
    let before = try folder.bytes(Self.study)
    let outcome = try run("audit", Self.study)
    #expect(outcome.ended(1), outcome.summary)
    #expect(outcome.output.contains("Phiếu giống hệt nhau"))
    #expect(outcome.output.contains("câu trả lời trùng với phiếu 1"), outcome.summary)
    #expect(Self.flat(outcome).contains("Không phiếu nào bị xóa hay sửa"))
    #expect(
      Self.flat(outcome).contains("80% hài lòng: đạt → chưa đạt"),
      outcome.summary
    )
    // Flags never delete, and a study that is looked at stays as it is.
    #expect(try folder.bytes(Self.study) == before)
    let english = try run("audit", Self.study, "--lang", "en")
    #expect(english.ended(1), english.summary)
    #expect(Self.flat(english).contains("verdict changes: 80% are satisfied: met → not met"))
    #expect(Self.flat(english).contains("A sign is a reason to look, no proof of fraud."))
  }

  @Test func `a period is looked at over all waves, and its report says what flips`() throws {
    try make(Self.faked)
    let outcome = try run("audit", Self.study, "--period", "2026-Q3")
    #expect(outcome.ended(1), outcome.summary)
    #expect(outcome.output.contains("Kỳ báo cáo: Quý III năm 2026"))
    #expect(Self.flat(outcome).contains("80% hài lòng: đạt → chưa đạt"), outcome.summary)
    for span in ["2026", "2026-H2", "2026-Q3"] {
      let report = try run("report", Self.study, "--period", span)
      #expect(Self.flat(report).contains("80% hài lòng: đạt → chưa đạt"), report.summary)
    }
    #expect(try run("audit", Self.study, "--period", "2025").ended(2))
    #expect(try run("audit", Self.study, "--period", "2026", "--wave", "q3").ended(64))
  }

  @Test func `JSON has every flag and every comparison`() throws {
    try make(Self.faked)
    let outcome = try run("audit", Self.study, "--format", "json")
    #expect(outcome.ended(1), outcome.summary)
    let answer = try JSONDecoder().decode(Answer.self, from: outcome.outputBytes)
    #expect(answer.format == "thuocdo-audit-1")
    #expect(answer.interviews == 400 && answer.flagged == 300)
    #expect(answer.rules.map(\.rule).count == 9)
    let copies = try #require(answer.rules.first { $0.rule == "identical-forms" })
    #expect(copies.flags.map(\.interview) == (101...400).map { "\($0)" })
    #expect(copies.flags.allSatisfy { $0.other == "1" && $0.matching == $0.items })
    let comparison = try #require(answer.comparisons.first { $0.scenario == "without-flagged" })
    #expect(comparison.left_out == 300 && comparison.flips == 1)
    let target = try #require(comparison.targets.first)
    #expect(target.verdict == "met" && target.verdict_without == "notMet" && target.flips)
    let all = try #require(target.all)
    let without = try #require(target.without)
    #expect(all > 0.85 && without < 0.7)
    // The share that `estimate` gives is the one with all interviews.
    let estimate = try run(
      "estimate",
      Self.study,
      "--indicator",
      "hai_long",
      "--format",
      "json"
    )
    let figure = try #require(try Figure.all(in: estimate.outputBytes).first)
    #expect(figure.estimate == all)
  }

  @Test func `the page is one HTML file`() throws {
    try make(Self.faked)
    let outcome = try run("audit", Self.study, "--format", "html", "-o", "kiem.html")
    #expect(outcome.ended(1), outcome.summary)
    let page = try folder.read("kiem.html")
    #expect(page.contains("<html") && page.contains("Chất lượng và tính trung thực của phiếu"))
    #expect(try run("audit", Self.study, "-o", "kiem.html").ended(2))
  }

  @Test func `times and interviewers of imports come from what the form recorded`() throws {
    var respondents = Respondent.honest(300, seed: 6)
    for row in [7, 8] { respondents[row].seconds = 5 }
    for row in respondents.indices where respondents[row].interviewer == 2 {
      for item in respondents[row].levels.indices {
        respondents[row].levels[item] = min(5, respondents[row].levels[item] + 2)
      }
    }
    try make(respondents)
    let outcome = try run(
      "audit",
      Self.study,
      "--operator",
      "nguoi_hoi",
      "--rule",
      "speeding",
      "operator-means",
      "--lang",
      "en"
    )
    #expect(outcome.ended(1), outcome.summary)
    let lines = outcome.output.split(separator: "\n").map { String($0) }
    #expect(lines.contains { $0.contains("5 seconds; the fastest reading takes") })
    #expect(lines.contains { $0.hasPrefix("nv2") && $0.contains("+") })
    #expect(lines.contains { $0 == "Operator with other results" })
    #expect(!outcome.output.contains("Identical forms"))
    #expect(outcome.output.contains("Without interviews of unusual operators"))
    // Two interviews are so few that a difference would tell their answers.
    #expect(Self.flat(outcome).contains("So few interviews are left out, or remain,"))
    #expect(Self.flat(outcome).contains("their answers could be worked out"))
  }

  @Test func `what is asked for wrongly is refused`() throws {
    try make(Respondent.honest(20, seed: 7))
    #expect(try run("audit", Self.study, "--rule", "guess").ended(64))
    let wrong = try run("audit", Self.study, "--operator", "nguoi_hois")
    #expect(wrong.ended(2), wrong.summary)
    #expect(wrong.errors.contains("'nguoi_hoi'"))
    #expect(try run("audit", Self.study, "--wave", "q9").ended(2))
    #expect(try run("audit", "khong-co.thuocdo").ended(2))
  }

  @Test func `a wave without interviews is told`() throws {
    let made = try run("new", Self.study, "--questionnaire", "phieu.yaml", "--wave", "q3")
    try #require(made.ended(0), made.summary)
    let outcome = try run("audit", Self.study)
    #expect(outcome.ended(2), outcome.summary)
    #expect(outcome.errors.contains("chưa có phiếu"))
  }

  @Test(arguments: ["mot-cua", "nhan-thuc-can-bo", "nhan-thuc-nguoi-dan", "sipas-2023"])
  func `shipped made-up answers raise no alarm`(questionnaire: String) throws {
    let path = Program.checkout.path
    let made = try run(
      "new",
      Self.study,
      "--questionnaire",
      "\(path)/Questionnaires/\(questionnaire)/questionnaire.yaml",
      "--wave",
      "q3"
    )
    try #require(made.ended(0), made.summary)
    // A few rows are wrong on purpose and sent back.
    let sample = "\(path)/Data/samples/\(questionnaire).csv"
    let imported = try run("import", Self.study, sample, "--rejects", "loi.csv")
    try #require(imported.ended(1), imported.summary)
    let outcome = try run("audit", Self.study, "--lang", "en")
    #expect(outcome.ended(0), outcome.summary)
    #expect(Self.flat(outcome).contains("no rule finds anything unusual"))
  }

  // MARK: Made-up studies

  /// A hundred honest interviews, and three hundred copies of the first, which is satisfied.
  private static var faked: [Respondent] {
    var respondents = Respondent.honest(100, seed: 8)
    respondents[0].levels[0] = 5
    return respondents + Array(repeating: respondents[0], count: 300)
  }

  private struct Answer: Decodable {
    struct Flag: Decodable {
      let interview: String
      let other: String?
      let matching: Int?
      let items: Int?
    }
    struct Rule: Decodable {
      let rule: String
      let examined: Int
      let flags: [Flag]
    }
    struct Line: Decodable {
      let all: Double?
      let without: Double?
      let verdict: String
      let verdict_without: String
      let flips: Bool
    }
    struct Comparison: Decodable {
      let scenario: String
      let left_out: Int
      let flips: Int
      let targets: [Line]
    }
    let format: String
    let interviews: Int
    let flagged: Int
    let rules: [Rule]
    let comparisons: [Comparison]
  }

  private struct Respondent {
    var levels: [Int]
    var choices: [Int]
    var age: Int
    var interviewer: Int
    var start: Int
    var seconds: Int

    static func honest(_ count: Int, seed: UInt64) -> [Respondent] {
      var random = SeededNumbers(seed: seed)
      func uniform() -> Double { Double.random(in: 0..<1, using: &random) }
      return (0..<count).map { number in
        let person = uniform() + uniform() - 1
        let levels = (0..<12).map { _ in
          1 + Int(min(4.99, max(0, 2.9 + 2 * person + 2 * (uniform() - 0.5))))
        }
        let choices = (0..<8).map { _ in 1 + Int(4 * uniform()) }
        return Respondent(
          levels: levels,
          choices: choices,
          age: 18 + Int(60 * uniform()),
          interviewer: number % 4,
          start: number % 30 * 15 + number / 30 * 24 * 60,
          seconds: 240 + Int(120 * uniform())
        )
      }
    }

    static func csv(_ respondents: [Respondent]) -> String {
      let header =
        ["bat_dau", "ket_thuc", "nguoi_hoi", "ngay"] + (1...12).map { "m\($0)" }
        + (1...8).map { "n\($0)" }
        + ["tuoi"]
      let rows = respondents.map { one in
        ([
          instant(one.start * 60), instant(one.start * 60 + one.seconds), "nv\(one.interviewer)",
          String(instant(one.start * 60).prefix(10)),
        ] + one.levels.map { "\($0)" } + one.choices.map { "\($0)" } + ["\(one.age)"])
        .joined(separator: ",")
      }
      return ([header.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    }

    /// Seconds after eight in the morning of 2026-09-07.
    private static func instant(_ seconds: Int) -> String {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let day = seconds / 86_400
      let (hour, minute, second) = (
        8 + seconds / 3600 % 24, seconds / 60 % 60, seconds % 60
      )
      return "2026-09-\(two(7 + day))T\(two(hour)):\(two(minute)):\(two(second)).000+07:00"
    }
  }

  private static let questionnaire: String = {
    let items = (1...12).map {
      "      - {id: m\($0), scale: muc-5, label: {vi: Nội dung số \($0) của cơ quan, en: Item \($0)}}"
    }
    let choices = (1...8).map {
      "      - {id: n\($0), type: select_one, choices: bon, label: {vi: Việc số \($0), en: Thing \($0)}}"
    }
    return """
      questionnaire: phieu-kiem
      version: "1"
      languages: [vi, en]
      title: {vi: Phiếu kiểm, en: Test form}
      scales:
        muc-5:
          kind: ordered
          direction: ascending
          levels:
            - {code: 1, label: {vi: Rất kém, en: Very bad}}
            - {code: 2, label: {vi: Kém, en: Bad}}
            - {code: 3, label: {vi: Vừa, en: Fair}}
            - {code: 4, label: {vi: Tốt, en: Good}, positive: true}
            - {code: 5, label: {vi: Rất tốt, en: Very good}, positive: true}
      choices:
        bon:
          - {code: 1, label: {vi: Một, en: One}}
          - {code: 2, label: {vi: Hai, en: Two}}
          - {code: 3, label: {vi: Ba, en: Three}}
          - {code: 4, label: {vi: Bốn, en: Four}}
      sections:
        - id: phieu
          title: {vi: Phiếu, en: Form}
          questions:
            - {id: bat_dau, type: start, label: {vi: Bắt đầu, en: Start}}
            - {id: ket_thuc, type: end, label: {vi: Kết thúc, en: End}}
            - {id: nguoi_hoi, type: text, persist: true, label: {vi: Người hỏi, en: Interviewer}}
            - {id: ngay, type: date, role: interview-date, label: {vi: Ngày, en: Day}}
      \(items.joined(separator: "\n"))
      \(choices.joined(separator: "\n"))
            - {id: tuoi, type: integer, label: {vi: Tuổi, en: Age}}
      indicators:
        - id: hai_long
          label: {vi: Hài lòng, en: Satisfied}
          kind: share
          item: m1
          measured: satisfaction

      """
  }()

  private static let plan = """
    plan: ke-hoach-kiem
    office: {vi: Xã thử, en: A commune}
    document: {vi: Kế hoạch thử, en: A plan}
    period: {year: 2026, report: [year]}
    targets:
      - id: hai_long_80
        promise: {vi: 80% hài lòng., en: 80% are satisfied.}
        source: "1"
        questionnaire: phieu-kiem
        indicator: hai_long
        at_least: 80%

    """
}
