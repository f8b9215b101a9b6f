import Testing

/// An old XLSForm with a loop over a list: from its file to answers that are counted.
@Suite struct FormLoopTests {
  private static let form = """
    | survey |
    | | type | name | label::Tiếng Việt (vi) | relevant |
    | | select_multiple xe | co | Nhà có xe nào? | |
    | | begin loop over xe | lo | Từng xe | |
    | | integer | so | Mấy %(label)s? | selected(${co}, '%(name)s') |
    | | integer | moi | Trong ${so} %(label)s, mấy cái mới? | ${so} > 1 |
    | | end loop | | | |
    | choices |
    | | list_name | name | label::Tiếng Việt (vi) |
    | | xe | may | xe máy |
    | | xe | dap | xe đạp |
    | | xe | none | không có |
    | settings |
    | | form_title | form_id | version |
    | | Xe trong nhà (giả lập) | xe | 1 |

    """

  @Test func `a loop is asked, imported and counted by its turns`() throws {
    let folder = try Folder()
    try folder.write("xe.md", Self.form)
    let check = try Program.run(["check", "xe.md"], in: folder)
    #expect(check.output.contains("[model-loop]") && check.output.contains("'lo_may_so'"))
    let new = try Program.run(["new", "a.thuocdo", "--questionnaire", "xe.md"], in: folder)
    try #require(new.ended(0) || new.ended(1), new.summary)
    let interview = try Program.run(
      ["interview", "a.thuocdo", "--plain"],
      in: folder,
      input: "may dap\n1\n4\n3\n\n0\n"
    )
    #expect(interview.ended(0), interview.summary)
    #expect(interview.output.contains("Mấy xe máy?"))
    #expect(!interview.output.contains("Trong 1 xe máy"))
    #expect(interview.output.contains("Trong 4 xe đạp, mấy cái mới?"))
    try folder.write("d.csv", "co,lo_may_so,lo_may_moi,lo_dap_so,lo_dap_moi\ndap,,,2,1\n")
    let imported = try Program.run(["import", "a.thuocdo", "d.csv"], in: folder)
    #expect(imported.ended(0), imported.summary)
    let estimate = try Program.run(
      ["estimate", "a.thuocdo", "--mean", "lo_dap_moi", "--format", "json"],
      in: folder
    )
    let figure = try #require(try Figure.all(in: estimate.outputBytes).first)
    #expect(figure.n == 2)
    #expect(figure.estimate == 2)
  }

  @Test func `converted from form to form a loop stays a loop`() throws {
    let folder = try Folder()
    try folder.write("xe.md", Self.form)
    let out = try Program.run(["convert", "xe.md", "xe.csv"], in: folder)
    #expect(out.ended(0), out.summary)
    let written = try folder.read("xe.csv")
    #expect(written.contains("begin loop over xe") && written.contains("Mấy %(label)s?"))
  }
}
