/// What a form knows of the turns of its repeats.
///
/// The turns of a repeat are numbered from 0 in the order in which they are gone through. Where a
/// repeat stands in another, those in the first turn of that come first, then those in its second.
struct FormTurns: Sendable {
  /// One turn of a repeat.
  struct Turn: Hashable, Sendable {
    /// The number of the turn around it; 0 where there is none.
    let outer: Int
    /// Its place in each repeat around it, from 0, the outermost first, and in its own.
    let path: [Int]
  }

  /// One question of a repeat, turn by turn.
  struct Series: Sendable {
    var given: [Answer?] = []
    var effective: [Answer] = []
    var relevant: [Bool] = []
  }

  private struct Opening: Hashable {
    let repeated: Int
    let path: [Int]
  }

  /// How many turns repeats that are not counted have at least.
  var least = 0
  /// How many turns somebody wanted of them, by the turn around.
  private var opened: [Opening: Int] = [:]
  /// What is written of the questions of repeats.
  private(set) var written: [Int: TurnTree] = [:]
  /// The turns of each repeat, once they are found.
  private var found: [[Turn]?]
  /// What follows for the questions of repeats.
  var series: [Int: Series] = [:]

  init(plan: InterviewPlan) {
    found = Array(repeating: nil, count: plan.repeats.count)
  }

  /// Forgets what was found, and reads what is given anew.
  mutating func begin(_ given: [Answer?], in plan: InterviewPlan) {
    if found.isEmpty { return }
    found = Array(repeating: nil, count: found.count)
    series.removeAll(keepingCapacity: true)
    written.removeAll(keepingCapacity: true)
    for repeated in plan.repeats where repeated.outer == nil {
      for index in repeated.questions {
        written[index] = plan.steps[index].reader.tree(given[index])
      }
    }
  }

  /// The turns of a repeat; none before they are found.
  func turns(of repeated: Int) -> [Turn] {
    found.indices.contains(repeated) ? found[repeated] ?? [] : []
  }

  /// The way to a turn of a repeat; the empty one where there is no such turn.
  func path(of turn: Int, in repeated: Int) -> [Int] {
    let turns = turns(of: repeated)
    return turns.indices.contains(turn) ? turns[turn].path : []
  }

  /// The number of the turn to which a way leads, if there is one.
  func number(of path: [Int], in repeated: Int) -> Int? {
    turns(of: repeated).firstIndex { $0.path == path }
  }

  /// Whether the turns of a repeat are found.
  func knows(_ repeated: Int) -> Bool {
    !found.indices.contains(repeated) || found[repeated] != nil
  }

  /// Notes the turns of a repeat: `counts` of them in each turn around.
  mutating func note(_ counts: [(path: [Int], count: Int)], of repeated: Int) {
    var turns: [Turn] = []
    for (outer, around) in counts.enumerated() {
      for place in 0..<min(around.count, RepeatRules.limit - turns.count) {
        turns.append(Turn(outer: outer, path: around.path + [place]))
      }
    }
    found[repeated] = turns
  }

  /// How many turns a repeat that is not counted has in the turn around that `path` leads to.
  func openCount(of repeated: Int, at path: [Int], in plan: InterviewPlan) -> Int {
    let typed =
      plan.repeats[repeated].questions.map { written[$0]?.count(at: path) ?? 0 }.max() ?? 0
    let wanted = opened[Opening(repeated: repeated, path: path)] ?? 0
    return max(least, wanted, typed)
  }

  /// Sees to it that a repeat that is not counted has so many turns in the turn around it.
  mutating func open(_ count: Int, of repeated: Int, at path: [Int]) {
    opened[Opening(repeated: repeated, path: path)] = count
  }

  /// Forgets which turns were begun.
  mutating func close() {
    opened.removeAll()
    least = 0
  }

  mutating func append(to index: Int, given: Answer?, effective: Answer, isRelevant: Bool) {
    series[index, default: Series()].given.append(given)
    series[index, default: Series()].effective.append(effective)
    series[index, default: Series()].relevant.append(isRelevant)
  }

  /// The numbers of a turn of the last repeat of `chain` and of those around it, outer ones first.
  func numbers(of turn: Int, in chain: [Int]) -> [Int] {
    var numbers: [Int] = []
    var next = turn
    for repeated in chain.reversed() {
      numbers.append(next)
      let turns = turns(of: repeated)
      next = turns.indices.contains(next) ? turns[next].outer : 0
    }
    return numbers.reversed()
  }

  /// The turns of the last repeat of `chain` that stand in the turns `outer` of what is around the
  /// first one; around the outermost repeat there is one turn, 0.
  func turns(of chain: some Collection<Int>, within outer: Range<Int>) -> Range<Int> {
    chain.reduce(outer) { outer, repeated in
      let turns = turns(of: repeated)
      func first(from number: Int) -> Int {
        var range = turns.startIndex..<turns.endIndex
        while let middle = range.middle {
          range =
            turns[middle].outer < number
            ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
      }
      return first(from: outer.lowerBound)..<first(from: outer.upperBound)
    }
  }

  /// The turns of a repeat that stand in the same turns of repeats as `place`, which may be its own.
  func seen(of repeated: Int, from place: RepeatPlace?, in plan: InterviewPlan) -> Range<Int> {
    if let place, place.repeated == repeated { return place.turn..<place.turn + 1 }
    let chain = plan.repeats[repeated].chain
    guard let place else { return turns(of: chain, within: 0..<1) }
    let other = plan.repeats[place.repeated].chain
    let shared = zip(chain, other).prefix { $0 == $1 }.count
    if shared == 0 { return turns(of: chain, within: 0..<1) }
    let number = numbers(of: place.turn, in: other)[shared - 1]
    return turns(of: chain.dropFirst(shared), within: number..<number + 1)
  }

  /// Answers in all turns of a repeat as they are written.
  func tree(of answers: [Answer], in repeated: Int, _ plan: InterviewPlan) -> TurnTree {
    var trees = answers.map(TurnTree.answer)
    for inner in plan.repeats[repeated].chain.reversed() {
      let count = plan.repeats[inner].outer.map { turns(of: $0).count } ?? 1
      var around: [[TurnTree]] = Array(repeating: [], count: count)
      for (turn, tree) in zip(turns(of: inner), trees) { around[turn.outer].append(tree) }
      trees = around.map(TurnTree.turns)
    }
    return trees.first ?? .nothing
  }
}

extension Range<Int> {
  fileprivate var middle: Int? { isEmpty ? nil : lowerBound + count / 2 }
}
