/// The keys of some records of a table, one after another as UTF-8.
package struct KeyBlock {
  /// A key and its record.
  package struct Entry {
    /// Where its bytes are.
    package let range: Range<Int>
    /// The number of the record in the file.
    package let number: Int
  }

  /// The bytes of all keys.
  package private(set) var bytes: [UInt8] = []
  /// The keys in the order of the file.
  package private(set) var entries: [Entry] = []

  /// A block without keys.
  package init() {}

  /// Adds the key of the next record that has one.
  package mutating func append(_ key: Span<UInt8>, number: Int) {
    let start = bytes.count
    key.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    entries.append(Entry(range: start..<bytes.count, number: number))
  }

  /// Drops all keys and keeps the room for others.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }
}
