/// The number of insertions, deletions and replacements between two short texts.
///
/// Texts over 200 characters are compared by their beginnings.
func editDistance(_ one: String, _ other: String) -> Int {
  let columns = Array(other.prefix(200))
  var previous = Array(0...columns.count)
  for (row, left) in one.prefix(200).enumerated() {
    var current = [row + 1]
    current.reserveCapacity(columns.count + 1)
    for (column, right) in columns.enumerated() {
      let replaced = previous[column] + (left == right ? 0 : 1)
      current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[columns.count]
}

/// The most slips in a text of `count` characters with which it still is the same word.
func slipLimit(_ count: Int, least: Int) -> Int { max(least, min(count, 200) / 3) }

/// The candidate nearest to `name`, when it is near enough to be a slip of the hand.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let limit = slipLimit(name.count, least: 1)
  return candidates.map { (name: $0, distance: editDistance(name.lowercased(), $0.lowercased())) }
    .filter { $0.distance <= limit }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
    .name
}

/// The label nearest to the folded text `key`, when it is near enough to be a slip of the hand.
///
/// Each of `labels` comes with the folded text by which it is matched. A short text is soon near to
/// everything, a wrong digit is no slip, and a label that denies what the text says, or the other way
/// round, is the opposite answer. Where two labels are nearly as near, neither is named.
package func nearestLabel(
  to key: String,
  among labels: some Sequence<(label: String, key: String)>
) -> String? {
  let length = min(key.count, 200)
  let limit =
    switch length {
    case ...2: 0
    case 3...4: 1
    default: slipLimit(length, least: 2)
    }
  guard limit > 0 else { return nil }
  let digits = key.filter(\.isNumber)
  let isDenied = Negation.stands(in: key)
  // Texts are at least as far apart as their lengths.
  let near = labels.filter { abs(min($0.key.count, 200) - length) <= limit + 1 }
    .map { (label: $0.label, key: $0.key, distance: editDistance(key, $0.key)) }
    .filter { $0.distance <= limit + 1 }
    .sorted { ($0.distance, $0.label) < ($1.distance, $1.label) }
  guard let first = near.first, first.distance <= limit, first.key.filter(\.isNumber) == digits,
    Negation.stands(in: first.key) == isDenied,
    near.allSatisfy({ $0.key == first.key || $0.distance > first.distance + 1 })
  else { return nil }
  return first.label
}

/// The words by which an answer denies what its other words say.
private enum Negation {
  private static let words: Set<String> = [
    "k", "ko", "kh", "khong", "không", "hông", "hok", "chưa", "chua", "chẳng", "no", "not",
    "never",
  ]

  /// Whether one of them stands in a folded text.
  static func stands(in text: String) -> Bool {
    text.split { !$0.isLetter }.contains { words.contains(String($0)) }
  }
}
