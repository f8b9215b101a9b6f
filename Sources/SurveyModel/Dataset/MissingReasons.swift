/// Why interviews have no answer to a question.
///
/// One byte an interview (``AnswerByte``); bytes of answers stand for no reason, so that a column
/// of bytes holds both.
public struct MissingReasons: Sendable {
  /// A byte for each interview; those behind the last have no reason.
  public let bytes: [UInt8]
  /// The number of interviews with a reason.
  public let count: Int

  /// Reads the reasons out of bytes.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
    count = bytes.reduce(0) { $0 + ($1 > AnswerByte.absent ? 1 : 0) }
  }

  /// The reasons of some interviews.
  public init(_ reasons: [Int: MissingReason]) {
    var bytes = Array(repeating: AnswerByte.absent, count: (reasons.keys.max() ?? -1) + 1)
    for (row, reason) in reasons where row >= 0 { bytes[row] = AnswerByte.byte(of: reason) }
    self.init(bytes: bytes)
  }

  /// Whether no interview has a reason.
  public var isEmpty: Bool { count == 0 }

  /// The reason of an interview; nil where it has none.
  public subscript(row: Int) -> MissingReason? {
    bytes.indices.contains(row) ? AnswerByte.reason(of: bytes[row]) : nil
  }

  /// The reasons with another one for some interviews.
  public func setting(_ reason: MissingReason, of rows: some Collection<Int>) -> MissingReasons {
    var bytes = bytes
    let missing = (rows.max() ?? -1) + 1 - bytes.count
    if missing > 0 { bytes += Array(repeating: AnswerByte.absent, count: missing) }
    for row in rows where row >= 0 { bytes[row] = AnswerByte.byte(of: reason) }
    return MissingReasons(bytes: bytes)
  }

  /// The bytes of a closed question with the reasons of those without an answer.
  public func merged(into positions: [UInt8]) -> [UInt8] {
    guard count > 0, bytes != positions else { return positions }
    return positions.enumerated().map { row, byte in
      byte < AnswerByte.absent || row >= bytes.count ? byte : bytes[row]
    }
  }

  /// How many interviews have each reason.
  public var counts: [MissingReason: Int] {
    var counts = Array(repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    var reasons: [MissingReason: Int] = [:]
    for reason in MissingReason.allCases {
      let count = counts[Int(AnswerByte.byte(of: reason))]
      if count > 0 { reasons[reason] = count }
    }
    return reasons
  }

  /// The interviews with one of some reasons, in order.
  public func rows(of reasons: some Collection<MissingReason>) -> [Int] {
    guard !reasons.isEmpty, count > 0 else { return [] }
    var isWanted = Array(repeating: false, count: 256)
    for reason in reasons { isWanted[Int(AnswerByte.byte(of: reason))] = true }
    return bytes.indices.filter { isWanted[Int(bytes[$0])] }
  }
}

extension MissingReasons: Sequence {
  /// The interviews with a reason, in order.
  public func makeIterator() -> AnyIterator<(row: Int, reason: MissingReason)> {
    var row = 0
    return AnyIterator {
      while row < bytes.count {
        defer { row += 1 }
        if let reason = AnswerByte.reason(of: bytes[row]) { return (row, reason) }
      }
      return nil
    }
  }
}

extension MissingReasons: Equatable {
  /// Whether the same interviews have the same reasons.
  public static func == (one: MissingReasons, other: MissingReasons) -> Bool {
    one.count == other.count && one.elementsEqual(other) { $0 == $1 }
  }
}

extension MissingReasons: ExpressibleByDictionaryLiteral {
  /// The reasons of some interviews.
  public init(dictionaryLiteral elements: (Int, MissingReason)...) {
    self.init(Dictionary(elements, uniquingKeysWith: { $1 }))
  }
}
