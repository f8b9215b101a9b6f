/// The rules of one question without its texts: what the engine reads for every form.
///
/// A class, so that looking up a rule copies one reference and not a whole question.
final class StepRules: Sendable {
  /// When a blank answer is refused.
  enum CompiledRequirement: Sendable {
    case never
    case always
    case when(CompiledExpression)
  }

  /// When the groups around the question and its section are asked, outer ones first.
  let pathRelevant: [CompiledExpression]
  let relevant: CompiledExpression?
  /// How often the repeats around it are gone through.
  let counts: [CompiledExpression]
  /// The repeats of which relevance and value count the turns.
  let countedRepeats: [Int]
  let isRepeated: Bool
  let required: CompiledRequirement
  let constraint: CompiledExpression?
  let warning: CompiledExpression?
  /// What its value follows from at any time.
  let calculation: CompiledExpression?
  /// What its value is set to when another question is answered; nothing clears it.
  let triggered: CompiledExpression?
  let defaultExpression: CompiledExpression?
  /// Which options are offered.
  let choiceFilter: ChoiceFilter?
  let range: NumberRange?
  /// How many options an order has to have, where the question asks for one.
  let ranks: ChoiceList?
  /// What the question counts as while nothing is given.
  let unanswered: Answer
  let isNote: Bool
  /// Whether a respondent meets it when it is relevant.
  let isShown: Bool
  /// Whether it is shown and passed: a note, or a value that cannot be changed.
  let isPassed: Bool
  /// Whether somebody may answer it, so that there is something to judge.
  let takesAnswers: Bool
  /// Whether its default is its value as long as nothing else is given.
  let hasFixedDefault: Bool
  /// Whether answers are days with a time, which expressions compare as such.
  let isDateTime: Bool

  init(
    _ question: Question,
    pathRelevant: [CompiledExpression],
    counts: [CompiledExpression] = [],
    compiler: RuleCompiler
  ) throws(ExpressionFault) {
    self.pathRelevant = pathRelevant
    self.counts = counts
    isRepeated = question.isRepeated
    relevant = try compiler.compile(question.relevant)
    required = try compiler.compile(question.required)
    constraint = try compiler.compile(question.constraint)
    warning = try compiler.compile(question.warning)
    let compiled = try compiler.compile(question.calculation)
    calculation = question.isComputed ? compiled : nil
    triggered = question.isComputed ? nil : compiled
    defaultExpression = try compiler.compile(question.defaultAnswer)
    choiceFilter = try ChoiceFilter(question, compiler: compiler)
    isNote = !question.kind.isStored
    isShown = question.isAsked && question.kind.isShown
    isPassed = isNote || (isShown && (question.readOnly || question.isComputed))
    if case .range(let range) = question.kind { self.range = range } else { range = nil }
    if case .rank(let list) = question.kind { ranks = list } else { ranks = nil }
    switch question.kind {
    case .dateTime, .metadata(.start), .metadata(.end): isDateTime = true
    default: isDateTime = false
    }
    hasFixedDefault = question.hasFixedDefault
    let fixed = question.hasFixedDefault ? defaultExpression : nil
    let deciding =
      pathRelevant
      + [relevant, calculation, choiceFilter?.rule, fixed]
      .compactMap(\.self)
    countedRepeats = deciding.reduce(into: Set()) { $0.formUnion($1.repeats) }.sorted()
    takesAnswers = question.kind.takesAnswers && !question.readOnly
    let isAsked = question.isAsked && (takesAnswers || question.kind == .calculate)
    unanswered = .missing(isNote ? .notApplicable : isAsked ? .notReached : .notCollected)
  }

  /// Whether relevance or value have to be computed.
  var governsPath: Bool {
    !pathRelevant.isEmpty || relevant != nil || calculation != nil || choiceFilter != nil
      || hasFixedDefault || isRepeated
  }

  /// Whether an answer can be refused or doubted; notes and fixed values never are.
  var judgesAnswers: Bool {
    if !takesAnswers { return false }
    if judgesValues { return true }
    return if case .never = required { false } else { true }
  }

  /// Whether an answer can be refused or doubted for what it is.
  var judgesValues: Bool {
    takesAnswers
      && (range != nil || ranks != nil || choiceFilter != nil || constraint != nil
        || warning != nil)
  }

  /// The questions that decide about relevance and value.
  var dependencies: Set<Int> {
    var found = Set(pathRelevant.flatMap(\.dependencies))
    for count in counts { found.formUnion(count.dependencies) }
    found.formUnion(relevant?.dependencies ?? [])
    found.formUnion(calculation?.dependencies ?? [])
    found.formUnion(choiceFilter?.rule.dependencies ?? [])
    if hasFixedDefault { found.formUnion(defaultExpression?.dependencies ?? []) }
    return found
  }
}

/// Which options of a question are offered.
struct ChoiceFilter: Sendable {
  /// What has to be true of an option.
  let rule: CompiledExpression
  /// What the rule may read of each option.
  let cells: [[ExpressionValue]]
  let codes: [String]
  /// The places of each code in the list; cascading lists may name one more than once.
  let places: [String: [Int]]

  /// The columns that every list has.
  private static let ownColumns = ["name", "label"]

  /// Compiles the filter of a question, if it has one.
  init?(_ question: Question, compiler: RuleCompiler) throws(ExpressionFault) {
    guard let located = question.choiceFilter, let list = question.kind.choiceList else {
      return nil
    }
    let columns = Self.columns(of: list)
    guard let rule = try compiler.compile(located, columns: { columns.firstIndex(of: $0) }) else {
      return nil
    }
    self.rule = rule
    codes = list.choices.map(\.code)
    places = Dictionary(grouping: codes.indices) { [codes] in codes[$0] }
    cells = list.choices.map { choice in
      [.string(choice.code), .string(choice.label.text(compiler.language))]
        + columns.dropFirst(2).map { .string(choice.attributes[$0] ?? "") }
    }
  }

  /// The names that a filter of the list may use.
  static func columns(of list: ChoiceList) -> [String] {
    ownColumns + list.columns.filter { !ownColumns.contains($0) }
  }
}

extension Question {
  /// Whether its default is its value as long as nothing else is given: nobody can change it.
  var hasFixedDefault: Bool {
    (readOnly || !kind.isShown) && kind.isStored && defaultAnswer != nil
  }
}
