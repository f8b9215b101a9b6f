import Testing

@testable import SurveyModel

@Suite("Examination: words") struct WordsTests {
  private static func list(
    _ id: String,
    scale: Scale.Direction? = nil,
    _ labels: [(String, String, String)]
  ) -> ChoiceList {
    ChoiceList(
      id: id,
      choices: labels.map { Choice(code: $0.0, label: Form.words($0.1, $0.2)) },
      scale: scale.map { Scale(direction: $0, neutral: nil) }
    )
  }

  private static func question(
    _ id: String,
    _ kind: QuestionKind,
    _ vietnamese: String,
    _ english: String?
  ) -> Question {
    Question(
      id: id,
      kind: kind,
      label: Form.words(vietnamese, english),
      location: Place(file: "q.yaml", line: 1, column: 1)
    )
  }

  private static func findings(_ questions: Question..., indicators: [Indicator] = []) -> [String] {
    let form = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi", "en"],
      title: Form.words("Phiếu", "Form"),
      sections: [
        Section(id: "s", title: Form.words("Phần", "Part"), questions: questions)
      ],
      indicators: indicators
    )
    return form.checkWords(tellsMissing: true).map {
      "\($0.code): \($0.message.text(in: .english))"
    }
  }

  private static let good = list("co", [("1", "Có", "Yes"), ("2", "Không", "No")])

  @Test func `a form in order has nothing to mend`() {
    let found = Self.findings(
      Self.question("a", .selectOne(Self.good), "Ông/Bà có hài lòng không?", "Are you satisfied?"),
      Self.question(
        "xa",
        .selectOne(Self.list("xa", [("1", "Hòa Bình", "Hòa Bình")])),
        "Xã",
        "Ward"
      )
    )
    #expect(found.isEmpty, "\(found)")
  }

  @Test func `words that are missing in one language`() {
    let list = ChoiceList(
      id: "l",
      choices: [
        Choice(code: "1", label: Form.words("Một", "One")),
        Choice(code: "2", label: Form.words("Hai")),
      ]
    )
    let found = Self.findings(Self.question("a", .selectOne(list), "Mấy?", nil))
    #expect(
      found == [
        "label-missing: 'a' has no words in 'en'; add the translation",
        "label-missing: option '2' of list 'l' has no words in 'en'; add the translation",
      ]
    )
  }

  @Test func `Vietnamese under English, English under Vietnamese, and both`() {
    let found = Self.findings(
      Self.question("a", .text, "Tuổi của người trả lời", "Tuổi của người trả lời"),
      Self.question("b", .text, "What is the name of your office?", "What is your office called?"),
      Self.question("c", .text, "How old are you in years?", "Ông/Bà bao nhiêu tuổi, nếu biết?")
    )
    #expect(found.map { $0.prefix(16) } == Array(repeating: "label-mixed-up: ", count: 3))
    #expect(found[0].contains("of 'a' in 'en' look like 'vi'"))
    #expect(found[1].contains("of 'b' in 'vi' look like 'en'"))
    #expect(
      found[2].contains("of 'c' in 'en' and 'vi'") || found[2].contains("of 'c' in 'vi' and 'en'")
    )
  }

  @Test func `two options with each other's words`() {
    let found = Self.findings(
      Self.question("a", .selectOne(Self.good), "Một?", "One?"),
      Self.question(
        "b",
        .selectOne(Self.list("nguoc", [("1", "Có", "No"), ("2", "Không", "Yes")])),
        "Hai?",
        "Two?"
      )
    )
    #expect(found.count == 1)
    #expect(found.first?.contains("options '1' and '2' of list 'nguoc' in 'en'") == true)
  }

  @Test func `what a list before has learned is held against the next`() {
    let found = Self.findings(
      Self.question(
        "a",
        .selectOne(Self.list("mot", [("1", "Xanh", "Green"), ("2", "Vàng", "Yellow")])),
        "Một?",
        "One?"
      ),
      Self.question(
        "b",
        .selectOne(Self.list("hai", [("1", "Xanh", "Yellow"), ("2", "Vàng", "Green")])),
        "Hai?",
        "Two?"
      )
    )
    #expect(found.map { $0.prefix(15) } == ["options-swapped"])
  }

  @Test func `the same words in one language only`() {
    let found = Self.findings(
      Self.question(
        "a",
        .selectOne(Self.list("l", [("1", "Đất đai", "Land"), ("2", "Hộ tịch", "Land")])),
        "Một?",
        "One?"
      ),
      Self.question("b", .text, "Hai?", "One?")
    )
    #expect(found.count == 2)
    #expect(found.contains { $0.contains("'1' and '2' have the same words in 'en', “Land”") })
    #expect(found.contains { $0.contains("'a' and 'b'") })
  }

  @Test func `scales of one part that run against each other`() {
    let up = [
      ("1", "Kém", "Poor"), ("2", "Vừa", "Fair"), ("3", "Tốt", "Good"),
    ]
    let codes = [("3", "Kém", "Poor"), ("2", "Vừa", "Fair"), ("1", "Tốt", "Good")]
    let a = Self.question("a", .selectOne(Self.list("len", up)), "Một?", "One?")
    let byCode = Self.question("b", .selectOne(Self.list("nguoc", codes)), "Hai?", "Two?")
    #expect(Self.findings(a, byCode).map { $0.prefix(13) } == ["scale-flipped"])
    let onScreen = Self.question("b", .selectOne(Self.list("man", up.reversed())), "Hai?", "Two?")
    #expect(Self.findings(a, onScreen).map { $0.prefix(13) } == ["scale-flipped"])
    let one = Self.list(
      "x",
      scale: .ascending,
      [("1", "A", "a"), ("2", "B", "b"), ("3", "C", "c")]
    )
    let two = Self.list(
      "y",
      scale: .descending,
      [("1", "D", "d"), ("2", "E", "e"), ("3", "F", "f")]
    )
    #expect(
      Self.findings(
        Self.question("a", .selectOne(one), "Một?", "One?"),
        Self.question("b", .selectOne(two), "Hai?", "Two?")
      ).map { $0.prefix(13) } == ["scale-flipped"]
    )
    // Whatever scale comes first, each is held against all before it.
    let other = Self.question(
      "o",
      .selectOne(
        Self.list(
          "hoc",
          [("1", "Cấp một", "One"), ("2", "Cấp hai", "Two"), ("3", "Đại học", "More")]
        )
      ),
      "Học?",
      "School?"
    )
    let third = Self.question("c", .selectOne(Self.list("nguoc", codes)), "Ba?", "Three?")
    let found = Self.findings(other, a, byCode, third)
    #expect(found.count == 1)
    #expect(found.first?.contains("scale 'nguoc' of question 'b' runs against scale 'len'") == true)
    let same = Self.question("b", .selectOne(Self.list("len2", up)), "Hai?", "Two?")
    #expect(Self.findings(a, same).isEmpty)
  }

  @Test func `options wider than the screen, by columns and with their code`() {
    // With a code of one sign 75 columns fit behind it.
    func found(_ label: String) -> [String] {
      Self.findings(
        Self.question("a", .selectOne(Self.list("l", [("1", label, "One")])), "Một?", "One?")
      )
    }
    #expect(found(String(repeating: "ộ", count: 75)).isEmpty)
    #expect(found(String(repeating: "o\u{0302}\u{0323}", count: 75)).isEmpty)
    let wide = found(String(repeating: "ộ", count: 76))
    #expect(wide.count == 1)
    #expect(wide.first?.contains("up to 81 columns") == true)
    #expect(found(String(repeating: "字", count: 38)).count == 1)
    let long = Self.findings(
      Self.question("a", .text, String(repeating: "dài ", count: 130), "Long?")
    )
    #expect(long.map { $0.prefix(14) } == ["label-too-wide"])
  }
}
