import SurveyFormats
import SurveyModel
import Testing

@Suite("YAML: keys and shapes")
struct YAMLStructureTests {
  @Test func `an unknown key names the nearest one`() {
    let yaml = form("      - {id: a, type: text, labell: {vi: A}}")
    #expect(findings(yaml) == ["missing-key@9:9", "unknown-key@9:29"])
    #expect(
      texts(yaml).english == [
        "q.yaml:9:9: error: key 'label' is missing; add 'label: ...' [missing-key]",
        "q.yaml:9:29: error: key 'labell' is not part of the format; did you mean 'label'? "
          + "[unknown-key]",
      ]
    )
    #expect(
      texts(yaml).vietnamese == [
        "q.yaml:9:9: lỗi: thiếu khóa 'label'; hãy thêm 'label: ...' [missing-key]",
        "q.yaml:9:29: lỗi: khóa 'labell' không có trong định dạng; có phải là 'label'? [unknown-key]",
      ]
    )
  }

  @Test func `a key far from all others lists what there is`() {
    let yaml = form(
      "      - {id: a, type: text, label: {vi: A}}",
      extra: "consent: {version: '1', text: {vi: C}, zzzzzz: 1}"
    )
    #expect(findings(yaml) == ["unknown-key@10:40"])
    #expect(texts(yaml).english[0].contains("remove it or use one of version, text"))
  }

  @Test func `all duplicate keys are found, and the rest is read`() {
    let yaml = """
      questionnaire: q
      questionnaire: r
      version: "1"
      "version": "2"
      languages: [vi]
      title: {vi: T, vi: U, vi: V}
      sections:
        - id: s
          title: {vi: S}
          questions:
            - {id: a, type: text, label: {vi: A}, id: b}
            - {id: a2, typ: text, label: {vi: A}}
      """
    #expect(
      findings(yaml) == [
        "duplicate-key@2:1", "duplicate-key@4:1", "duplicate-key@6:16", "duplicate-key@6:23",
        "duplicate-key@11:45", "type-missing@12:9", "unknown-key@12:18",
      ]
    )
    let questionnaire = YAMLQuestionnaireReader().read(yaml, file: "q.yaml").questionnaire
    #expect(questionnaire?.id == "q")
    #expect(questionnaire?.title == LocalizedText(["vi": "T"]))
    #expect(texts(yaml).english[0].contains("key 'questionnaire' is already used in line 1; "))
    #expect(texts(yaml).vietnamese[0].contains("khóa 'questionnaire' đã có ở dòng 1; "))
  }

  @Test func `duplicate keys that cannot be set apart stop the reading with one finding`() {
    #expect(findings("'': 1\n'': 2\n") == ["duplicate-key@1:1"])
    let many = (0..<60).map { "k\($0): 1\nk\($0): 2\n" }.joined()
    #expect(findings(many).count == 1)
    #expect(findings(many).allSatisfy { $0.hasPrefix("duplicate-key@") })
  }

  @Test func `lists, maps and values in each other's place`() {
    let yaml = """
      questionnaire: [q]
      version: {a: b}
      languages: vi
      title: T
      sections: {a: b}
      """
    #expect(
      findings(yaml) == [
        "wrong-shape@1:16", "wrong-shape@2:10", "wrong-shape@3:12", "text-without-language@4:8",
        "wrong-shape@5:11",
      ]
    )
    #expect(
      texts(yaml).english[2]
        == "q.yaml:3:12: error: this place takes a list, not one value; write '[a, b]' [wrong-shape]"
    )
    #expect(
      texts(yaml).vietnamese[2]
        == "q.yaml:3:12: lỗi: chỗ này cần một danh sách, không phải một giá trị; "
        + "hãy viết '[a, b]' [wrong-shape]"
    )
  }

  @Test func `empty values, items and lists`() {
    let yaml = """
      questionnaire: q
      version:
      languages: []
      title: {vi: T}
      sections:
        -
        - id: s
          title: {vi: S}
          questions: []
      """
    #expect(
      findings(yaml) == [
        "empty-value@2:1", "empty-list@3:1", "no-questions@5:1", "empty-item@6:4",
      ]
    )
    #expect(findings("questionnaire: q\n").count == 4)
  }

  @Test func `a comma in words without quotes is told from a key`() {
    let yaml = form("      - {id: a, type: text, label: {vi: Có, nhưng ít}}")
    #expect(findings(yaml) == ["unquoted-text@9:45"])
    #expect(
      texts(yaml).vietnamese == [
        "q.yaml:9:45: lỗi: 'nhưng ít' bị hiểu là một khóa vì đứng sau dấu phẩy; "
          + "hãy đặt cả câu trong dấu nháy kép [unquoted-text]"
      ]
    )
    #expect(
      texts(yaml).english == [
        "q.yaml:9:45: error: 'nhưng ít' is read as a key because it follows a comma; "
          + "put the text in quotes [unquoted-text]"
      ]
    )
  }

  @Test func `a key that is a list is refused`() {
    #expect(
      findings(form("      - {id: a, type: text, label: {vi: A}}", extra: "[a]: 1")) == [
        "key-is-no-text@10:1"
      ]
    )
  }
}
