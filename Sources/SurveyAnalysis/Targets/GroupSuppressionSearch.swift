import SurveyModel
import SurveyStatistics

/// Finds the groups of questions that are published together which a report keeps back.
struct GroupSuppressionSearch {
  /// By variable, the positions of groups that no table shows.
  private(set) var everywhere: [Set<Int>]
  /// By indicator and variable, the positions of those that its tables do not show.
  private(set) var own: [String: [Set<Int>]] = [:]

  private let minimum: Int
  private let cluster: LinkedGroups
  /// How many people there are.
  private let people: Int
  /// By variable, the people of each group.
  private let sizes: [[Int]]

  init(_ minimum: Int, _ cluster: LinkedGroups, _ answers: [GroupSuppression.Answers]) {
    self.minimum = minimum
    self.cluster = cluster
    people = cluster.variables.first?.codes.count ?? 0
    sizes = cluster.variables.map(\.grouping.sizes)
    everywhere = sizes.map { _ in [] }
    let tables = answers.map { answers in
      Table(
        indicator: answers.indicator,
        total: answers.total,
        counts: zip(cluster.variables, sizes).map { variable, sizes in
          let counts = answers.counts[variable.question.id] ?? []
          return counts.count == sizes.count ? counts : nil
        }
      )
    }
    let families = Self.families(of: answers)
    // Every round hides a further group everywhere.
    repeat {
      everywhere = covered(everywhere, total: people, counts: sizes)
      own = [:]
    } while !families.allSatisfy { family in settle(family.map { tables[$0] }) }
  }

  /// The counts of one indicator; nil for questions by which it is not divided.
  private struct Table {
    let indicator: String
    let total: Int
    let counts: [[Int]?]
  }

  /// Indicators that read a question in common: who answered one may have to answer the other.
  private static func families(of answers: [GroupSuppression.Answers]) -> [[Int]] {
    var families: [(items: Set<String>, members: [Int])] = []
    for (place, one) in answers.enumerated() {
      var joined = (items: Set(one.items), members: [place])
      families.removeAll { family in
        guard !family.items.isDisjoint(with: joined.items) else { return false }
        joined.items.formUnion(family.items)
        joined.members += family.members
        return true
      }
      families.append(joined)
    }
    return families.map(\.members)
  }

  /// Hides what the tables of a family need; false when a group has to be hidden everywhere.
  private mutating func settle(_ family: [Table]) -> Bool {
    var hidden = everywhere
    var before: [Set<Int>]
    repeat {
      before = hidden
      for table in family {
        hidden = covered(hidden, total: table.total, counts: table.counts)
      }
    } while hidden != before
    var isSettled = true
    for place in sizes.indices {
      for table in family {
        guard let counts = table.counts[place] else { continue }
        for group in closed(place, counts, hidden[place]) {
          everywhere[place].insert(group)
          isSettled = false
        }
      }
    }
    for table in family { own[table.indicator] = hidden }
    return isSettled
  }

  /// The groups that a table alone hides although the other tables tell how many they are.
  ///
  /// The people of such a group are known. How many of them answered stays open only as far as
  /// others, of groups that are hidden as well, can be among those without an answer in their place.
  private func closed(_ place: Int, _ counts: [Int], _ hidden: Set<Int>) -> Set<Int> {
    let always = everywhere[place]
    let extra = hidden.subtracting(always)
    guard !extra.isEmpty else { return [] }
    // What divides people alike would have to move with them.
    if !cluster.links.isEmpty { return extra }
    func answered(_ groups: Set<Int>) -> Int { groups.reduce(0) { $0 + counts[$1] } }
    func silent(_ groups: Set<Int>) -> Int {
      groups.reduce(0) { $0 + max(0, sizes[place][$1] - counts[$1]) }
    }
    let pool = answered(always)
    if pool > 0, pool + min(silent(always), answered(extra)) < minimum { return extra }
    return extra.filter { group in
      let others = hidden.subtracting([group])
      let width =
        min(silent([group]), answered(others)) + min(answered([group]), silent(others))
      return counts[group] > 0 && width < minimum
    }
  }

  /// `hidden` with the small groups of a table and what covers them.
  private func covered(
    _ hidden: [Set<Int>],
    total: Int,
    counts: [[Int]?]
  ) -> [Set<Int>] {
    if cluster.links.isEmpty { return coveredAlone(hidden, counts) }
    var hidden = zip(hidden, counts).map { hidden, counts in
      hidden.union((counts ?? []).indices.filter { (1..<minimum).contains(counts?[$0] ?? 0) })
    }
    var before: [Set<Int>]
    repeat {
      before = hidden
      // Covers that serve several questions come first, so that few are needed.
      hidden = cluster.covered(hidden, total: total, counts: counts, width: minimum)
      hidden = coveredAlone(hidden, counts)
    } while hidden != before
    return hidden
  }

  /// The same, question by question.
  private func coveredAlone(_ hidden: [Set<Int>], _ counts: [[Int]?]) -> [Set<Int>] {
    zip(hidden, counts).map { hidden, counts in
      guard let counts else { return hidden }
      guard let table = AdditiveTable(groups: counts) else { return Set(counts.indices) }
      // Nobody knows which of several hidden groups is empty.
      let known = hidden.contains { counts[$0] > 0 } ? hidden : []
      let found = CellSuppression(table, minimum: minimum, alsoHidden: known).hidden
      return hidden.union(found.intersection(counts.indices))
    }
  }
}
