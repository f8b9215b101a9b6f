import SurveyStatistics
import Testing

/// What must hold for any survey; the seed that fails is in the name of the test.
struct PropertyTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `one pass over groups equals a domain at a time`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let together = try design.proportions(of: survey.yes, by: survey.grouping())
    for (group, estimate) in together.enumerated() {
      let alone = try design.proportion(of: survey.yes, in: survey.groups.map { $0 == group })
      #expect(alone == estimate)
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `the textbook sum over all rows gives the same variance`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let domain = survey.groups.map { $0 == 1 }
    guard let mean = try survey.design().mean(of: survey.score, in: domain) else { return }
    var size = 0.0
    var total = 0.0
    for row in 0..<survey.rows where domain[row] {
      size += survey.weights[row]
      total += survey.weights[row] * survey.score[row]
    }
    let centre = total / size
    var units: [Int: [Int: Double]] = [:]
    for row in 0..<survey.rows {
      let z = domain[row] ? survey.weights[row] * (survey.score[row] - centre) / size : 0
      units[survey.strata[row], default: [:]][survey.clusters[row], default: 0] += z
    }
    let variance = units.values.reduce(0.0) { sum, clusters in
      let n = Double(clusters.count)
      let average = clusters.values.reduce(0, +) / n
      let squares = clusters.values.reduce(0.0) { $0 + ($1 - average) * ($1 - average) }
      return sum + n / (n - 1) * squares
    }
    #expect(agrees(mean.value, centre, relative: 1e-12))
    #expect(agrees(mean.variance, variance))
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `intervals contain the estimate and grow with the level`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    for case let share? in try survey.design().proportions(of: survey.yes, by: survey.grouping()) {
      for method in ProportionInterval.allCases {
        guard let narrow = method.interval(for: share, level: 0.8),
          let wide = method.interval(for: share, level: 0.99)
        else { continue }
        #expect(wide.lower <= narrow.lower + 1e-12)
        #expect(narrow.lower <= share.value + 1e-12)
        #expect(share.value <= narrow.upper + 1e-12)
        #expect(narrow.upper <= wide.upper + 1e-12)
        #expect(method == .mean || (wide.lower >= 0 && wide.upper <= 1))
      }
    }
  }
}
