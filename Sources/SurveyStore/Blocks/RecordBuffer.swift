/// Bytes that grow.
final class RecordBuffer {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  init(_ capacity: Int) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// Makes room for `length` bytes, of which `used` are kept.
  func reserve(_ length: Int, keeping used: Int) {
    guard length > capacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: length * 2)
    larger.update(from: start, count: used)
    start.deallocate()
    start = larger
    capacity = length * 2
  }
}
