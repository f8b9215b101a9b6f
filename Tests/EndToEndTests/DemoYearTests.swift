import Foundation
import Testing

/// The made-up year of the demo: every format, verified, the same for a seed, by commands that work.
@Suite struct DemoYearTests {
  private static let year = "thu/nam-2025"
  private static let reports = ["ca-nam", "quy-4", "theo-don-vi-moi"]
  private static let formats = ["txt", "html", "md", "csv", "xlsx", "json", "docx"]

  private func demo(_ language: String, in folder: Folder) throws -> Program.Outcome {
    let outcome = try Program.run(["demo", "thu"], in: folder, language: language)
    try #require(outcome.ended(0), outcome.summary)
    #expect(outcome.errors.isEmpty)
    return outcome
  }

  /// The commands that the demo shows, without the name of the program; a final `*` is replaced as
  /// a shell would.
  private func commands(in output: String) -> [[String]] {
    output.split(separator: "\n").filter { $0.hasPrefix("   $ ") }.map { line in
      let typed = line.split(separator: "   #")[0].dropFirst(5)
      return typed.split(separator: " ").dropFirst().flatMap { word in
        word.hasSuffix(".*")
          ? Self.formats.map { "\(word.dropLast())\($0)" } : [String(word)]
      }
    }
  }

  @Test func `the demo writes a year in every format, the same twice`() throws {
    let folder = try Folder()
    let other = try Folder()
    let outcome = try demo("vi", in: folder)
    _ = try demo("vi", in: other)
    for report in Self.reports {
      for format in Self.formats {
        let name = "\(Self.year)/\(report).\(format)"
        #expect(try folder.bytes(name) == other.bytes(name), "\(name)")
      }
    }
    try expectCommandsWork(commands(in: outcome.output), in: folder)
    try expectYear(folder)
    try expectQuarter(folder)
    try expectNewUnits(folder)
  }

  /// What the demo says was typed can be typed: it makes the same study and the same reports.
  private func expectCommandsWork(_ commands: [[String]], in folder: Folder) throws {
    #expect(
      commands.map { $0[0] } == [
        "new", "import", "wave", "import", "wave", "import", "count", "report", "verify", "report",
        "verify", "report", "verify",
      ]
    )
    let study = "\(Self.year)/nam.thuocdo"
    for command in commands {
      var words = command
      switch command[0] {
      case "report": words[words.count - 1] = "lai.html"
      case "verify": break
      default: words = words.map { $0 == study ? "lai.thuocdo" : $0 }
      }
      let outcome = try Program.run(words, in: folder)
      #expect(outcome.ended(0), "\(words): \(outcome.summary)")
      guard command[0] == "report" else { continue }
      #expect(try folder.bytes("lai.html") == folder.bytes(command[command.count - 1]))
      try FileManager.default.removeItem(at: folder.url.appendingPathComponent("lai.html"))
    }
    // Interviews are the same, under other identities.
    let again = try Program.run(
      ["estimate", "lai.thuocdo", "--period", "2025", "--indicator", "khong_phien_ha"],
      in: folder
    )
    let first = try Program.run(
      ["estimate", study, "--period", "2025", "--indicator", "khong_phien_ha"],
      in: folder
    )
    #expect(again.ended(0), again.summary)
    #expect(again.output == first.output)
  }

  private func words(_ name: String, in folder: Folder) throws -> String {
    try folder.read("\(Self.year)/\(name).txt").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private func expectYear(_ folder: Folder) throws {
    let text = try words("ca-nam", in: folder)
    #expect(text.contains("(SỐ LIỆU GIẢ LẬP)"))
    #expect(text.contains("Kỳ báo cáo: Năm 2025"))
    #expect(text.contains("gộp phiếu của 3 đợt"))
    for commune in 1...9 { #expect(text.contains("Xã Giả Lập \(commune)")) }
    // Too few were asked there, in the whole year.
    #expect(text.contains("Xã Giả Lập 9 [c] [c] [c]"))
    #expect(text.contains("Tỷ lệ trả lời (AAPOR RR1)"))
    #expect(text.contains("Tháng 7 năm 2025 0 ✗ Chưa đạt"))
    #expect(text.contains("Phụ lục II. Kết quả từng câu hỏi"))
    let page = try folder.read("\(Self.year)/ca-nam.html")
    #expect(page.contains("SỐ LIỆU GIẢ LẬP"))
  }

  private func expectQuarter(_ folder: Folder) throws {
    let text = try words("quy-4", in: folder)
    #expect(text.contains("(SỐ LIỆU GIẢ LẬP)"))
    #expect(text.contains("điểm so với “Quý III năm 2025”"))
    // Satisfaction rises from quarter to quarter.
    let json = try JSONSerialization.jsonObject(
      with: Data(folder.bytes("\(Self.year)/quy-4.json"))
    )
    let blocks = try #require((json as? [String: Any])?["blocks"] as? [[String: Any]])
    let verdicts = blocks.filter { $0["type"] as? String == "verdict" }
    #expect(verdicts.contains { ($0["evidence"] as? [String: Any])?["threshold"] as? Int == 0 })
  }

  private func expectNewUnits(_ folder: Folder) throws {
    let text = try words("theo-don-vi-moi", in: folder)
    #expect(text.contains("(theo đơn vị ngày 01/07/2025)"))
    #expect(text.contains("so với “6 tháng đầu năm 2025”"))
    #expect(text.contains("xã Giả Lập 3; xã Giả Lập 4 so sánh được"))
    #expect(text.contains("chỉ một phần xã Giả Lập 6 (cũ)"))
    #expect(text.contains("không so sánh được"))
  }

  @Test func `the demo speaks English`() throws {
    let folder = try Folder()
    let outcome = try demo("en", in: folder)
    #expect(outcome.output.contains("6. A MADE-UP year"))
    #expect(outcome.output.contains("7 files. Confirmed: computed again from"))
    let text = try words("theo-don-vi-moi", in: folder)
    #expect(text.contains("(MADE-UP DATA)"))
    #expect(text.contains("(by the units of 2025-07-01)"))
  }
}
