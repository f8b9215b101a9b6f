import Foundation
import Testing

/// Waves, periods and changes from outside.
@Suite struct WavesTests {
  private static let study = "nam.thuocdo"
  private let folder: Folder

  /// Two waves in one form: in the first 60% of 300 are satisfied, in the second 75%; 40 interviews
  /// of the first wave were conducted in the second quarter, and 7 have no date.
  init() throws {
    folder = try Folder()
    try folder.write("phieu.yaml", SmallStudy.datedQuestionnaire)
    try folder.write("ke-hoach.yaml", Self.plan)
    let made = try run(
      "new",
      Self.study,
      "--questionnaire",
      "phieu.yaml",
      "--plan",
      "ke-hoach.yaml",
      "--wave",
      "dot-1"
    )
    try #require(made.ended(0), made.summary)
    let first = (0..<300).map { index in
      let day = index < 253 ? "2024-02-10" : index < 293 ? "2024-04-02" : ""
      return "Xã \(index % 3 == 0 ? "A" : "B"),\(20 + index % 60),\(day),\(index % 5 < 3 ? 2 : 1)"
    }
    let second = (0..<300).map { index in
      "Xã \(index % 3 == 0 ? "A" : "B"),\(20 + index % 60),2024-05-20,\(index % 4 < 3 ? 2 : 1)"
    }
    try add(first, to: "dot-1")
    let added = try run("wave", Self.study, "dot-2", "--close-others")
    try #require(added.ended(0), added.summary)
    try add(second, to: "dot-2")
  }

  private func add(_ rows: [String], to wave: String) throws {
    let text = "don_vi,tuoi,ngay,muc\n" + rows.joined(separator: "\n") + "\n"
    try folder.write("\(wave).csv", text)
    let outcome = try run("import", Self.study, "\(wave).csv", "--wave", wave)
    try #require(outcome.ended(0), outcome.summary)
  }

  private func run(
    _ arguments: String...,
    language: String? = "vi"
  ) throws -> Program.Outcome {
    try Program.run(arguments, in: folder, language: language)
  }

  private static let plan = """
    plan: ke-hoach-nam
    office: {vi: Xã thử, en: A commune}
    document: {vi: Kế hoạch thử, en: A plan}
    period: {year: 2024, report: [quarter, year]}
    targets:
      - id: tang
        promise: {vi: Mức hài lòng tăng., en: Satisfaction rises.}
        source: "I.1"
        questionnaire: phieu-thu
        indicator: hai_long
        change: increase
      - id: giam
        promise: {vi: Mức hài lòng giảm., en: Satisfaction falls.}
        source: "I.2"
        questionnaire: phieu-thu
        indicator: hai_long
        change: decrease

    """

  private func blocks(_ outcome: Program.Outcome) throws -> [[String: Any]] {
    try #require(outcome.ended(0), outcome.summary)
    let json = try JSONSerialization.jsonObject(with: outcome.outputBytes) as? [String: Any]
    return try #require(json?["blocks"] as? [[String: Any]])
  }

  private func interviews(_ period: String) throws -> Int {
    let outcome = try run(
      "estimate",
      Self.study,
      "--period",
      period,
      "--proportion",
      "muc=2",
      "--format",
      "json"
    )
    try #require(outcome.ended(0), outcome.summary)
    return try #require(try Figure.all(in: outcome.outputBytes).first).n
  }

  @Test func `a period takes interviews by their dates from every wave`() throws {
    #expect(try interviews("2024-Q1") == 253)
    #expect(try interviews("2024-q2") == 340)
    #expect(try interviews("2024-H1") == 593)
    #expect(try interviews("2024") == 593)
    #expect(try interviews("2024-05") == 300)
    let empty = try run("estimate", Self.study, "--period", "2024-Q4", "--proportion", "muc=2")
    #expect(!empty.ended(70), empty.summary)
    let report = try run("report", Self.study, "--period", "2024-Q2")
    #expect(report.ended(0), report.summary)
    #expect(report.output.contains("Kỳ báo cáo: Quý II năm 2024"))
    #expect(report.output.contains("7 phiếu không có ngày trả lời"))
    #expect(report.output.contains("gộp phiếu của 2 đợt"))
    #expect(report.output.contains("So sánh với “Quý I năm 2024” (253 phiếu)."))
    let english = try run("report", Self.study, "--period", "2024", language: "en")
    #expect(english.output.contains("Period: Year 2024"))
    #expect(english.output.contains("Interviews of 2 waves are pooled"))
    #expect(!english.output.contains("Against the wave before"))
    let none = try run("report", Self.study, "--period", "2024-Q4")
    #expect(none.ended(2), none.summary)
    #expect(none.errors.contains("Quý IV năm 2024"))
  }

  @Test func `a wave is compared with the one before`() throws {
    let text = try run("report", Self.study)
    #expect(text.ended(0), text.summary)
    #expect(text.output.contains("So với kỳ trước"))
    #expect(text.output.contains("tăng 15,00 điểm phần trăm so với “dot-1”"))
    #expect(text.output.contains("tăng rõ"))
    let blocks = try blocks(try run("report", Self.study, "--format", "json"))
    let table = try #require(blocks.first { ($0["columns"] as? [Any])?.count == 7 })
    let rows = try #require(table["rows"] as? [[String: Any]])
    let cells = try #require(rows.first?["cells"] as? [[String: Any]])
    let change = try #require((cells[3]["value"] as? NSNumber)?.doubleValue)
    #expect(abs(change - 0.15) < 1e-12)
    #expect(cells[3]["type"] as? String == "change")
    #expect((cells[4]["value"] as? [Any])?.count == 2)
    let first = try run("report", Self.study, "--wave", "dot-1")
    #expect(first.ended(0), first.summary)
    #expect(!first.output.contains("So với kỳ trước"))
  }

  @Test func `a later wave or period is not what went before`() throws {
    for command in ["report", "targets"] {
      let back = try run(command, Self.study, "--wave", "dot-1", "--against", "dot-2")
      #expect(back.ended(2), back.summary)
      #expect(back.errors.contains("đổi chỗ: --wave dot-2 --against dot-1"), back.summary)
      let period = try run(
        command,
        Self.study,
        "--period",
        "2024-Q1",
        "--against",
        "2024-Q2",
        language: "en"
      )
      #expect(period.ended(2), period.summary)
      #expect(period.errors.contains("swap them: --period 2024-Q2 --against 2024-Q1"))
    }
    let right = try run("report", Self.study, "--period", "2024-Q2", "--against", "2024-Q1")
    #expect(right.ended(0), right.summary)
  }

  @Test func `two waves of one label keep their own figures`() throws {
    let third = (0..<300).map { index in
      "Xã \(index % 3 == 0 ? "A" : "B"),\(20 + index % 60),2024-08-20,\(index % 10 < 9 ? 2 : 1)"
    }
    let added = try run(
      "wave",
      Self.study,
      "dot-3",
      "--label",
      "dot-2",
      "--close-others"
    )
    try #require(added.ended(0), added.summary)
    try add(third, to: "dot-3")
    let report = try run("report", Self.study)
    #expect(report.ended(0), report.summary)
    #expect(report.output.contains("so với “dot-2 (dot-2)” (từ 75,00% thành 90,00%"))
    let json = try blocks(try run("report", Self.study, "--format", "json"))
    // The trend has four columns: time, figure, interval, change.
    let trends = json.filter { ($0["columns"] as? [Any])?.count == 4 }
      .compactMap { $0["rows"] as? [[String: Any]] }
      .map { rows in rows.compactMap { $0["cells"] as? [[String: Any]] } }
      .filter { $0.first?.first?["value"] as? String == "dot-1" }
    let trend = try #require(trends.first, report.summary)
    #expect(trend.map { $0[0]["value"] as? String } == ["dot-1", "dot-2 (dot-2)", "dot-2 (dot-3)"])
    let figures = trend.compactMap { ($0[1]["value"] as? NSNumber)?.doubleValue }
    #expect(figures.count == 3)
    for (figure, share) in zip(figures, [0.6, 0.75, 0.9]) { #expect(abs(figure - share) < 1e-12) }
  }

  @Test func `promised changes get verdicts`() throws {
    let text = try run("targets", Self.study)
    #expect(text.ended(0), text.summary)
    let words = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("[ĐẠT] Chung: tăng 15,00 điểm phần trăm so với “dot-1”"))
    #expect(words.contains("[CHƯA ĐẠT]"))
    #expect(words.contains("Mức tăng thật từ"))
    let strict = try run("targets", Self.study, "--strict")
    #expect(strict.ended(1), strict.summary)
    let blocks = try blocks(try run("targets", Self.study, "--format", "json"))
    let verdicts = blocks.filter { $0["type"] as? String == "verdict" }
    #expect(verdicts.map { $0["verdict"] as? String } == ["met", "notMet"])
    let evidence = try #require(verdicts.first?["evidence"] as? [String: Any])
    #expect((evidence["lower"] as? NSNumber)?.doubleValue ?? 0 > 0)
    #expect((evidence["threshold"] as? NSNumber)?.doubleValue == 0)
    let alone = try run("targets", Self.study, "--wave", "dot-1")
    #expect(alone.output.contains("cần hai đợt khảo sát để so sánh"), alone.summary)
  }

  @Test func `a form that asks otherwise breaks the series`() throws {
    let first = try String(
      contentsOf: folder.url.appendingPathComponent("phieu.yaml"),
      encoding: .utf8
    )
    try folder.write(
      "phieu-2.yaml",
      first.replacing("version: \"1\"\nlanguages", with: "version: \"2\"\nlanguages")
        .replacing(
          "label: {vi: Mức hài lòng, en: Satisfaction}",
          with: "label: {vi: Thái độ của công chức một cửa, en: How friendly the clerks were}"
        )
    )
    try folder.write(
      "nam-sau.csv",
      "don_vi,tuoi,ngay,muc\n"
        + (0..<200).map { index in
          "Xã A,\(20 + index % 60),2024-08-01,\(index % 10 < 9 ? 2 : 1)\n"
        }.joined()
    )
    let taken = try run("migrate", Self.study, "--to", "phieu-2.yaml")
    try #require(taken.ended(0), taken.summary)
    let added = try run("wave", Self.study, "dot-3", "--close-others")
    try #require(added.ended(0), added.summary)
    let imported = try run("import", Self.study, "nam-sau.csv")
    try #require(imported.ended(0), imported.summary)
    let report = try run("report", Self.study)
    #expect(report.ended(0), report.summary)
    let text = report.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("Hài lòng: không so sánh, vì một trong hai kỳ"), report.summary)
    #expect(text.contains("NGẮT CHUỖI: phiên bản “2” của phiếu hỏi khác phiên bản “1”"))
    // The first two waves are one segment still.
    #expect(text.contains("+15,00"))
    #expect(!text.contains("so với “dot-2”"))
    let targets = try run("targets", Self.study)
    #expect(targets.output.contains("[KHÔNG CÔNG BỐ]"), targets.summary)
  }

  private static let meaningless: [String] = [
    "64 report nam.thuocdo --period 2024-Q5",
    "64 report nam.thuocdo --period 2024-Q1 --wave dot-1",
    "64 report nam.thuocdo --period 2024-Q2 --against dot-1",
    "2 report nam.thuocdo --period 2024-Q2 --against 2024",
    "2 report nam.thuocdo --period 2024-Q2 --against 2023-Q2",
    "2 report nam.thuocdo --against dot-2",
    "2 report nam.thuocdo --against dot-9",
    "64 targets nam.thuocdo --period yesterday",
    "64 estimate nam.thuocdo --period 2024-13 --mean tuoi",
  ]

  @Test(arguments: meaningless)
  func `times that mean nothing are refused`(line: String) throws {
    let words = line.split(separator: " ").map { String($0) }
    let code = try #require(Int32(words[0]))
    for language in ["vi", "en"] {
      let arguments = Array(words.dropFirst())
      let outcome = try Program.run(arguments, in: folder, language: language)
      #expect(outcome.ended(code), outcome.summary)
      #expect(!outcome.errors.isEmpty)
    }
  }
}
