package import SurveyModel
import SurveyStatistics

/// A made-up population whose every answer is known, and a sample drawn from it.
///
/// People live in communes, communes' hamlets are clusters, and strata differ in what their people
/// think, so that weights and clustering matter as they do in the field. The truth is computed
/// from the whole population by the same scores that the estimates use.
package struct MadeUpPopulation: Sendable {
  /// How large it is and how it is sampled.
  package struct Shape: Hashable, Sendable {
    /// Clusters of each stratum.
    package var clusters = [24, 24, 24]
    /// Clusters that are drawn from each stratum.
    package var drawnClusters = [14, 16, 18]
    /// Least and most people of a cluster.
    package var people = 20...40
    /// People who are drawn from each drawn cluster.
    package var drawnPeople = 12

    /// The usual shape: 72 clusters, about 2,200 people, a sample of 576.
    package init() {}
  }

  /// One person: where, and what they would answer.
  package struct Person: Sendable {
    let stratum: Int
    let cluster: Int
    /// One answer for each question.
    package internal(set) var answers: [Answer]
  }

  /// Everybody.
  package let people: [Person]
  /// The drawn interviews, with weight, stratum and cluster filled in.
  package let sample: [[Answer]]
  private let plan: InterviewPlan

  /// What the communes think, two in each stratum: some surely reach 80%, some surely do not.
  private static let levels = [0.85, 0.5, 0.2, 0, -0.25, -0.5]

  /// Makes a population and draws from it.
  ///
  /// - Parameters:
  ///   - plan: The questionnaire.
  ///   - seed: The same seed makes the same people and draws the same ones.
  ///   - shape: How large it is and how it is sampled.
  ///   - firstDay: The day on which fieldwork begins; it lasts twelve days.
  package init(
    plan: InterviewPlan,
    seed: UInt64,
    shape: Shape = Shape(),
    firstDay: CalendarDate
  ) {
    self.plan = plan
    var random = SeededGenerator(seed: seed)
    let respondent = MadeUpRespondent(
      plan: plan,
      today: firstDay.adding(days: 15) ?? firstDay,
      random: &random
    )
    var people: [Person] = []
    var drawn: [[Answer]] = []
    var clusterNumber = 0
    for (stratum, clusterCount) in shape.clusters.enumerated() {
      let chosen = Set(random.draw(shape.drawnClusters[stratum], of: clusterCount))
      for cluster in 0..<clusterCount {
        clusterNumber += 1
        let commune = stratum * 2 + cluster % 2
        let opinion = Self.levels[commune % Self.levels.count] + 0.12 * random.normal()
        let size = shape.people.lowerBound + random.below(shape.people.count)
        var members: [[Answer]] = []
        for _ in 0..<size {
          let place = MadeUpRespondent.Place(
            stratum: stratum,
            cluster: clusterNumber,
            name: "Xã số \(commune + 1) (giả lập)",
            firstDay: firstDay
          )
          members.append(respondent.answers(place, opinion: opinion, &random))
        }
        people += members.map { Person(stratum: stratum, cluster: clusterNumber, answers: $0) }
        guard chosen.contains(cluster) else { continue }
        let taken = random.draw(shape.drawnPeople, of: size)
        let weight =
          Double(clusterCount) / Double(chosen.count) * Double(size) / Double(taken.count)
        for member in taken.sorted() {
          drawn.append(respondent.weighted(members[member], weight: weight))
        }
      }
    }
    self.people = people
    sample = drawn
  }

  /// The true value of each indicator that is a mean of one value, an index or a sum of points.
  package var truth: [String: Double] {
    let data = Dataset(questionnaire: plan.questionnaire, answers: people.map(\.answers))
    guard let design = try? StudyDesign(SampleDeclaration(), of: data) else { return [:] }
    let estimator = IndicatorEstimator(data: data, design: design.design)
    var truth: [String: Double] = [:]
    for indicator in plan.questionnaire.indicators {
      guard let result = try? estimator.estimate(indicator, by: []) else { continue }
      truth[indicator.id] = result.estimates.overall?.value
    }
    return truth
  }
}
