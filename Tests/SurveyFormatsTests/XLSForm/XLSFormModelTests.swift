import Foundation
import SurveyModel
import Testing

@testable import SurveyFormats

@Suite("XLSForms and questionnaires")
struct XLSFormModelTests {
  private func questionnaire(
    _ markdown: String,
    files: @escaping XLSFormConverter.Files = { _ in nil }
  ) throws -> (Questionnaire, [Diagnostic]) {
    let form = try xlsForm(markdown)
    let made = XLSFormConverter(file: "form.md", files: files).questionnaire(form)
    return (made.questionnaire, made.findings)
  }

  @Test func `rows become questions, groups and sections`() throws {
    let (questionnaire, findings) = try questionnaire(XLSFormWriterTests.full)
    #expect(questionnaire.id == "thu")
    #expect(questionnaire.languages == ["vi", "en"])
    #expect(questionnaire.groups.map(\.id) == ["g", "lo", "lo_x", "lo_y"])
    #expect(questionnaire.groups[0].relevant?.expression.text == "1 = 1")
    let ids = questionnaire.questions.map(\.id)
    #expect(
      ids == [
        "begun", "a", "a_other", "b", "c", "lo_x_generated_note_name_9",
        "lo_y_generated_note_name_9", "where", "audit",
      ]
    )
    #expect(questionnaire.questions[0].kind == .metadata(.start))
    #expect(questionnaire.questions[1].kind.choiceList?.choices.map(\.code) == ["1", "0", "other"])
    #expect(questionnaire.questions[1].randomize == .seed(4))
    #expect(questionnaire.questions[1].extras["image::Tiếng Việt (vi)"] == "x.png")
    #expect(
      questionnaire.questions[2].relevant?.expression.text == "selected(${a}, 'other')"
    )
    #expect(questionnaire.questions[3].kind == .range(NumberRange(start: 0, end: 5, step: 1)))
    #expect(questionnaire.questions[7].kind == .carried("geopoint"))
    #expect(findings.map(\.code) == ["model-loop"])
  }

  @Test func `names become ids, and references follow`() throws {
    let (questionnaire, findings) = try questionnaire(
      """
      | survey |
      | | type | name | label | relevant |
      | | begin group | g | G | |
      | | integer | mức_độ | A | |
      | | text | x | X | |
      | | end group | | | |
      | | text | x | X | ${mức_độ} > 1 |
      | | text | a-b | B | ../mức_độ = 2 and 'x' = '../mức_độ' |
      """
    )
    #expect(questionnaire.questions.map(\.id) == ["muc_do", "x", "x_2", "a_b"])
    #expect(questionnaire.questions[2].relevant?.expression.text == "${muc_do} > 1")
    #expect(
      questionnaire.questions[3].relevant?.expression.text
        == "${muc_do} = 2 and 'x' = '../mức_độ'"
    )
    #expect(findings.allSatisfy { $0.code == "model-renamed" } && !findings.isEmpty)
  }

  @Test func `choices come from a file beside the form`() throws {
    let form = """
      | survey |
      | | type | name | label | parameters |
      | | select_one_from_file places.csv | p | P | value=code label=title |
      """
    let table = LookupTable(
      file: "places.csv",
      columns: ["code", "title", "region"],
      rows: [["1", "One", "north"], ["2", "Two", ""]]
    )
    let (questionnaire, findings) = try questionnaire(form) { $0 == table.file ? table : nil }
    #expect(findings.isEmpty)
    let list = try #require(questionnaire.questions[0].kind.choiceList)
    #expect(list.choices.map(\.code) == ["1", "2"])
    #expect(list.choices[0].label.text("en") == "One")
    #expect(list.choices[0].attributes["region"] == "north")
    #expect(list.source?.file == "places.csv")
    let missing = try self.questionnaire(form).1
    #expect(missing.map(\.code) == ["model-file-missing"])
  }

  @Test func `a file without the columns of a question is told with those it has`() throws {
    let form = """
      | survey |
      | | type | name | label | parameters |
      | | select_one_from_file places.csv | p | P | value=code label=title |
      | | select_one_from_file places.csv | r | R | value=ma |
      | | select_one_from_file map.geojson | g | G | |
      """
    let table = LookupTable(file: "places.csv", columns: ["ma", "ten"], rows: [["1", "One"]])
    let (questionnaire, findings) = try questionnaire(form) { $0 == table.file ? table : nil }
    #expect(
      findings.map(\.code) == ["table-unknown-column", "table-unknown-column", "model-file-no-csv"]
    )
    let first = try #require(findings.first)
    let words = first.message.text(in: .vietnamese)
    #expect(words.contains("bảng 'places.csv' không có cột 'code'; hãy dùng một trong: ma, ten"))
    let kinds = questionnaire.questions.map(\.kind.name)
    #expect(
      kinds == [
        "select_one_from_file places.csv", "select_one", "select_one_from_file map.geojson",
      ]
    )
    let choice = try #require(questionnaire.questions[1].kind.choiceList?.choices.first)
    #expect(choice.code == "1")
    #expect(choice.label.text("en") == "1")
  }

  @Test func `a table that is looked up and missing is told once`() throws {
    let form = """
      | survey |
      | | type | name | label | calculation |
      | | calculate | a | | pulldata('gia', 'x', 'y', '1') |
      | | calculate | b | | pulldata('gia', 'z', 'y', '1') |
      | | xml-external | thue | | |
      | | calculate | c | | instance('thue')/root/item[name = '1']/label |
      """
    let (questionnaire, findings) = try questionnaire(form)
    #expect(findings.map(\.code) == ["model-lookup-missing"])
    #expect(questionnaire.check().map(\.code).contains("expression-unknown-table"))
  }

  @Test func `what is computed is not asked, and comes back as it was`() throws {
    let markdown = """
      | survey |
      | | type | name | label | calculation | trigger | default |
      | | integer | a | A | 1 + 1 | | |
      | | calculate | b | | | | today() |
      | | note | c | C | 2 | | |
      | | dateTime | d | | now() | ${e} | |
      | | text | e | E | | | |
      """
    let original = try xlsForm(markdown)
    let (questionnaire, findings) = try questionnaire(markdown)
    #expect(findings.isEmpty)
    #expect(
      questionnaire.questions.map(\.kind.name) == [
        "calculate", "hidden", "note", "calculate", "text",
      ]
    )
    let found = XLSFormConverter(file: "f.md").placed(questionnaire.check(), in: original)
    #expect(found.map { $0.text(in: .english) } == [])
    let again = XLSFormMaker(questionnaire).form(file: "f").form
    let rows = again.items.filter { $0.isQuestion }
    #expect(rows.map(\.type) == original.items.map(\.type))
    #expect(rows.map { $0.cells["calculation"] } == original.items.map { $0.cells["calculation"] })
  }

  @Test func `a path into a repeat keeps meaning all of its turns`() throws {
    let (questionnaire, _) = try questionnaire(
      """
      | survey |
      | | type | name | label | calculation |
      | | begin_repeat | hộ | H | |
      | | begin_repeat | g-1 | G | |
      | | integer | tuổi | T | |
      | | calculate | a | | sum(../../g-1/tuổi) + ../tuổi + count(../../g-1) |
      | | calculate | b | | sum(current()/../../../hộ/g-1/tuổi) + /data/hộ/g-1/tuổi |
      | | end_repeat | | | |
      | | end_repeat | | | |
      """
    )
    #expect(
      questionnaire.questions.map { $0.calculation?.expression.text } == [
        nil, "sum(../../g_1/tuoi) + ${tuoi} + count(${g_1})",
        "sum(../../../ho/g_1/tuoi) + ${tuoi}",
      ]
    )
    #expect(!questionnaire.check().containsErrors)
  }

  @Test func `what a trigger sets is asked where it has a label`() throws {
    let (questionnaire, findings) = try questionnaire(
      """
      | survey |
      | | type | name | label | calculation | trigger |
      | | text | họ | H | | |
      | | text | ten | T | concat('a', ${họ}) | ${họ} |
      | | calculate | luc | | now() | ${họ}, ${ten} |
      | | integer | kin | | 1 + 1 | ${ten} |
      | | text | xoa | X | | ${ten} |
      """
    )
    #expect(findings.map(\.code) == ["model-renamed"])
    let questions = questionnaire.questions
    #expect(questions.map(\.kind) == [.text, .text, .calculate, .calculate, .text])
    #expect(questions.map(\.triggers) == [[], ["ho"], ["ho", "ten"], ["ten"], ["ten"]])
    #expect(questions[1].calculation?.expression.text == "concat('a', ${ho})")
    #expect(questions[4].calculation == nil)
    #expect(questionnaire.check().map(\.code) == ["consent-missing"])
    let again = XLSFormConverter(file: "form.md") { _ in nil }
      .questionnaire(XLSFormMaker(questionnaire).form(file: "q.yaml").form).questionnaire
    #expect(again.questions.map(\.kind) == questions.map(\.kind))
    #expect(
      again.questions.map(\.calculation?.expression) == questions.map(\.calculation?.expression)
    )
    #expect(again.questions.map(\.trigger) == questions.map(\.trigger))
  }

  @Test func `findings of the questionnaire name the cell, wherever in it they are`() throws {
    let form = try xlsForm(
      """
      | survey |
      | | type | name | label | relevant |
      | | text | a | A | |
      | | text | b | B | 1 + nothing(2) > 0 |
      """
    )
    let converter = XLSFormConverter(file: "f.md")
    let questionnaire = converter.questionnaire(form).questionnaire
    let said = converter.placed(questionnaire.check(), in: form).map { $0.text(in: .english) }
    #expect(said.count == 1)
    #expect(said.first?.hasPrefix("f.md:4:4: error: survey!D3 (relevant): ") == true)
  }

  @Test func `files that expressions look things up in come along`() throws {
    let markdown = """
      | survey |
      | | type | name | label | calculation |
      | | select_one l | a | A | |
      | | calculate | b | | pulldata('prices', 'price', 'code', ${a}) |
      | | calculate | c | | instance("l")/root/item[name = ${a}]/label |
      | choices |
      | | list_name | name | label |
      | | l | 1 | One |
      """
    let table = LookupTable(file: "prices.csv", columns: ["code", "price"], rows: [["1", "9"]])
    let (questionnaire, findings) = try questionnaire(markdown) { $0 == table.file ? table : nil }
    #expect(findings.isEmpty)
    #expect(questionnaire.tables == [table])
    #expect(try self.questionnaire(markdown).1.map(\.code) == ["model-lookup-missing"])
  }

  @Test func `an expression that cannot be read is found in its cell`() throws {
    let (_, findings) = try questionnaire(
      """
      | survey |
      | | type | name | label | constraint |
      | | text | a | A | . = |
      """
    )
    let said = try #require(findings.first).text(in: .english)
    #expect(said.hasPrefix("form.md:3:4: error: survey!D2 (constraint): "))
    #expect(said.hasSuffix("[expression-unexpected-end]"))
  }

  @Test func `the shipped questionnaires become forms without faults, and come back`() throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Questionnaires")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(!names.isEmpty)
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      guard text.contains("questionnaire:") else { continue }
      let original = try #require(YAMLQuestionnaireReader().read(text, file: name).questionnaire)
      let form = XLSFormMaker(original).form(file: name).form
      let markdown = XLSFormWriter(form).markdown
      let (read, findings) = try XLSFormReader().read(markdown, format: .markdown, file: "f.md")
      #expect(findings.filter { $0.severity == .error }.map { $0.text(in: .english) } == [])
      let again = XLSFormConverter(file: "f.md").questionnaire(try #require(read)).questionnaire
      #expect(again.id == original.id)
      #expect(again.version == original.version)
      #expect(again.languages == original.languages)
      #expect(again.questions.map(\.id) == original.questions.map(\.id), "\(name)")
      #expect(again.sections.map(\.id) == original.sections.map(\.id), "\(name)")
      #expect(again.sections.map(\.matrix) == original.sections.map(\.matrix), "\(name)")
      for (one, other) in zip(again.questions, original.questions) {
        #expect(one.kind.name == other.kind.name)
        #expect(one.label == other.label)
        #expect(one.hint == other.hint)
        #expect(one.isAsked == other.isAsked)
        #expect(one.role == other.role)
        #expect(one.relevant?.expression == other.relevant?.expression)
        #expect(one.constraint?.expression == other.constraint?.expression)
        #expect(one.warning?.expression == other.warning?.expression)
        #expect(one.warningMessage == other.warningMessage)
        #expect(one.kind.choiceList?.choices == other.kind.choiceList?.choices)
        #expect(one.kind.choiceList?.scale == other.kind.choiceList?.scale)
      }
    }
  }

  @Test func `what is only for the study is named, not written`() throws {
    let text = """
      questionnaire: thu
      version: "1"
      languages: [vi]
      title: {vi: Thử}
      key: [a]
      sections:
        - id: s
          title: {vi: Mục}
          questions:
            - id: a
              type: text
              label: {vi: A}
      """
    let original = try #require(YAMLQuestionnaireReader().read(text, file: "f").questionnaire)
    let findings = XLSFormMaker(original).form(file: "f.yaml").findings
    #expect(findings.map(\.code) == ["model-left-out"])
    #expect(findings[0].text(in: .english).contains("key"))
  }
}
