import Testing

@testable import SurveyStatistics

struct MarginCellsTests {
  private func margins() throws -> [Grouping] {
    [
      try Grouping(codes: [0, 1, 0, -1, 1, 0], count: 2),
      try Grouping(bytes: [2, 0, 2, 1, 0, 1], groups: [0, 1, 2], count: 3),
    ]
  }

  @Test func `cells are the pairs that occur`() throws {
    let cells = MarginCells(try margins(), rows: 6)
    #expect(cells.cellOfRow == [0, 1, 0, 2, 1, 3])
    #expect(cells.groupOfCell == [[0, 1, -1, 0], [2, 0, 1, 1]])
    #expect(cells.sums([1, 2, 4, 8, 16, 32]) == [5, 18, 8, 32])
    #expect(MarginCells(try margins(), rows: 6, limit: 3) == nil)
    #expect(MarginCells(try margins(), rows: 6, limit: 4)?.count == 4)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `cells are the same however many there could be`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let clusters = survey.clusters
    let few = [try survey.grouping(), try Grouping(codes: clusters, count: 40)]
    let many = [few[0], try Grouping(codes: clusters, count: 100_000)]
    let rows = clusters.count
    let (one, other) = (MarginCells(few, rows: rows), MarginCells(many, rows: rows))
    #expect(one.cellOfRow == other.cellOfRow)
    #expect(one.groupOfCell == other.groupOfCell)
    #expect(one.count > 3)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `columns that are margins have the same sums as columns of numbers`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let margins = [try survey.grouping(), try Grouping(codes: survey.clusters, count: 40)]
    let columns = AuxiliaryColumns(margins: margins)
    #expect(columns.cells != nil)
    let numbers = AuxiliaryColumns(
      margins: [],
      dense: (0..<columns.count).map { columns.values(of: $0) }
    )
    let sums = zip(columns.sums(survey.weights), numbers.sums(survey.weights))
    for (one, other) in sums { #expect(agrees(one, other, relative: 1e-14)) }
    let b = (0..<columns.count).map { Double($0) - 7 }
    let rows = survey.weights.count
    let products = zip(columns.products(b[...], rows: rows), numbers.products(b[...], rows: rows))
    for (one, other) in products { #expect(agrees(one, other, relative: 1e-14)) }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `sums of units are the same in tables of every size`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let units = survey.clusters.map { Int32($0) }
    let columns = AuxiliaryColumns(margins: [
      try survey.grouping(), try Grouping(codes: units.indices.map { $0 % 5 }, count: 5),
    ])
    let block = Calibration.Block(
      columns: columns,
      firstColumn: 0,
      multiplier: survey.weights,
      spread: survey.weights,
      product: nil
    )
    let cells = try #require(columns.cells).count
    #expect(cells > columns.count)
    // By cells, by columns, and unit by unit.
    let sums = [40 * cells, 40 * columns.count, 0].map {
      ColumnUnitSums([block], unitOfRow: units, unitCount: 40, tableLimit: $0)
    }
    for other in sums.dropFirst() {
      #expect(other.columnStarts == sums[0].columnStarts)
      #expect(other.units == sums[0].units)
      for (one, another) in zip(sums[0].valuesByColumn, other.valuesByColumn) {
        #expect(agrees(one, another, relative: 1e-14))
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `cross products over cells are those over rows`(seed: UInt64) throws {
    let survey = RandomSurvey(seed: seed)
    let columns = AuxiliaryColumns(margins: [
      try survey.grouping(), try Grouping(codes: survey.clusters, count: 40),
    ])
    #expect(columns.cells != nil)
    let byCell = columns.crossProducts(survey.weights)
    let byRow = columns.crossProducts(survey.weights, with: columns)
    #expect(byCell.count == 43 * 43)
    for (one, other) in zip(byCell, byRow) { #expect(agrees(one, other, relative: 1e-14)) }
  }
}
