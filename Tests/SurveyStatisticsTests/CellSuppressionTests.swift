import SurveyStatistics
import Testing

struct CellSuppressionTests {
  /// Knuth's linear congruential generator: the same tables in every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33 | (state << 31)
    }
  }

  /// The smallest and largest count of each hidden cell among all tables up to `cap` that fit.
  private func enumerate(
    _ table: AdditiveTable,
    _ hidden: Set<Int>,
    cap: Int
  ) -> [Int: ClosedRange<Int>] {
    let cells = hidden.sorted()
    var counts = table.counts
    var found: [Int: ClosedRange<Int>] = [:]
    func visit(_ depth: Int) {
      if depth == cells.count {
        for relation in table.relations {
          let sum = relation.parts.reduce(0) { $0 + counts[$1] }
          guard sum == counts[relation.total] else { return }
        }
        for cell in cells {
          let old = found[cell] ?? counts[cell]...counts[cell]
          found[cell] = min(old.lowerBound, counts[cell])...max(old.upperBound, counts[cell])
        }
        return
      }
      for value in 0...cap {
        counts[cells[depth]] = value
        visit(depth + 1)
      }
      counts[cells[depth]] = table.counts[cells[depth]]
    }
    visit(0)
    return found
  }

  @Test func `a single small group takes the next smallest with it`() throws {
    let table = try #require(AdditiveTable(groups: [200, 4, 0, 90, 150]))
    let suppression = CellSuppression(table, minimum: 5)
    #expect(
      suppression.statuses
        == [.published, .primary, .published, .complementary, .published, .published]
    )
    #expect(suppression.isProtected)
    let audit = SuppressionAudit(table, hidden: suppression.hidden)
    #expect(audit.bounds(of: 1) == .between(0, 94))
    #expect(audit.bounds(of: 3) == .between(0, 94))
    #expect(audit.bounds(of: 0) == nil)
  }

  @Test func `small groups that are enough together need no other`() throws {
    let enough = try #require(AdditiveTable(groups: [2, 3, 90]))
    #expect(CellSuppression(enough, minimum: 5).hidden == [0, 1])
    let tooFew = try #require(AdditiveTable(groups: [2, 2, 90, 40]))
    #expect(CellSuppression(tooFew, minimum: 5).hidden == [0, 1, 3])
  }

  @Test func `a total that is too small itself is hidden with its cell`() throws {
    let table = try #require(AdditiveTable(groups: [3, 0]))
    let suppression = CellSuppression(table, minimum: 5)
    #expect(suppression.hidden == [0, 2])
    #expect(suppression.isProtected)
    let audit = SuppressionAudit(table, hidden: [0, 2])
    #expect(audit.bounds(of: 0) == .atLeast(0))
  }

  /// The classical example: a cell in a table with both margins needs a rectangle.
  @Test func `a cell of a two-way table takes three others with it`() throws {
    let table = try #require(AdditiveTable(rows: [[20, 50, 10], [8, 19, 22], [17, 32, 3]]))
    let suppression = CellSuppression(table, minimum: 5)
    #expect(suppression.statuses[10] == .primary)
    #expect(suppression.hidden.count == 4)
    #expect(suppression.isProtected)
    // The cheapest rectangle: 3, 10, 17 and 20 (50 people) or 3, 22, 17 and 8 (50), the former
    // and the latter compared with all seven other rectangles.
    let people = suppression.hidden.reduce(0) { $0 + table.counts[$1] }
    #expect(people == 50)
    let alone = SuppressionAudit(table, hidden: [10])
    #expect(alone.bounds(of: 10) == .between(3, 3))
    let row = SuppressionAudit(table, hidden: [10, 8])
    #expect(row.bounds(of: 10) == .between(3, 3))
  }

  @Test func `bounds are those of all tables that fit`() throws {
    var generator = Generator(state: 7)
    var compared = 0
    for _ in 0..<60 {
      let rows = (0..<2).map { _ in (0..<3).map { _ in Int.random(in: 0...5, using: &generator) } }
      let table = try #require(AdditiveTable(rows: rows))
      // Inner cells only, so that nothing is without end.
      let inner = [0, 1, 2, 4, 5, 6]
      let hidden = Set(inner.filter { _ in Bool.random(using: &generator) })
      guard !hidden.isEmpty, hidden.count <= 5 else { continue }
      let audit = SuppressionAudit(table, hidden: hidden)
      for (cell, range) in enumerate(table, hidden, cap: 15) {
        #expect(audit.bounds(of: cell) == .between(range.lowerBound, range.upperBound))
        compared += 1
      }
    }
    #expect(compared > 100)
  }

  @Test func `bounds with a hidden margin are those of all tables that fit`() throws {
    let table = try #require(AdditiveTable(rows: [[1, 6], [7, 9]]))
    // Row margin 2 and column margin 6 with the cell between them: 1 of a row 7, a column 8.
    let hidden: Set<Int> = [0, 2, 6, 8]
    let audit = SuppressionAudit(table, hidden: hidden)
    #expect(audit.bounds(of: 0) == .atLeast(0))
    let closed: Set<Int> = [0, 2, 6]
    let exact = enumerate(table, closed, cap: 30)
    let closedAudit = SuppressionAudit(table, hidden: closed)
    for cell in closed {
      let range = try #require(exact[cell])
      #expect(closedAudit.bounds(of: cell) == .between(range.lowerBound, range.upperBound))
    }
  }

  @Test func `no small cell of a random table can be recovered`() throws {
    var generator = Generator(state: 11)
    var hiddenTables = 0
    for round in 0..<40 {
      let width = 2 + round % 3
      let rows = (0..<(2 + round % 2)).map { _ in
        (0..<width).map { _ in Int.random(in: 0...14, using: &generator) }
      }
      let table = try #require(AdditiveTable(rows: rows))
      let suppression = CellSuppression(table, minimum: 4)
      #expect(suppression.isProtected, "\(rows)")
      for (cell, count) in table.counts.enumerated() where count > 0 && count < 4 {
        #expect(suppression.statuses[cell] == .primary)
      }
      let hidden = suppression.hidden
      if !hidden.isEmpty { hiddenTables += 1 }
      // The independent check, where it is small enough to enumerate.
      let margins = Set(table.relations.map(\.total))
      guard hidden.isDisjoint(with: margins), hidden.count <= 5 else { continue }
      for (cell, range) in enumerate(table, hidden, cap: 14)
      where suppression.statuses[cell] == .primary {
        #expect(range.count > 1)
      }
    }
    #expect(hiddenTables > 20)
  }

  @Test func `a large table is protected without trying all sets`() throws {
    var generator = Generator(state: 3)
    let rows = (0..<12).map { _ in (0..<5).map { _ in Int.random(in: 1...60, using: &generator) } }
    let table = try #require(AdditiveTable(rows: rows))
    let suppression = CellSuppression(table, minimum: 5)
    let primary = suppression.statuses.count { $0 == .primary }
    let others = suppression.statuses.count { $0 == .complementary }
    #expect(primary > 0)
    #expect(suppression.isProtected)
    // A rectangle for each would be three others.
    #expect(others <= 3 * primary)
  }

  @Test func `cells of nested levels protect each other through every total`() throws {
    // A province of two districts, of three and two communes; the last commune is small.
    let table = try #require(
      AdditiveTable(
        counts: [30, 41, 25, 60, 3, 96, 63, 159],
        relations: [
          .init(total: 5, parts: [0, 1, 2]), .init(total: 6, parts: [3, 4]),
          .init(total: 7, parts: [5, 6]),
        ]
      )
    )
    let suppression = CellSuppression(table, minimum: 5)
    #expect(suppression.hidden == [3, 4])
    #expect(suppression.isProtected)
    // Its district has nobody else: the district goes, and another one with a commune of it.
    let alone = try #require(
      AdditiveTable(
        counts: [30, 41, 25, 0, 3, 96, 3, 99],
        relations: table.relations
      )
    )
    let wider = CellSuppression(alone, minimum: 5)
    #expect(wider.isProtected)
    #expect(wider.hidden.isSuperset(of: [4, 5, 6]))
    #expect(wider.hidden.contains(2))
  }

  @Test func `tables that do not add up are refused`() {
    #expect(AdditiveTable(groups: [3, -1]) == nil)
    #expect(AdditiveTable(rows: [[1, 2], [3]]) == nil)
    #expect(AdditiveTable(rows: []) == nil)
    #expect(AdditiveTable(counts: [1, 2, 4], relations: [.init(total: 2, parts: [0, 1])]) == nil)
    #expect(AdditiveTable(counts: [1], relations: [.init(total: 2, parts: [0])]) == nil)
    #expect(AdditiveTable(groups: [])?.counts == [0])
  }

  @Test func `a hidden cell may be asked for whatever its size`() throws {
    let table = try #require(AdditiveTable(groups: [50, 60, 70]))
    let suppression = CellSuppression(table, minimum: 5, alsoHidden: [2])
    #expect(suppression.hidden == [0, 2])
  }
}
