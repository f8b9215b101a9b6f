import SurveyModel
import Tabular
import Testing

@testable import SurveyFormats

@Suite("Reading an XLSForm")
struct XLSFormReaderTests {
  @Test func `languages come from headers, and texts without one from the settings`() throws {
    let form = try xlsForm(
      """
      | survey |
      | | type | name | label | label::English (en) | hint::English (en) |
      | | text | a | Tên | Name | As written |
      | settings |
      | | default_language |
      | | Tiếng Việt (vi) |
      """
    )
    #expect(form.items[0].texts[.label] == ["Tiếng Việt (vi)": "Tên", "English (en)": "Name"])
    #expect(form.languages == ["Tiếng Việt (vi)", "English (en)"])
    let warnings = try xlsFormCodes(
      """
      | survey |
      | | type | name | label::vi | label::English (en) | hint::English (en) |
      | | text | a | Tên | Name | As written |
      """,
      severity: .warning
    )
    #expect(warnings == ["xlsform-missing-translations"])
  }

  @Test func `single colons part languages only where no header has two`() throws {
    let single = try xlsForm(
      """
      | survey |
      | | type | name | label:English (en) | bind:jr:constraintMsg |
      | | text | a | Name | No |
      """
    )
    #expect(single.items[0].texts[.label] == ["English (en)": "Name"])
    #expect(single.items[0].texts[.constraintMessage] == ["": "No"])
  }

  @Test func `or_other is written out in the languages of the list`() throws {
    let form = try xlsForm(
      """
      | survey |
      | | type | name | label::Tiếng Việt (vi) | label::English (en) |
      | | select_one l or_other | q | Hỏi | Ask |
      | choices |
      | | list_name | name | label::Tiếng Việt (vi) | label::English (en) |
      | | l | 1 | Có | Yes |
      """
    )
    let other = try #require(form.list("l")?.choices.last)
    #expect(other.name == "other")
    #expect(other.texts[.label] == ["Tiếng Việt (vi)": "Khác", "English (en)": "Other"])
    let question = try #require(form.items.last)
    #expect(question.name == "q_other")
    #expect(question.cells["relevant"] == "selected(../q, 'other')")
    #expect(
      question.texts[.label]
        == ["Tiếng Việt (vi)": "Khác (ghi rõ)", "English (en)": "Specify other."]
    )
  }

  @Test func `spaces fold in the survey unless the settings say no`() throws {
    let survey = "| survey |\n| | type | name | label |\n| | text | a | A   “b” |\n"
    #expect(try xlsForm(survey).items[0].texts[.label] == ["": "A \"b\""])
    let kept = survey + "| settings |\n| | clean_text_values |\n| | no |\n"
    #expect(try xlsForm(kept).items[0].texts[.label] == ["": "A   \"b\""])
  }

  @Test func `comments and rules of Markdown say nothing, an escaped bar is a bar`() throws {
    let form = try xlsForm(
      """
      # A form
      | survey |            | # what is asked
      |        | type | name | label |
      |--------|------|------|-------|
      |        | text | a    | A \\| B<br>C | # remark
      """
    )
    #expect(form.items.count == 1)
    #expect(form.items[0].texts[.label] == ["": "A | B\nC"])
  }

  @Test func `a form without questions is warned about, unless they are the error`() throws {
    let none = "| survey |\n| | type | name | label |\n"
    #expect(try xlsFormCodes(none, severity: .warning) == ["xlsform-no-questions"])
    #expect(try xlsFormCodes(none + "| | today | day | |\n", severity: .warning) == [])
    let wrong = none + "| | texts | a | A |\n"
    #expect(try xlsFormCodes(wrong, severity: .warning) == [])
  }

  @Test func `one CSV holds all sheets`() throws {
    let text = """
      survey,,,
      ,type,name,label
      ,select_one l,a,"A, with a comma"
      choices,list_name,name,label
      ,l,1,"C
      D"
      """
    let (read, findings) = try XLSFormReader().read(text, format: .csv, file: "form.csv")
    #expect(findings.isEmpty)
    let form = try #require(read)
    #expect(form.items[0].texts[.label] == ["": "A, with a comma"])
    #expect(form.list("l")?.choices.first?.texts[.label] == ["": "C\nD"])
    #expect(form.setting("form_id") == "form")
  }

  @Test func `an old workbook is refused with how to save it anew`() {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 504)
    #expect(throws: TabularError.workbook(.foreign(.xls))) {
      _ = try WorkbookSheets.read(.bytes(bytes))
    }
  }

  @Test(arguments: [
    ("a", false), ("1 + 1", true), ("yesterday()", true), ("${a}", true), ("2024-01-05", false),
    ("-5", false), ("a-b", false), ("a - b", true), ("'a + b'", false), ("8 mod 3", true),
    ("08:30:00", false), ("${a", false), ("jr://images/x.png", false),
  ])
  func `a default is computed when it holds an operator, a call or a reference`(
    _ text: String,
    _ isDynamic: Bool
  ) {
    #expect(XLSFormDefault.isDynamic(text, type: .question(.text)) == isDynamic)
  }

  @Test func `types are known by all their names`() {
    func text(_ type: String) -> String? { XLSFormTypeNames.read(type)?.type.text }
    #expect(text("select1 l") == "select_one l")
    #expect(text("select all that apply from l") == "select_multiple l")
    #expect(text("add select one prompt using l") == "select_one l")
    #expect(text("select one from file x.csv") == "select_one_from_file x.csv")
    #expect(text("begin looped group") == "begin_repeat")
    #expect(text("begin loop over l") == "begin loop over l")
    #expect(text("end lgroup") == "end_repeat")
    #expect(text("imei") == "deviceid")
    #expect(text("int") == "integer")
    #expect(text("select_one") == nil)
    #expect(text("select_one a b") == nil)
    #expect(XLSFormTypeNames.nearest(to: "Interger") == "integer")
    #expect(XLSFormTypeNames.nearest(to: "Select_one l") == "select_one l")
  }

  @Test func `hostile text never stops the reader`() throws {
    let parts = [
      "|", "survey", "\n", "${", "}", "\\", "#", "a", "=", "::", " ", "\u{FEFF}", "1e999",
    ]
    var seed: UInt64 = 7
    for _ in 0..<400 {
      var text = "| survey |\n| | type | name | label | parameters | default |\n"
      for _ in 0..<60 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(seed >> 33) % parts.count]
      }
      for format in [XLSFormFormat.markdown, .csv] {
        _ = try? XLSFormReader().read(text, format: format, file: "f")
      }
    }
  }
}
