/// A number to sort by, and what it stands for.
struct SortEntry {
  var key: UInt64
  var reference: UInt64

  static func < (one: SortEntry, other: SortEntry) -> Bool {
    (one.key, one.reference) < (other.key, other.reference)
  }
}

/// Sorts any number of entries in bounded memory: full runs go to a file and are merged.
///
/// Entries of one key come out in the order of their references, when they were added so.
final class EntrySorter {
  private let limit: Int
  private let study: String
  private var entries: [SortEntry] = []
  private var file: SpillFile?
  private var runs: [(offset: Int64, count: Int)] = []

  /// `limit` is how many entries stay in memory.
  init(beside study: String, limit: Int = 2_000_000) {
    self.study = study
    self.limit = max(1, limit)
  }

  func add(_ key: UInt64, _ reference: UInt64) throws(StudyError) {
    entries.append(SortEntry(key: key, reference: reference))
    if entries.count >= limit { try spill() }
  }

  /// All entries in order; the sorter is empty afterwards.
  func sorted() throws(StudyError) -> SortedEntries {
    defer {
      entries = []
      runs = []
    }
    guard let file else {
      Self.sort(&entries)
      return SortedEntries(memory: entries)
    }
    if !entries.isEmpty { try spill() }
    entries = []
    return try SortedEntries(file: file, runs: runs)
  }

  private func spill() throws(StudyError) {
    Self.sort(&entries)
    let target: SpillFile
    if let file { target = file } else { target = try SpillFile(beside: study) }
    file = target
    runs.append((target.size, entries.count))
    var failure: StudyError?
    entries.withUnsafeBytes { bytes in
      do throws(StudyError) { try target.append(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    entries.removeAll(keepingCapacity: true)
  }

  /// Sorts by the key alone, keeping the order of equal ones: a byte at a time from the lowest
  /// (Knuth, The Art of Computer Programming 3, 5.2.5).
  static func sort(_ entries: inout [SortEntry]) {
    guard entries.count > 256 else {
      entries.sort { $0 < $1 }
      return
    }
    var other = entries
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      var places = [Int](repeating: 0, count: 257)
      for entry in entries { places[Int(entry.key >> shift & 0xff) + 1] += 1 }
      if places.contains(entries.count) { continue }
      for digit in 1...256 { places[digit] += places[digit - 1] }
      for entry in entries {
        let digit = Int(entry.key >> shift & 0xff)
        other[places[digit]] = entry
        places[digit] += 1
      }
      swap(&entries, &other)
    }
  }
}
