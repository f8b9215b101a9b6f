/// A breakdown of the rows into groups.
public struct Grouping: Hashable, Sendable {
  /// The group of each row, or -1 for none.
  public let codes: GroupCodes
  /// The number of groups.
  public let count: Int
  /// Whether some rows are in no group.
  let hasOutsiders: Bool

  /// The largest number of groups: more is a mistake, such as a breakdown by a serial number.
  public static let maximumCount = 1 << 20

  /// Makes a breakdown into groups 0..<count.
  ///
  /// - Throws: ``SampleDesignError/invalidGroup(_:row:)`` for a code outside -1..<count,
  ///   ``SampleDesignError/tooManyGroups(_:)`` above ``maximumCount``.
  public init(codes: [Int], count: Int) throws(SampleDesignError) {
    guard count <= Self.maximumCount else { throw .tooManyGroups(count) }
    if let row = codes.firstIndex(where: { $0 < -1 || $0 >= count }) {
      throw .invalidGroup(codes[row], row: row)
    }
    self.init(checked: codes.map { Int32(truncatingIfNeeded: $0) }, count: count)
  }

  /// Makes a breakdown from codes that are kept as they are.
  ///
  /// - Throws: ``SampleDesignError/invalidGroup(_:row:)`` for a code outside -1..<count,
  ///   ``SampleDesignError/tooManyGroups(_:)`` above ``maximumCount``.
  public init(compact codes: [Int32], count: Int) throws(SampleDesignError) {
    guard count <= Self.maximumCount else { throw .tooManyGroups(count) }
    let span = codes.span
    var (least, most) = (Int32.max, Int32(-1))
    for row in span.indices {
      least = min(least, span[row])
      most = max(most, span[row])
    }
    if least < -1 || most >= count,
      let row = codes.firstIndex(where: { $0 < -1 || $0 >= count })
    {
      throw .invalidGroup(Int(codes[row]), row: row)
    }
    self.init(checked: codes, count: count, hasOutsiders: least < 0)
  }

  /// Makes a breakdown from bytes that are kept as they are, and the group of each byte.
  ///
  /// - Throws: ``SampleDesignError/invalidGroup(_:row:)`` for a byte that is the place of no
  ///   group or of one outside -1..<count, ``SampleDesignError/tooManyGroups(_:)`` above
  ///   ``maximumCount``.
  public init(bytes: [UInt8], groups: [Int32], count: Int) throws(SampleDesignError) {
    guard count <= Self.maximumCount else { throw .tooManyGroups(count) }
    let span = bytes.span
    var most: UInt8 = 0
    for row in span.indices { most = max(most, span[row]) }
    let places = 0..<min(groups.count, 256)
    let isValid = { (byte: UInt8) in
      places.contains(Int(byte)) && groups[Int(byte)] >= -1 && groups[Int(byte)] < count
    }
    if !(0...most).allSatisfy(isValid), let row = bytes.firstIndex(where: { !isValid($0) }) {
      let byte = Int(bytes[row])
      throw .invalidGroup(places.contains(byte) ? Int(groups[byte]) : byte, row: row)
    }
    // What no row uses may be any number.
    let used = groups.map { (0..<Int32(clamping: count)).contains($0) ? $0 : -1 }
    codes = GroupCodes(bytes, groups: used)
    self.count = max(0, count)
    hasOutsiders = codes.hasOutsiders
  }

  /// Keeps codes in -1..<count of any number of groups, as the caller promises.
  package init(trusted codes: [Int32], count: Int) { self.init(checked: codes, count: count) }

  /// Keeps bytes whose groups are in -1..<count, as the caller promises.
  package init(trusted bytes: [UInt8], groups: [Int32], count: Int) {
    codes = GroupCodes(bytes, groups: groups)
    self.count = max(0, count)
    hasOutsiders = codes.hasOutsiders
  }

  /// The number of rows in each group.
  package var sizes: [Int] { codes.counts(groups: count) }

  private init(checked codes: [Int32], count: Int, hasOutsiders: Bool? = nil) {
    self.codes = GroupCodes(compact: codes)
    self.count = max(0, count)
    self.hasOutsiders = hasOutsiders ?? codes.contains(-1)
  }

  /// One group, the rows of a domain.
  public init(domain: [Bool]) {
    self.init(checked: domain.map { $0 ? 0 : -1 }, count: 1)
  }

  /// Every combination of the groups of two breakdowns; `other` varies fastest.
  ///
  /// - Throws: ``SampleDesignError/unequalColumns(_:rows:expected:)`` when the breakdowns
  ///   have unequal numbers of rows.
  public func crossed(with other: Grouping) throws(SampleDesignError) -> Grouping {
    guard codes.count == other.codes.count else {
      throw .unequalColumns(.groups, rows: other.codes.count, expected: codes.count)
    }
    let (product, overflow) = count.multipliedReportingOverflow(by: other.count)
    guard !overflow, product <= Self.maximumCount else {
      throw .tooManyGroups(overflow ? .max : product)
    }
    let width = Int32(other.count)
    let crossed = zip(codes.compact, other.codes.compact).map { mine, theirs in
      mine < 0 || theirs < 0 ? -1 : mine * width + theirs
    }
    return try Grouping(compact: crossed, count: product)
  }
}
