import Testing

@testable import SurveyStatistics

@Suite struct LinearDisclosureTests {
  private func combination(_ rows: [[Double]], _ protected: Set<Int>) -> [Int]? {
    LinearDisclosure.combination(of: rows, revealing: protected)
  }

  @Test func `a sum of protected unknowns alone gives them away`() {
    #expect(combination([[0, 0, 1], [1, 0, 0]], [0]) == [1])
    #expect(combination([[0.5, 0.5, 0]], [0, 1]) == [0])
  }

  @Test func `a sum with an unknown that nobody else tells gives nothing away`() {
    #expect(combination([[1, 1]], [0]) == nil)
    #expect(combination([[1, 1], [2, 2]], [0]) == nil)
    #expect(combination([], [0]) == nil)
    #expect(combination([[1, 1]], []) == nil)
  }

  @Test func `two sums in other proportions give it away, and both are named`() {
    #expect(combination([[1, 1, 0], [0, 0, 1], [2, 1, 0]], [0]) == [0, 2])
    #expect(combination([[1, 1, 1], [0, 1, 1]], [0]) == [0, 1])
    #expect(combination([[1, 1, 1], [0, 1, 0], [0, 0, 1]], [0]) == [0, 1, 2])
  }

  @Test func `noise of binary fractions hides no combination`() {
    let third = 1.0 / 3
    #expect(combination([[third, third, third], [0, 0.1, 0.1]], [0]) == [0, 1])
    #expect(combination([[1e9, 1e9], [3e-9, 1e-9]], [0]) == [0, 1])
  }

  /// The rank of whole numbers, without a division.
  private func rank(_ rows: [[Int]]) -> Int {
    var rows = rows
    var rank = 0
    for column in rows.first?.indices ?? 0..<0 {
      guard let pivot = rows.indices.dropFirst(rank).first(where: { rows[$0][column] != 0 }) else {
        continue
      }
      rows.swapAt(rank, pivot)
      for row in rows.indices.dropFirst(rank + 1) {
        let (own, other) = (rows[rank][column], rows[row][column])
        rows[row] = zip(rows[row], rows[rank]).map { $0 * own - $1 * other }
      }
      rank += 1
    }
    return rank
  }

  @Test(arguments: 0..<300)
  func `rows give something away where they have a rank beyond that of the other unknowns`(
    _ seed: UInt64
  ) {
    var dice = Generator(state: seed)
    let width = Int.random(in: 2...6, using: &dice)
    let rows = (0..<Int.random(in: 1...5, using: &dice)).map { _ in
      (0..<width).map { _ in [0, 0, 1, 1, 2].randomElement(using: &dice) ?? 0 }
    }
    let protected = Set((0..<width).filter { _ in Int.random(in: 0..<3, using: &dice) == 0 })
    let others = rows.map { row in
      row.enumerated().filter { !protected.contains($0.offset) }.map(\.element)
    }
    let numbers = rows.map { $0.map(Double.init) }
    let found = combination(numbers, protected)
    #expect((found != nil) == (rank(rows) > rank(others)), "\(rows) \(protected)")
    if let found { #expect(combination(found.map { numbers[$0] }, protected) != nil) }
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
