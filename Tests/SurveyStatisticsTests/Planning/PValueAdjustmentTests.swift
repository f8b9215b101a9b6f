import SurveyStatistics
import Testing

struct PValueAdjustmentTests {
  private func adjustments(_ p: [Double?]) -> [String: [Double?]] {
    [
      "holm": PValueAdjustment.holm(p), "hochberg": PValueAdjustment.hochberg(p),
      "hommel": PValueAdjustment.hommel(p), "BH": PValueAdjustment.benjaminiHochberg(p),
      "BY": PValueAdjustment.benjaminiYekutieli(p), "bonferroni": PValueAdjustment.bonferroni(p),
      "sidak": PValueAdjustment.sidak(p),
    ]
  }

  @Test func `adjusted p values are those of R`() throws {
    let expected = try PlanningReference.load()["adjusted"]
    let p = expected["p"].numbers
    #expect(p.count == 11)
    for (name, values) in adjustments(p) where name != "sidak" {
      #expect(agree(values.compactMap { $0 }, expected[name].numbers), "\(name)")
    }
  }

  @Test(.enabled(if: Reference.isPresent))
  func `every family of the reference is met`() throws {
    let cases = try Reference.load("p_adjust")["expected"].list
    #expect(cases.count == 6)
    for expected in cases {
      let p = expected["p"].list.map(\.number)
      for (name, values) in adjustments(p) {
        let wanted = expected[name].list.map(\.number)
        #expect(wanted.count == values.count, "\(name)")
        for (value, want) in zip(values, wanted) {
          #expect((value == nil) == (want == nil), "\(name)")
          #expect(agrees(value, want), "\(name)")
        }
      }
    }
  }

  @Test func `missing p values stay missing and are not counted`() {
    for (name, values) in adjustments([nil, 0.01, nil, 0.04]) {
      #expect(values[0] == nil && values[2] == nil, "\(name)")
    }
    #expect(PValueAdjustment.hommel([nil, 0.03]) == [nil, 0.03])
    #expect(PValueAdjustment.hochberg([]) == [])
    #expect(PValueAdjustment.hommel([]) == [])
  }

  @Test func `Hommel is never weaker than Hochberg, nor Hochberg than Holm`() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let p = (0..<Int(2 + random.below(12))).map { _ in random.fraction() as Double? }
      let (hommel, hochberg) = (PValueAdjustment.hommel(p), PValueAdjustment.hochberg(p))
      let holm = PValueAdjustment.holm(p)
      for index in p.indices {
        let values = [p[index], hommel[index], hochberg[index], holm[index]].compactMap { $0 }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-15 })
      }
    }
  }
}
