@testable import SurveyModel

/// A random questionnaire with random rules, and random answers to it.
struct RandomForm {
  var random: ExpressionTestGenerator
  let questionnaire: Questionnaire

  /// Makes a questionnaire; in a calm one rules read only what stands before them.
  ///
  /// With repeats, sections are gone through as often as the first question says.
  init(seed: UInt64, isCalm: Bool, hasRepeats: Bool = false) {
    var maker = RandomFormMaker(random: ExpressionTestGenerator(state: seed), isCalm: isCalm)
    questionnaire = maker.questionnaire(hasRepeats: hasRepeats)
    random = maker.random
  }

  /// Something that the question could be answered with, now and then nothing.
  mutating func answer(to question: Question) -> Answer {
    if Int.random(in: 0..<6, using: &random) == 0 {
      let reasons: [MissingReason] = [.noAnswer, .noAnswer, .refused, .doNotKnow]
      return .missing(reasons.randomElement(using: &random) ?? .noAnswer)
    }
    switch question.kind {
    case .selectOne(let list):
      return .choice(list.choices.randomElement(using: &random)?.code ?? "1")
    case .selectMultiple(let list):
      let codes = list.choices.map(\.code).filter { _ in Bool.random(using: &random) }
      return codes.isEmpty ? .missing(.noAnswer) : .choices(codes)
    case .integer: return .integer(Int.random(in: -2...9, using: &random))
    case .decimal: return .decimal(Double(Int.random(in: -8...40, using: &random)) / 4)
    case .text:
      return .text(["có", "không biết", "Vĩnh Châu", "7"].randomElement(using: &random) ?? "")
    case .date:
      let day = Form.moment.now.localDate.adding(days: Int.random(in: -90...9, using: &random))
      return day.map { .date($0) } ?? .missing(.noAnswer)
    case .rank(let list):
      let order = list.choices.map(\.code).shuffled(using: &random)
      let isWhole = Int.random(in: 0..<3, using: &random) > 0
      return .text((isWhole ? order : Array(order.prefix(1))).joined(separator: " "))
    case .range: return .integer(Int.random(in: -1...9, using: &random))
    case .time: return .text(["08:30", "16:00"].randomElement(using: &random) ?? "")
    case .dateTime:
      return .text(["2026-03-01T08:30", "2026-03-09T08:30"].randomElement(using: &random) ?? "")
    case .barcode: return .text("GL-7")
    case .acknowledge: return .text(QuestionKind.acknowledged)
    case .hidden, .metadata: return .text("7")
    case .note, .calculate, .carried: return .missing(.notApplicable)
    }
  }

  /// Whether a respondent can answer the question at all.
  static func takesAnswers(_ question: Question) -> Bool {
    question.isAsked && question.kind.takesAnswers && !question.readOnly
  }
}

/// The dice behind a random questionnaire.
struct RandomFormMaker {
  var random: ExpressionTestGenerator
  let isCalm: Bool
  private var names: [(id: String, kind: QuestionKind)] = []

  init(random: ExpressionTestGenerator, isCalm: Bool) {
    self.random = random
    self.isCalm = isCalm
  }

  mutating func questionnaire(hasRepeats: Bool) -> Questionnaire {
    let count = Int.random(in: 3...16, using: &random)
    names = (0..<count).map { ("q\($0)", kind()) }
    var sections: [Section] = []
    var start = 0
    while start < count {
      let end = min(count, start + Int.random(in: 1...6, using: &random))
      let relevant = start > 0 && chance(3) ? condition(reading: start) : nil
      let questions = (start..<end).map { question($0) }
      sections.append(Form.section("s\(start)", relevant: relevant, questions))
      start = end
    }
    return hasRepeats ? repeated(sections) : Form.questionnaire(sections)
  }

  private func repeated(_ sections: [Section]) -> Questionnaire {
    let place = Place(file: "q.yaml", line: 1, column: 1)
    let groups = sections.indices.map { number in
      let rule = number % 2 == 0 ? "${vong}" : "number(${vong}) + 1"
      // Every other one stands in the one before.
      return FormGroup(
        id: "g\(number)",
        parent: number % 2 == 0 ? nil : "g\(number - 1)",
        kind: .repeated(count: Form.rule(rule)),
        location: place
      )
    }
    let inside = zip(sections, groups).map { section, group in
      Section(
        id: section.id,
        title: section.title,
        relevant: section.relevant,
        group: group.id,
        questions: section.questions
      )
    }
    let first = Form.section("dau", [Form.question("vong", .range(NumberRange(start: 0, end: 3)))])
    let last = Form.section(
      "cuoi",
      [
        Form.question("dem", .calculate) { $0.calculation = Form.rule("count(${g0})") },
        Form.question("gom", .calculate) { $0.calculation = Form.rule("join('-', ${q0})") },
      ]
    )
    return Questionnaire(
      id: "q",
      version: "1",
      languages: ["vi", "en"],
      title: Form.words("Q"),
      consent: Form.consent,
      sections: [first] + inside + [last],
      groups: groups
    )
  }

  private mutating func chance(_ sides: Int) -> Bool {
    Int.random(in: 0..<sides, using: &random) == 0
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts.randomElement(using: &random) ?? "true()"
  }

  private mutating func kind() -> QuestionKind {
    let three = Form.list("Có", "Không", "Không rõ")
    let kinds: [QuestionKind] = [
      .selectOne(three), .selectOne(three), .selectMultiple(three), .integer, .integer, .decimal,
      .text, .date, .note, .calculate, .calculate, .rank(three), .hidden,
      .range(NumberRange(start: 0, end: 8, step: 2)), .time, .dateTime, .barcode, .acknowledge,
      .carried("image"),
    ]
    return kinds.randomElement(using: &random) ?? .integer
  }

  private mutating func question(_ index: Int) -> Question {
    // Judging rules may read everything, relevance and calculations only what stands before.
    let horizon = isCalm ? index + 1 : names.count
    let relevant = index > 0 && chance(3) ? condition(reading: index) : nil
    let constraint = chance(3) ? judgement(index, reading: horizon) : nil
    let warning = chance(4) ? judgement(index, reading: horizon) : nil
    let requirement: Requirement =
      chance(5) ? .always : chance(4) ? .when(Form.rule(condition(reading: horizon))) : .never
    let calculation = names[index].kind == .calculate ? formula(reading: index) : nil
    let isAsked = !chance(12)
    let filters = names[index].kind.choiceList != nil && index > 0 && chance(2)
    let filter = filters ? "name = '1' or \(condition(reading: index))" : nil
    let isFixed = names[index].kind == .hidden || names[index].kind.shape == .text && chance(12)
    return Form.question(names[index].id, names[index].kind) {
      $0.relevant = relevant.map { Form.rule($0) }
      $0.constraint = constraint.map { Form.rule($0) }
      $0.warning = warning.map { Form.rule($0) }
      $0.required = requirement
      $0.calculation = calculation.map { Form.rule($0) }
      $0.isAsked = isAsked
      $0.choiceFilter = filter.map { Form.rule($0) }
      if isFixed {
        $0.readOnly = true
        $0.defaultAnswer = .literal("7")
      }
    }
  }

  /// What a constraint or a warning could say about its own answer.
  private mutating func judgement(_ index: Int, reading horizon: Int) -> String {
    let own =
      switch names[index].kind {
      case .integer, .decimal, .range:
        pick([". >= 0", ". < 8", "${\(names[index].id)} != 4", ". mod 2 = 0"])
      case .selectOne: pick([". != '3'", ". = '1' or . = '2'"])
      case .selectMultiple: pick(["count-selected(.) < 3", "not(selected(., '3'))"])
      case .date: pick([". <= today()", ". > '2026-01-01'"])
      case .dateTime: pick([". <= now()", "format-date-time(., '%H') = '08'"])
      case .text, .rank, .time, .barcode, .acknowledge, .note, .calculate, .hidden, .metadata,
        .carried:
        pick(["string-length(.) > 2", "regex(., '[^0-9]+')"])
      }
    guard chance(2) else { return own }
    return "\(own) \(pick(["and", "or"])) \(condition(reading: horizon))"
  }

  /// A condition on one or two of the first `horizon` questions.
  private mutating func condition(reading horizon: Int) -> String {
    let first = simpleCondition(reading: horizon)
    guard chance(3) else { return chance(5) ? "not(\(first))" : first }
    return "(\(first)) \(pick(["and", "or"])) (\(simpleCondition(reading: horizon)))"
  }

  private mutating func simpleCondition(reading horizon: Int) -> String {
    let (id, kind) = names[Int.random(in: 0..<horizon, using: &random)]
    if chance(6) {
      let reason = pick(["refused", "not-applicable", "no-answer", "do-not-know"])
      return "missing-reason(${\(id)}) = '\(reason)'"
    }
    return switch kind {
    case .selectOne: pick(["${\(id)} = '1'", "${\(id)} != '2'", "${\(id)} != ''"])
    case .selectMultiple: pick(["selected(${\(id)}, '1')", "count-selected(${\(id)}) > 1"])
    case .integer, .decimal, .range: pick(["${\(id)} > 3", "${\(id)} + 1 <= 7", "${\(id)} = ''"])
    case .date, .dateTime: pick(["${\(id)} < today()", "${\(id)} != ''"])
    case .rank, .time, .barcode, .acknowledge, .hidden, .metadata, .carried:
      pick(["${\(id)} != ''", "selected-at(${\(id)}, 0) = '1'"])
    case .text, .note: pick(["string-length(${\(id)}) > 3", "${\(id)} = ''"])
    case .calculate: pick(["${\(id)} > 4", "${\(id)} = ''", "${\(id)}"])
    }
  }

  private mutating func formula(reading horizon: Int) -> String {
    guard horizon > 0 else { return pick(["today()", "3", "''"]) }
    let id = names[Int.random(in: 0..<horizon, using: &random)].id
    let other = names[Int.random(in: 0..<horizon, using: &random)].id
    return pick([
      "${\(id)} + ${\(other)}", "coalesce(${\(id)}, 0) * 2", "concat(${\(id)}, '-', ${\(other)})",
      "if(\(condition(reading: horizon)), 5, '')", "count-selected(${\(id)})", "today()",
    ])
  }
}
