import SurveyModel
import SurveyStatistics

/// Makes up the answers of one person to a questionnaire, by its own rules.
struct MadeUpRespondent: Sendable {
  /// Where a person lives.
  struct Place {
    let stratum: Int
    let cluster: Int
    let commune: Int
  }

  private let plan: InterviewPlan
  private let firstDay: CalendarDate
  private let moment: FormMoment
  /// How each question is answered on the whole: higher is more approval.
  private let ease: [Double]
  /// The right answers of knowledge tests.
  private let rightAnswers: [String: String]
  private let weight: Int?
  private let strata: Set<Int>
  private let clusters: Set<Int>

  init(plan: InterviewPlan, firstDay: CalendarDate, random: inout SeededGenerator) {
    self.plan = plan
    self.firstDay = firstDay
    let midnight = Int64(firstDay.daysSince1970) * 86_400_000
    moment = FormMoment(now: Timestamp(milliseconds: midnight + 15 * 86_400_000))
    ease = plan.steps.map { _ in 0.75 + 0.25 * random.normal() }
    var right: [String: String] = [:]
    for indicator in plan.questionnaire.indicators {
      if case .test(let answers, _) = indicator.kind {
        for answer in answers { right[answer.item] = answer.right }
      }
    }
    rightAnswers = right
    let sample = plan.questionnaire.sample
    weight = sample.weight.flatMap { plan.index(of: $0) }
    strata = Set(sample.strata.compactMap { plan.index(of: $0) })
    clusters = Set(sample.clusters.compactMap { plan.index(of: $0) })
  }

  /// The answers of somebody who lives at `place`; `opinion` is that of the cluster.
  func answers(_ place: Place, opinion: Double, _ random: inout SeededGenerator) -> [Answer] {
    let person = opinion + 0.7 * random.normal()
    var given: [Answer?] = plan.steps.indices.map { index in
      answer(index, place, person, &random)
    }
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
    switch question.kind {
    case .selectOne(let list):
      return .choice(list.choices[choice(index, question, list, person, second, &random)].code)
    case .selectMultiple(let list):
      return multiple(list, &random)
    case .integer, .decimal:
      return number(index, question, second)
    case .date:
      let days = Int(draw * 12)
      return firstDay.adding(days: days).map { .date($0) }
    case .text:
      guard question.persists || question.required == .always else {
        return draw < 0.1 ? .text("Ý kiến giả lập số \(place.cluster)") : .missing(.noAnswer)
      }
      return .text("Xã số \(place.commune + 1) (giả lập)")
    case .note, .calculate:
      return nil
    }
  }

  private func choice(
    _ index: Int,
    _ question: Question,
    _ list: ChoiceList,
    _ person: Double,
    _ draw: Double,
    _ random: inout SeededGenerator
  ) -> Int {
    let count = list.choices.count
    if let right = rightAnswers[question.id], let position = list.index(of: right) {
      let knows = NormalDistribution.cumulative(person + ease[index])
      return draw < knows ? position : random.below(count)
    }
    guard let scale = list.scale else {
      // Plain choices: the first ones are the more frequent.
      return min(count - 1, Int(draw.squareRoot() * draw * Double(count)))
    }
    let approval = NormalDistribution.cumulative(person + ease[index] + 0.6 * random.normal())
    let level = min(count - 1, Int(approval * Double(count)))
    return scale.direction == .ascending ? level : count - 1 - level
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
      let number = range.lowerBound + Int(draw * Double(range.count))
      let answer: Answer =
        if case .integer = question.kind { .integer(number) } else { .decimal(Double(number)) }
      if plan.accepts(answer, at: index, moment: moment) { return answer }
    }
    return nil
  }
}
