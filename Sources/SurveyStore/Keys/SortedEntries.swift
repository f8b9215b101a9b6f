/// Entries in order, from memory or from sorted runs of a file.
struct SortedEntries {
  /// One run with the part of it that is in memory.
  private struct Run {
    static let part = 4096
    let file: SpillFile
    var offset: Int64
    var left: Int
    var buffer: [SortEntry] = []
    var position = 0

    var head: SortEntry? { position < buffer.count ? buffer[position] : nil }

    mutating func advance() throws(StudyError) {
      position += 1
      if position >= buffer.count { try fill() }
    }

    mutating func fill() throws(StudyError) {
      let count = min(left, Self.part)
      position = 0
      buffer = Array(repeating: SortEntry(key: 0, reference: 0), count: count)
      guard count > 0 else { return }
      var failure: StudyError?
      buffer.withUnsafeMutableBytes { bytes in
        do throws(StudyError) { try file.read(at: offset, into: bytes) } catch { failure = error }
      }
      if let failure { throw failure }
      offset += Int64(count * MemoryLayout<SortEntry>.stride)
      left -= count
    }
  }

  private var memory: [SortEntry]
  private var position = 0
  private var runs: [Run] = []
  /// The runs that have entries left, the one with the smallest first.
  private var heap: [Int] = []

  init(memory: [SortEntry]) { self.memory = memory }

  init(file: SpillFile, runs: [(offset: Int64, count: Int)]) throws(StudyError) {
    memory = []
    for run in runs {
      var run = Run(file: file, offset: run.offset, left: run.count)
      try run.fill()
      self.runs.append(run)
    }
    heap = self.runs.indices.filter { self.runs[$0].head != nil }
    for place in stride(from: heap.count / 2, through: 0, by: -1) { sink(place) }
  }

  /// The next entry.
  mutating func next() throws(StudyError) -> SortEntry? {
    if runs.isEmpty {
      guard position < memory.count else { return nil }
      position += 1
      return memory[position - 1]
    }
    guard let first = heap.first, let entry = runs[first].head else { return nil }
    try runs[first].advance()
    if runs[first].head == nil {
      let last = heap.removeLast()
      if heap.isEmpty { return entry }
      heap[0] = last
    }
    sink(0)
    return entry
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    guard let first = runs[heap[one]].head, let second = runs[heap[other]].head else {
      return false
    }
    return first < second
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while place < heap.count {
      var least = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < heap.count && precedes(child, least) {
        least = child
      }
      if least == place { return }
      heap.swapAt(least, place)
      place = least
    }
  }
}
