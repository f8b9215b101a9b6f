import Foundation
import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

@Suite("Writing an XLSForm")
struct XLSFormWriterTests {
  /// A made-up form with something of everything.
  static let full = """
    | survey |
    | | type | name | label::Tiếng Việt (vi) | label::English (en) | hint::English (en) | relevant | bind::odk:length | parameters | image | note to self | save_to |
    | | start | begun | | | | | | | | | |
    | | begin group | g | Nhóm | Group | | 1 = 1 | | | | | |
    | | select_one l or_other | a | Chọn \\| một | Choose | Only one | | | randomize=true, seed=4 | x.png | kept | choice |
    | | range | b | Mức | Level | | | | start=0;end=5 | | | |
    | | text | c | Lời<br>thật | Words | | ${a} = '1' | 10 | rows=3 | | | |
    | | end group | | | | | | | | | | |
    | | begin loop over m | lo | Từng | Each | | | | | | | |
    | | note | | Chào | Hello | | | | | | | |
    | | end loop | | | | | | | | | | |
    | | geopoint | where | Ở đâu | Where | | | | | | | |
    | | audit | | | | | | | | | | |
    | choices |
    | | list_name | name | label::Tiếng Việt (vi) | label::English (en) | region |
    | | l | 1 | Có | Yes | north |
    | | l | 0 | Không | No | |
    | | m | x | Một | One | |
    | | m | y | Hai | Two | |
    | settings |
    | | form_title | id_string | default_language | attribute::x |
    | | Thử | thu | Tiếng Việt (vi) | y |
    | entities |
    | | list_name | label |
    | | answers | ${c} |
    """

  @Test func `what is written as Markdown or CSV reads as the same form`() throws {
    let form = try xlsForm(Self.full)
    let writer = XLSFormWriter(form)
    let markdown = try XLSFormReader().read(writer.markdown, format: .markdown, file: "f.md")
    #expect(markdown.form == form)
    let csv = try XLSFormReader().read(
      String(decoding: writer.csv, as: UTF8.self),
      format: .csv,
      file: "f.csv"
    )
    #expect(csv.form == form)
    #expect(!(markdown.findings + csv.findings).containsErrors)
  }

  @Test func `what is written as a workbook reads as the same form`() throws {
    let form = try xlsForm(Self.full)
    let path = FileManager.default.temporaryDirectory
      .appending(path: "xlsform-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try XLSFormWriter(form).workbook.write(to: path)
    let read = try XLSFormReader().read(try SourceFile(path: path), format: .workbook)
    #expect(read.form == form)
    #expect(!read.findings.containsErrors)
  }

  @Test func `the usual names are written`() throws {
    let form = try xlsForm(
      """
      | survey |
      | | command | tag | caption | relevance |
      | | select1 l | a | A | true() |
      | choices |
      | | list name | value | caption |
      | | l | 1 | One |
      | settings |
      | | id_string |
      | | x |
      """
    )
    #expect(
      XLSFormWriter(form).markdown == """
        | survey |
        | | type | name | label | relevant |
        | | select_one l | a | A | true() |

        | choices |
        | | list_name | name | label |
        | | l | 1 | One |

        | settings |
        | | form_id |
        | | x |


        """
    )
  }

  @Test(.enabled(if: Reference.folder != nil))
  func `real workbooks read, and read the same once they are written`() throws {
    let folder = try #require(Reference.folder) + "/real/xlsforms"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".xlsx") }
    #expect(names.count >= 13)
    for name in names {
      let source = try SourceFile(path: "\(folder)/\(name)")
      let (form, findings) = try XLSFormReader().read(source, format: .workbook)
      guard let form, !findings.containsErrors else { continue }
      let text = String(decoding: XLSFormWriter(form).csv, as: UTF8.self)
      let again = try XLSFormReader().read(text, format: .csv, file: name)
      #expect(again.form == form, "\(name)")
    }
  }

  private enum Reference {
    static let folder = ProcessInfo.processInfo.environment["THUOCDO_REFERENCE"]
  }
}
