import SurveyFormats
import SurveyModel
import Testing

@Suite("YAML: what is wrong before keys mean anything")
struct YAMLSyntaxTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let yaml: String
    let finding: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "empty", yaml: "", finding: "yaml-empty@1:1"),
    Case(name: "only a comment", yaml: "# x\n", finding: "yaml-empty@1:1"),
    Case(name: "tab", yaml: "a:\n\tb: 1\n", finding: "yaml-tab@2:1"),
    Case(name: "at sign", yaml: "a: @x\n", finding: "yaml-reserved-character@1:4"),
    Case(name: "quote", yaml: "a: \"x\nb: 2\n", finding: "yaml-unclosed-quote@1:4"),
    Case(name: "apostrophe", yaml: "a: 'x\n", finding: "yaml-unclosed-quote@1:4"),
    Case(name: "bracket", yaml: "a: [1, 2\nb: 3\n", finding: "yaml-unclosed-bracket@2:2"),
    Case(
      name: "reference in braces",
      yaml: "{id: a, r: ${x} = 1}",
      finding: "yaml-unclosed-bracket@1:13"
    ),
    Case(name: "colon", yaml: "vi: Lưu ý: xin đọc\n", finding: "yaml-colon@1:10"),
    Case(name: "indentation", yaml: "a:\n  b: 1\n c: 2\n", finding: "yaml-indentation@3:2"),
    Case(name: "list beside map", yaml: "a: 1\n- b\n", finding: "yaml-indentation@2:1"),
    Case(name: "two documents", yaml: "a: 1\n---\nb: 2\n", finding: "yaml-several-documents@2:1"),
    Case(name: "unknown alias", yaml: "a: *x\n", finding: "yaml-anchor@1:4"),
    Case(
      name: "control character",
      yaml: "ab: 1\nb: \u{1}\n",
      finding: "yaml-control-character@2:4"
    ),
    Case(name: "unknown escape", yaml: "a: \"\\q\"\n", finding: "yaml-syntax@1:5"),
    Case(
      name: "endless brackets",
      yaml: String(repeating: "[", count: 5000),
      finding: "yaml-too-deep@1:1"
    ),
    Case(
      name: "too large",
      yaml: String(repeating: "# x\n", count: 250_001),
      finding: "yaml-too-large@1:1"
    ),
    Case(name: "a list", yaml: "- a\n", finding: "wrong-shape@1:1"),
    Case(name: "a word", yaml: "a", finding: "wrong-shape@1:1"),
  ])
  func `a file that is no map of keys gets one finding at its place`(_ reference: Case) {
    #expect(findings(reference.yaml) == [reference.finding])
    #expect(planFindings(reference.yaml) == [reference.finding])
  }

  @Test func `columns count characters, not bytes or marks`() {
    // "ề" written as three scalars takes one column.
    #expect(findings("vi: e\u{302}\u{300}: a\n") == ["yaml-colon@1:6"])
    #expect(findings("\u{FEFF}a: @x\n") == ["yaml-reserved-character@1:4"])
    #expect(findings("a: 1\r\nb: @x\r\n") == ["yaml-reserved-character@2:4"])
  }

  @Test func `brackets that nest past the limit are one finding at the first that is too deep`() {
    let yaml = "a: " + String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(findings(yaml).filter { $0.hasPrefix("yaml-too-deep") } == ["yaml-too-deep@1:68"])
  }

  @Test func `anchors are refused and nothing else is said about them`() {
    let yaml = form("      - &a {id: a, type: text, label: {vi: A}}\n      - *a")
    #expect(findings(yaml).filter { !$0.hasPrefix("no-questions") } == ["yaml-anchor@9:9"])
  }

  @Test(.timeLimit(.minutes(1))) func `aliases that grow to billions are refused at once`() {
    var yaml = "a0: &a0 [x, x]\n"
    for level in 1...40 { yaml += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(findings(yaml).contains { $0.hasPrefix("yaml-anchor@1:") })
    #expect(findings(yaml + "? [*a40, *a40]\n: 1\n") == ["yaml-anchor@2:10"])
    #expect(findings(yaml + "[*a40]: 1\n") == ["yaml-anchor@2:10"])
    #expect(findings(yaml + "*a40 : 1\n") == ["yaml-anchor@2:10"])
  }

  @Test func `every sentence exists in Vietnamese and English`() {
    #expect(
      texts("a:\n\tb: 1\n") == (
        ["q.yaml:2:1: lỗi: dòng thụt lề bằng dấu tab; hãy thay bằng dấu cách [yaml-tab]"],
        ["q.yaml:2:1: error: line is indented with a tab; use spaces [yaml-tab]"]
      )
    )
    let other = texts("a: \"\\q\"\n")
    #expect(
      other.vietnamese == [
        "q.yaml:1:5: lỗi: tệp không đúng cú pháp YAML; hãy sửa ở chỗ này "
          + "(chi tiết của bộ đọc: found unknown escape character) [yaml-syntax]"
      ]
    )
    #expect(
      other.english == [
        "q.yaml:1:5: error: file is not valid YAML; correct this place "
          + "(found unknown escape character) [yaml-syntax]"
      ]
    )
  }
}
