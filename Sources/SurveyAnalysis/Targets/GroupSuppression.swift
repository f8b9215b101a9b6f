package import SurveyModel
import SurveyStatistics

/// Which groups a whole report keeps back, so that no table gives away what another one hides.
///
/// A table that stands alone is protected by ``PublicationGate``. A report shows the same groups
/// again and again, and some people leave some questions out: with other numbers another group would
/// be the cover of a small one, and what is hidden in one table would stand in the next. So a group
/// that has to be hidden somewhere is hidden everywhere, and so is its cover.
///
/// An indicator that only some are asked for may hide further groups of its own, as long as it stays
/// open how many of the people that are counted elsewhere answered it. Questions that
/// divide people alike, such as communes and the units that they became part of, are protected
/// together (``LinkedGroups``). An indicator that gives a question of too few people away hides all of its
/// groups (``ItemSuppression``).
package struct GroupSuppression: Sendable {
  /// How many of each group an indicator is computed from.
  package struct Answers: Sendable {
    /// The indicator.
    package let indicator: String
    /// The questions that it reads.
    package let items: [String]
    /// All that it is computed from.
    package let total: Int
    /// By the id of the dividing question, the groups in their order.
    package let counts: [String: [Int]]

    /// The answers behind a result.
    package init(_ result: IndicatorResult) {
      self.init(
        indicator: result.indicator.id,
        items: result.indicator.items,
        total: result.estimates.overall?.sampleSize ?? 0,
        counts: Dictionary(
          result.estimates.breakdowns.map { breakdown in
            (breakdown.question.id, breakdown.groups.map { $0.estimate?.sampleSize ?? 0 })
          },
          uniquingKeysWith: { first, _ in first }
        )
      )
    }

    /// States counts.
    package init(indicator: String, items: [String], total: Int, counts: [String: [Int]]) {
      self.indicator = indicator
      self.items = items
      self.total = total
      self.counts = counts
    }
  }

  private var everywhere: [String: Set<String>] = [:]
  private var own: [String: [String: Set<String>]] = [:]
  private var wholly: Set<String> = []

  /// Keeps nothing back.
  package init() {}

  /// Finds what has to be kept back of the groups of `variables`, whose sizes are published or can
  /// be guessed; of indicators in `wholly` nothing is shown.
  package init(
    _ rule: Plan.Suppression,
    dividing variables: [GroupVariable],
    answers: [Answers],
    wholly: Set<String> = []
  ) {
    self.wholly = wholly
    let shown = answers.filter { !wholly.contains($0.indicator) }
    for cluster in LinkedGroups.clusters(of: variables) {
      let search = GroupSuppressionSearch(rule.below, cluster, shown)
      for (place, variable) in cluster.variables.enumerated() {
        let id = variable.question.id
        func codes(_ positions: Set<Int>) -> Set<String> {
          Set(positions.map { variable.levels[$0].code })
        }
        everywhere[id] = codes(search.everywhere[place])
        for (indicator, hidden) in search.own {
          own[id, default: [:]][indicator] = codes(hidden[place])
        }
        for indicator in wholly {
          own[id, default: [:]][indicator] = Set(variable.levels.map(\.code))
        }
      }
    }
  }

  /// Whether nothing of an indicator is shown.
  package func keepsBack(_ indicator: String) -> Bool { wholly.contains(indicator) }

  /// The codes of the groups of a question that no table of an indicator shows; without an
  /// indicator, those that no table at all shows.
  package func keptBack(_ question: String, in indicator: String? = nil) -> Set<String> {
    let always = everywhere[question] ?? []
    return indicator.flatMap { own[question]?[$0] }.map(always.union) ?? always
  }

  /// The same by their positions among `levels`.
  package func keptBack(
    _ question: String,
    in indicator: String?,
    among levels: [GroupVariable.Level]
  ) -> Set<Int> {
    if let indicator, keepsBack(indicator) { return Set(levels.indices) }
    let codes = keptBack(question, in: indicator)
    return Set(levels.indices.filter { codes.contains(levels[$0].code) })
  }
}
