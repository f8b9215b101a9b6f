extension CSVRecord {
  /// A record of these texts, from no place.
  package init(_ texts: [String]) {
    for text in texts { append(text.utf8) }
  }

  /// Begins a record anew, without cells, and keeps its memory.
  mutating func begin(line: Int, number: Int) {
    self.line = line
    self.number = number
    storage.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    doubled.removeAll(keepingCapacity: true)
    if !numbers.isEmpty { numbers.removeAll() }
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

  /// Puts `text` in the place of a cell; a short record stays as it is.
  package mutating func replace(_ index: Int, with text: String) {
    guard cells.indices.contains(index) else { return }
    let start = storage.count
    storage.append(contentsOf: text.utf8)
    cells[index] = start..<storage.count
  }

  /// Writes a number of a workbook with a decimal comma, as Excel shows it in Vietnam.
  package mutating func writeComma(in index: Int) {
    guard isNumber(index), cells.indices.contains(index) else { return }
    for place in cells[index] where storage[place] == UInt8(ascii: ".") {
      storage[place] = UInt8(ascii: ",")
    }
  }
}
