/// Which breakdowns of a grid follow from others, so that they need no sums of their own.
struct BreakdownForms {
  /// A breakdown each of whose groups is made of groups of another one.
  struct Follower {
    let breakdown: Int
    let parent: Int
    /// For each group of the parent, and for the rows outside them, the own one or -1.
    let groupOfParent: [Int32]
  }

  /// Breakdowns that are constant within keys, with the group of each key.
  private(set) var constant: [(breakdown: Int, groups: [Int32])] = []
  private(set) var following: [Follower] = []
  /// The others, those with few groups first.
  private(set) var free: [Int] = []

  /// Following breakdowns are looked for among parents of at most this many groups.
  private static let parentLimit = 4096

  init(_ breakdowns: [Grouping], _ keys: GridKeys) {
    let radix = breakdowns.map(\.radix)
    var open: [Int] = []
    for index in radix.indices.sorted(by: { (radix[$0], $0) < (radix[$1], $1) }) {
      if let groups = Self.groups(breakdowns[index], of: keys) {
        constant.append((index, groups))
      } else {
        open.append(index)
      }
    }
    for (place, index) in open.enumerated() {
      // The last parent that fits follows from none itself.
      let follower = open[(place + 1)...].reversed().lazy.compactMap { parent in
        Self.groups(breakdowns[index], of: breakdowns[parent])
          .map { Follower(breakdown: index, parent: parent, groupOfParent: $0) }
      }
      .first
      if let follower { following.append(follower) } else { free.append(index) }
    }
  }

  /// The group of each key, or nil when a key has rows of several.
  private static func groups(_ breakdown: Grouping, of keys: GridKeys) -> [Int32]? {
    if breakdown.radix == 1 {
      return [Int32](repeating: breakdown.hasOutsiders ? -1 : 0, count: keys.count)
    }
    return groups(breakdown.codes, of: WordRows(codes: keys.keyOfRow), count: keys.count)
  }

  private static func groups(_ breakdown: Grouping, of parent: Grouping) -> [Int32]? {
    guard parent.count <= parentLimit else { return nil }
    // The entry before the first group is that of the rows outside all groups.
    let found: [Int32]?
    switch parent.codes.form {
    case .words(let codes):
      let rows = WordRows(codes: codes)
      found = groups(breakdown.codes, of: rows, count: parent.count, shift: 1)
    case .bytes(let codes, let groups):
      let rows = ByteRows(codes: codes, groups: groups)
      found = Self.groups(breakdown.codes, of: rows, count: parent.count, shift: 1)
    }
    return found.map { Array($0[1...]) + [$0[0]] }
  }

  private static func groups(
    _ codes: GroupCodes,
    of parents: some CodedRows,
    count: Int,
    shift: Int = 0
  ) -> [Int32]? {
    switch codes.form {
    case .words(let codes):
      groups(WordRows(codes: codes), of: parents, count: count, shift: shift)
    case .bytes(let codes, let groups):
      Self.groups(ByteRows(codes: codes, groups: groups), of: parents, count: count, shift: shift)
    }
  }

  private static func groups(
    _ codes: some CodedRows,
    of parents: some CodedRows,
    count: Int,
    shift: Int
  ) -> [Int32]? {
    var groups = [Int32](repeating: -2, count: count + shift)
    guard codes.count == parents.count else { return nil }
    var known = groups.mutableSpan
    for row in 0..<codes.count {
      let (code, parent) = (codes[row], Int(parents[row]) &+ shift)
      let before = known[parent]
      if before == code { continue }
      guard before == -2 else { return nil }
      known[parent] = code
    }
    return groups.map { max($0, -1) }
  }
}

/// The groups of rows in one of the forms of ``GroupCodes``.
private protocol CodedRows {
  var count: Int { get }
  subscript(row: Int) -> Int32 { get }
}

private struct WordRows: CodedRows {
  let codes: [Int32]

  var count: Int { codes.count }

  @inline(__always)
  subscript(row: Int) -> Int32 { codes[row] }
}

private struct ByteRows: CodedRows {
  let codes: [UInt8]
  let groups: [Int32]

  var count: Int { codes.count }

  @inline(__always)
  subscript(row: Int) -> Int32 { groups[Int(codes[row])] }
}
