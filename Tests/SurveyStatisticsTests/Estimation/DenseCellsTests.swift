import Testing

@testable import SurveyStatistics

/// Sums by unit and group, whichever way they are added up.
@Suite struct DenseCellsTests {
  private struct Cell: Hashable {
    let unit: Int
    let group: Int
  }

  @Test(arguments: 0..<20) func `the sums of every cell are those of its rows`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let rows = 400
    let groups = Int.random(in: 1...5, using: &random)
    let clusters = (0..<rows).map { _ in Int.random(in: 0..<12, using: &random) }
    let weights = (0..<rows).map { _ in Double(Int.random(in: 0...3, using: &random)) / 3 }
    let values = (0..<rows).map { _ in
      Int.random(in: 0..<5, using: &random) == 0 ? .nan : Double.random(in: 0...5, using: &random)
    }
    let codes = (0..<rows).map { _ in Int32.random(in: -1..<Int32(groups), using: &random) }
    let design = try SampleDesign(rows: rows, weights: weights, clusters: [clusters])
    let centre = 2.5
    var expected: [Cell: (weight: Double, product: Double, square: Double)] = [:]
    var sizes = [Int](repeating: 0, count: groups)
    for row in 0..<rows where codes[row] >= 0 && weights[row] > 0 && !values[row].isNaN {
      let cell = Cell(unit: Int(design.unitOfRow[row]), group: Int(codes[row]))
      let product = weights[row] * (values[row] - centre)
      let before = expected[cell] ?? (0, 0, 0)
      expected[cell] = (
        before.weight + weights[row], before.product + product,
        before.square + product * (values[row] - centre)
      )
      sizes[Int(codes[row])] += 1
    }
    #expect(DenseCells(values, codes, groups: groups, centre: centre, design: design) != nil)
    let sums = DomainSums(values, codes, groups: groups, centre: centre, design: design)
    #expect(sums.sampleSizes == sizes)
    #expect(sums.units.count == expected.count)
    for group in 0..<groups {
      let cells = sums.cells(of: group)
      #expect(Array(sums.units[cells]) == sums.units[cells].sorted())
      for place in cells {
        let cell = try #require(expected[Cell(unit: Int(sums.units[place]), group: group)])
        #expect(cell == (sums.weight[place], sums.product[place], sums.square[place]))
      }
    }
  }

  @Test func `where each row is a unit, cells would be more than rows`() throws {
    let design = try SampleDesign(rows: 3)
    #expect(DenseCells([1, 2, 3], [], groups: 1, centre: 0, design: design) == nil)
  }
}
