/// A set of cells of one record, by their places; one without cells holds no memory.
struct CellSet: Hashable, Sendable {
  private var words: [UInt64] = []

  /// Whether no cell is in it.
  var isEmpty: Bool { words.isEmpty }

  /// Whether the cell at `index` is in it.
  func contains(_ index: Int) -> Bool {
    let word = index >> 6
    return words.indices.contains(word) && words[word] >> UInt64(index & 63) & 1 == 1
  }

  /// Adds the cell at `index`.
  mutating func insert(_ index: Int) {
    let word = index >> 6
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(index & 63)
  }

  /// Takes all cells out and keeps the memory.
  mutating func removeAll() { words.removeAll(keepingCapacity: true) }
}
