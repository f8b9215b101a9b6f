/// The group of each row, kept in four bytes, or in one byte with a table.
public struct GroupCodes: RandomAccessCollection, Sendable {
  /// Where the groups are.
  enum Form: Sendable {
    case words([Int32])
    /// A byte for each row, and the group of each of the 256 bytes.
    case bytes([UInt8], groups: [Int32])
  }

  let form: Form

  init(compact: [Int32]) { form = .words(compact) }

  /// All bytes of `codes` have an entry in `groups`.
  init(_ codes: [UInt8], groups: [Int32]) {
    let rest = Swift.max(0, 256 - groups.count)
    form = .bytes(codes, groups: Array(groups.prefix(256)) + Array(repeating: -1, count: rest))
  }

  /// The group of each row in four bytes.
  var compact: [Int32] {
    switch form {
    case .words(let codes): codes
    case .bytes(let codes, let groups): codes.map { groups[Int($0)] }
    }
  }

  /// Whether some rows are in no group.
  var hasOutsiders: Bool {
    switch form {
    case .words(let codes): codes.contains { $0 < 0 }
    case .bytes(let codes, let groups):
      zip(Self.histogram(codes), groups).contains { $0 > 0 && $1 < 0 }
    }
  }

  /// The number of rows in each of the first groups.
  func counts(groups count: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    switch form {
    case .words(let codes):
      for code in codes where code >= 0 && code < count { counts[Int(code)] += 1 }
    case .bytes(let codes, let groups):
      for (rows, group) in zip(Self.histogram(codes), groups) where group >= 0 && group < count {
        counts[Int(group)] += rows
      }
    }
    return counts
  }

  private static func histogram(_ codes: [UInt8]) -> [Int] {
    var counts = [Int](repeating: 0, count: 256)
    for code in codes { counts[Int(code)] += 1 }
    return counts
  }

  /// For each row what a function makes of its group, called once for each byte.
  func mapGroups(_ body: (Int32) -> Int32) -> [Int32] {
    switch form {
    case .words(let codes): return codes.map(body)
    case .bytes(let codes, let groups):
      let table = groups.map(body)
      return codes.map { table[Int($0)] }
    }
  }

  /// The first row.
  public var startIndex: Int { 0 }

  /// The number of rows.
  public var endIndex: Int {
    switch form {
    case .words(let codes): codes.count
    case .bytes(let codes, _): codes.count
    }
  }

  /// The group of a row, or -1.
  public subscript(row: Int) -> Int {
    switch form {
    case .words(let codes): Int(codes[row])
    case .bytes(let codes, let groups): Int(groups[Int(codes[row])])
    }
  }
}

extension GroupCodes: Hashable {
  /// Whether all rows are in the same groups, in whatever form.
  public static func == (one: GroupCodes, other: GroupCodes) -> Bool {
    one.elementsEqual(other)
  }

  /// Feeds the groups to the hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for group in self { hasher.combine(group) }
  }
}
