import SurveyModel
import SurveyStatistics

/// Questions that divide people alike: some groups of one are, together, some groups of another.
///
/// Communes and the units that they became part of are such questions. The total of the groups that
/// belong together gives a hidden one away like any other total.
struct LinkedGroups {
  /// Groups of two questions that hold the same people, but for those without an answer to one.
  struct Link {
    /// The places of the two questions.
    let first: Int
    let second: Int
    /// The positions of the groups of either that belong together.
    let components: [(first: [Int], second: [Int])]
  }

  let variables: [GroupVariable]
  let links: [Link]

  /// The variables of `all`, each question once, in clusters that no link connects.
  static func clusters(of all: [GroupVariable]) -> [LinkedGroups] {
    var known: Set<String> = []
    let variables = all.filter { known.insert($0.question.id).inserted }
    var clusters: [(members: [Int], links: [Link])] = []
    for second in variables.indices {
      var joined = (members: [second], links: [Link]())
      for first in variables.indices where first < second {
        let parts = components(variables[first], variables[second])
        guard parts.count > 1 else { continue }
        joined.links.append(Link(first: first, second: second, components: parts))
      }
      let linked = Set(joined.links.map(\.first))
      clusters.removeAll { cluster in
        guard !linked.isDisjoint(with: cluster.members) else { return false }
        joined.members = cluster.members + joined.members
        joined.links += cluster.links
        return true
      }
      clusters.append(joined)
    }
    return clusters.map { cluster in
      let members = cluster.members.sorted()
      let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
      return LinkedGroups(
        variables: members.map { variables[$0] },
        links: cluster.links.map { link in
          Link(
            first: place[link.first] ?? 0,
            second: place[link.second] ?? 0,
            components: link.components
          )
        }
      )
    }
  }

  /// The groups of two questions that somebody is in both of, and so those that belong together.
  ///
  /// A group of which nobody is in the other question stands alone; that says something only where
  /// one question was found from the other, for else nobody knows it.
  private static func components(
    _ one: GroupVariable,
    _ other: GroupVariable
  ) -> [(first: [Int], second: [Int])] {
    let width = one.levels.count
    var lead = Array(0..<(width + other.levels.count))
    func root(_ group: Int) -> Int {
      var group = group
      while lead[group] != group { group = lead[group] }
      return group
    }
    var left = lead.count
    for (first, second) in zip(one.codes, other.codes) where first >= 0 && second >= 0 {
      let (a, b) = (root(first), root(width + second))
      guard a != b else { continue }
      lead[max(a, b)] = min(a, b)
      left -= 1
      // All belong together: the only total is that of all.
      if left == 1 { return [] }
    }
    let isDerived = !one.question.isAsked || !other.question.isAsked
    var groups: [Int: (first: [Int], second: [Int])] = [:]
    for group in lead.indices {
      if group < width {
        groups[root(group), default: ([], [])].first.append(group)
      } else {
        groups[root(group), default: ([], [])].second.append(group - width)
      }
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
      .filter { isDerived || !$0.first.isEmpty && !$0.second.isEmpty }
  }

  /// `hidden` with the groups that cover them in all questions at once.
  ///
  /// Where the counts do not fit together all groups are hidden.
  func covered(
    _ hidden: [Set<Int>],
    total: Int,
    counts: [[Int]?],
    width: Int
  ) -> [Set<Int>] {
    guard hidden.contains(where: { !$0.isEmpty }) else { return hidden }
    guard let joint = JointCounts(counts, total: total, links: links) else {
      return counts.map { Set(($0 ?? []).indices) }
    }
    let known = joint.cells(
      hidden.enumerated().map { place, hidden in told(hidden, place, counts[place] ?? []) }
    )
    // Counts of people without an answer are small for other reasons; only groups are protected.
    let found = CellSuppression(joint.table, minimum: 1, protection: width, alsoHidden: known)
    return zip(hidden, joint.groups(found.hidden)).map { $0.union($1) }
  }

  /// The hidden groups with somebody in them, and the empty ones that cannot be told from these.
  private func told(_ hidden: Set<Int>, _ place: Int, _ counts: [Int]) -> Set<Int> {
    let filled = hidden.filter { counts.indices.contains($0) && counts[$0] > 0 }
    let sides = links.flatMap { link -> [[Int]] in
      if link.first == place { return link.components.map(\.first) }
      return link.second == place ? link.components.map(\.second) : []
    }
    return hidden.filter { group in
      filled.contains(group)
        || sides.allSatisfy { !$0.contains(group) || !filled.isDisjoint(with: $0) }
    }
  }
}

/// The counts of several questions with their links as one table that adds up.
private struct JointCounts {
  let table: AdditiveTable
  /// Where the cells of each question begin and how many there are.
  private let ranges: [Range<Int>]

  init?(_ counts: [[Int]?], total: Int, links: [LinkedGroups.Link]) {
    var cells: [Int] = []
    var relations: [AdditiveTable.Relation] = []
    var ranges: [Range<Int>] = []
    for groups in counts {
      let start = cells.count
      cells += groups ?? []
      ranges.append(start..<cells.count)
      // Those without an answer stand behind the groups.
      if let groups { cells.append(total - groups.reduce(0, +)) }
    }
    let whole = cells.count
    cells.append(total)
    for (range, groups) in zip(ranges, counts) where groups != nil {
      relations.append(.init(total: whole, parts: Array(range) + [range.upperBound]))
    }
    func add(_ count: Int) -> Int {
      cells.append(count)
      return cells.count - 1
    }
    func equate(_ one: [Int], _ other: [Int]) {
      if one.isEmpty || other.isEmpty { return }
      if one.count == 1 {
        relations.append(.init(total: one[0], parts: other))
      } else if other.count == 1 {
        relations.append(.init(total: other[0], parts: one))
      } else {
        let sum = add(one.reduce(0) { $0 + cells[$1] })
        relations += [.init(total: sum, parts: one), .init(total: sum, parts: other)]
      }
    }
    for link in links where counts[link.first] != nil && counts[link.second] != nil {
      var open: (first: [Int], second: [Int]) = ([], [])
      for component in link.components {
        var one = component.first.map { ranges[link.first].lowerBound + $0 }
        var other = component.second.map { ranges[link.second].lowerBound + $0 }
        let gap = one.reduce(0) { $0 + cells[$1] } - other.reduce(0) { $0 + cells[$1] }
        if gap > 0 {
          open.second.append(add(gap))
          other += open.second.suffix(1)
        } else if gap < 0 {
          open.first.append(add(-gap))
          one += open.first.suffix(1)
        }
        equate(one, other)
      }
      for (question, parts) in [(link.first, open.first), (link.second, open.second)]
      where !parts.isEmpty {
        let rest = cells[ranges[question].upperBound] - parts.reduce(0) { $0 + cells[$1] }
        guard rest >= 0 else { return nil }
        relations.append(
          .init(total: ranges[question].upperBound, parts: parts + (rest > 0 ? [add(rest)] : []))
        )
      }
    }
    guard let table = AdditiveTable(counts: cells, relations: relations) else { return nil }
    self.table = table
    self.ranges = ranges
  }

  /// The cells of groups.
  func cells(_ groups: [Set<Int>]) -> Set<Int> {
    Set(
      zip(ranges, groups).flatMap { range, groups in
        groups.map { range.lowerBound + $0 }.filter(range.contains)
      }
    )
  }

  /// The groups of cells, by question.
  func groups(_ cells: Set<Int>) -> [Set<Int>] {
    ranges.map { range in Set(cells.filter(range.contains).map { $0 - range.lowerBound }) }
  }
}
