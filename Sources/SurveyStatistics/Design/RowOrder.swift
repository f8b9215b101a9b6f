import Synchronization

/// Rows sorted by unit, when somebody asks for the first time: a grid of shares never does.
final class RowOrder: Sendable {
  private let known = Mutex<[Int32]?>(nil)

  /// The order of the rows, empty when they are sorted already.
  ///
  /// Always asked with the same units.
  func rows(by unitOfRow: [Int32], count: Int) -> [Int32] {
    known.withLock { known in
      if let known { return known }
      let isSorted = zip(unitOfRow, unitOfRow.dropFirst()).allSatisfy { $0 <= $1 }
      let order = isSorted ? [] : stableOrder(of: unitOfRow, count: count)
      known = order
      return order
    }
  }
}
