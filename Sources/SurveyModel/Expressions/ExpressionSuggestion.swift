/// Finds the name that an author probably meant.
enum ExpressionSuggestion {
  /// The nearest candidate, if it is near enough to be a slip.
  ///
  /// Near is a third of the length, at least one edit and at most three; of
  /// equally near ones the first wins.
  static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let target = Array(name.unicodeScalars.prefix(64))
    let limit = min(3, max(1, target.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let scalars = Array(candidate.unicodeScalars.prefix(64))
      guard Swift.abs(scalars.count - target.count) <= limit else { continue }
      let distance = editDistance(target, scalars)
      if distance <= limit, distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// Insertions, deletions, replacements and swaps of neighbours from one name to another.
  ///
  /// Optimal string alignment, a Damerau–Levenshtein distance.
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [Int](repeating: row + 1, count: right.count + 1)
      for column in right.indices {
        let isSame = left[row] == right[column]
        var cost = Swift.min(
          previous[column] + (isSame ? 0 : 1),
          previous[column + 1] + 1,
          current[column] + 1
        )
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = Swift.min(cost, before[column - 1] + 1)
        }
        current[column + 1] = cost
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
