import SurveyModel

/// A number by which equal rows of files are noticed.
///
/// FNV-1a with 64 bits (Fowler, Noll, Vo; constants of draft-eastlake-fnv), so that it is the same
/// on every machine. It notices accidents; it is no proof.
struct RowDigest {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ answers: [Answer]) {
    for answer in answers { mix(answer) }
  }

  private mutating func mix(_ answer: Answer) {
    switch answer {
    case .integer(let number): mix(tag: 1, UInt64(bitPattern: Int64(number)))
    case .decimal(let number): mix(tag: 2, number.bitPattern)
    case .text(let text): mix(tag: 3, text)
    case .date(let date): mix(tag: 4, UInt64(bitPattern: Int64(date.daysSince1970)))
    case .choice(let code): mix(tag: 5, code)
    case .choices(let codes):
      mix(tag: 6, UInt64(codes.count))
      for code in codes { mix(tag: 5, code) }
    case .missing(let reason): mix(byte: UInt8(16 + reason.storedNumber))
    }
  }

  private mutating func mix(byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  private mutating func mix(tag: UInt8, _ number: UInt64) {
    mix(byte: tag)
    for shift in 0..<8 { mix(byte: UInt8(truncatingIfNeeded: number >> (UInt64(shift) * 8))) }
  }

  private mutating func mix(tag: UInt8, _ text: String) {
    mix(byte: tag)
    for byte in text.utf8 { mix(byte: byte) }
    mix(byte: 0xff)
  }
}

extension MissingReason {
  /// A number that never changes, whatever the order of the cases.
  var storedNumber: Int {
    switch self {
    case .notApplicable: 0
    case .doNotKnow: 1
    case .refused: 2
    case .noAnswer: 3
    case .notReached: 4
    case .notCollected: 5
    }
  }
}
