extension CSVRecord {
  /// Begins a record anew, without cells, and keeps its memory.
  mutating func begin(line: Int, number: Int) {
    self.line = line
    self.number = number
    storage.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    doubled.removeAll(keepingCapacity: true)
  }

  /// Adds a cell; `bytes` have to be valid UTF-8.
  mutating func append(_ bytes: some Collection<UInt8>) {
    let start = storage.count
    storage.append(contentsOf: bytes)
    cells.append(start..<storage.count)
  }

  /// Adds empty cells until there are `count`.
  mutating func pad(to count: Int) {
    let end = storage.count
    while cells.count < count { cells.append(end..<end) }
  }
}
