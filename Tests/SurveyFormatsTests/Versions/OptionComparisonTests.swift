import SurveyModel
import Testing

@Suite("Options in two versions")
struct OptionComparisonTests {
  private static let flip = [
    (
      "{code: 1, label: {vi: Rất kém, en: Very bad}}",
      "{code: 1, label: {vi: Rất tốt, en: Very good}, positive: true, points: 2}"
    ),
    (
      "{code: 2, label: {vi: Kém, en: Bad}}",
      "{code: 2, label: {vi: Tốt, en: Good}, positive: true, points: 1}"
    ),
    (
      "{code: 4, label: {vi: Tốt, en: Good}, positive: true, points: 1}\n          - {code: 5",
      "{code: 4, label: {vi: Kém, en: Bad}}\n          - {code: 5"
    ),
    (
      "{code: 5, label: {vi: Rất tốt, en: Very good}, positive: true, points: 2}\n        missing",
      "{code: 5, label: {vi: Rất kém, en: Very bad}}\n        missing"
    ),
    ("direction: ascending", "direction: descending"),
  ]

  @Test func `a further option of a list leaves answers comparable`() throws {
    let found = try changes(
      (
        "- {code: 2, label: {vi: Nữ, en: Female}}",
        "- {code: 2, label: {vi: Nữ, en: Female}}\n        - {code: 3, label: {vi: Khác, en: Other}}"
      )
    )
    #expect(found == ["gioi option-added comparable"])
  }

  @Test func `a further level makes another scale`() throws {
    let found = try changes(
      (
        "        missing:\n",
        "          - {code: 6, label: {vi: Xuất sắc, en: Excellent}, positive: true}\n        missing:\n"
      )
    )
    #expect(found.contains("h1 option-added incomparable"))
    #expect(found.contains("tot affected incomparable"))
  }

  @Test func `a removed option of a single choice cannot be counted and that of a multiple can`()
    throws
  {
    #expect(
      try changes(("        - {code: 2, label: {vi: Nữ, en: Female}}\n", ""))
        == ["gioi option-removed incomparable"]
    )
    #expect(
      try changes(("        - {code: b, label: {vi: Trang điện tử, en: Website}}\n", ""))
        == ["kenh option-removed comparable"]
    )
  }

  @Test func `words under another code are never read as the code`() throws {
    let found = try changes(Self.flip[0], Self.flip[1], Self.flip[2], Self.flip[3], Self.flip[4])
    #expect(found.filter { $0 == "h1 option-recoded forbidden" }.count == 4)
    #expect(found.contains("h1 direction-changed incomparable"))
    #expect(found.contains("tot affected incomparable"))
  }

  @Test func `a map turns a scale round`() throws {
    let map = """
        - {question: h1, recode: {1: 5, 2: 4, 4: 2, 5: 1}}
        - {question: h2, recode: {1: 5, 2: 4, 4: 2, 5: 1}}
      """
    let found = try changes(
      Self.flip[0],
      Self.flip[1],
      Self.flip[2],
      Self.flip[3],
      Self.flip[4],
      map: map
    )
    #expect(found.filter { $0 == "h1 option-recoded comparable" }.count == 4)
    #expect(!found.contains { $0.hasSuffix("forbidden") })
    #expect(found.contains("h1 direction-changed comparable"))
    #expect(!found.contains { $0.hasPrefix("tot ") })
    // What is positive went along with the words.
    #expect(!found.contains { $0.contains("positive-changed") || $0.contains("points-changed") })
  }

  @Test func `nobody can say that words under another code are the same, but for each code`() throws
  {
    let edit = (
      "{code: 1, label: {vi: Nam, en: Male}}", "{code: 3, label: {vi: Nam, en: Male}}"
    )
    #expect(
      try changes(edit, map: "  - {question: gioi, comparable: true}")
        == ["gioi option-recoded forbidden"]
    )
    let swap = (
      "{code: 1, label: {vi: Nam, en: Male}}\n        - {code: 2, label: {vi: Nữ, en: Female}}",
      "{code: 1, label: {vi: Nữ, en: Female}}\n        - {code: 2, label: {vi: Nam, en: Male}}"
    )
    #expect(try changes(swap).count == 2)
    #expect(try changes(swap, map: "  - {question: gioi, recode: {1: 1, 2: 2}}") == [])
  }

  @Test func `half a map is none`() throws {
    let found = try changes(
      Self.flip[0],
      Self.flip[1],
      Self.flip[2],
      Self.flip[3],
      Self.flip[4],
      map: "  - {question: h1, recode: {1: 5, 5: 1}}"
    )
    #expect(found.filter { $0 == "h1 option-recoded forbidden" }.count == 2)
  }

  @Test(arguments: [
    ("vi: Nữ, en: Female", "vi: nữ, en: Female.", ["harmless", "harmless"]),
    ("vi: Nữ, en: Female", "vi: Phụ nữ, en: Female", ["comparable"]),
    ("vi: Nữ, en: Female", "vi: Phụ nữ, en: Female person", ["incomparable", "incomparable"]),
    ("vi: Nữ, en: Female", "vi: Khác, en: Other", ["forbidden", "forbidden"]),
  ])
  func `a code with other words`(old: String, new: String, impacts: [String]) throws {
    #expect(try changes((old, new)) == impacts.map { "gioi option-relabelled \($0)" })
  }

  @Test func `a negation is another meaning`() throws {
    let found = try changes(
      ("vi: Bình thường, en: Neither", "vi: Không bình thường, en: Not neither")
    )
    #expect(found.contains("h1 option-relabelled forbidden"))
  }

  @Test func `order alone is harmless`() throws {
    let found = try changes(
      (
        "        - {code: 1, label: {vi: Nam, en: Male}}\n        - {code: 2, label: {vi: Nữ, en: Female}}",
        "        - {code: 2, label: {vi: Nữ, en: Female}}\n        - {code: 1, label: {vi: Nam, en: Male}}"
      )
    )
    #expect(found == ["gioi options-reordered harmless"])
  }

  @Test func `what counts as good changes figures and not answers`() throws {
    let found = try changes(
      (
        "{code: 3, label: {vi: Bình thường, en: Neither}}",
        "{code: 3, label: {vi: Bình thường, en: Neither}, positive: true}"
      ),
      ("        neutral: 3\n", "")
    )
    #expect(
      found == [
        "h1 neutral-changed incomparable", "h1 positive-changed incomparable",
        "h2 neutral-changed incomparable", "h2 positive-changed incomparable",
        "tot affected incomparable",
      ]
    )
    let comparison = QuestionnaireComparison(
      try TrialForm.original(),
      try TrialForm.edited(("        neutral: 3\n", ""))
    )
    #expect(comparison.step.fates.isEmpty)
  }

  @Test func `points and missing codes`() throws {
    #expect(try changes(("points: 2", "points: 3")).contains("h1 points-changed incomparable"))
    #expect(
      try changes(("code: 9, reason: refused", "code: 8, reason: refused"))
        .contains("h1 missing-codes-changed comparable")
    )
  }

  @Test func `an option that became a missing reason needs a word`() throws {
    let edit = (
      "        - {code: 2, label: {vi: Nữ, en: Female}}\n",
      "        - {code: 3, label: {vi: Khác, en: Other}}\n"
    )
    #expect(
      try changes(edit, map: "  - {question: gioi, recode: {2: refused}}")
        == ["gioi option-missing comparable", "gioi option-added comparable"]
    )
  }

  @Test func `a person answers for what words cannot show`() throws {
    let edit = ("vi: Nữ, en: Female", "vi: Giới nữ, en: Woman")
    #expect(
      try changes(edit, map: "  - {question: gioi, comparable: true}").allSatisfy {
        $0 == "gioi option-relabelled comparable"
      }
    )
    #expect(
      try changes(edit, map: "  - {question: gioi, comparable: false}").allSatisfy {
        $0 == "gioi option-relabelled incomparable"
      }
    )
  }
}
