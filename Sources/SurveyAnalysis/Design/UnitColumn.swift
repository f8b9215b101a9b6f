import SurveyModel

/// What the sampled units of one stage are called, so that they are known again in another wave.
struct UnitColumn: Sendable {
  /// For each interview the position of its unit's name; −1 for a unit without one.
  let codes: [Int]
  /// The names.
  let names: [String]

  /// Units with names within others, such as clusters whose ids begin anew in each stratum.
  init(_ outer: UnitColumn?, _ inner: UnitColumn) {
    guard let outer else {
      self = inner
      return
    }
    struct Pair: Hashable {
      let outer: Int
      let inner: Int
    }
    var known: [Pair: Int] = [:]
    var names: [String] = []
    codes = zip(outer.codes, inner.codes).map { first, second in
      guard first >= 0, second >= 0 else { return -1 }
      let pair = Pair(outer: first, inner: second)
      if let code = known[pair] { return code }
      known[pair] = names.count
      names.append("\(outer.names[first])\u{1F}\(inner.names[second])")
      return names.count - 1
    }
    self.names = names
  }

  init(codes: [Int], names: [String]) {
    self.codes = codes
    self.names = names
  }

  /// The groups of a question.
  init(_ variable: GroupVariable) {
    codes = Array(variable.codes)
    names = variable.levels.map(\.code)
  }

  /// Without the names that two interviews have: nobody can tell which of them is meant.
  var unambiguous: UnitColumn {
    var counts = [Int](repeating: 0, count: names.count)
    for code in codes where code >= 0 { counts[code] += 1 }
    return UnitColumn(codes: codes.map { $0 >= 0 && counts[$0] > 1 ? -1 : $0 }, names: names)
  }

  /// Codes that are the same for the same name in all columns.
  static func joint(_ columns: [UnitColumn]) -> [[Int]] {
    var known: [String: Int] = [:]
    return columns.map { column in
      let codes = column.names.map { name in
        if let code = known[name] { return code }
        known[name] = known.count
        return known.count - 1
      }
      return column.codes.map { $0 < 0 ? -1 : codes[$0] }
    }
  }
}
