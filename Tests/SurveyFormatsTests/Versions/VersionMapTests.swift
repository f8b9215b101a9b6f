import SurveyFormats
import SurveyModel
import Testing

@Suite("Maps between versions")
struct VersionMapTests {
  private func codes(_ lines: String, _ edits: (String, String)...) throws -> [String] {
    let new = try TrialForm.edited(edits, version: "2")
    let map = try TrialForm.map(lines)
    return map.check(from: try TrialForm.original(), to: new).map(\.code)
  }

  @Test func `a good map has no findings`() throws {
    #expect(try codes("  - {question: gioi, recode: {1: 2, 2: not-comparable}}") == [])
    #expect(try codes("  - {question: h1, recode: {1: refused}}") == [])
  }

  @Test func `questions that are not there`() throws {
    #expect(try codes("  - {question: tuoii, comparable: true}") == ["version-map-unknown-old"])
    #expect(try codes("  - {question: tuoi, becomes: age}") == ["version-map-unknown-new"])
    #expect(try codes("  - {question: gone, dropped: true}") == ["version-map-unknown-old"])
  }

  @Test func `two questions do not become one`() throws {
    let edit = ("{id: cho, type", "{id: diem, type")
    #expect(
      try codes("  - {question: cho, becomes: diem}\n  - {question: tuoi, becomes: diem}", edit)
        == ["version-map-two-into-one"]
    )
    #expect(try codes("  - {question: so, becomes: tuoi}") == ["version-map-two-into-one"])
  }

  @Test func `names do not go in a circle`() throws {
    #expect(
      try codes("  - {question: h1, becomes: h2}\n  - {question: h2, becomes: h1}")
        == ["version-map-circle"]
    )
    let three = """
        - {question: so, becomes: tuoi}
        - {question: tuoi, becomes: cho}
        - {question: cho, becomes: so}
      """
    #expect(try codes(three) == ["version-map-circle"])
  }

  @Test func `a chain of names is no circle`() throws {
    let found = try codes(
      "  - {question: so, becomes: tuoi}\n  - {question: tuoi, becomes: diem}\n",
      ("{id: cho, type", "{id: diem, type")
    )
    #expect(found == [])
  }

  @Test func `codes that are not there or come twice`() throws {
    #expect(
      try codes("  - {question: gioi, recode: {7: 1, 1: 8}}").sorted()
        == ["version-map-unknown-new-code", "version-map-unknown-old-code"]
    )
    #expect(try codes("  - {question: tuoi, recode: {1: 2}}") == ["version-map-no-options"])
    var map = try TrialForm.map("  - {question: gioi, recode: {1: 2}}")
    map.entries[0].recodes.append(map.entries[0].recodes[0])
    let form = try TrialForm.original()
    #expect(map.check(from: form, to: form).map(\.code) == ["version-map-code-twice"])
  }

  @Test func `a code that is written twice is a key that is written twice`() {
    let text =
      "version_map: thu\nfrom: \"1\"\nto: \"2\"\nquestions:\n  - {question: gioi, recode: {1: 2, 1: 3}}\n"
    let (_, findings) = YAMLVersionMapReader().read(text, file: "m.yaml")
    #expect(findings.map(\.code) == ["duplicate-key"])
  }

  @Test func `what nobody has confirmed is not used`() throws {
    #expect(
      try codes("  - {question: gioi, comparable: true, confirmed: false}")
        == ["version-map-not-confirmed"]
    )
    #expect(
      try codes("  - {question: gioi, comparable: true}\n  - {question: gioi, dropped: true}")
        == ["version-map-question-twice"]
    )
    #expect(
      try codes("  - {question: gioi, becomes: gioi, dropped: true}")
        == ["version-map-dropped-and-more"]
    )
  }

  @Test(arguments: [
    "", "- 1", "version_map: thu", "version_map: [1]\nfrom: 1\nto: 2", "questions: {}",
    "version_map: thu\nfrom: 1\nto: 2\nquestions: [1, {question: [a]}, {recode: 3}, ~]",
    "version_map: thu\nfrom: 1\nto: 2\nquestions:\n  - {question: a, recode: [1], comparable: maybe}",
    "\u{0}\u{1}: {", "version_map: &a thu\nfrom: *a",
  ])
  func `a damaged file has findings and traps nothing`(text: String) {
    let (_, findings) = YAMLVersionMapReader().read(text, file: "m.yaml")
    #expect(!findings.isEmpty)
  }

  @Test func `the proposal is read back and waits for a person`() throws {
    let old = try TrialForm.original()
    let new = try TrialForm.edited(
      ("{id: cho, type", "{id: diem, type"),
      ("{code: 1, label: {vi: Nam, en: Male}}", "{code: 3, label: {vi: Nam, en: Male}}"),
      (
        "          - {id: h2, type: select_one, scale: hai-long, relevant: \"${tuoi} > 20\", label: {vi: Nơi ngồi chờ, en: Waiting room}}\n",
        ""
      )
    )
    let proposal = VersionMap.proposal(from: old, to: new)
    let (read, findings) = YAMLVersionMapReader().read(proposal.text, file: "m.yaml")
    #expect(findings.isEmpty)
    var map = try #require(read)
    #expect(map.entries.map(\.question) == ["gioi", "cho", "h2"])
    #expect(map.entries.allSatisfy { !$0.isConfirmed })
    #expect(map.check(from: old, to: new).allSatisfy { $0.code == "version-map-not-confirmed" })
    for place in map.entries.indices { map.entries[place].isConfirmed = true }
    #expect(map.check(from: old, to: new).isEmpty)
    let comparison = QuestionnaireComparison(old, new, map: map)
    #expect(comparison.forbidden.isEmpty)
    #expect(comparison.step.fates["gioi"] == .carried(to: "gioi", codes: ["1": .code("3")]))
    #expect(comparison.step.fates["cho"] == .carried(to: "diem", codes: [:]))
    #expect(comparison.step.fates["h2"] == .apart(to: "h2", .removed))
  }
}
