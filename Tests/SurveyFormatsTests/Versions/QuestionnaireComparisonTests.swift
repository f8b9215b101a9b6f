import SurveyModel
import Testing

@Suite("Two versions of a form")
struct QuestionnaireComparisonTests {
  @Test func `nothing differs between a form and itself`() throws {
    #expect(try changes() == [])
    #expect(
      QuestionnaireComparison(try TrialForm.original(), try TrialForm.original()).impact == nil
    )
  }

  @Test func `a new question is not asked of earlier interviews`() throws {
    let found = try changes(
      (
        "      - {id: gioi, type",
        "      - {id: moi, type: text, label: {vi: Mới, en: New}}\n          - {id: gioi, type"
      )
    )
    #expect(found == ["moi added comparable"])
  }

  @Test func `a removed question takes its indicator along`() throws {
    let found = try changes(
      (
        "          - {id: h1, type: select_one, scale: hai-long, label: {vi: Thái độ của cán bộ, en: Staff}}\n",
        ""
      ),
      ("item: h1", "item: h2")
    )
    #expect(found == ["h1 removed comparable", "tot formula-changed incomparable"])
  }

  @Test func `only a map renames a question`() throws {
    let edit = ("{id: cho, type", "{id: diem, type")
    #expect(try changes(edit) == ["diem added comparable", "cho removed comparable"])
    #expect(
      try changes(edit, map: "  - {question: cho, becomes: diem}") == ["diem renamed comparable"]
    )
  }

  @Test func `what a renamed question decides is compared under its new name`() throws {
    let found = try changes(
      ("{id: tuoi, type", "{id: age, type"),
      ("${tuoi}", "${age}"),
      ("item: tuoi", "item: age"),
      map: "  - {question: tuoi, becomes: age}"
    )
    #expect(found == ["age renamed comparable"])
  }

  @Test func `a question that was put elsewhere has moved and no other`() throws {
    let line =
      "          - {id: tuoi, type: integer, constraint: \". >= 18\", label: {vi: Tuổi của ông bà, en: Your age}}\n"
    let found = try changes(
      (line, ""),
      ("    sections:\n      - id: phieu\n", "    sections:\n      - id: phieu\n"),
      ("        questions:\n          - {id: so", "        questions:\n\(line)          - {id: so")
    )
    #expect(found == ["tuoi moved harmless"])
  }

  @Test(arguments: [
    ("Thái độ của cán bộ", "Thái độ của cán bộ!", "harmless"),
    ("Thái độ của cán bộ", "Thái độ của các bộ", "harmless"),
    ("Thái độ của cán bộ", "Thái độ của công chức", "comparable"),
    ("Thái độ của cán bộ", "Nơi ngồi chờ có sạch", "comparable"),
  ])
  func `words that stay in one language hold a question`(
    old: String,
    new: String,
    impact: String
  )
    throws
  {
    #expect(try changes((old, new)) == ["h1 relabelled \(impact)"])
  }

  @Test func `a question with other words in every language is another one`() throws {
    let found = try changes(
      ("{vi: Thái độ của cán bộ, en: Staff}", "{vi: Nơi ngồi chờ có sạch, en: Is it clean}")
    )
    #expect(
      found == [
        "h1 relabelled incomparable", "h1 relabelled incomparable", "tot affected incomparable",
      ]
    )
  }

  @Test(arguments: [
    ("{id: tuoi, type: integer", "{id: tuoi, type: decimal", "comparable"),
    ("{id: tuoi, type: integer, constraint: \". >= 18\"", "{id: tuoi, type: text", "forbidden"),
    ("{id: gioi, type: select_one", "{id: gioi, type: select_multiple", "forbidden"),
    (
      "{id: cho, type: range, range: {from: 0, to: 10, step: 1}", "{id: cho, type: integer",
      "comparable"
    ),
  ])
  func `types change only where answers stay answers`(
    old: String,
    new: String,
    impact: String
  )
    throws
  {
    #expect(try changes((old, new)).contains { $0.hasSuffix("type-changed \(impact)") })
  }

  @Test func `another order and other rules`() throws {
    #expect(try changes((". >= 18", ".>=18")) == [])
    #expect(try changes((". >= 18", ". >= 16")) == ["tuoi constraint-changed comparable"])
    #expect(
      try changes(("to: 10", "to: 5")) == ["cho range-changed comparable"]
    )
    #expect(
      try changes(("{id: so, type: integer, required: true", "{id: so, type: integer"))
        == ["so required-changed comparable"]
    )
    #expect(
      try changes(("\"${tuoi} > 20\"", "\"${tuoi} > 30\"")) == ["h2 relevance-changed incomparable"]
    )
    #expect(
      try changes(("\"${tuoi} + 1\"", "\"${tuoi} + 2\""))
        == ["tong calculation-changed incomparable"]
    )
    #expect(
      try changes(
        (
          "- {id: h1, type: select_one, scale: hai-long,",
          "- {id: h1, type: select_one, scale: hai-long, hint: {vi: Gợi ý, en: Hint},"
        )
      ) == ["h1 hint-changed harmless"]
    )
    #expect(
      try changes(
        (
          "type: select_multiple, choices: kenh",
          "type: select_multiple, choices: kenh, choice_filter: \"${tuoi} > 1\""
        )
      )
        == ["kenh filter-changed comparable"]
    )
  }

  @Test func `a condition around a section is a condition of its questions`() throws {
    let found = try changes(
      ("      - id: danh_gia\n", "      - id: danh_gia\n        relevant: \"${gioi} = 1\"\n")
    )
    #expect(
      found == [
        "h1 relevance-changed incomparable", "h2 relevance-changed incomparable",
        "tong relevance-changed incomparable", "tot affected incomparable",
      ]
    )
  }

  @Test func `the whole form`() throws {
    let found = try changes(
      ("{vi: Phiếu thử, en: Trial}", "{vi: Phiếu khác, en: Trial}"),
      ("Xin phép hỏi.", "Xin phép được hỏi."),
      ("key: [so]", "key: [so, gioi]")
    )
    #expect(
      found == [
        "- title-changed harmless", "- consent-changed harmless", "- key-changed comparable",
      ]
    )
  }

  @Test func `languages come and go`() throws {
    let one = try changes(("languages: [vi, en]", "languages: [vi, en, km]"))
    #expect(one == ["- language-added harmless"])
    let two = try changes(("languages: [vi, en]", "languages: [vi, fr]"), ("en: ", "fr: "))
    #expect(two == ["- language-added harmless", "- language-removed harmless"])
  }

  @Test func `indicators are held against each other`() throws {
    #expect(
      try changes(("kind: share, item: h1", "kind: share, item: h1, codes: [5]"))
        == ["tot formula-changed incomparable"]
    )
    #expect(
      try changes(("{vi: Tuổi trung bình,", "{vi: Tuổi bình quân,"))
        == ["tuoi_tb indicator-relabelled harmless"]
    )
    #expect(
      try changes(("      - {id: tuoi_tb", "      - {id: tuoi_moi"))
        == ["tuoi_moi indicator-added harmless", "tuoi_tb indicator-removed comparable"]
    )
  }

  @Test func `changes are told in the words of an office`() throws {
    let old = try TrialForm.original()
    let new = try TrialForm.edited(
      ("{code: 1, label: {vi: Nam, en: Male}}", "{code: 3, label: {vi: Nam, en: Male}}")
    )
    let change = try #require(QuestionnaireComparison(old, new).changes.first)
    #expect(
      change.text(in: .vietnamese)
        == "Câu 'gioi' (Giới tính): lựa chọn “Nam” trước có mã 1, nay có mã 3"
    )
    #expect(
      change.text(in: .english) == "Question 'gioi' (Sex): option “Male” had code 1 and has code 3"
    )
  }
}
