import SurveyStatistics
import Testing

struct NonResponseTests {
  private func people(_ yes: Int, _ asked: Int, _ population: Int) throws -> NonResponse {
    let counts = try #require(
      FinitePopulationBounds(successes: yes, sampleSize: asked, population: population)
    )
    return NonResponse(counts, target: 0.8)
  }

  @Test func `a verdict that no answer could change is robust`() throws {
    let met = try people(82, 95, 100)
    #expect(met.worstCase == 0.82...0.87)
    #expect(met.outcome == .met)
    #expect(met.negativesToMiss == nil)
    let missed = try people(70, 95, 100)
    #expect(missed.outcome == .missed)
    #expect(missed.positivesToMeet == nil)
    let open = try people(77, 95, 100)
    #expect(open.outcome == .undecided)
    #expect(open.positivesToMeet == 3)
    // Of five, three no leave 79.
    #expect(open.negativesToMiss == 3)
  }

  @Test func `flips are those of all answers that are possible`() throws {
    for population in 1...14 {
      for asked in 1...population {
        for yes in 0...asked {
          let people = try people(yes, asked, population)
          let missing = population - asked
          let reached = (0...missing).map { Double(yes + $0) / Double(population) >= 0.8 - 1e-12 }
          let always = reached.allSatisfy { $0 }
          let never = reached.allSatisfy { !$0 }
          #expect(people.outcome == (always ? .met : never ? .missed : .undecided))
          // The fewest who say no, the others yes, so that it is not reached.
          let negatives = (0...missing).first { !reached[missing - $0] }
          #expect(people.negativesToMiss == (never ? nil : negatives))
          let positives = (0...missing).first { reached[$0] }
          #expect(people.positivesToMeet == (always ? nil : positives))
        }
      }
    }
  }
}
