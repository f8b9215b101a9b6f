import SurveyModel
import Tabular

/// A question whose answer is decided, or judged, by the answers to a few others too.
///
/// What comes of each combination of their answers is asked once.
struct KnownRule {
  /// Combinations that are remembered.
  static let limit = 100_000

  let question: Int
  /// The questions with columns that decide, by their number.
  let deciders: [Int]
  /// One table for each decider behind the first; the last numbers whole combinations.
  var pairs: [PairNumbers]
  /// What came of each combination.
  var outcomes: [Int32] = []

  init(question: Int, deciders: [Int]) {
    self.question = question
    self.deciders = deciders
    pairs = Array(repeating: PairNumbers(), count: max(1, deciders.count))
  }

  /// The number of the combination that `code` gives for each decider, -1 when it is new.
  @inline(__always)
  func combination(_ code: (Int) -> Int32) -> Int32 {
    var number: Int32 = 0
    for (place, decider) in deciders.enumerated() {
      number = pairs[place].number(of: number, code(decider))
      if number < 0 { return -1 }
    }
    return number
  }

  /// Remembers what comes of a new combination; false when there is no room for more.
  mutating func learn(_ outcome: Int32, for code: (Int) -> Int32) -> Bool {
    guard outcomes.count < Self.limit else { return false }
    var number: Int32 = 0
    for (place, decider) in deciders.enumerated() {
      let known = pairs[place].number(of: number, code(decider))
      number = known >= 0 ? known : pairs[place].add(number, code(decider))
    }
    while outcomes.count <= Int(number) { outcomes.append(outcome) }
    outcomes[Int(number)] = outcome
    return true
  }
}

/// The columns and rules by which rows of a table can be known.
struct KnownTable {
  /// Questions that may decide together; more have too many combinations.
  private static let deciderLimit = 8

  var columns: [KnownColumn] = []
  var rules: [KnownRule] = []
  /// For each question its place among the answers that are given and not what counts; -1 for
  /// questions whose answer counts as it is given.
  private(set) var givenPlaces: [Int]
  /// The questions whose answers must be at hand when a rule is asked.
  private(set) var deciders: Set<Int> = []

  /// A table that knows nothing.
  init() { givenPlaces = [] }

  /// None when some answers depend on too many cells.
  init?(of map: ColumnMap, plan: InterviewPlan, formats: ColumnFormats) {
    // Turns of a repeat depend on each other in ways that influences do not tell.
    guard plan.repeats.isEmpty else { return nil }
    let influences = plan.influences
    givenPlaces = Array(repeating: -1, count: plan.steps.count)
    for question in plan.steps.indices {
      let decided = influences[question] != [question] || !plan.isUngoverned(question)
      guard decided else { continue }
      let deciders = influences[question].filter(map.questions.contains).sorted()
      guard deciders.count <= Self.deciderLimit else { return nil }
      givenPlaces[question] = rules.count
      rules.append(KnownRule(question: question, deciders: deciders))
      self.deciders.formUnion(deciders)
    }
    for (column, meaning) in map.meanings.enumerated() {
      switch meaning {
      case .question(let question):
        let plain =
          deciders.contains(question) ? nil : KnownColumn.plain(question, in: column, plan, formats)
        columns.append(
          KnownColumn(column: column, question: question, matcher: CellMatcher(plain))
        )
      case .unknown, .ignored, .meta: continue
      case .option, .bookkeeping: return nil
      }
    }
  }
}
