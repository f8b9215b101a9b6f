import Foundation
import Testing

@Suite struct ConvertTests {
  private static let form = Program.checkout
    .appendingPathComponent("Questionnaires/mot-cua/questionnaire.yaml").path

  @Test func `a questionnaire goes out as an XLSForm and comes back`() throws {
    let folder = try Folder()
    let out = try Program.run(["convert", Self.form, "f.xlsx", "--lang", "en"], in: folder)
    #expect(out.ended(1), out.summary)
    #expect(out.errors.contains("[model-left-out]"))
    let checked = try Program.run(["check", "f.xlsx"], in: folder)
    #expect(checked.ended(0), checked.summary)
    for ending in ["md", "csv"] {
      let other = try Program.run(["convert", "f.xlsx", "f.\(ending)"], in: folder)
      #expect(other.ended(0), other.summary)
    }
    for ending in ["md", "csv", "xlsx"] {
      let back = try Program.run(["convert", "f.\(ending)", "\(ending).yaml"], in: folder)
      #expect(back.ended(0), back.summary)
    }
    let bytes = try folder.bytes("xlsx.yaml")
    #expect(try folder.bytes("md.yaml") == bytes)
    #expect(try folder.bytes("csv.yaml") == bytes)
    let study = try Program.run(["new", "s.thuocdo", "--questionnaire", "f.md"], in: folder)
    #expect(study.ended(0), study.summary)
  }

  @Test func `a form with errors is checked, and not converted`() throws {
    let folder = try Folder()
    let text = "| survey |\n| | type | name | label |\n| | texts | a | A |\n"
    try folder.write("f.md", text)
    let checked = try Program.run(["check", "f.md", "--lang", "en"], in: folder)
    #expect(checked.ended(1), checked.summary)
    #expect(
      checked.output == """
        f.md:3:1: error: survey!A2 (type): there is no type 'texts'; did you mean 'text'? \
        [xlsform-unknown-type]

        """
    )
    let converted = try Program.run(["convert", "f.md", "f.yaml"], in: folder)
    #expect(converted.ended(2), converted.summary)
    #expect(try folder.names() == ["f.md"])
  }

  @Test func `a question without the column of its codes is told once`() throws {
    let folder = try Folder()
    try folder.write("xa.csv", "ma,label\n1,A\n")
    let text = "| survey |\n| | type | name | label |\n| | select_one_from_file xa.csv | a | A |\n"
    try folder.write("f.md", text)
    let checked = try Program.run(["check", "f.md"], in: folder)
    #expect(checked.ended(1), checked.summary)
    #expect(checked.output.contains("[table-unknown-column]"))
    #expect(!checked.output.contains("[carried-type]"), checked.summary)
  }

  @Test func `an existing file is kept, and an ending must be known`() throws {
    let folder = try Folder()
    #expect(try Program.run(["convert", Self.form, "f.csv"], in: folder).ended(1))
    let again = try Program.run(["convert", Self.form, "f.csv"], in: folder)
    #expect(again.ended(2), again.summary)
    #expect(again.errors.contains("--force"))
    let old = try Program.run(["convert", Self.form, "f.xls"], in: folder)
    #expect(old.ended(2), old.summary)
    #expect(old.errors.contains(".xlsx"))
  }
}
