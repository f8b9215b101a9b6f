import Foundation
import Testing

/// Response rates of waves and periods: interviews and forms of the same fieldwork.
@Suite struct FieldworkRateTests {
  private static let study = "nam.thuocdo"
  private let folder: Folder

  /// Two waves in one year: 30 interviews in each of its first two quarters.
  init() throws {
    folder = try Folder()
    try folder.write("phieu.yaml", SmallStudy.datedQuestionnaire)
    try folder.write(
      "ke-hoach.yaml",
      SmallStudy.plan.replacing(
        "{year: 2026, report: [year]}",
        with: "{year: 2024, report: [quarter, year]}"
      )
        + "report:\n  fieldwork:\n    phieu-thu: {issued: phat, returned: thu}\n"
    )
    try require(
      "new",
      Self.study,
      "--questionnaire",
      "phieu.yaml",
      "--plan",
      "ke-hoach.yaml",
      "--wave",
      "q1"
    )
    try add("2024-02-10", to: "q1")
    try require("wave", Self.study, "q2", "--close-others")
    try add("2024-05-20", to: "q2")
  }

  private func run(_ arguments: [String], language: String = "vi") throws -> Program.Outcome {
    try Program.run(arguments, in: folder, language: language)
  }

  private func require(_ arguments: String...) throws {
    let outcome = try run(arguments)
    try #require(outcome.ended(0), outcome.summary)
  }

  private func add(_ day: String, to wave: String) throws {
    let rows = (0..<30).map { "Xã A,\(20 + $0),\(day),\($0 % 3 == 0 ? 1 : 2)\n" }
    try folder.write("\(wave).csv", "don_vi,tuoi,ngay,muc\n" + rows.joined())
    try require("import", Self.study, "\(wave).csv", "--wave", wave)
  }

  private func count(_ name: String, _ value: Int, _ span: String...) throws {
    let outcome = try run(["count", Self.study, name, "\(value)"] + span + ["--evidence", "BB"])
    try #require(outcome.ended(0), outcome.summary)
  }

  /// The words of a report, without its line breaks.
  private func report(_ options: String..., language: String = "vi") throws -> String {
    let outcome = try run(["report", Self.study] + options, language: language)
    try #require(outcome.ended(0), outcome.summary)
    return outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `a wave is divided by the forms of its own quarter`() throws {
    for quarter in 1...2 {
      try count("phat", 35, "--quarter", "\(quarter)/2024")
      try count("thu", 31, "--quarter", "\(quarter)/2024")
    }
    for wave in ["q1", "q2"] {
      #expect(try report("--wave", wave).contains("(AAPOR RR1): 85,71% = 30/35."))
    }
    #expect(try report("--period", "2024-Q1").contains("(AAPOR RR1): 85,71% = 30/35."))
    #expect(try report("--period", "2024").contains("(AAPOR RR1): 85,71% = 60/70."))
    // The year holds its quarters.
    try count("phat", 70, "--year", "2024")
    #expect(try report("--period", "2024").contains("(AAPOR RR1): 85,71% = 60/70."))
    #expect(try report("--wave", "q2").contains("(AAPOR RR1): 85,71% = 30/35."))
  }

  @Test func `forms of the year are not those of one of its waves`() throws {
    try count("phat", 70, "--year", "2024")
    let text = try report("--wave", "q2")
    #expect(!text.contains("RR1"))
    #expect(text.contains("chắc chắn là của riêng đợt này"))
    #expect(try report("--wave", "q1", language: "en").contains("surely that of this wave alone"))
    #expect(try report("--period", "2024").contains("60/70."))
  }

  @Test func `a wave with its days takes the counts of these days`() throws {
    try require(
      "wave",
      Self.study,
      "q3",
      "--from",
      "01/08/2024",
      "--to",
      "31/08/2024",
      "--close-others"
    )
    try add("2024-08-20", to: "q3")
    try count("phat", 20, "--on", "05/08/2024")
    try count("phat", 16, "--on", "25/08/2024")
    try count("phat", 50, "--on", "05/09/2024")
    #expect(try report("--wave", "q3").contains("(AAPOR RR1): 83,33% = 30/36."))
  }

  @Test func `interviews of one version have no response rate`() throws {
    try count("phat", 35, "--quarter", "1/2024")
    let text = try report("--wave", "q1", "--form-version", "1")
    #expect(!text.contains("RR1"))
    #expect(text.contains("chỉ lấy phiếu của một phiên bản"))
  }

  @Test func `a wave without days is not any quarter when there are others`() throws {
    try require("wave", Self.study, "q3", "--close-others")
    try folder.write("khong-ngay.csv", "don_vi,tuoi,muc\nXã A,40,2\nXã A,41,2\nXã B,42,1\n")
    try require("import", Self.study, "khong-ngay.csv", "--wave", "q3")
    try count("phat", 35, "--quarter", "1/2024")
    let text = try report("--wave", "q3")
    #expect(!text.contains("RR1"))
    #expect(text.contains("không biết đợt này gồm những ngày nào"))
    // Nor is it known that none of its interviews lie in the first quarter.
    #expect(!(try report("--wave", "q1").contains("RR1")))
  }
}
