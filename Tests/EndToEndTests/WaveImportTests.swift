import Testing

/// Files and mended rows while another wave is open than the one they belong to.
@Suite struct WaveImportTests {
  private let trial: LedgerTrial

  init() throws {
    trial = try LedgerTrial(hasKey: true)
    try trial.folder.write("lan.csv", SmallStudy.mixedRows)
    _ = try trial.takeOne("lan.csv", status: 1)
    let rejects = try trial.folder.read("lan.loi.csv")
    try trial.folder.write("sua.csv", rejects.replacing("=1+1,17,", with: "=1+1,18,"))
    let added = try trial.run("wave", "k.thuocdo", "2027", "--close-others")
    try #require(added.ended(0), added.summary)
  }

  @Test(arguments: [[], ["--dry-run"]])
  func `mended rows are told the wave of their batch, and go on there`(extra: [String]) throws {
    let refused = try trial.run("import", "k.thuocdo", "sua.csv", extra: extra)
    #expect(refused.ended(2), refused.summary)
    #expect(refused.errors.contains("của đợt '2026', không phải đợt '2027'"), refused.summary)
    #expect(refused.errors.contains("thêm --wave 2026 để tiếp tục lô ấy"), refused.summary)
    let english = try trial.run("import", "k.thuocdo", "sua.csv", language: "en")
    #expect(english.errors.contains("add --wave 2026 to continue it"), english.summary)
    #expect(try trial.ages(wave: "2027").n == 0)
    let taken = try trial.takeOne("sua.csv", "--wave", "2026", status: 1)
    #expect(taken.continued?.accepted == 3)
    #expect(try trial.ages(wave: "2026").n == 3)
  }

  @Test(arguments: [[], ["--dry-run"]])
  func `a file of the last wave does not count in the next one unasked`(extra: [String]) throws {
    let refused = try trial.run("import", "k.thuocdo", "lan.csv", extra: extra)
    #expect(refused.ended(2), refused.summary)
    #expect(refused.errors.contains("vào đợt '2026'"), refused.summary)
    #expect(refused.errors.contains("[D08]"), refused.summary)
    let english = try trial.run("import", "k.thuocdo", "lan.csv", language: "en")
    #expect(english.errors.contains("add --wave 2026"), english.summary)
    #expect(try trial.ages(wave: "2027").n == 0)
    let known = try trial.run("import", "k.thuocdo", "lan.csv", "--wave", "2026")
    #expect(known.output.contains("không thay đổi gì"), known.summary)
    #expect(try trial.takeOne("lan.csv", "--again", status: 1).new == 2)
    #expect(try trial.ages(wave: "2027").n == 2)
  }
}
