import Testing

/// Rows and interviews that are known by the key of the questionnaire.
@Suite struct QuestionnaireKeyTests {
  @Test func `the questionnaire's own key knows an interview typed at the terminal`() throws {
    let folder = try Folder()
    try folder.write(
      "phieu.yaml",
      SmallStudy.questionnaire.replacing("scales:", with: "key: [don_vi]\nscales:")
    )
    let made = try Program.run(
      ["new", "k.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "w"],
      in: folder
    )
    try #require(made.ended(0), made.summary)
    let typed = try Program.run(
      ["interview", "k.thuocdo", "--plain"],
      in: folder,
      input: "1\nXã A\n20\n2\n\n"
    )
    try #require(typed.ended(0), typed.summary)
    try folder.write("a.csv", "don_vi,tuoi,muc\nXã A,20,2\nXã B,21,1\n")
    let outcome = try Program.run(["import", "k.thuocdo", "a.csv"], in: folder)
    #expect(outcome.ended(0), outcome.summary)
    #expect(outcome.output.contains("Nhận 1 phiếu, trả lại 0 dòng."))
    #expect(outcome.output.contains("1 dòng đã có từ trước"))
    let why = try Program.run(["why", "k.thuocdo", "Xã B"], in: folder)
    #expect(why.ended(0), why.summary)
    #expect(why.output.contains("a.csv, dòng 3"))
  }

  /// Alone a key is read many rows at a time, else row by row.
  @Test(arguments: ["[so]", "[so, don_vi]"])
  func `a key is the number and not its digits`(key: String) throws {
    let folder = try Folder()
    try folder.write(
      "phieu.yaml",
      SmallStudy.questionnaire.replacing("scales:", with: "key: \(key)\nscales:")
        .replacing(
          "      - id: tuoi",
          with: "      - {id: so, type: integer, label: {vi: Số, en: No.}}\n      - id: tuoi"
        )
    )
    let made = try Program.run(
      ["new", "k.thuocdo", "--questionnaire", "phieu.yaml", "--wave", "w"],
      in: folder
    )
    try #require(made.ended(0), made.summary)
    let header = "don_vi,so,tuoi,muc\n"
    try folder.write("a.csv", header + "X,15,20,2\nX,2,21,1\nX,0,22,1\nX,1000000,23,1\nX,7,24,1\n")
    let first = try Program.run(["import", "k.thuocdo", "a.csv"], in: folder)
    #expect(first.ended(0), first.summary)
    try folder.write(
      "b.csv",
      header + "X, 15,20,2\nX,2.0,21,1\nX,00,22,1\nX,1000000,23,1\nX,07,34,1\nX,8,24,1\n"
        + "X,08,24,1\n"
    )
    let second = try Program.run(["import", "k.thuocdo", "b.csv"], in: folder)
    #expect(second.ended(1), second.summary)
    #expect(second.output.contains("Nhận 1 phiếu, trả lại 0 dòng."), second.summary)
    #expect(second.output.contains("4 dòng đã có từ trước"), second.summary)
    #expect(second.output.contains("ví dụ dòng 8 và dòng 7. [D03]"), second.summary)
    #expect(second.errors.contains("'tuoi' “24” → “34” [D02]"), second.summary)
  }
}
