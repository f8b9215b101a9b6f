import Testing

@testable import SurveyModel

/// What an examination says is held against sessions in which every possible form is filled in.
@Suite("Examination: against all forms") struct BruteForceTests {
  @Test(arguments: 0..<6)
  func `proven and refuted agree with every form that can be filled in`(part: Int) throws {
    var decided = 0
    var refuted = 0
    var all = 0
    for seed in (part * 50)..<(part * 50 + 50) {
      var maker = SmallFormMaker(seed: UInt64(seed) &* 977 &+ 13, looksAhead: seed % 3 == 0)
      let form = maker.questionnaire()
      guard let plan = try? InterviewPlan(form) else { continue }
      let brute = BruteForce(plan)
      let found = FormExamination(plan, moment: Form.moment, budget: Examined.budget)
      for examined in found.claims {
        all += 1
        guard examined.verdict.isDecided else { continue }
        guard let truth = brute.truth(of: examined.claim, looksAhead: maker.looksAhead) else {
          continue
        }
        decided += 1
        if examined.verdict.isRefuted { refuted += 1 }
        #expect(
          examined.verdict.isProven == truth.holds,
          "\(seed): \(examined.claim) \(examined.verdict)\n\(maker.description)"
        )
        if case .refuted(_, let codes) = examined.verdict, let missing = truth.codes {
          #expect(codes == missing, "\(seed): \(examined.claim)\n\(maker.description)")
        }
      }
    }
    // The test says nothing where nothing is decided, or nothing refuted.
    #expect(decided * 10 > all * 8, "\(decided) of \(all)")
    #expect(refuted > 20, "\(refuted)")
  }
}

/// Every form that can be filled in, as sessions.
struct BruteForce {
  let plan: InterviewPlan
  private let sessions: [InterviewSession]
  private let refused: [Set<Int>]

  init(_ plan: InterviewPlan) {
    self.plan = plan
    let domains = plan.steps.map { Self.domain(of: $0.question) }
    var sessions: [InterviewSession] = []
    func fill(_ index: Int, _ answers: [Int: Answer]) {
      guard index < domains.count else {
        var session = InterviewSession(plan: plan, moment: Form.moment)
        session.restore(answers, acceptedWarnings: Set(answers.keys))
        sessions.append(session)
        return
      }
      if domains[index].isEmpty { return fill(index + 1, answers) }
      for answer in domains[index] {
        var answers = answers
        answers[index] = answer
        fill(index + 1, answers)
      }
    }
    fill(0, [:])
    self.sessions = sessions
    refused = sessions.map { Set($0.problems.filter { !$0.rejection.isSoft }.map(\.question)) }
  }

  private static func domain(of question: Question) -> [Answer] {
    var answers: [Answer]
    switch question.kind {
    case .selectOne(let list): answers = list.choices.map { .choice($0.code) }
    case .selectMultiple(let list):
      answers = (1..<(1 << list.choices.count)).map { bits in
        .choices(
          list.choices.indices.filter { bits & (1 << $0) != 0 }.map { list.choices[$0].code }
        )
      }
    case .integer: answers = (-1...6).map { .integer($0) }
    default: return []
    }
    return answers + [.missing(.noAnswer)] + question.missing.map { .missing($0.reason) }
  }

  /// The questions that have a say in what `seeds` read, found step by step.
  private func cone(of seeds: Set<Int>) -> Set<Int> {
    var cone = seeds
    for _ in plan.steps.indices {
      for question in cone {
        cone.formUnion(plan.steps[question].rules.dependencies)
        cone.formUnion(plan.steps[question].rules.judgingDependencies)
      }
    }
    return cone
  }

  /// The sessions in which nothing that matters is refused.
  private func good(_ cone: Set<Int>) -> [InterviewSession] {
    zip(sessions, refused).filter { $1.isDisjoint(with: cone) }.map(\.0)
  }

  /// Whether the claim holds, with the options that break it.
  func truth(of claim: FormClaim, looksAhead: Bool) -> (holds: Bool, codes: [String]?)? {
    switch claim {
    case .canBeAsked(let question):
      let cone = cone(of: plan.steps[question].rules.dependencies)
      return (good(cone).contains { $0.form.relevant[question] }, nil)
    case .optionsOffered(let question):
      let cone = cone(of: plan.steps[question].rules.dependencies)
      let codes = plan.steps[question].question.kind.choiceList?.choices.map(\.code) ?? []
      let left = codes.filter { code in
        !good(cone).contains { session in
          session.form.relevant[question]
            && session.choices(at: question).contains { $0.code == code }
        }
      }
      return (left.isEmpty, left)
    case .optionsAllowed(let question):
      let codes = plan.steps[question].question.kind.choiceList?.choices.map(\.code) ?? []
      let good = good(cone(of: [question]))
      let left = codes.filter { code in
        !good.contains { $0.form.effective[question].codes.contains(code) }
      }
      return (left.isEmpty, left)
    case .canBeAnswered(let question):
      return (
        good(cone(of: [question])).contains {
          $0.form.relevant[question] && $0.form.effective[question].missingReason == nil
        }, nil
      )
    case .canBePassed(let question):
      return (good(cone(of: [question])).contains { $0.form.relevant[question] }, nil)
    case .nobodyStuck(let question):
      // Where rules look ahead, nobody knows yet that they are stuck.
      if looksAhead { return nil }
      let others = cone(of: [question]).subtracting([question])
      var takes: [[Answer?]: Bool] = [:]
      for (session, refused) in zip(sessions, refused)
      where refused.isDisjoint(with: others) && session.form.relevant[question] {
        let key = plan.steps.indices.map { others.contains($0) ? session.form.given[$0] : nil }
        takes[key] = (takes[key] ?? false) || !refused.contains(question)
      }
      return (!takes.values.contains(false), nil)
    case .canBeCompleted(let questions):
      return (!good(Set(questions)).isEmpty, nil)
    case .isCounted, .everybodyCounted: return nil
    }
  }
}

/// Small random forms, all of whose answers can be gone through.
struct SmallFormMaker: CustomStringConvertible {
  let looksAhead: Bool
  private var random: ExpressionTestGenerator
  private var kinds: [QuestionKind] = []
  private var lines: [String] = []

  var description: String { lines.joined(separator: "\n") }

  init(seed: UInt64, looksAhead: Bool) {
    self.looksAhead = looksAhead
    random = ExpressionTestGenerator(state: seed)
  }

  mutating func questionnaire() -> Questionnaire {
    let three = ChoiceList(
      id: "ba",
      choices: (1...3).map { number in
        Choice(
          code: "\(number)",
          label: Form.words("\(number)"),
          attributes: ["cot": number == 1 ? "1" : "2"]
        )
      }
    )
    let two = Form.yesNo
    let count = Int.random(in: 3...4, using: &random)
    kinds = (0..<count).map { _ in
      let kinds: [QuestionKind] = [
        .selectOne(three), .selectOne(two), .selectOne(three), .integer, .selectMultiple(two),
        .calculate,
      ]
      return kinds.randomElement(using: &random) ?? .integer
    }
    let questions = (0..<count).map { question($0) }
    let cut = Int.random(in: 1...count, using: &random)
    let relevant = cut < count && chance(3) ? condition(before: cut) : nil
    if let relevant { lines.append("section from q\(cut): \(relevant)") }
    return Form.questionnaire([
      Form.section("a", Array(questions[..<cut])),
      Form.section("b", relevant: relevant, Array(questions[cut...])),
    ])
  }

  private mutating func chance(_ sides: Int) -> Bool {
    Int.random(in: 0..<sides, using: &random) == 0
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts.randomElement(using: &random) ?? "true()"
  }

  private mutating func question(_ index: Int) -> Question {
    let relevant = index > 0 && chance(2) ? condition(before: index) : nil
    let horizon = looksAhead ? kinds.count : index
    let kind = kinds[index]
    let constraint = kind != .calculate && chance(2) ? judgement(index, before: horizon) : nil
    let isRequired = chance(2)
    let filter =
      kind.choiceList != nil && index > 0 && chance(3)
      ? pick(["cot = ${q\(index - 1)}", "name != '1' or \(condition(before: index))"]) : nil
    let calculation =
      kind == .calculate
      ? index > 0
        ? pick(["if(\(condition(before: index)), 1, 2)", "coalesce(${q\(index - 1)}, 3)"]) : "2"
      : nil
    lines.append(
      "q\(index) \(kind.name) relevant \(relevant ?? "-") constraint \(constraint ?? "-")"
        + " required \(isRequired) filter \(filter ?? "-") calculation \(calculation ?? "-")"
    )
    let hasMark = chance(4)
    return Form.question("q\(index)", kind) {
      $0.relevant = relevant.map { Form.rule($0) }
      $0.constraint = constraint.map { Form.rule($0) }
      $0.required = isRequired ? .always : .never
      $0.choiceFilter = filter.map { Form.rule($0) }
      $0.calculation = calculation.map { Form.rule($0) }
      if hasMark {
        $0.missing = [MissingCode(code: "9", reason: .refused, label: Form.words("Từ chối"))]
      }
    }
  }

  private mutating func judgement(_ index: Int, before horizon: Int) -> String {
    let own =
      switch kinds[index] {
      case .integer: pick([". >= 1 and . <= 3", ". > 2", ". < 2 and . > 2", ". != 2"])
      case .selectMultiple:
        pick(["count-selected(.) < 2", "not(selected(., '1'))", "selected(., '4')"])
      default: pick([". != '3'", ". = '1'", ". > 2", ". = 4"])
      }
    guard horizon > 0, chance(2) else { return own }
    let other = Int.random(in: 0..<horizon, using: &random)
    if chance(3), other != index { return ". \(pick(["<", ">=", "="])) ${q\(other)}" }
    return "\(own) \(pick(["and", "or"])) \(condition(before: horizon))"
  }

  private mutating func condition(before horizon: Int) -> String {
    let first = simple(before: horizon)
    return chance(3) ? "(\(first) \(pick(["and", "or"])) \(simple(before: horizon)))" : first
  }

  private mutating func simple(before horizon: Int) -> String {
    let other = Int.random(in: 0..<max(1, horizon), using: &random)
    let name = "${q\(other)}"
    if chance(8) { return "missing-reason(\(name)) = 'refused'" }
    if chance(8) { return "not(\(name))" }
    return switch kinds[other] {
    case .integer: pick(["\(name) > 2", "\(name) = 1", "\(name) != ''", "\(name) <= 0"])
    case .selectMultiple:
      pick(["selected(\(name), '1')", "count-selected(\(name)) > 1", "selected(\(name), '3')"])
    case .calculate: pick(["\(name) = 1", "\(name) > 2", "\(name) = ''"])
    default: pick(["\(name) = '1'", "\(name) = 2", "\(name) = '3'", "\(name) = ''", "\(name) < 2"])
    }
  }
}
