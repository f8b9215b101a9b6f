/// The byte between two cells.
package enum CSVDelimiter: String, Sendable, Hashable, CaseIterable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"
  case bar = "|"

  /// The delimiter as it stands in a file.
  package var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .bar: UInt8(ascii: "|")
    }
  }

  /// The delimiter that a first line such as `sep=;` declares.
  static func declared(by line: some Collection<UInt8>) -> CSVDelimiter? {
    guard line.count == 5, isSeparatorKey(line) else { return nil }
    return line.dropFirst(4).first.flatMap { byte in allCases.first { $0.byte == byte } }
  }

  /// Whether `line` begins with `sep=`.
  static func isSeparatorKey(_ line: some Collection<UInt8>) -> Bool {
    zip(line, "sep=".utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 } && line.count >= 4
  }
}
