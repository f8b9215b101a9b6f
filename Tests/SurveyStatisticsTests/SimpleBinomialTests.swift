import SurveyStatistics
import Testing

struct SimpleBinomialTests {
  @Test func `of 100, 88 is the smallest count whose Wilson lower end reaches 80 percent`() {
    #expect(SimpleBinomial.smallestCount(of: 100, reaching: 0.8) == 88)
  }

  @Test(arguments: [(50, 46), (100, 88), (200, 172), (400, 336), (1000, 825)])
  func `the planning table holds`(size: Int, count: Int) {
    #expect(SimpleBinomial.smallestCount(of: size, reaching: 0.8) == count)
  }

  @Test(arguments: [
    (50, 66.96, 88.76), (100, 71.12, 86.66), (200, 73.91, 84.95), (400, 75.80, 83.63),
    (1000, 77.41, 82.36),
  ])
  func `exactly 80 percent leaves a wide interval`(size: Int, lower: Double, upper: Double) throws {
    let interval = try #require(SimpleBinomial.wilson(size * 4 / 5, of: size))
    #expect((interval.lower * 100 - lower).magnitude < 0.00501)
    #expect((interval.upper * 100 - upper).magnitude < 0.00501)
  }

  @Test(arguments: [
    (14, 14, 8), (20, 20, 12), (30, 28, 19), (50, 45, 34), (100, 87, 72), (1000, 822, 778),
  ])
  func `exact tests decide at these counts`(size: Int, met: Int, missed: Int) {
    #expect(SimpleBinomial.smallestCountMet(of: size, target: 0.8) == met)
    #expect(SimpleBinomial.largestCountMissed(of: size, target: 0.8) == missed)
  }

  @Test func `thirteen cannot prove 80 percent`() {
    #expect(SimpleBinomial.smallestCountMet(of: 13, target: 0.8) == nil)
    #expect(SimpleBinomial.largestCountMissed(of: 1, target: 0.8) == nil)
    #expect(SimpleBinomial.wilson(3, of: 2) == nil)
    #expect(SimpleBinomial.smallestCount(of: 3, reaching: 0.8) == nil)
  }

  @Test(.enabled(if: Reference.isPresent))
  func `intervals are those of R`() throws {
    for expected in try Reference.load("binomial_intervals")["expected"].list {
      let x = try #require(expected["x"].int)
      let n = try #require(expected["n"].int)
      let level = try #require(expected["level"].number)
      let pairs = [
        (SimpleBinomial.wilson(x, of: n, level: level), expected["wilson"].list),
        (SimpleBinomial.clopperPearson(x, of: n, level: level), expected["clopper_pearson"].list),
      ]
      for (interval, ends) in pairs {
        #expect(agrees(interval?.lower, ends[0].number), "\(x)/\(n)")
        #expect(agrees(interval?.upper, ends[1].number), "\(x)/\(n)")
      }
      let binomial = Binomial(trials: n, probability: 0.8)
      #expect(agrees(binomial.atLeast(x), expected["p_greater_than_80"].number))
      #expect(agrees(binomial.cumulative(x), expected["p_less_than_80"].number))
    }
  }

  @Test(.enabled(if: Reference.isPresent))
  func `decision tables and chances are those of R`() throws {
    for expected in try Reference.load("lqas_and_power")["expected"].list {
      guard let n = expected["n"].int, let target = expected["target"].number else { continue }
      if expected["stat"].string == "decision_table" {
        let met = SimpleBinomial.smallestCountMet(of: n, target: target)
        let missed = SimpleBinomial.largestCountMissed(of: n, target: target)
        #expect(met == expected["min_x_met"].int)
        #expect(missed == expected["max_x_missed"].int)
      } else if let rate = expected["true_p"].number {
        let chances = SimpleBinomial.chances(of: n, rate: rate, target: target)
        #expect(agrees(chances.met, expected["met"].number))
        #expect(agrees(chances.missed, expected["missed"].number))
      }
    }
  }
}
