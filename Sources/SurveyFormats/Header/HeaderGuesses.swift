import SurveyModel

/// Guesses at columns that words and ids do not tell: by printed numbers and by order.
///
/// A guess is made only when one way of counting fits all such columns, their cells, and no other
/// way does. It is never taken without the user's consent.
struct HeaderGuesses {
  private let dictionary: HeaderDictionary
  private let fit: CellFit

  private var questionnaire: Questionnaire { dictionary.questionnaire }

  init(_ dictionary: HeaderDictionary, _ fit: CellFit) {
    self.dictionary = dictionary
    self.fit = fit
  }

  /// The map with its guesses put in.
  func completing(
    _ map: ColumnMap,
    _ records: [TableSample.Record],
    _ form: TableForm
  ) -> ColumnMap {
    var guesses = repeated(in: map)
    guesses.merge(places(in: map)) { first, _ in first }
    guesses.merge(numbered(in: map, records, form)) { first, _ in first }
    guesses = guesses.filter { !map.meanings.contains($0.value) }
    return guesses.isEmpty ? map : map.adding(guesses: guesses)
  }

  // MARK: The same words several times

  /// Words that belong to as many questions as columns have them, in the order of the form.
  private func repeated(in map: ColumnMap) -> [Int: ColumnMap.Meaning] {
    var columns: [String: [Int]] = [:]
    for column in map.unknownColumns {
      columns[HeaderKey(map.header[column].trimmed).letters, default: []].append(column)
    }
    var guesses: [Int: ColumnMap.Meaning] = [:]
    for group in columns.values {
      let questions = dictionary.isAmbiguous(map.header[group[0]])
        .filter { !map.meanings.contains(.question($0)) }
      guard group.count == questions.count else { continue }
      for (column, question) in zip(group, questions) { guesses[column] = .question(question) }
    }
    return guesses
  }

  // MARK: LimeSurvey's own codes of rows and options

  /// `code[SQ003]` as the third option of a question or the third question of a section; where one
  /// is counted from `SQ000`, nothing is known of the others.
  private func places(in map: ColumnMap) -> [Int: ColumnMap.Meaning] {
    var places: [String: [(column: Int, place: Int)]] = [:]
    for column in map.unknownColumns {
      guard let (group, place) = Self.place(map.header[column]) else { continue }
      places[group, default: []].append((column, place))
    }
    var guesses: [Int: ColumnMap.Meaning] = [:]
    for (group, columns) in places where columns.allSatisfy({ $0.place > 0 }) {
      for (column, place) in columns { guesses[column] = meaning(place, of: group) }
    }
    return guesses
  }

  /// The group and the number of `code[SQ003]`.
  private static func place(_ header: String) -> (group: String, place: Int)? {
    let header = header.trimmed.lowercased()
    guard header.last == "]", let open = header.firstIndex(of: "[") else { return nil }
    let part = header[header.index(after: open)...].dropLast()
    guard part.hasPrefix("sq"), let place = NumberText.parseInteger(part.dropFirst(2)) else {
      return nil
    }
    return (String(header[..<open]), place)
  }

  /// The question or section of which `code[SQ003]` is a part, wherever it is counted from.
  static func owner(of header: String, in questionnaire: Questionnaire) -> String? {
    guard let group = place(header)?.group else { return nil }
    return (questionnaire.questions.map(\.id) + questionnaire.sections.map(\.id))
      .first { $0.lowercased() == group }
  }

  private func meaning(_ place: Int, of group: String) -> ColumnMap.Meaning? {
    if let index = questionnaire.questions.firstIndex(where: { $0.id.lowercased() == group }) {
      guard case .selectMultiple(let list) = questionnaire.questions[index].shape,
        place <= list.choices.count
      else { return nil }
      return .option(question: index, choice: place - 1)
    }
    guard let section = questionnaire.sections.firstIndex(where: { $0.id.lowercased() == group })
    else { return nil }
    let questions = questionnaire.questions.indices.filter {
      questionnaire.sectionOfQuestion[$0] == section && isAsked($0)
    }
    return place <= questions.count ? .question(questions[place - 1]) : nil
  }

  // MARK: Printed numbers

  private func numbered(
    in map: ColumnMap,
    _ records: [TableSample.Record],
    _ form: TableForm
  ) -> [Int: ColumnMap.Meaning] {
    var numbers: [Int: PrintedNumber] = [:]
    for column in map.unknownColumns {
      if let number = PrintedNumber(map.header[column]) { numbers[column] = number }
    }
    guard !numbers.isEmpty else { return [:] }
    let plan = try? InterviewPlan(questionnaire)
    var tried: [[Int: ColumnMap.Meaning]] = []
    var ways: [(guesses: [Int: ColumnMap.Meaning], isWhole: Bool)] = []
    for counting in countings {
      guard let guesses = counting.meanings(numbers, questionnaire), !tried.contains(guesses)
      else { continue }
      tried.append(guesses)
      guard fits(guesses, map, records, form, plan) else { continue }
      let questions = Set(guesses.values.compactMap(\.question))
      if counting.isPrinted { return guesses }
      ways.append((guesses, questions.count == counting.count))
    }
    let whole = ways.filter(\.isWhole)
    if whole.count == 1 { return whole[0].guesses }
    return ways.count == 1 ? ways[0].guesses : [:]
  }

  /// The share of cells that are answers where a guess is believed, in hundredths.
  private static let fitting = 90

  /// Whether the cells of all closed columns go with the guesses, and there is such a column.
  private func fits(
    _ guesses: [Int: ColumnMap.Meaning],
    _ map: ColumnMap,
    _ records: [TableSample.Record],
    _ form: TableForm,
    _ plan: InterviewPlan?
  ) -> Bool {
    guard Set(guesses.values).count == guesses.count,
      !guesses.values.contains(where: { map.meanings.contains($0) })
    else { return false }
    lazy var trial = plan.map { GuessTrial($0, map.adding(guesses: guesses), form, records) }
    var isJudged = false
    for (column, meaning) in guesses {
      guard var share = fit.share(column, meaning, in: records) else { continue }
      // Dates, numbers and options are written in more ways than an interview takes.
      if share < Self.fitting, case .question = meaning, let trial {
        guard let read = trial.share(column) else { continue }
        share = max(share, read)
      }
      guard share >= Self.fitting else { return false }
      isJudged = true
    }
    return isJudged
  }

  private func isAsked(_ index: Int) -> Bool {
    let question = questionnaire.questions[index]
    return question.kind.takesAnswers && question.isAsked
  }

  /// The ways in which paper forms count their questions.
  private var countings: [QuestionCounting] {
    let numbers = questionnaire.numbers
    let asked = questionnaire.questions.indices.filter { numbers[$0] != nil }
    let substantive = asked.filter { index in
      let question = questionnaire.questions[index]
      return !question.persists && question.role == nil
    }
    func sections(_ questions: [Int]) -> [[Int]] {
      questionnaire.sections.indices.map { section in
        questions.filter { questionnaire.sectionOfQuestion[$0] == section }
      }.filter { !$0.isEmpty }
    }
    return [
      .printed, .running(asked), .running(substantive), .sections(sections(asked)),
      .sections(sections(substantive)),
    ]
  }
}
