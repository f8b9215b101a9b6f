package import SurveyModel

/// The columns of one choice that has a column for each option: of a multiple choice, or of a single
/// one of which a paper form has a box for each level.
package struct OptionGroup: Sendable {
  /// The question.
  package let question: Int
  /// The columns with the options that they are about.
  package let columns: [(column: Int, choice: Int)]
  /// The column for an answer outside the list that holds its words, as LimeSurvey writes it, and the
  /// open question of which it is the column too.
  let words: (column: Int, question: Int)?
  private let asked: Question
  private let choices: [Choice]

  /// The groups of a table, in the order of the questions.
  package static func groups(of map: ColumnMap, in plan: InterviewPlan) -> [OptionGroup] {
    var columns: [Int: [(column: Int, choice: Int)]] = [:]
    for (column, meaning) in map.meanings.enumerated() {
      if case .option(let question, let choice) = meaning {
        columns[question, default: []].append((column, choice))
      }
    }
    return columns.sorted { $0.key < $1.key }.compactMap { question, columns in
      guard plan.steps.indices.contains(question) else { return nil }
      let asked = plan.steps[question].question
      guard let list = asked.kind.choiceList else { return nil }
      return OptionGroup(
        question: question,
        columns: columns,
        words: words(in: columns, of: question, list.choices, map, plan.questionnaire),
        asked: asked,
        choices: list.choices
      )
    }
  }

  /// LimeSurvey's column `kenh[other]` where the open question has none of its own.
  private static func words(
    in columns: [(column: Int, choice: Int)],
    of question: Int,
    _ choices: [Choice],
    _ map: ColumnMap,
    _ questionnaire: Questionnaire
  ) -> (column: Int, question: Int)? {
    let id = questionnaire.questions[question].id
    guard !map.meanings.contains(.question(question)),
      let column = columns.first(where: { column, choice in
        choices.indices.contains(choice) && choices[choice].code.lowercased() == "other"
          && map.header[column].contains("[other]")
      })?.column,
      let open = questionnaire.questions.firstIndex(where: { open in
        open.kind == .text && OtherWords.endings.contains { open.id == id + $0 }
      }),
      !map.meanings.contains(.question(open))
    else { return nil }
    return (column, open)
  }

  /// The open questions that a table answers in columns for options.
  package static func openQuestions(of map: ColumnMap, in plan: InterviewPlan) -> Set<Int> {
    Set(groups(of: map, in: plan).compactMap(\.words?.question))
  }

  /// Whether only one option can be chosen.
  private var isSingle: Bool {
    if case .selectOne = asked.shape { true } else { false }
  }

  /// What looks at the columns together; `marks` are those of the file for no answer.
  func profile(marks: MissingMarks) -> OptionProfile {
    let codes = columns.filter { choices.indices.contains($0.choice) }
      .map { ($0.column, choices[$0.choice].code) }
    return OptionProfile(
      codes: Dictionary(codes) { first, _ in first },
      missing: asked.missing.map(\.code),
      marks: marks
    )
  }

  /// The column that says otherwise than `main`, the column with all options; `states` are none
  /// where a cell cannot be read.
  ///
  /// Columns that are all blank say nothing; beside a filled one blank is not chosen.
  func contradiction(_ main: Answer, _ states: [CellReading.OptionState?]) -> Int? {
    guard states.contains(where: { $0 == .chosen || $0 == .notChosen }) else { return nil }
    var codes: Set<String> = []
    if case .choices(let chosen) = main { codes = Set(chosen) }
    if case .choice(let chosen) = main { codes = [chosen] }
    for (state, column) in zip(states, columns) {
      if let code = asked.missingCode(at: column.choice) {
        if state == .chosen, main != .missing(code.reason) { return column.column }
        continue
      }
      guard choices.indices.contains(column.choice) else { continue }
      switch state {
      case .chosen where !codes.contains(choices[column.choice].code): return column.column
      case .notChosen where codes.contains(choices[column.choice].code),
        .blank where codes.contains(choices[column.choice].code):
        return column.column
      default: break
      }
    }
    return nil
  }

  /// Puts what the columns say together.
  ///
  /// All blank is not answered, and blank beside chosen is not chosen. Nothing but "not chosen" is
  /// an answer of its own, unless a column with all options stands beside them and is blank. Of a
  /// single choice it is no answer, and may be meant as an option that has no column. A code for a
  /// missing answer is chosen alone.
  package func answer(
    _ states: [CellReading.OptionState],
    hasMainColumn: Bool
  ) throws(CellRejection) -> Answer {
    var chosen: Set<Int> = []
    var hasDenial = false
    var reason: MissingReason?
    var refusals: [MissingCode] = []
    for (state, column) in zip(states, columns) {
      let code = asked.missingCode(at: column.choice)
      switch state {
      case .blank: continue
      case .chosen:
        if let code { refusals.append(code) } else { chosen.insert(column.choice) }
      case .notChosen: hasDenial = hasDenial || code == nil
      case .missing(let mark): reason = reason ?? mark
      }
    }
    let taken = chosen.sorted().filter(choices.indices.contains).map { choices[$0] }
    if taken.count > 1, let exclusive = taken.first(where: \.isExclusive) {
      throw .answer(.exclusiveChoice(label: exclusive.label))
    }
    if let refusal = refusals.first,
      !taken.isEmpty || refusals.contains(where: { $0.reason != refusal.reason })
    {
      throw .answer(.exclusiveChoice(label: refusal.label))
    }
    let saysNoOnly = hasDenial && reason == nil && refusals.isEmpty
    if isSingle, !taken.isEmpty || saysNoOnly && !hasMainColumn { return try single(taken) }
    if !taken.isEmpty { return .choices(taken.map(\.code)) }
    if let reason = refusals.first?.reason ?? reason { return .missing(reason) }
    return hasDenial && !hasMainColumn ? .choices([]) : .missing(.noAnswer)
  }

  /// The only option that was chosen.
  private func single(_ taken: [Choice]) throws(CellRejection) -> Answer {
    if taken.count > 1 { throw .severalOptions(taken.map(Self.printed)) }
    if let only = taken.first { return .choice(only.code) }
    let present = Set(columns.map(\.choice))
    let absent = choices.indices.filter { !present.contains($0) }.map { Self.printed(choices[$0]) }
    if !absent.isEmpty { throw .optionsWithoutColumn(absent) }
    return .missing(.noAnswer)
  }

  private static func printed(_ choice: Choice) -> CellRejection.PrintedChoice {
    CellRejection.PrintedChoice(code: choice.code, label: choice.label.text("vi"))
  }
}
