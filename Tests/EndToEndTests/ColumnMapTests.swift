import Testing

/// Maps of columns: shown, saved, edited and used again.
@Suite struct ColumnMapTests {
  private let study: SmallStudy

  init() throws {
    study = try SmallStudy()
    try study.folder.write("la.csv", "Nơi;Bao nhiêu;Thế nào\nXã A;20;2\nXã B;35;1\n")
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try study.run("import", SmallStudy.name, extra: arguments)
  }

  @Test func `a file of unknown headers comes in with a map that was edited`() throws {
    let refused = try run("la.csv")
    #expect(refused.ended(2), refused.summary)
    #expect(refused.errors.contains("--save-map"), refused.summary)

    let saved = try run("la.csv", "--save-map", "cot.yaml")
    #expect(saved.ended(0), saved.summary)
    #expect(saved.output.contains("Đã ghi bản đồ cột cot.yaml."), saved.summary)
    var map = try study.folder.read("cot.yaml")
    #expect(map.contains("#   muc: \"Mức hài lòng\""), "\(map)")
    for (header, question) in [("Nơi", "don_vi"), ("Bao nhiêu", "tuoi"), ("Thế nào", "muc")] {
      let line = "{header: \"\(header)\", undecided: true}"
      try #require(map.contains(line), "\(map)")
      map.replace(line, with: "{header: \"\(header)\", question: \(question)}")
    }
    try study.folder.write("cot-2.yaml", map)
    #expect(try study.counts().n == 0)

    let taken = try run("la.csv", "--map", "cot-2.yaml")
    #expect(taken.ended(0), taken.summary)
    #expect(try study.counts() == (2, 1))

    let settled = try run("la.csv", "--map", "cot-2.yaml", "--save-map", "cot-3.yaml")
    #expect(settled.ended(0), settled.summary)
    let decided = try study.folder.read("cot-3.yaml")
    #expect(!decided.contains("undecided: true}"), "\(decided)")
    #expect(!decided.contains("questions without a column"), "\(decided)")
  }

  @Test func `a map is shown column by column, and nothing is imported`() throws {
    try study.folder.write("so.csv", "Câu 1,Câu 2,muc\nXã A,20,2\nXã B,35,1\n")
    let shown = try run("so.csv", "--show-map")
    #expect(shown.ended(0), shown.summary)
    #expect(shown.output.contains("1. “Câu 1” → don_vi (ĐOÁN)"), shown.summary)
    #expect(shown.output.contains("3. “muc” → muc (theo mã)"), shown.summary)
    #expect(shown.output.contains("Chưa nhập gì vào nghiên cứu."), shown.summary)
    #expect(try study.counts().n == 0)

    let asked = try run("so.csv")
    #expect(asked.ended(2), asked.summary)
    #expect(asked.errors.contains("[H06]"), asked.summary)
    let agreed = try run("so.csv", "--accept-guesses")
    #expect(agreed.ended(0), agreed.summary)
    #expect(try study.counts() == (2, 1))
  }

  @Test func `a map is not written over a file`() throws {
    try study.folder.write("cot.yaml", "x\n")
    let saved = try run("la.csv", "--save-map", "cot.yaml")
    #expect(saved.ended(2), saved.summary)
    #expect(try study.folder.read("cot.yaml") == "x\n")
  }
}
