import Foundation
import Testing

/// Rows that answer in words only: changes of interviews that exist, lists, and other forms.
@Suite struct WordsOnlyTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(
      "phieu.yaml",
      SmallStudy.questionnaire.replacing(
        "indicators:",
        with: "      - {id: y_kien, type: text, label: {vi: Ý kiến, en: Opinion}}\nindicators:"
      )
    )
    let made = try run("new", "k.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "w")
    try #require(made.ended(0), made.summary)
  }

  private func run(_ arguments: String..., language: String = "vi") throws -> Program.Outcome {
    try Program.run(arguments, in: folder, language: language)
  }

  private func take(_ file: String, _ extra: String..., status: Int32) throws -> Imports.One {
    let arguments = ["import", "k.thuocdo", file, "--format", "json"] + extra
    let outcome = try Program.run(arguments, in: folder, language: "vi")
    #expect(outcome.ended(status), outcome.summary)
    let imports = try JSONDecoder().decode(Imports.self, from: outcome.outputBytes).imports
    return try #require(imports.first)
  }

  @Test func `words for an interview with their key are a change`() throws {
    try folder.write("a.csv", "don_vi,tuoi,muc\nXã A,30,2\nXã B,40,1\n")
    #expect(try take("a.csv", "--key", "don_vi", status: 0).new == 2)
    try folder.write("b.csv", "don_vi,tuoi,muc,y_kien\nXã A,,,tốt\nXã C,,,lạ\n")
    let replaced = try take("b.csv", "--key", "don_vi", "--on-change", "replace", status: 1)
    #expect(replaced.replaced == 1)
    // Nothing is known of the other, which has no other answer.
    #expect(replaced.rejected == 1)
  }

  @Test(arguments: ["vi", "en"])
  func `interviews with answers to other questions only are told`(language: String) throws {
    try folder.write("a.csv", "don_vi,Vì sao,Khi nào,tuoi,muc\nA,x,y,30,2\nB,gần,sáng,,\n")
    let text = try run("import", "k.thuocdo", "a.csv", "--dry-run", language: language)
    #expect(text.ended(0), text.summary)
    let wanted = language == "vi" ? "1 phiếu không trả lời câu nào" : "1 interview answers nothing"
    #expect(text.output.contains(wanted), text.summary)
    let notes = try take("a.csv", status: 0).notes
    #expect(notes.contains { $0.code == "T09" && $0.count == 1 })
  }
}
