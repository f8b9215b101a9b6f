/// What a form knows of the turns of its repeats.
struct FormTurns: Sendable {
  /// One question of a repeat, turn by turn.
  struct Series: Sendable {
    var given: [Answer?] = []
    var effective: [Answer] = []
    var relevant: [Bool] = []
  }

  /// How many turns somebody wanted of repeats that are not counted.
  var opened: [Int]
  /// How many turns each repeat has, once that is computed.
  var counts: [Int?]
  /// The questions of repeats.
  var series: [Int: Series] = [:]

  init(opened: [Int]) {
    self.opened = opened
    counts = Array(repeating: nil, count: opened.count)
  }

  /// Forgets what was computed.
  mutating func begin() {
    guard !opened.isEmpty else { return }
    counts = Array(repeating: nil, count: opened.count)
    series.removeAll(keepingCapacity: true)
  }

  mutating func append(to index: Int, given: Answer?, effective: Answer, isRelevant: Bool) {
    series[index, default: Series()].given.append(given)
    series[index, default: Series()].effective.append(effective)
    series[index, default: Series()].relevant.append(isRelevant)
  }
}
