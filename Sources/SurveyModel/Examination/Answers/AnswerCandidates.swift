/// A few answers to a question that stand for all that it can be answered with.
struct AnswerCandidates {
  /// The answers; `nil` where the question is not asked and a file says nothing either.
  var answers: [Answer?] = []
  /// Whether to the rules every other answer is the same as one of these.
  var isComplete = true
}

/// Finds representative answers.
struct AnswerCandidateMaker {
  let plan: InterviewPlan
  let moment: FormMoment

  /// Lists up to this length are gone through option by option.
  static let shortList = 12
  /// Of so many options all combinations are tried.
  static let shortMultiple = 6

  /// The answers that stand for all answers to the question at `index`.
  ///
  /// `use` is how rules look at the answer, and `form` holds the answers before, to which bounds may
  /// refer. `offered` are the options that a filter leaves, where that is decided; with `wantsAll`
  /// each option is among the answers.
  func candidates(
    for index: Int,
    use: AnswerUse,
    form: FormState,
    offered: Set<String>? = nil,
    wantsAll: Bool = false
  ) -> AnswerCandidates {
    let question = plan.steps[index].question
    var bounds = use.bounds.map { form.value(of: $0.node, at: $0.owner, in: plan) }
    if question.kind.isNumber {
      // A number that is a missing code is none, so the codes are bounds too.
      bounds += question.missing.compactMap { NumberText.parse($0.code).map { .number($0) } }
      bounds += use.writtenNumbers
    }
    var found = AnswerCandidates()
    switch question.kind {
    case .selectOne(let list):
      let choices = list.choices.filter { offered?.contains($0.code) ?? true }
      found.answers = options(choices, use, bounds, wantsAll).map { .choice($0) }
    case .selectMultiple(let list):
      let choices = list.choices.filter { offered?.contains($0.code) ?? true }
      let sets = ChoiceSubsets(choices, use: use, bounds: bounds, wantsAll: wantsAll)
      found.answers = sets.subsets.map { .choices($0) }
      found.isComplete = sets.isComplete
    case .rank(let list):
      let codes = list.choices.map(\.code).filter { offered?.contains($0) ?? true }
      let orders = Self.orders(codes)
      found.answers = orders.map { .text($0.joined(separator: " ")) }
      found.isComplete = codes.count <= 4
    case .integer:
      let numbers = BoundaryNumbers.whole(around: bounds.map(\.boundary), isGeneral: use.isGeneral)
      found.answers = numbers.map { .integer($0) }
      found.isComplete = use.isOnlyCompared
    case .decimal:
      let numbers = BoundaryNumbers.real(around: bounds.map(\.boundary), isGeneral: use.isGeneral)
      found.answers = numbers.map { .decimal($0) }
      found.isComplete = use.isOnlyCompared
    case .range(let range):
      let numbers = BoundaryNumbers.steps(of: range, around: bounds.map(\.boundary))
      found.answers = numbers.numbers.map { number in
        if range.isInteger, let whole = Int(exactly: number) { return .integer(whole) }
        return .decimal(number)
      }
      found.isComplete = numbers.isAll || use.isOnlyCompared
    case .date:
      let today = moment.now.localDate
      let days = bounds.compactMap { Self.day(of: $0) } + (use.isGeneral ? [today] : [])
      let dates = BoundaryNumbers.whole(
        around: (days.isEmpty ? [today] : days).map { Double($0.daysSince1970) },
        isGeneral: false
      )
      found.answers = dates.compactMap { CalendarDate(daysSince1970: $0) }.map { .date($0) }
      found.isComplete = use.isOnlyCompared
    case .text, .barcode:
      let texts = BoundaryTexts(use, bounds: bounds)
      found.answers = texts.texts.map { .text($0) }
      found.isComplete = texts.isComplete
    case .time:
      let times = bounds.map(\.asString).compactMap { ClockText.time($0) } + ["08:30", "16:00"]
      found.answers = times.map { .text($0) }
      found.isComplete = use.bounds.isEmpty && use.isOnlyCompared
    case .dateTime:
      let today = moment.now.localDate.description
      let times = bounds.map(\.asString).compactMap { ClockText.dateTime($0) }
      found.answers = (times + ["\(today)T08:30"]).compactMap { ClockText.dateTime($0) }
        .map { .text($0) }
      found.isComplete = use.bounds.isEmpty && use.isOnlyCompared
    case .acknowledge: found.answers = [.text(QuestionKind.acknowledged)]
    case .note, .calculate, .hidden, .metadata, .carried: break
    }
    if question.kind.choiceList == nil {
      let reader = plan.steps[index].reader
      found.answers = found.answers.filter { answer in
        // Written in a cell or typed, it has to be read as what it is.
        answer.map { (try? reader.read($0.text)) == $0 } ?? true
      }
    }
    found.answers += missing(question)
    return found
  }

  /// What can be given instead of an answer.
  private func missing(_ question: Question) -> [Answer?] {
    var reasons: [MissingReason] = [.noAnswer]
    for code in question.missing where !reasons.contains(code.reason) {
      reasons.append(code.reason)
    }
    let answers: [Answer?] = reasons.map { .missing($0) }
    return question.isAsked ? answers : answers + [nil]
  }

  /// The options that rules can tell apart; all of a short list.
  private func options(
    _ choices: [Choice],
    _ use: AnswerUse,
    _ bounds: [ExpressionValue],
    _ wantsAll: Bool
  ) -> [String] {
    let codes = choices.map(\.code)
    if wantsAll || codes.count <= Self.shortList || use.isGeneral || use.isOrdered
      || !use.hasFixedBounds || !use.patterns.isEmpty || !use.lengths.isEmpty
    {
      return codes
    }
    let named = codes.filter { code in
      use.codes.contains(code) || bounds.contains { !$0.isTruth && $0.equals(.string(code)) }
    }
    let others = codes.filter { !named.contains($0) }
    return named + others.prefix(2)
  }

  private static func orders(_ codes: [String]) -> [[String]] {
    guard codes.count <= 4 else { return [codes, codes.reversed()] }
    guard let first = codes.first else { return [] }
    if codes.count == 1 { return [[first]] }
    return codes.flatMap { head in
      orders(codes.filter { $0 != head }).map { [head] + $0 }
    }
  }

  private static func day(of value: ExpressionValue) -> CalendarDate? {
    switch value {
    case .date(let date): return date
    case .dateTime(let instant): return instant.localDate
    case .string(let text):
      return CalendarDate(iso: text[...])
        ?? Int(exactly: value.asNumber.rounded()).flatMap { CalendarDate(daysSince1970: $0) }
    case .number(let number):
      return number.isFinite
        ? Int(exactly: number.rounded()).flatMap { CalendarDate(daysSince1970: $0) } : nil
    case .boolean: return nil
    }
  }
}

extension QuestionKind {
  /// Whether its answers are numbers.
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .decimal, .range: true
    default: false
    }
  }
}
