import SurveyModel
import SurveyStatistics

/// Makes up the answers of one person to a questionnaire, by its own rules.
struct MadeUpRespondent: Sendable {
  /// Where a person lives.
  struct Place {
    let stratum: Int
    let cluster: Int
    /// The name of the commune or office.
    let name: String
    /// The day on which fieldwork begins there, and how many days it lasts.
    let firstDay: CalendarDate
    var days = 12
  }

  private let plan: InterviewPlan
  private let moment: FormMoment
  /// How each question is answered on the whole: higher is more approval.
  private let ease: [Double]
  /// The right answers of knowledge tests.
  private let rightAnswers: [String: String]
  /// The codes that a share counts, for closed questions without a scale.
  private let countedCodes: [String: [String]]
  /// Questions on which other questions hang.
  private let gates: Set<String>
  private let weight: Int?
  private let strata: Set<Int>
  private let clusters: Set<Int>

  /// Learns the rules of `plan`; `today` is the day on which the forms are filled in.
  init(plan: InterviewPlan, today: CalendarDate, random: inout SeededGenerator) {
    self.plan = plan
    let midnight = Int64(today.daysSince1970) * 86_400_000
    moment = FormMoment(now: Timestamp(milliseconds: midnight))
    ease = plan.steps.map { _ in 0.92 + 0.12 * random.normal() }
    var right: [String: String] = [:]
    var counted: [String: [String]] = [:]
    for indicator in plan.questionnaire.indicators {
      switch indicator.kind {
      case .test(let answers, _):
        for answer in answers { right[answer.item] = answer.right }
      case .share(let item, let codes?):
        counted[item] = codes
      default:
        break
      }
    }
    rightAnswers = right
    countedCodes = counted
    let rules = plan.steps.compactMap { $0.question.relevant?.expression.text }
    gates = Set(
      plan.steps.map(\.question.id).filter { id in rules.contains { $0.contains("${\(id)}") } }
    )
    let sample = plan.questionnaire.sample
    weight = sample.weight.flatMap { plan.index(of: $0) }
    strata = Set(sample.strata.compactMap { plan.index(of: $0) })
    clusters = Set(sample.clusters.compactMap { plan.index(of: $0) })
  }

  /// The answers of somebody who lives at `place`; `opinion` is that of the cluster.
  func answers(_ place: Place, opinion: Double, _ random: inout SeededGenerator) -> [Answer] {
    let person = opinion + 0.6 * random.normal()
    var given: [Answer?] = plan.steps.indices.map { index in
      answer(index, place, person, &random)
    }
    makePlausible(&given, place, person, &random)
    // What the path skips is not answered: twice, because skipping can skip more.
    for _ in 0..<2 {
      let form = plan.validate(given, moment: moment)
      for problem in form.problems {
        switch problem.rejection {
        case .answerToSkipped, .calculationDiffers: given[problem.question] = nil
        case .answer: given[problem.question] = .missing(.refused)
        }
      }
    }
    return plan.validate(given, moment: moment).answers
  }

  /// Mends doubtful answers; one in fifty stays, as in the field.
  private func makePlausible(
    _ given: inout [Answer?],
    _ place: Place,
    _ person: Double,
    _ random: inout SeededGenerator
  ) {
    for _ in 0..<4 {
      let doubtful = plan.validate(given, moment: moment).warnings
      if doubtful.isEmpty || random.uniform() < 0.02 { return }
      for index in doubtful {
        let code = plan.steps[index].question.missing.first
        switch (given[index], code) {
        case (.choice?, let code?): given[index] = .missing(code.reason)
        case (.integer(let number)?, _): given[index] = .integer(number / 3)
        default: given[index] = answer(index, place, person, &random)
        }
      }
    }
  }

  /// The same answers with the sampling weight, rounded to six decimals.
  func weighted(_ answers: [Answer], weight value: Double) -> [Answer] {
    guard let weight else { return answers }
    var answers = answers
    answers[weight] = .decimal((value * 1e6).rounded() / 1e6)
    return answers
  }

  private func answer(
    _ index: Int,
    _ place: Place,
    _ person: Double,
    _ random: inout SeededGenerator
  ) -> Answer? {
    let question = plan.steps[index].question
    let draw = random.uniform()
    let second = random.uniform()
    if strata.contains(index) { return .text("Khu vực \(place.stratum + 1)") }
    if clusters.contains(index) { return .text("Ấp \(place.cluster)") }
    if index == weight { return .decimal(1) }
    if question.required == .never, question.isAsked, draw < 0.03,
      let code = question.missing.first(where: { $0.reason != .noAnswer })
    {
      return .missing(code.reason)
    }
    // Repeats are left out of made-up answers.
    if question.isRepeated { return nil }
    switch question.kind {
    case .selectOne(let list):
      return choice(index, question, list, person, second, &random)
    case .selectMultiple(let list):
      return multiple(list, &random)
    case .rank(let list):
      return .text(list.choices.map(\.code).joined(separator: " "))
    case .range(let range):
      return self.number(in: range, draw)
    case .time: return .text("08:30")
    case .dateTime: return .text("\(place.firstDay)T08:30")
    case .acknowledge: return .text(QuestionKind.acknowledged)
    case .barcode: return .text("GL-\(place.cluster)")
    case .integer, .decimal:
      return number(index, question, second)
    case .date:
      let days = Int(draw * Double(place.days))
      return place.firstDay.adding(days: days).map { .date($0) }
    case .text:
      guard question.persists || question.required == .always else {
        return draw < 0.1 ? .text("Ý kiến giả lập số \(place.cluster)") : .missing(.noAnswer)
      }
      return .text(place.name)
    case .note, .calculate, .hidden, .metadata, .carried:
      return nil
    }
  }

  /// One of the numbers of a range.
  private func number(in range: NumberRange, _ draw: Double) -> Answer? {
    guard range.isSound else { return nil }
    let steps = ((range.end - range.start) / range.step).rounded(.down)
    let number = range.start + (draw * (steps + 1)).rounded(.down) * range.step
    return range.isInteger ? Int(exactly: number).map { .integer($0) } : .decimal(number)
  }

  /// The answer to a closed question.
  ///
  /// Scales follow the person's approval, most answers lying on the two upper levels; tests are
  /// harder than people think, and who does not know says so every other time.
  private func choice(
    _ index: Int,
    _ question: Question,
    _ list: ChoiceList,
    _ person: Double,
    _ draw: Double,
    _ random: inout SeededGenerator
  ) -> Answer {
    let count = list.choices.count
    let position: Int
    if let right = rightAnswers[question.id], let known = list.index(of: right) {
      let knows = draw < NormalDistribution.cumulative(person + ease[index] - 0.5)
      let admits = question.missing.contains { $0.reason == .doNotKnow }
      if !knows, admits, random.uniform() < 0.5 { return .missing(.doNotKnow) }
      position = knows ? known : random.below(count)
    } else if let scale = list.scale {
      let approval = NormalDistribution.cumulative(
        0.6 * (person + ease[index] + 0.35 * random.normal())
      )
      let level = min(count - 1, Int(approval * Double(count)))
      position = scale.direction == .ascending ? level : count - 1 - level
    } else if let codes = countedCodes[question.id] {
      let isCounted = draw < NormalDistribution.cumulative(person + ease[index])
      let fitting = list.choices.indices.filter {
        codes.contains(list.choices[$0].code) == isCounted
      }
      position = fitting.isEmpty ? 0 : fitting[random.below(fitting.count)]
    } else if gates.contains(question.id) {
      position = draw < 0.85 ? 0 : random.below(count)
    } else {
      // Plain choices: the first ones are somewhat more frequent.
      position = min(count - 1, Int(draw * draw.squareRoot().squareRoot() * Double(count)))
    }
    return .choice(list.choices[position].code)
  }

  private func multiple(_ list: ChoiceList, _ random: inout SeededGenerator) -> Answer {
    var codes: [String] = []
    for choice in list.choices where !choice.isExclusive && random.uniform() < 0.35 {
      codes.append(choice.code)
    }
    if codes.isEmpty, let first = list.choices.first { codes = [first.code] }
    return .choices(codes)
  }

  /// A number that the question's own constraint accepts.
  private func number(_ index: Int, _ question: Question, _ draw: Double) -> Answer? {
    let ranges = [18...75, 0...35, 1...9, 1...100, 0...1]
    for range in ranges {
      // Ages are spread evenly, counts are mostly small.
      let place = range.lowerBound == 18 ? draw : draw * draw * draw
      let number = range.lowerBound + Int(place * Double(range.count))
      let answer: Answer =
        if case .integer = question.kind { .integer(number) } else { .decimal(Double(number)) }
      if plan.accepts(answer, at: index, moment: moment) { return answer }
    }
    return nil
  }
}
