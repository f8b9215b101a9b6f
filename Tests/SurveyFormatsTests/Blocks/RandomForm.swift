import SurveyFormats
import SurveyModel
import SurveyStatistics

/// A made-up questionnaire with rules of every sort, and a table of good and bad rows for it.
struct RandomForm {
  let questionnaire: Questionnaire
  let plan: InterviewPlan
  private let seed: Int

  private static let place = SourceLocation(file: "q.yaml", line: 1, column: 1)

  private static func words(_ text: String) -> LocalizedText { LocalizedText(["vi": text]) }

  private static func rule(_ text: String) throws -> LocatedExpression {
    LocatedExpression(try Expression.parse(text), at: place)
  }

  init(seed: Int) throws {
    self.seed = seed
    var random = SplitMix64(seed: UInt64(seed) &* 77 &+ 5)
    let lists = [
      ("1 2", ["Có", "Không"]),
      ("1 2 3 4 5", ["Rất tệ", "Tệ", "Vừa", "Tốt", "Rất tốt, đáng khen"]),
      ("01 02 a", ["Xã Hoà Bình", "Phường \"Mới\"", "a"]),
    ].map { codes, labels in
      ChoiceList(
        id: "l",
        choices: zip(codes.split(separator: " "), labels).map {
          Choice(code: String($0), label: Self.words($1))
        }
      )
    }
    let count = Int.random(in: 3...9, using: &random)
    var questions: [Question] = []
    for index in 0..<count {
      var kinds: [QuestionKind] = [
        .selectOne(lists[0]), .selectOne(lists[1]), .selectOne(lists[2]),
        .selectMultiple(lists[1]), .integer, .decimal, .text, .date, .note, .calculate,
      ]
      // Later seeds have every kind there is.
      let hasAllKinds = seed >= 400
      if hasAllKinds {
        kinds += [
          .rank(lists[0]), .range(NumberRange(start: 0, end: 60, step: 2)),
          .range(NumberRange(start: 1, end: 5, step: 0.5)), .time, .dateTime, .barcode,
          .acknowledge, .hidden, .carried("image"), .metadata(.start), .metadata(.today),
        ]
      }
      let kind = kinds.randomElement(using: &random) ?? .text
      var question = Question(
        id: "c\(index)",
        kind: kind,
        label: Self.words("Câu \(index)"),
        location: Self.place
      )
      let other = "${c\(Int.random(in: 0...max(0, index - 1), using: &random))}"
      func chance(_ share: Int) -> Bool { Int.random(in: 0..<share, using: &random) == 0 }
      if chance(4) { question.required = .always }
      if index > 0, chance(6) { question.required = .when(try Self.rule("\(other) = '1'")) }
      if index > 0, chance(4) { question.relevant = try Self.rule("\(other) != '2'") }
      if chance(4) {
        let rules = [
          ". >= 1 and . <= 60", ". > 0", "regex(., '[0-9]+')", ". != 7", ". <= -3 or . > 2",
        ]
        question.constraint = try Self.rule(rules.randomElement(using: &random) ?? ". > 0")
      } else if index > 0, chance(8) {
        question.constraint = try Self.rule(". >= \(other)")
      }
      if chance(6) { question.warning = try Self.rule(". > 95 or . < -20") }
      if chance(5) {
        question.missing = [
          MissingCode(code: "98", reason: .doNotKnow, label: Self.words("Không biết")),
          MissingCode(code: "KTL", reason: .refused, label: Self.words("Không trả lời")),
        ]
      }
      if chance(9) {
        question.missing = [MissingCode(code: "-1", reason: .refused, label: Self.words("Từ chối"))]
      }
      if hasAllKinds, index > 0, chance(3), kind.choiceList != nil {
        question.choiceFilter = try Self.rule("name = '1' or \(other) != '1'")
      }
      if hasAllKinds, chance(9), !kind.isShown { question.defaultAnswer = .literal("1") }
      if kind == .calculate {
        question.relevant = nil
        question.calculation = try Self.rule(index > 0 ? "\(other) * 2" : "3")
      }
      questions.append(question)
    }
    questionnaire = Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi"],
      title: Self.words("q"),
      sections: [Section(id: "s", title: Self.words("s"), questions: questions)]
    )
    plan = try InterviewPlan(questionnaire)
  }

  /// A table for the form, of up to `limit` rows; another one for every `turn`.
  func table(turn: Int = 0, limit: Int = 250) -> String {
    var random = SplitMix64(seed: UInt64(seed &+ 7919 &* turn) &+ 999)
    let all = questionnaire.questions.indices.filter { questionnaire.questions[$0].kind.isStored }
    let required = all.filter { questionnaire.questions[$0].required == .always }
    let columns = all.filter { required.contains($0) || Int.random(in: 0..<6, using: &random) > 0 }
    let strange = Int.random(in: 2...60, using: &random)
    var text = (columns.map { "c\($0)" } + ["ghi chu"]).joined(separator: ",") + "\n"
    for _ in 0..<Int.random(in: 1...limit, using: &random) {
      let cells = columns.map { column in
        Int.random(in: 0..<strange, using: &random) == 0
          ? Self.strange.randomElement(using: &random) ?? ""
          : usual(questionnaire.questions[column].kind, &random)
      }
      text += (cells + [""]).joined(separator: ",") + "\n"
    }
    return text
  }

  static let strange = [
    "", "98", "KTL", "Không biết", "99", "x", " 2", "2 ", "02", "1.0", "1,5", "\"1,5\"", "-1", "-0",
    "1e3", "\"a\"\"b\"", "\"dòng 1\ndòng 2\"", "to\u{301}t", "=1+1", "'=x", "31/02/2026", "Tổng",
    "\"\"", "\" \"", "007", "9999999999999999999", "0.10", "12.500", "1.234.567", "Rat tot", "có",
    "1 - Có", "\u{A0}5", "\u{200B}3", "Tốt", "\"1;3\"", "1 3", "7", "61", "-25", "120",
    "2030-01-01",
  ]

  private func usual(_ kind: QuestionKind, _ random: inout SplitMix64) -> String {
    switch kind {
    case .selectOne(let list):
      let choice = list.choices.randomElement(using: &random)
      let label = choice?.label.text("vi") ?? ""
      let quoted =
        "\""
        + label.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
      return Bool.random(using: &random) ? choice?.code ?? "" : quoted
    case .selectMultiple: return ["1", "1 2", "\"1;3\"", ""].randomElement(using: &random) ?? ""
    case .integer, .range: return String(Int.random(in: -5...70, using: &random))
    case .rank: return ["1 2", "2 1", "21", "1"].randomElement(using: &random) ?? ""
    case .time:
      return ["8h30", "08:30:00.000+07:00", "25:00", ""].randomElement(using: &random) ?? ""
    case .dateTime:
      return ["2026-02-03T08:30", "3/2/2026 8:30", ""].randomElement(using: &random) ?? ""
    case .acknowledge: return ["OK", "1", "không"].randomElement(using: &random) ?? ""
    case .decimal: return "\(Double(Int.random(in: -500...9000, using: &random)) / 100)"
    case .date, .metadata(.today):
      return
        "2026-0\(Int.random(in: 1...9, using: &random))-1\(Int.random(in: 0...9, using: &random))"
    case .text, .barcode, .calculate, .hidden, .metadata, .note, .carried:
      return ["tốt", "Phải chờ lâu", "", "\"nhiều, dòng\n\"\"khác\"\"\"", "ok"]
        .randomElement(using: &random) ?? ""
    }
  }
}
