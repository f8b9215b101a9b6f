import Foundation
import Testing

@Suite struct DemoTests {
  private static let names = ["nhan-thuc-nguoi-dan", "nhan-thuc-can-bo", "sipas-2023", "mot-cua"]

  @Test func `the demo goes from an empty folder to reports`() throws {
    let folder = try Folder()
    let outcome = try Program.run(["demo", "thu", "--seed", "11"], in: folder)
    try #require(outcome.ended(0), outcome.summary)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("GIẢ LẬP"))
    let names = try folder.names(of: "thu")
    #expect(names.isSuperset(of: ["khao-sat.thuocdo"]))
    for name in Self.names {
      #expect(names.isSuperset(of: ["\(name).csv", "\(name).truth.csv", "\(name).bao-cao.html"]))
      for end in ["docx", "xlsx", "md", "csv", "json"] {
        #expect(names.contains("\(name).bao-cao.\(end)"))
      }
      try expectSelfContained(folder.read("thu/\(name).bao-cao.html"), name)
      try expectSameSimulation(name, seed: 11, in: folder)
    }
    let study = try Program.run(
      ["targets", "thu/khao-sat.thuocdo", "--questionnaire", Self.names[0]],
      in: folder
    )
    #expect(study.ended(0), study.summary)
    let all = try Program.run(["targets", "thu/khao-sat.thuocdo"], in: folder)
    #expect(all.ended(0), all.summary)
    // Two questionnaires have targets; what the plan says beside them is said once.
    let count = { (words: String) in all.output.components(separatedBy: words).count - 1 }
    #expect(count("Kết quả so với chỉ tiêu của kế hoạch") == 2, all.summary)
    #expect(count("Chỉ tiêu khác trong kế hoạch") == 1)
    #expect(count("không thuộc báo cáo này") == 0)
    #expect(count("không đặt chỉ tiêu nào") == 0)
    try expectFolderIsKept(folder)
  }

  /// A page that asks nothing of the network and is in composed Vietnamese.
  private func expectSelfContained(_ page: String, _ name: String) throws {
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(!page.lowercased().contains("<script"))
    let loads = page.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
      .replacing("url(#", with: "")
    for word in ["http://", "https://", "src=", "@import", "url(", "<link", "<iframe"] {
      #expect(!loads.lowercased().contains(word), "\(word) in \(name)")
    }
    #expect(page.contains("GIẢ LẬP"))
    let composed = page.precomposedStringWithCanonicalMapping
    #expect(Array(page.utf8) == Array(composed.utf8), "\(name) is not composed")
    #expect(page.unicodeScalars.contains { $0.value >= 0x1EA0 && $0.value <= 0x1EF9 })
  }

  /// The made-up answers are those of `simulate` with the same seed, byte for byte.
  private func expectSameSimulation(_ name: String, seed: Int, in folder: Folder) throws {
    let questionnaire = "\(Program.checkout.path)/Questionnaires/\(name)/questionnaire.yaml"
    let outcome = try Program.run(["simulate", questionnaire, "--seed", "\(seed)"], in: folder)
    #expect(outcome.ended(0), outcome.summary)
    #expect(try folder.bytes("\(name).csv") == folder.bytes("thu/\(name).csv"))
    #expect(try folder.bytes("\(name).truth.csv") == folder.bytes("thu/\(name).truth.csv"))
  }

  /// A folder that holds something is not filled again unasked, and never when it is no demo.
  private func expectFolderIsKept(_ folder: Folder) throws {
    let again = try Program.run(["demo", "thu"], in: folder)
    #expect(again.ended(2), again.summary)
    #expect(again.errors.contains("--force"))
    let before = try folder.names()
    let foreign = try Program.run(["demo", ".", "--force"], in: folder)
    #expect(foreign.ended(2), foreign.summary)
    #expect(try folder.names() == before)
  }
}
