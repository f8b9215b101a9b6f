import SurveyModel

/// Makes questionnaires out of words that are hard to write in YAML.
struct RandomQuestionnaire {
  private var random: Dice
  private let place = SurveyModel.SourceLocation(file: "q.yaml", line: 1, column: 1)
  private var lists: [ChoiceList] = []
  private let common: [MissingCode]

  /// A small generator that gives the same numbers everywhere.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  init(seed: UInt64) {
    random = Dice(state: seed)
    let codes: [MissingCode] = [
      MissingCode(code: "98", reason: .doNotKnow, label: LocalizedText(["vi": "Không biết"])),
      MissingCode(code: "99", reason: .refused, label: LocalizedText(["vi": "Không trả lời"])),
    ]
    common = Array(codes.prefix(Int(seed % 3)))
  }

  private static let hard = [
    "yes", "No", "null", "~", "012", "1e3", "0x1F", "1:30", "2024-01-01", "- a", "? b", ": c",
    "# d", "a #b", "a: b", "a:b", "{x}", "[y]", "R&D *a: ?", "&neo *bí", "\"quoted\"", "it's",
    "back\\slash", "hai\ndòng", "tab\tở giữa", "%", "@a", "`b`", "!tag", "|", ">", "=", "<<",
    "Hài lòng", "Rất không hài lòng, vì: chậm", "50% – 60%", "trên 1.000.000đ", "ﬁ", "𝔘𝔫𝔦",
    "không\u{200B}rộng", "dòng\u{2028}mới", "\u{1}", "a\u{85}x", "hoà bình", "a, b, c", "...",
    "---", "x ---", "1,5", "-", "true", "...a", "tên 'trong' nháy", "cuối:", "#",
  ]

  private mutating func word() -> String {
    let first = Self.hard.randomElement(using: &random) ?? "a"
    guard Bool.random(using: &random) else { return first }
    return "\(first) \(Self.hard.randomElement(using: &random) ?? "b")"
  }

  private mutating func text() -> LocalizedText {
    var translations = ["vi": word()]
    if Bool.random(using: &random) { translations["en"] = word() }
    return LocalizedText(translations)
  }

  private mutating func chance(_ sides: Int) -> Bool {
    Int.random(in: 0..<sides, using: &random) == 0
  }

  private mutating func list(_ index: Int) -> ChoiceList {
    let isScale = Bool.random(using: &random)
    let count = Int.random(in: 2...6, using: &random)
    let styles = ["", "0", "ma_", "K"]
    let style = styles.randomElement(using: &random) ?? ""
    let choices = (1...count).map { number in
      Choice(
        code: "\(style)\(number)",
        label: text(),
        isPositive: isScale && number == count,
        points: isScale && chance(3) ? Double(number) / 8 : nil,
        isExclusive: !isScale && chance(4),
        attributes: chance(4) ? ["huyen": word()] : [:]
      )
    }
    let own = MissingCode(code: "98", reason: .refused, label: LocalizedText(["vi": word()]))
    return ChoiceList(
      id: "list-\(index)",
      choices: choices,
      scale: isScale ? Scale(direction: .ascending, neutral: choices.first?.code) : nil,
      missing: isScale && chance(3) ? [own] : []
    )
  }

  private mutating func question(_ id: String) -> Question {
    let pool = lists.filter { _ in Bool.random(using: &random) }
    var kind: QuestionKind =
      [
        .integer, .decimal, .date, .text, .time, .dateTime, .barcode, .acknowledge, .hidden,
        .range(NumberRange(start: -1.5, end: 7, step: 0.25)), .carried("geo: point"),
        .metadata(.deviceid), .metadata(.audit),
      ].randomElement(using: &random) ?? .text
    if let list = pool.first {
      kind =
        list.scale == nil && chance(2)
        ? .selectMultiple(list)
        : chance(4) ? .rank(list) : .selectOne(list)
    }
    var question = Question(
      id: id,
      kind: kind,
      label: text(),
      hint: chance(4) ? text() : nil,
      location: place
    )
    if chance(4) { question.required = .always }
    if chance(4) { question.requiredMessage = text() }
    if chance(5), let rule = try? Expression.parse(". != 'it''s: #1' and . > 2") {
      question.constraint = LocatedExpression(rule, at: place)
      question.constraintMessage = text()
    }
    if chance(5) { question.persists = true }
    if chance(8), let rule = try? Expression.parse("name != '1'") {
      question.choiceFilter = LocatedExpression(rule, at: place)
    }
    if chance(8) {
      let all: [Randomization] = [.unseeded, .seed(-12.5), .seedOf(question: "q0_0")]
      question.randomize = all.randomElement(using: &random)
    }
    if chance(8) { question.readOnly = true }
    if chance(8) { question.trigger = word() }
    if chance(8) { question.guidance = text() }
    if chance(8) { question.appearance = word() }
    if chance(8) { question.parameters = [word(): word()] }
    if chance(8) { question.extras = ["bind::x": word(), word(): "2"] }
    if chance(5) { question.isAsked = false }
    if chance(6) { question.defaultAnswer = .literal("12") }
    var inner = kind.choiceList?.missing ?? []
    if chance(4) {
      inner = [MissingCode(code: "-9", reason: .noAnswer, label: text())] + inner
    }
    let near = Set(inner.map(\.code))
    guard kind.takesAnswers else { return question }
    question.missing = inner + common.filter { !near.contains($0.code) }
    return question
  }

  /// A questionnaire as a reader would give it.
  mutating func next() -> Questionnaire {
    lists = (0..<Int.random(in: 1...4, using: &random)).map { list($0) }
    var sections: [Section] = []
    for number in 0..<Int.random(in: 1...3, using: &random) {
      let questions = (0..<Int.random(in: 1...5, using: &random)).map {
        question("q\(number)_\($0)")
      }
      let scale = questions.compactMap(\.kind.choiceList).first { $0.scale != nil }
      sections.append(
        Section(
          id: "s\(number)",
          title: text(),
          matrix: chance(2) ? scale?.id : nil,
          group: chance(2) ? "g1" : nil,
          questions: questions
        )
      )
    }
    var outer = FormGroup(id: "g0", label: text(), kind: .repeated(count: nil), location: place)
    outer.appearance = "field-list"
    outer.extras = ["intent": word()]
    let inner = FormGroup(id: "g1", parent: "g0", location: place)
    return Questionnaire(
      id: "q-1",
      version: word(),
      languages: ["vi", "en"],
      title: text(),
      source: chance(2) ? word() : nil,
      consent: chance(2) ? .init(version: word(), text: text()) : nil,
      sections: sections,
      groups: chance(2) ? [outer, inner] : []
    )
  }
}
