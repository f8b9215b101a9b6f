import SurveyStatistics
import Testing

struct SampfordTests {
  @Test func `joint chances are those of all samples listed in R`() throws {
    let expected = try PlanningReference.load()["sampford"]
    let sizes = expected["sizes"].numbers
    let chances = try InclusionProbabilities(
      sizes: sizes,
      sample: try #require(expected["n"].int)
    )
    #expect(agree(chances.values, expected["pi"].numbers))
    let joint = try Sampford(chances.values).jointProbabilities()
    #expect(joint.count == sizes.count)
    for (row, wanted) in zip(joint, expected["joint"].list) {
      #expect(agree(row, wanted.numbers))
    }
  }

  @Test(.enabled(if: Reference.isPresent))
  func `chances of the reference are met, alone and in pairs`() throws {
    var seen = 0
    let tolerance = 1e-7
    for expected in try Reference.load("pps_probabilities")["expected"].list {
      seen += 1
      if expected["stat"].string == "inclusion_probabilities" {
        let chances = try InclusionProbabilities(
          sizes: expected["sizes"].numbers,
          sample: try #require(expected["n"].int)
        )
        #expect(agree(chances.values, expected["pi"].numbers))
        continue
      }
      let chances = expected["pi"].numbers
      let sampford = try Sampford(chances).jointProbabilities()
      for (row, wanted) in zip(sampford, expected["sampford"].list) {
        #expect(agree(row, wanted.numbers, relative: tolerance))
      }
      let systematic = SystematicPPS(chances).jointProbabilities()
      for (row, wanted) in zip(systematic, expected["systematic"].list) {
        #expect(agree(row, wanted.numbers, relative: tolerance))
      }
    }
    #expect(seen == 10)
  }

  @Test func `certain units are always drawn`() throws {
    let sizes = [24, 30, 18, 40, 12, 8, 300, 5, 9, 77.0]
    let chances = try InclusionProbabilities(sizes: sizes, sample: 5)
    #expect(chances.certainties == [6, 9])
    for method in [DrawMethod.pps, .ppsSystematic] {
      for seed in 0..<50 {
        let draw = try SampleDraw(5, of: 10, by: method, sizes: sizes, seed: UInt64(seed))
        #expect(Set(draw.units.map(\.row)).isSuperset(of: [6, 9]))
        #expect(draw.units.filter { $0.row == 6 }.allSatisfy { $0.weight == 1 })
      }
    }
    let joint = try Sampford(chances.values).jointProbabilities()
    #expect(joint[6][9] == 1 && joint[6][6] == 1)
    #expect(agrees(joint[6][0], chances.values[0]))
  }

  @Test(arguments: [UInt64](1...20))
  func `rows of the joint chances add up to n times the chance`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let sizes = (0..<Int(5 + random.below(30))).map { _ in 0.05 + random.fraction() }
    let sample = Int(2 + random.below(UInt64(sizes.count) - 2))
    let chances = try InclusionProbabilities(sizes: sizes, sample: sample).values
    #expect(agrees(chances.reduce(0, +), Double(sample)))
    for joint in [
      try Sampford(chances).jointProbabilities(), SystematicPPS(chances).jointProbabilities(),
    ] {
      for (row, chance) in zip(joint, chances) {
        #expect(agrees(row.reduce(0, +), Double(sample) * chance, relative: 1e-9))
      }
    }
  }

  @Test func `a large frame is drawn, a huge one refused`() throws {
    var random = SplitMix64(seed: 9)
    let sizes = (0..<5000).map { _ in 0.1 + random.fraction() }
    let draw = try SampleDraw(300, of: 5000, by: .pps, sizes: sizes, seed: 1)
    #expect(draw.units.count == 300)
    let many = [Double](repeating: 1, count: 200_000)
    #expect(throws: PlanningError.tooLargeForSampford(units: 200_000, sample: 1000)) {
      try SampleDraw(1000, of: many.count, by: .pps, sizes: many, seed: 1)
    }
    #expect(
      try SampleDraw(1000, of: many.count, by: .ppsSystematic, sizes: many, seed: 1).units.count
        == 1000
    )
  }

  @Test func `extreme sizes neither overflow nor vanish`() throws {
    let sizes = [1e308, 1e308, 1e308, 1e-300, 5]
    let chances = try InclusionProbabilities(sizes: sizes, sample: 2)
    #expect(agrees(chances.values[0], 2.0 / 3))
    let all = try InclusionProbabilities(sizes: [1, 2, 3], sample: 3)
    #expect(all.values == [1, 1, 1])
    #expect(try SampleDraw(3, of: 3, by: .pps, sizes: [1, 2, 3], seed: 1).units.count == 3)
    #expect(throws: PlanningError.self) { try InclusionProbabilities(sizes: [], sample: 1) }
    #expect(throws: PlanningError.self) { try InclusionProbabilities(sizes: [1], sample: 2) }
  }
}
