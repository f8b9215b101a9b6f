import Foundation
import Testing

/// One dossier, one voice, and the number nowhere.
@Suite struct DossierTests {
  private let folder: Folder
  private static let question =
    "      - {id: ho_so, type: text, role: dossier, label: {vi: Mã hồ sơ, en: Dossier}}\n"
  private let number = "H49.17-240131-0007"

  init() throws {
    folder = try Folder()
    try folder.write(
      "phieu.yaml",
      SmallStudy.questionnaire.replacingOccurrences(
        of: "      - {id: don_vi,",
        with: Self.question + "      - {id: don_vi,"
      )
    )
    let made = try run("new", "thu.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "1")
    try #require(made.ended(0), made.summary)
  }

  private func run(_ arguments: String..., input: String = "") throws -> Program.Outcome {
    try Program.run(arguments, in: folder, input: input)
  }

  private func interview(_ lines: [String]) throws -> Program.Outcome {
    try run("interview", "thu.thuocdo", "--plain", input: lines.joined(separator: "\n") + "\n")
  }

  /// The files in which a text stands, in any letters.
  private func places(of text: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
      let bytes = try Data(contentsOf: folder.url.appendingPathComponent(name))
      return String(decoding: bytes, as: UTF8.self).lowercased().contains(text.lowercased())
    }
  }

  @Test func `a second form is seen, can be taken, and the number is nowhere`() throws {
    let first = try interview(["1", number, "Tổ A", "45", "2", "", "0"])
    #expect(first.ended(0), first.summary)
    #expect(first.output.contains("Mã hồ sơ: ••••••"))
    // Another way to write the same number; corrected, then a second form all the same.
    let lines = ["1", " h49.17-240131-0007", "", "H49.17-240131-0008", "Tổ B", "46", "2", "", ""]
    let second = try interview(lines + ["1", number, "+", "Tổ C", "47", "1", "", "0"])
    #expect(second.ended(0), second.summary)
    #expect(second.output.contains("Hồ sơ này đã có phiếu số 1."))
    #expect(second.output.hasSuffix("Đã lưu 2 phiếu.\n"))
    let why = try run("why", "thu.thuocdo", "tuoi=47")
    #expect(why.output.contains("hồ sơ đã có phiếu số 1"), why.summary)
    #expect(try places(of: "240131") == [])
    #expect(try places(of: "Tổ C").contains("thu.thuocdo"))
  }

  @Test func `a draft keeps the hash alone`() throws {
    let left = try interview(["1", number, "Tổ A"])
    #expect(left.ended(0), left.summary)
    #expect(try places(of: "240131") == [])
    let resumed = try interview(["1", "45", "2", "", "0"])
    #expect(resumed.output.hasSuffix("Đã lưu 1 phiếu.\n"), resumed.summary)
    let again = try interview(["1", number, "\u{4}"])
    #expect(again.output.contains("đã có phiếu số 1"))
  }

  @Test func `a trial import counts a second row too, and keeps nothing`() throws {
    let rows = "ho_so,don_vi,tuoi,muc\n\(number),Tổ A,45,1\n\(number),Tổ B,46,1\n"
    let trial = try run("import", "thu.thuocdo", "-", "--dry-run", input: rows)
    #expect(trial.ended(1), trial.summary)
    #expect((trial.output + trial.errors).contains("D05"), trial.summary)
    #expect(try places(of: "Tổ A") == [])
    #expect(try places(of: "240131") == [])
  }

  @Test func `an import sends a second row back under the hash`() throws {
    _ = try interview(["1", number, "Tổ A", "45", "2", "", "0"])
    let rows = """
      ho_so,don_vi,tuoi,muc
      \(number),Tổ X,50,1
      H49.17-240131-0009,Tổ Y,51,2
      h49.17-240131-0009 ,Tổ Z,52,2
      ,Tổ V,53,2
      ,Tổ W,54,17

      """
    let imported = try run("import", "thu.thuocdo", "-", input: rows)
    #expect(imported.ended(1), imported.summary)
    let rejects = try String(
      contentsOf: folder.url.appendingPathComponent("nhap.loi.csv"),
      encoding: .utf8
    )
    #expect(rejects.components(separatedBy: "D05").count == 3)
    #expect(rejects.contains("Tổ X") && rejects.contains("Tổ Z") && rejects.contains("hs:"))
    #expect(try places(of: "240131") == [])
    let mended = rejects.replacingOccurrences(of: ",17", with: ",1")
    try folder.write("sua.csv", mended)
    let again = try run("import", "thu.thuocdo", "sua.csv")
    #expect(again.output.contains("1 phiếu"), again.summary)
    let estimate = try run(
      "estimate",
      "thu.thuocdo",
      "--proportion",
      "muc=1,2",
      "--format",
      "json"
    )
    #expect(try Figure.all(in: estimate.outputBytes).first?.n == 4)
  }

  @Test func `closing destroys the key for good`() throws {
    _ = try interview(["1", number, "Tổ A", "45", "2", "", "0"])
    let keys = folder.url.appendingPathComponent("thu.thuocdo.khoa").path
    #expect(FileManager.default.fileExists(atPath: keys))
    let asked = try run("close", "thu.thuocdo")
    #expect(asked.ended(2), asked.summary)
    #expect(FileManager.default.fileExists(atPath: keys))
    let closed = try run("close", "thu.thuocdo", "--force")
    #expect(closed.ended(0), closed.summary)
    #expect(!FileManager.default.fileExists(atPath: keys))
    let late = try run("interview", "thu.thuocdo", "--plain", "--wave", "1", input: "1\n")
    #expect(late.ended(2), late.summary)
    #expect(late.errors.contains("khóa mã hồ sơ đã bị hủy"))
  }

  @Test func `without the key file nothing is entered`() throws {
    let keys = folder.url.appendingPathComponent("thu.thuocdo.khoa")
    let text = try String(contentsOf: keys, encoding: .utf8)
    try FileManager.default.removeItem(at: keys)
    let missing = try interview(["1"])
    #expect(missing.ended(2), missing.summary)
    #expect(missing.errors.contains("thu.thuocdo.khoa"))
    try folder.write("thu.thuocdo.khoa", text.replacingOccurrences(of: "a", with: "b"))
    if text.contains("a") { #expect(try interview(["1"]).ended(2)) }
    try folder.write("thu.thuocdo.khoa", text)
    #expect(try interview(["1"]).ended(0))
  }

  @Test func `a dossier with rules is refused`() throws {
    let text = try String(
      contentsOf: folder.url.appendingPathComponent("phieu.yaml"),
      encoding: .utf8
    )
    try folder.write(
      "sai.yaml",
      text.replacingOccurrences(of: "role: dossier,", with: "role: dossier, persist: true,")
    )
    let outcome = try run("check", "sai.yaml")
    #expect(outcome.ended(1), outcome.summary)
    #expect(outcome.output.contains("[dossier-not-plain]"))
  }
}
