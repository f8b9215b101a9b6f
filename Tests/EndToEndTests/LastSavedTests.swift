import Testing

/// Answers of the form that was saved before, by another run of the program.
@Suite struct LastSavedTests {
  private static let study = "a.thuocdo"

  private static let form = """
    questionnaire: thu
    version: "1"
    languages: [vi]
    title: {vi: Phiếu thử (giả lập)}
    sections:
      - id: s
        title: {vi: Nơi ở}
        questions:
          - {id: noi, type: text, label: {vi: Ở đâu}, default: "concat(${last-saved#noi}, '')"}
          - {id: so, type: integer, label: {vi: "Khác [${last-saved#noi}] và [${last-saved#so}]"}}

    """

  private func study(_ form: String = Self.form) throws -> Folder {
    let folder = try Folder()
    try folder.write("thu.yaml", form)
    let made = try Program.run(["new", Self.study, "--questionnaire", "thu.yaml"], in: folder)
    try #require(made.ended(0), made.summary)
    return folder
  }

  private func interview(
    _ input: String,
    _ options: [String] = ["--plain"],
    in folder: Folder
  ) throws -> String {
    let run = try Program.run(
      ["interview", Self.study] + options,
      in: folder,
      input: input
    )
    #expect(run.ended(0), run.summary)
    return run.output
  }

  @Test func `a second run begins with what the first one saved`() throws {
    let folder = try study()
    let first = try interview("Xã A\n7\n\n0\n", in: folder)
    #expect(first.contains("Khác [] và []"))
    let second = try interview("\n8\n\n\n\n9\n\n0\n", in: folder)
    #expect(second.contains("Khác [Xã A] và [7]"))
    #expect(second.contains("Khác [Xã A] và [8]"))
    // Imports and self-response are not it, and self-response sees nothing of it.
    try folder.write("d.csv", "noi,so\nXã B,1\n")
    let imported = try Program.run(["import", Self.study, "d.csv"], in: folder)
    #expect(imported.ended(0), imported.summary)
    let kiosk = try interview(
      "\nXã C\n2\n1\n\n4711\n",
      ["--self", "--staff-code", "4711"],
      in: folder
    )
    #expect(kiosk.contains("Khác [] và []"))
    #expect(!kiosk.contains("Xã A"))
    let entered = try interview("\n3\n\n0\n", ["--entry", "--plain"], in: folder)
    #expect(entered.contains("Khác [Xã A] và [9]"))
    let data = try Program.run(["estimate", Self.study, "--mean", "so"], in: folder)
    #expect(data.output.contains("6"), data.summary)
  }

  @Test func `a form that is resumed sees the one saved before it`() throws {
    let folder = try study()
    _ = try interview("Xã A\n7\n\n0\n", in: folder)
    let left = try Conversation(["interview", Self.study, "--plain"], in: folder)
    try #require(left.prompt() != nil)
    left.answer("Xã B")
    try #require(left.prompt() != nil)
    left.kill()
    let resumed = try interview("\n8\n\n0\n", in: folder)
    #expect(resumed.contains("Khác [Xã A] và [7]"))
    let next = try interview("\n9\n\n0\n", in: folder)
    #expect(next.contains("Khác [Xã B] và [8]"))
  }
}
