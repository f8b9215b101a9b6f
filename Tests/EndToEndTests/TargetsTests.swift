import Foundation
import Testing

/// `targets` from outside, in both languages.
@Suite struct TargetsTests {
  private let study: SmallStudy

  /// 300 people in three places: 190 satisfied, 10 not, 6 who refused; 97 and 3; 2 and 1.
  init() throws {
    study = try SmallStudy()
    let plan = SmallStudy.plan.replacing(
      "at_least: 80%",
      with: "at_least: 80%\n    by: [don_vi]\n    decide: {adjust: bh}"
    )
    try study.folder.write("ke-hoach.yaml", plan)
    let made = try study.run(
      "new",
      "dich.thuocdo",
      "--questionnaire",
      "phieu.yaml",
      "--plan",
      "ke-hoach.yaml"
    )
    try #require(made.ended(0), made.summary)
    func rows(_ place: String, _ answers: [(code: Int, count: Int)]) -> [String] {
      answers.flatMap { answer in
        (0..<answer.count).map { "\(place),\(20 + $0 % 60),\(answer.code)" }
      }
    }
    let rows =
      rows("Xã A", [(2, 190), (1, 10), (9, 6)]) + rows("Xã B", [(2, 81), (1, 19)])
      + rows("Xã C", [(2, 2), (1, 1)])
    let added = try study.run(
      "import",
      "dich.thuocdo",
      "-",
      input: "don_vi,tuoi,muc\n" + rows.joined(separator: "\n") + "\n"
    )
    try #require(added.ended(0), added.summary)
  }

  @Test func `in Vietnamese the verdict comes first, then at most three reasons`() throws {
    let outcome = try study.run("targets", "dich.thuocdo")
    #expect(outcome.ended(0), outcome.summary)
    let lines = outcome.output.split(separator: "\n").map { String($0) }
    // 273 of 303: at least 87%.
    #expect(lines.contains("✓ [ĐẠT] Chung: 90,10% (n = 303), chỉ tiêu 80%."), outcome.summary)
    #expect(
      outcome.output.contains("6 người không có câu trả lời, dù trả lời thế nào, cũng không đổi")
    )
    #expect(outcome.output.contains("Vững: cả 3 cách tính hợp lý đều cho kết quả này."))
    #expect(outcome.output.contains("Theo nhóm – Nơi ở:"))
    #expect(!outcome.output.contains("Giá trị p"))
    #expect(outcome.output.contains("hãy gộp nhóm này với nhóm khác"))
    // Three people could be recognised; the next smallest place would give them away.
    #expect(outcome.output.contains("Xã C: không công bố vì có dưới 5 người trả lời"))
    #expect(!outcome.output.contains("81,00%"))
    var reasons = 0
    for line in lines {
      reasons = line.hasPrefix("  - ") ? reasons + 1 : line.hasPrefix("    ") ? reasons : 0
      #expect(reasons <= 3, "\(line)")
    }
  }

  @Test func `in English, with details`() throws {
    let outcome = try study.run("targets", "dich.thuocdo", "--details", "--lang", "en")
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("✓ [MET] Overall: 90.10% (n = 303), target 80%."))
    #expect(outcome.output.contains("Robust: all 3 defensible ways to compute it agree."))
    #expect(outcome.output.contains("p value of “met”: < 0.0001"))
    #expect(outcome.output.contains("· ✓ 90.10% met: Wilson"))
    #expect(outcome.output.contains("[c]: not published, so that nobody can be recognised."))
    #expect(outcome.output.contains("Benjamini–Hochberg"))
  }

  @Test func `JSON tells everything of what is published and nothing of what is not`() throws {
    let outcome = try study.run("targets", "dich.thuocdo", "--format", "json")
    #expect(outcome.ended(0), outcome.summary)
    let report = try JSONSerialization.jsonObject(with: outcome.outputBytes) as? [String: Any]
    #expect((report?["symbols"] as? [String: String])?.count == 5)
    let blocks = try #require(report?["blocks"] as? [[String: Any]])
    let evidence = blocks.filter { $0["type"] as? String == "verdict" }
      .compactMap { $0["evidence"] as? [String: Any] }
    #expect(evidence.count == 4)
    let overall = try #require(evidence.first)
    #expect(overall["n"] as? Int == 303)
    #expect(overall["adjust"] as? String == "bh")
    let grid = try #require(overall["robustness"] as? [String: Any])
    #expect(grid["robust"] as? Bool == true)
    #expect((grid["choices"] as? [Any])?.count == 3)
    let tipping = try #require(overall["tipping"] as? [String: Any])
    #expect(tipping["withoutAnswer"] as? Int == 6)
    let hidden = evidence.filter { $0["symbol"] as? String == "[c]" }
    #expect(hidden.count == 2)
    for group in hidden {
      for key in ["value", "n", "lower", "pMet", "tipping", "robustness"] {
        #expect(group[key] is NSNull, "\(key)")
      }
    }
  }
}
