/// A share of the columns of a table, so that several may look at it side by side.
package struct ColumnShare: Sendable {
  private let place: Int
  private let count: Int

  /// All columns.
  package static let all = ColumnShare(0, of: 1)

  /// The share at `place` of `count` shares.
  package init(_ place: Int, of count: Int) {
    self.place = place
    self.count = max(1, count)
  }

  /// Whether it is the first one, which has what cannot be divided.
  var isFirst: Bool { place == 0 }

  /// Every so many of `columns`.
  func part(of columns: [Int]) -> [Int] {
    columns.indices.filter { $0 % count == place }.map { columns[$0] }
  }
}
