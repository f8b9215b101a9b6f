/// The identity of an interview: the copy of the study where it began, and its number there.
package struct InterviewID: Hashable, Sendable {
  /// The copy of the study.
  package let station: UInt64
  /// The number, counted from 1 at that copy.
  package let sequence: Int64

  /// Makes an identity.
  package init(station: UInt64, sequence: Int64) {
    self.station = station
    self.sequence = sequence
  }
}

extension InterviewID: CustomStringConvertible {
  /// Sixteen hexadecimal digits, a hyphen and the number.
  package var description: String { "\(Self.text(ofStation: station))-\(sequence)" }

  /// A copy of the study as it is written: sixteen hexadecimal digits.
  package static func text(ofStation station: UInt64) -> String {
    hexadecimal(UInt128(station), digits: 16)
  }

  /// Reads what ``description`` writes.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 16,
      parts[0].utf8.allSatisfy({ $0 != UInt8(ascii: "+") }),
      let station = UInt64(parts[0], radix: 16),
      let sequence = Int64(parts[1]), sequence > 0
    else { return nil }
    self.init(station: station, sequence: sequence)
  }
}

/// The identity of an import: a random number of 128 bits.
package struct BatchID: Hashable, Sendable {
  /// The number.
  package let value: UInt128

  /// Makes an identity.
  package init(_ value: UInt128) { self.value = value }

  /// Thirty-two hexadecimal digits.
  package var hex: String { hexadecimal(value, digits: 32) }

  /// Reads what ``hex`` writes.
  package init?(hex: some StringProtocol) {
    guard hex.utf8.count == 32, hex.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }),
      let value = UInt128(hex, radix: 16)
    else { return nil }
    self.value = value
  }
}

/// The identity of a form that has been begun and not saved.
package struct DraftID: Hashable, Sendable {
  /// The number in this copy of the study.
  package let rawValue: Int64

  /// Makes an identity.
  package init(_ rawValue: Int64) { self.rawValue = rawValue }
}

private func hexadecimal(_ value: UInt128, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
