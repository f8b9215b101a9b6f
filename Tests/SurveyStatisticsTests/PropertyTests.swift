import SurveyStatistics
import Testing

/// What must hold for any survey; the seed that fails is in the name of the test.
struct PropertyTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `weights may be rescaled`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let groups = try survey.grouping()
    let plain = try survey.design().proportions(of: survey.yes, by: groups)
    let scaled = try survey.design(scale: 37.5).proportions(of: survey.yes, by: groups)
    for case (let one?, let other?) in zip(plain, scaled) {
      #expect(agrees(other.value, one.value, relative: 1e-12))
      #expect(agrees(other.standardError, one.standardError, relative: 1e-12))
      let (mine, theirs) = (
        ProportionInterval.wilson.interval(for: one), ProportionInterval.wilson.interval(for: other)
      )
      #expect(agrees(theirs?.lower, mine?.lower, relative: 1e-12))
      #expect(agrees(theirs?.upper, mine?.upper, relative: 1e-12))
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `the order of rows does not matter`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let other = survey.shuffled(seed: seed &+ 1000)
    let here = try survey.design().means(of: survey.score, by: survey.grouping())
    let there = try other.design().means(of: other.score, by: other.grouping())
    for (one, two) in zip(here, there) {
      #expect(one?.sampleSize == two?.sampleSize)
      #expect(one?.degreesOfFreedom == two?.degreesOfFreedom)
      #expect(agrees(one?.value, two?.value, relative: 1e-12))
      #expect(agrees(one?.standardError, two?.standardError, relative: 1e-12))
      #expect(agrees(one?.designEffect, two?.designEffect, relative: 1e-10))
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `totals of groups add up`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let groups = try Grouping(codes: survey.groups.map { $0 + 1 }, count: 4)
    let parts = try design.totals(of: survey.score, by: groups).compactMap { $0 }
    let whole = try #require(try design.total(of: survey.score))
    #expect(agrees(parts.reduce(0) { $0 + $1.value }, whole.value, relative: 1e-12))
    #expect(parts.reduce(0) { $0 + $1.sampleSize } == whole.sampleSize)
    #expect(agrees(parts.reduce(0) { $0 + $1.weightedSize }, whole.weightedSize))
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a constant has no standard error`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let values = [Double](repeating: 4.3, count: survey.rows)
    for mean in try survey.design().means(of: values, by: survey.grouping()) {
      #expect(mean?.value ?? 4.3 == 4.3)
      #expect(mean?.standardError ?? 0 == 0)
    }
    let ones = [Double](repeating: 1, count: survey.rows)
    for share in try survey.design().proportions(of: ones, by: survey.grouping()) {
      #expect(share?.value ?? 1 == 1)
      #expect(share?.standardError ?? 0 == 0)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `one pass over groups equals a domain at a time`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let together = try design.proportions(of: survey.yes, by: survey.grouping())
    for (group, estimate) in together.enumerated() {
      let alone = try design.proportion(of: survey.yes, in: survey.groups.map { $0 == group })
      #expect(alone == estimate)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
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

  @Test(arguments: 0..<40 as Range<UInt64>)
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
