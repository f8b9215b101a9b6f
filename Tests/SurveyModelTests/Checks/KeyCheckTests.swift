import Testing

@testable import SurveyModel

@Suite("Checks: the key")
struct KeyCheckTests {
  private func findings(_ key: [String]) -> [Diagnostic] {
    let form = Sample.form([
      Sample.question("don_vi"), Sample.question("so_phieu", .integer),
      Sample.question("ngay", .date), Sample.question("can_nang", .decimal),
    ])
    let keyed = Questionnaire(
      id: form.id,
      version: form.version,
      languages: form.languages,
      title: form.title,
      consent: form.consent,
      sections: form.sections,
      key: key
    )
    return keyed.check().filter { $0.code.contains("key-question") }
  }

  @Test func `the key names questions with one plain answer`() {
    #expect(findings([]).isEmpty)
    #expect(findings(["don_vi", "so_phieu", "ngay"]).isEmpty)
    #expect(findings(["don_vj"]).map(\.code) == ["unknown-key-question"])
    #expect(
      findings(["can_nang", "zzz"]).map(\.code).sorted() == [
        "bad-key-question", "unknown-key-question",
      ]
    )
    #expect(
      findings(["don_vj"]).first?.text(in: .english).contains("did you mean 'don_vi'?") == true
    )
    #expect(
      findings(["can_nang"]).first?.text(in: .vietnamese)
        .contains("chỉ dùng câu chọn một, số nguyên, chữ hoặc ngày") == true
    )
  }
}
