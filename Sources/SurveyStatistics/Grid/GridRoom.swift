import Synchronization

/// Memory of packed rows that are done with, for those that are packed next.
///
/// New memory costs a fault for each page, which takes as long as packing the rows in it.
final class GridRoom: Sendable {
  private let free = Mutex<[[UInt32]]>([])

  /// At least `count` words that hold anything.
  func take(_ count: Int) -> [UInt32] {
    let used = free.withLock { free in
      free.firstIndex { $0.count >= count }.map { free.remove(at: $0) }
    }
    return used ?? [UInt32](repeating: 0, count: count)
  }

  /// Takes memory back.
  func give(_ records: [GridRecords]) {
    free.withLock { $0 += records.map(\.words) }
  }
}
