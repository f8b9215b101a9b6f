import Testing

@testable import SurveyStatistics

struct HadamardTests {
  @Test(arguments: [1, 2, 3, 4, 5, 9, 12, 13, 20, 21, 24, 25, 28, 33, 36, 40, 45, 60, 76, 101])
  func `rows are orthogonal and the first is all plus`(least: Int) {
    let matrix = Hadamard(atLeast: least)
    let all = 0..<matrix.order
    #expect(matrix.order >= least)
    for row in all {
      #expect(matrix[0, row] == 1)
      for other in all {
        let product = all.reduce(0) { $0 + matrix[row, $1] * matrix[other, $1] }
        #expect(product == (row == other ? matrix.order : 0))
      }
    }
  }

  @Test func `orders are the smallest that can be made`() {
    let orders = [1, 2, 3, 5, 9, 13, 17, 21, 25, 29, 33, 37, 41, 45, 49]
    #expect(
      orders.map { Hadamard.order(atLeast: $0) }
        == [1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 56]
    )
  }

  @Test func `large orders are found at once`() {
    for rows in stride(from: 1000, to: 20_000, by: 617) {
      let order = Hadamard.order(atLeast: rows)
      #expect(order >= rows && order < rows + 120)
    }
  }
}
