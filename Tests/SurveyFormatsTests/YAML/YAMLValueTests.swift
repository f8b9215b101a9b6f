import SurveyFormats
import SurveyModel
import Testing

@Suite("YAML: values, names and languages")
struct YAMLValueTests {
  @Test func `scalars are read as they are written`() throws {
    let yaml = """
      questionnaire: "q"
      version: 2024-01-01
      languages: [vi]
      title: {vi: no}
      choices:
        c:
          - {code: 01, label: {vi: 1:30}}
          - {code: 0x1F, label: {vi: ~}}
          - {code: 1e3, label: {vi: null}}
      sections:
        - id: s
          title: {vi: yes}
          questions:
            - {id: a, choices: c, label: {vi: 06712}}
      """
    #expect(findings(yaml) == [])
    let questionnaire = try #require(
      YAMLQuestionnaireReader().read(yaml, file: "q").questionnaire
    )
    #expect(questionnaire.version == "2024-01-01")
    #expect(questionnaire.title.text("vi") == "no")
    #expect(questionnaire.sections[0].title.text("vi") == "yes")
    let question = questionnaire.questions[0]
    #expect(question.label.text("vi") == "06712")
    #expect(question.kind.choiceList?.choices.map(\.code) == ["01", "0x1F", "1e3"])
    #expect(question.kind.choiceList?.choices.map { $0.label.text("vi") } == ["1:30", "~", "null"])
  }

  @Test func `text becomes composed`() throws {
    let yaml = form("      - {id: a, type: text, label: {vi: ho\u{300}a}}")
    let read = YAMLQuestionnaireReader().read(yaml, file: "q").questionnaire
    let label = try #require(read?.questions.first?.label.text("vi"))
    #expect(Array(label.unicodeScalars) == Array("hòa".unicodeScalars))
  }

  @Test(arguments: [
    ("id: 1a", "invalid-id@9:15"),
    ("id: a-b", "invalid-id@9:15"),
    ("id: tuổi", "invalid-id@9:15"),
    ("id: 'a b'", "invalid-id@9:15"),
  ])
  func `names of questions are ASCII and begin with a letter`(_ text: String, _ finding: String) {
    let yaml = form("      - { \(text), type: text, label: {vi: A}}")
    #expect(findings(yaml) == [finding])
  }

  @Test func `names of questionnaires and lists may hold hyphens`() {
    let yaml = form("      - {id: a, type: text, label: {vi: A}}")
    #expect(findings(yaml.replacingFirst("questionnaire: q", with: "questionnaire: q-1")) == [])
    let section = yaml.replacingFirst("- id: s", with: "- id: s-1")
    #expect(findings(section) == ["invalid-id@6:9"])
    #expect(
      texts(section).english == [
        "q.yaml:6:9: error: name 's-1' is not allowed; begin with a letter and use only a-z, A-Z, "
          + "0-9, '_', at most 64 characters [invalid-id]"
      ]
    )
  }

  @Test func `languages`() {
    let yaml = """
      questionnaire: q
      version: "1"
      languages: [vi, en, vi, Vietnamese]
      title: {en: T, fr: T}
      sections:
        - {id: s, title: {vi: S, en: ""}, questions: [{id: a, type: text, label: {vi: A}}]}
      """
    #expect(
      findings(yaml) == [
        "repeated-language@3:21", "invalid-language@3:25", "default-translation-missing@4:8",
        "translation-missing@4:8", "unknown-language@4:16", "translation-missing@6:20",
        "empty-text@6:28", "translation-missing@6:76", "translation-missing@6:76",
      ]
    )
    let diagnostics = YAMLQuestionnaireReader().read(yaml, file: "q.yaml").diagnostics
    #expect(
      diagnostics.filter { $0.code == "translation-missing" }.allSatisfy { $0.severity == .warning }
    )
    #expect(
      diagnostics[4].text(in: .english)
        == "q.yaml:4:16: error: language 'fr' is not declared (there are vi, en, Vietnamese); "
        + "add it to 'languages' or correct the code [unknown-language]"
    )
    #expect(
      diagnostics[3].text(in: .vietnamese)
        == "q.yaml:4:8: cảnh báo: thiếu bản dịch 'Vietnamese'; hãy thêm 'Vietnamese: ...' "
        + "[translation-missing]"
    )
  }

  @Test func `flags, numbers and words`() {
    let yaml = """
      questionnaire: q
      version: "1"
      languages: [vi]
      title: {vi: T}
      missing:
        - {code: 98, reason: not-applicable, label: {vi: X}}
        - {code: 99, reason: refussed, label: {vi: X}}
      scales:
        t:
          kind: nominal
          direction: acending
          levels: [{code: 1, label: {vi: A}, positive: yes}, {code: 2, label: {vi: B}, points: two}]
      sections:
        - id: s
          title: {vi: S}
          questions:
            - {id: a, scale: t, label: {vi: A}, persist: 1, role: interview_date}
      """
    #expect(
      findings(yaml) == [
        "unknown-reason@6:24", "unknown-reason@7:24", "unknown-scale-kind@10:11",
        "unknown-direction@11:16", "bad-flag@12:50", "bad-number@12:90", "bad-flag@17:52",
        "unknown-role@17:61",
      ]
    )
    #expect(
      texts(yaml).english[1]
        == "q.yaml:7:24: error: reason 'refussed' does not exist; did you mean 'refused'? "
        + "[unknown-reason]"
    )
    #expect(
      texts(yaml).vietnamese[0]
        == "q.yaml:6:24: lỗi: lý do không có câu trả lời 'not-applicable' không có; "
        + "hãy dùng một trong: do-not-know, refused, no-answer [unknown-reason]"
    )
  }
}

extension String {
  /// The text with the first occurrence of `part` replaced.
  func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func firstRange(of part: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(part) }
      .map { $0..<index($0, offsetBy: part.count) }
  }

  private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: other)
    return copy
  }
}
