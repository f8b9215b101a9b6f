import SurveyStatistics

/// A made-up survey with strata, clusters, groups and missing answers.
struct RandomSurvey {
  var weights: [Double] = []
  var strata: [Int] = []
  var clusters: [Int] = []
  /// Two rows of a cluster each, numbered within it.
  var houses: [Int] = []
  var groups: [Int] = []
  /// 0, 1 or NaN.
  var yes: [Double] = []
  var score: [Double] = []

  init(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var cluster = 0
    for stratum in 0..<Int.random(in: 2...5, using: &random) {
      for _ in 0..<Int.random(in: 2...6, using: &random) {
        let rate = Double.random(in: 0.5...0.95, using: &random)
        for member in 0..<Int.random(in: 1...12, using: &random) {
          houses.append(member / 2)
          weights.append(Double.random(in: 0.5...4, using: &random))
          strata.append(stratum)
          clusters.append(cluster)
          groups.append(Int.random(in: -1...2, using: &random))
          let isMissing = Double.random(in: 0..<1, using: &random) < 0.05
          yes.append(isMissing ? .nan : Double.random(in: 0..<1, using: &random) < rate ? 1 : 0)
          score.append(Double(Int.random(in: 1...5, using: &random)))
        }
        cluster += 1
      }
    }
  }

  var rows: Int { weights.count }

  func grouping() throws -> Grouping { try Grouping(codes: groups, count: 3) }

  func design(scale: Double = 1) throws -> SampleDesign {
    try SampleDesign(
      rows: rows,
      weights: weights.map { $0 * scale },
      strata: [strata],
      clusters: [clusters]
    )
  }

  /// The same survey with its rows in another order.
  func shuffled(seed: UInt64) -> RandomSurvey {
    var random = SplitMix(seed: seed)
    let order = Array(0..<rows).shuffled(using: &random)
    var other = self
    other.weights = order.map { weights[$0] }
    other.strata = order.map { strata[$0] }
    other.clusters = order.map { clusters[$0] }
    other.houses = order.map { houses[$0] }
    other.groups = order.map { groups[$0] }
    other.yes = order.map { yes[$0] }
    other.score = order.map { score[$0] }
    return other
  }
}
