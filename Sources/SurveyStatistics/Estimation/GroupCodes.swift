/// The group of each row, kept in four bytes.
public struct GroupCodes: RandomAccessCollection, Hashable, Sendable {
  let compact: [Int32]

  init(compact: [Int32]) { self.compact = compact }

  /// The first row.
  public var startIndex: Int { 0 }

  /// The number of rows.
  public var endIndex: Int { compact.count }

  /// The group of a row, or -1.
  public subscript(row: Int) -> Int { Int(compact[row]) }
}
