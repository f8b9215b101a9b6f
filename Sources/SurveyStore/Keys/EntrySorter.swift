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

  /// Sorts by the key alone, keeping the order of equal ones: eleven bits at a time from the lowest
  /// (Knuth, The Art of Computer Programming 3, 5.2.5).
  ///
  /// Of keys that differ in more than 33 bits the highest 33 are sorted by; hashes that agree in all
  /// of them are few, and put in order one by one.
  static func sort(_ entries: inout [SortEntry]) {
    guard entries.count > 256, let first = entries.first else {
      entries.sort { $0 < $1 }
      return
    }
    var union: UInt64 = 0
    for entry in entries { union |= entry.key ^ first.key }
    let bits = 64 - union.leadingZeroBitCount
    let lowest = max(0, bits - 33)
    var other = entries
    sort(&entries, &other, from: lowest, to: bits)
    guard lowest > 0, !insert(&entries) else { return }
    sort(&entries, &other, from: 0, to: bits)
  }

  private static func sort(
    _ entries: inout [SortEntry],
    _ other: inout [SortEntry],
    from lowest: Int,
    to bits: Int
  ) {
    for shift in stride(from: lowest, to: bits, by: 11) {
      var places = [Int](repeating: 0, count: 2049)
      for entry in entries { places[Int(entry.key >> UInt64(shift) & 0x7ff) + 1] += 1 }
      for digit in 1...2048 { places[digit] += places[digit - 1] }
      other.withUnsafeMutableBufferPointer { target in
        for entry in entries {
          let digit = Int(entry.key >> UInt64(shift) & 0x7ff)
          target[places[digit]] = entry
          places[digit] += 1
        }
      }
      swap(&entries, &other)
    }
  }

  /// Moves the few entries that are not in order to their places; false when they are not so few.
  private static func insert(_ entries: inout [SortEntry]) -> Bool {
    var moves = 0
    for index in 1..<entries.count where entries[index].key < entries[index - 1].key {
      let entry = entries[index]
      var place = index
      while place > 0, entry.key < entries[place - 1].key {
        entries[place] = entries[place - 1]
        place -= 1
        moves += 1
      }
      entries[place] = entry
      if moves > entries.count { return false }
    }
    return true
  }
}
