import Foundation
import Testing

/// What is noted about a file, for people and for programs.
@Suite struct ImportNotesTests {
  private static let questionnaire = SmallStudy.datedQuestionnaire.replacing(
    "      - {id: muc,",
    with: "      - {id: phi, type: decimal, label: {vi: Lệ phí, en: Fee}}\n      - {id: muc,"
  )

  private static let rows = """
    BẢNG TỔNG HỢP SỐ LIỆU THỬ,,,,,,
    Nơi ở,tuoi,ngay,phi,muc,Ghi chu rieng,KEY
    Xã A,30,03/04/2026,"2,5",Hai long,x,uuid:0a1b2c3d-1111-2222-3333-444455556661
    Xã B,31,04/04/2026,"1,5",2,,uuid:0a1b2c3d-1111-2222-3333-444455556662
    Xã B,31,04/04/2026,"1,5",2,,uuid:0a1b2c3d-1111-2222-3333-444455556662

    """

  @Test(arguments: ["vi", "en"])
  func `programs are told every note of the text`(language: String) throws {
    let folder = try Folder()
    try folder.write("phieu.yaml", Self.questionnaire)
    try folder.write("ky.csv", Self.rows)
    func run(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(arguments, in: folder, language: language)
    }
    let made = try run("new", "a.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "2026")
    try #require(made.ended(0), made.summary)
    let text = try run("import", "a.thuocdo", "ky.csv", "--dry-run")
    #expect(text.ended(0), text.summary)
    let json = try run("import", "a.thuocdo", "ky.csv", "--dry-run", "--format", "json")
    let imports = try JSONDecoder().decode(Imports.self, from: json.outputBytes).imports
    let notes = try #require(imports.first).notes
    let lines = text.output.split(separator: "\n").map(String.init)
    for note in notes {
      #expect(lines.contains(note.text), "\(note.text)\n\(text.summary)")
      #expect(note.code.map { note.text.hasSuffix("[\($0)]") } ?? true)
      #expect(note.count > 0)
    }
    let said = lines.compactMap { line in
      line.firstMatch(of: /\[([A-Z][0-9]{2})\]$/).map { String($0.1) }
    }
    #expect(notes.compactMap(\.code) == said)
    #expect(
      Set(said).isSuperset(of: ["T08", "H01", "H04", "H08", "V03", "V05", "V09", "D03"]),
      text.summary
    )
  }

  @Test func `an earlier file of the same name is told too, and a known file tells nothing`() throws
  {
    let trial = try LedgerTrial(hasKey: false)
    try trial.folder.write("k.csv", LedgerTrial.rows(0..<3))
    _ = try trial.take("k.csv", status: 0)
    try trial.folder.write("k.csv", LedgerTrial.rows(5..<9))
    let notes = try trial.takeOne("k.csv", status: 0).notes
    #expect(notes.contains { $0.code == nil && $0.text.contains("một tệp cùng tên") })
    #expect(try trial.takeOne("k.csv", status: 0).notes.isEmpty)
  }
}
