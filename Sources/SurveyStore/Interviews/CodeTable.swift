/// The short codes of all choice questions in one flat table, for the innermost loop of an import.
///
/// Longer codes, and texts that equal a code in other bytes, are found through their slot.
final class CodeTable {
  struct Entry {
    /// The code as a ``Swift/String/shortKey``.
    let key: UInt64
    /// The position in the list.
    let position: Int
    /// The number that stands for the code, 0 when there is none.
    let number: Int64
    /// The bytes of the code; they live as long as the table.
    let text: UnsafePointer<CChar>
    let length: Int32
  }

  /// Entries up to which looking at each is quicker than halving.
  private static let fewEntries = 16

  private(set) var entries: [Entry] = []
  private var texts: [UnsafeMutablePointer<CChar>] = []

  deinit {
    for text in texts { text.deallocate() }
  }

  /// Adds a list and gives the range of its entries.
  func add(codes: [String], numbers: [Int64]) -> Range<Int> {
    let start = entries.count
    for (position, code) in codes.enumerated() {
      guard let key = code.shortKey else { continue }
      let bytes = Array(code.utf8)
      let text = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
      text.initialize(repeating: 0, count: bytes.count + 1)
      for (offset, byte) in bytes.enumerated() { text[offset] = CChar(bitPattern: byte) }
      texts.append(text)
      entries.append(
        Entry(
          key: key,
          position: position,
          number: numbers.indices.contains(position) ? numbers[position] : 0,
          text: text,
          length: Int32(bytes.count)
        )
      )
    }
    entries[start...].sort { $0.key < $1.key }
    return start..<entries.count
  }

  /// The entry of the code `key` in the range that ``add(codes:numbers:)`` gave.
  static func find(_ key: UInt64, in range: Range<Int>, of entries: [Entry]) -> Entry? {
    var low = range.lowerBound
    var high = range.upperBound
    while high - low > fewEntries {
      let middle = low + (high - low) / 2
      if entries[middle].key <= key { low = middle } else { high = middle }
    }
    while low < high {
      if entries[low].key == key { return entries[low] }
      low += 1
    }
    return nil
  }
}
