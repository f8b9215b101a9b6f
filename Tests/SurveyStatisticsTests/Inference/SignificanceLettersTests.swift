import Testing

@testable import SurveyStatistics

struct SignificanceLettersTests {
  @Test func `letters join what does not differ`() {
    #expect(SignificanceLetters.sets(count: 3, differs: []) == [[0, 1, 2]])
    #expect(SignificanceLetters.sets(count: 3, differs: [(0, 2)]) == [[0, 1], [1, 2]])
    #expect(
      SignificanceLetters.sets(count: 3, differs: [(0, 1), (0, 2), (1, 2)]) == [[0], [1], [2]]
    )
    #expect(SignificanceLetters.letter(0) == "a")
    #expect(SignificanceLetters.letter(25) == "z")
    #expect(SignificanceLetters.letter(26) == "a2")
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `two groups share a letter if and only if they do not differ`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let count = Int.random(in: 2...9, using: &random)
    let chance = Double.random(in: 0...1, using: &random)
    var differs: [(Int, Int)] = []
    for i in 0..<count {
      for j in (i + 1)..<max(count, i + 1) where Double.random(in: 0..<1, using: &random) < chance {
        differs.append((i, j))
      }
    }
    let sets = SignificanceLetters.sets(count: count, differs: differs)
    for i in 0..<count {
      #expect(sets.contains { $0.contains(i) })
      for j in (i + 1)..<max(count, i + 1) {
        let share = sets.contains { $0.contains(i) && $0.contains(j) }
        #expect(share == !differs.contains { $0 == (i, j) })
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `pairs are the t tests of two groups, adjusted`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let groups = try survey.grouping()
    guard let letters = try? design.significanceLetters(of: survey.score, by: groups) else {
      return
    }
    for pair in letters.pairs {
      guard
        let test = try? design.tTest(
          of: survey.score,
          by: groups,
          between: pair.first,
          and: pair.second
        )
      else {
        #expect(pair.pValue == nil)
        continue
      }
      #expect(agrees(pair.difference, test.value))
      #expect(agrees(pair.standardError, test.standardError))
      #expect(pair.degreesOfFreedom == test.degreesOfFreedom)
      #expect(agrees(pair.pValue, test.pValue, relative: 1e-8))
    }
    #expect(
      letters.pairs.map(\.adjustedPValue) == PValueAdjustment.holm(letters.pairs.map(\.pValue))
    )
  }

  @Test func `the largest mean has an a`() throws {
    let rows = 30
    let groups = try Grouping(codes: (0..<rows).map { $0 % 3 }, count: 4)
    let values = (0..<rows).map { [1.0, 9, 1.1][$0 % 3] + Double($0 % 5) / 10 }
    let letters = try SampleDesign(rows: rows).significanceLetters(of: values, by: groups)
    #expect(letters.letters == ["b", "a", "b", ""])
    #expect(letters.means[3] == nil)
    #expect(letters.pairs.count == 3)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `letters of linearised means are those of the means`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let groups = try survey.grouping()
    guard let known = try? design.significanceLetters(of: survey.score, by: groups) else { return }
    let means = try design.linearisedMeans(of: survey.score, by: groups)
    let letters = try design.significanceLetters(of: means)
    #expect(letters.letters == known.letters)
    for (one, other) in zip(letters.pairs, known.pairs) {
      #expect(agrees(one.difference, other.difference))
      #expect(agrees(one.standardError, other.standardError))
      #expect(one.degreesOfFreedom == other.degreesOfFreedom)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `covariances of statistics hold the variances that contrasts have`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let design = try survey.design()
    let squares = survey.score.map { $0 * $0 }
    let statistics = [
      try design.linearisedMeans(of: survey.score), try design.linearisedMeans(of: squares),
    ]
    guard let matrix = try? design.covariances(of: statistics),
      let difference = try? design.linearCombination(
        of: [survey.score, squares],
        coefficients: [1, -1]
      )[0]
    else { return }
    let variance = matrix[0][0] + matrix[1][1] - 2 * matrix[0][1]
    #expect(agrees(variance.squareRoot(), difference.standardError))
  }
}
