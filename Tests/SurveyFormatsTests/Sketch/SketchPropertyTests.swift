import Foundation
import SurveyModel
import Testing

@testable import SurveyFormats

/// Proposals from random tables of awkward headers and cells.
struct SketchPropertyTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let headers = [
    "Tuổi", "tuoi", "Câu 1. Giới tính", "Câu 2", "q5_1", "q5_2", "q5_3", "kenh", "kenh/a", "kenh/b",
    "Hài lòng [Thái độ]", "Hài lòng [Thời gian]", "", "Tuổi", "_id", "Ăn gì? - Cơm", "Ăn gì? - Phở",
    "- a: b #", "\"x\"", "R&D *", "%", "name", "yes", "no", "null", "1", "Ngày", "Email", "STT",
    "dòng\nmới", "{a: b}", "Q1__1", "Q1__2", "a___1", "a___2", "x/y", "x-y", "x", "y",
  ]

  private static let pools: [[String]] = [
    ["1", "0"], ["1", "2", "3", "4", "5"], ["1", "2", "3", "4", "5", "9", "99"],
    ["Hài lòng", "Không hài lòng", "Rất hài lòng", "Bình thường"], ["Có", "Không", "Không biết"],
    ["31", "n/a", "-", "44", "27"], ["1,5", "2,25", "10"], ["1.5", "2.25"],
    ["01/02/2025", "28/9/2025"],
    ["2025-01-31", "2025-02-28"], ["a", "b", "a b"], ["x; y", "y", "x"], ["A, B", "B", "C, A, B"],
    ["giải quyết, nhanh", "\"trích\" dẫn", "dòng\nhai", "# không", "*", "&a"], ["007", "012"],
    ["", "", "Y"], ["True", "False"], ["Cơm", ""], ["0900000001", "0900000002"], ["a@b.vn"], [""],
    ["4 - Hài lòng", "5 - Rất hài lòng", "1 - Rất không hài lòng"], ["12", "13", "10 trở xuống"],
  ]

  private func csv(_ seed: UInt64) -> String {
    var dice = Dice(state: seed)
    let width = Int.random(in: 1...12, using: &dice)
    let header = (0..<width).map { _ in Self.headers.randomElement(using: &dice) ?? "" }
    let pools = (0..<width).map { _ in Self.pools.randomElement(using: &dice) ?? [""] }
    var records = [header]
    for _ in 0..<Int.random(in: 1...30, using: &dice) {
      records.append(
        pools.map { pool in
          Int.random(in: 0..<6, using: &dice) == 0 ? "" : pool.randomElement(using: &dice) ?? ""
        }
      )
    }
    return records.map { record in
      record.map { "\"\($0.replacingOccurrences(of: "\"", with: "\"\""))\"" }
        .joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }

  @Test func `every proposal is a sound questionnaire that reads its own file`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sketch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("bang.csv").path
    let maker = SketchMaker(now: Timestamp(milliseconds: 1_760_000_000_000))
    var tried = 0
    var whole = 0
    for seed in UInt64(0)..<300 {
      let text = csv(seed)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      let outcome: SketchMaker.Outcome
      do {
        outcome = try maker.make(
          try SourceFile(path: path),
          naming: .init(file: "bang.csv", keepsText: seed.isMultiple(of: 2))
        )
      } catch {
        continue
      }
      guard !outcome.sketch.isEmpty else { continue }
      tried += 1
      let yaml = outcome.sketch.text
      let (read, findings) = YAMLQuestionnaireReader().read(yaml, file: "q.yaml")
      let questionnaire = try #require(read, "seed \(seed)\n\(yaml)")
      let errors = (findings + questionnaire.check()).filter { $0.severity == .error }
      #expect(
        errors.isEmpty,
        "seed \(seed): \(errors.map { $0.text(in: .english) })\n\(text)\n\(yaml)"
      )
      #expect(
        questionnaire.placeless == outcome.sketch.questionnaire.placeless,
        "seed \(seed)\n\(yaml)"
      )
      guard outcome.obstacle == nil, outcome.map == nil else { continue }
      whole += 1
      #expect(
        outcome.accepted + outcome.broken >= outcome.rows,
        "seed \(seed): \(outcome.accepted) of \(outcome.rows)\n\(text)\n\(yaml)"
      )
    }
    #expect(tried > 200)
    #expect(whole > 150)
  }
}
