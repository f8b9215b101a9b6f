import SurveyModel

/// Finds the options of which a text consists exactly: `Báo, đài, Loa phường` where one option is
/// called "Báo, đài".
///
/// Longer names are tried first; where that leads nowhere the search goes back. Names are folded
/// texts, and between two of them stand separators or white space.
struct OptionCover {
  private struct Name {
    let scalars: [Unicode.Scalar]
    let option: Int
  }

  private let namesOf: [Unicode.Scalar: [Name]]

  /// Prepares to look for names, each with its option.
  init(_ names: [(text: String, option: Int)]) {
    let sorted =
      names
      .map { Name(scalars: Array($0.text.unicodeScalars), option: $0.option) }
      .filter { !$0.scalars.isEmpty }
      .sorted { ($0.scalars.count, $1.option) > ($1.scalars.count, $0.option) }
    namesOf = Dictionary(grouping: sorted) { $0.scalars[0] }
  }

  /// What a text consists of.
  enum Outcome: Equatable {
    case options([Int])
    /// The first part that is no name, at the farthest place that was reached.
    case uncovered(rest: String)
  }

  /// Covers a folded text.
  func cover(_ text: String) -> Outcome {
    let scalars = Array(text.unicodeScalars)
    /// Names that fit at a place and have not been tried, the last first; a place is met once.
    var open: [(place: Int, candidates: ArraySlice<Name>)] = []
    var chosen: [Int] = []
    var met: Set<Int> = []
    var farthest = 0
    func enter(_ place: Int) {
      farthest = max(farthest, place)
      let candidates =
        place < scalars.count && met.insert(place).inserted
        ? (namesOf[scalars[place]] ?? []).filter { fits($0, at: place, in: scalars) } : []
      open.append((place, candidates[...]))
    }
    let start = Self.skipSeparators(0, scalars)
    guard start < scalars.count else { return .options([]) }
    enter(start)
    while let last = open.indices.last {
      guard let name = open[last].candidates.popFirst() else {
        open.removeLast()
        if !chosen.isEmpty { chosen.removeLast() }
        continue
      }
      chosen.append(name.option)
      let next = Self.skipSeparators(open[last].place + name.scalars.count, scalars)
      if next >= scalars.count { return .options(chosen) }
      enter(next)
    }
    return .uncovered(rest: Self.text(scalars[farthest...]))
  }

  /// Different sets of options of which a text consists, at most two; names may meet a text in
  /// several ways.
  func sets(_ text: String) -> [Set<Int>] {
    let scalars = Array(text.unicodeScalars)
    let start = Self.skipSeparators(0, scalars)
    guard start < scalars.count else { return [] }
    /// What the text consists of from a place on, where a name may begin there.
    var found: [Int: [Set<Int>]] = [scalars.count: [[]]]
    for place in (start..<scalars.count).reversed()
    where place == start || Self.isSeparator(scalars[place - 1]) {
      var sets: [Set<Int>] = []
      for name in namesOf[scalars[place]] ?? [] where fits(name, at: place, in: scalars) {
        let next = Self.skipSeparators(place + name.scalars.count, scalars)
        for rest in found[next] ?? [] where sets.count < Self.kept {
          let set = rest.union([name.option])
          if !sets.contains(set) { sets.append(set) }
        }
      }
      if !sets.isEmpty { found[place] = sets }
    }
    return Array((found[start] ?? []).prefix(2))
  }

  /// Sets that are kept for a place: some may become equal further to the front.
  private static let kept = 8

  private func fits(_ name: Name, at place: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let end = place + name.scalars.count
    guard end <= scalars.count, scalars[place..<end].elementsEqual(name.scalars) else {
      return false
    }
    return end == scalars.count || Self.isSeparator(scalars[end])
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ";", "|", "\n", "\t": true
    default: scalar.properties.isWhitespace
    }
  }

  private static func skipSeparators(_ place: Int, _ scalars: [Unicode.Scalar]) -> Int {
    var place = place
    while place < scalars.count, isSeparator(scalars[place]) { place += 1 }
    return place
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).trimmed
  }
}
