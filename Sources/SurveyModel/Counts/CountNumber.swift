/// A whole number from 0 as people type it, refused where it can be read in two ways.
package enum CountNumber {
  /// Why a text is no count.
  package enum Fault: Error, Hashable, Sendable {
    case empty
    case negative
    /// Points, commas or spaces may part thousands or mark a fraction: `1.000`.
    case ambiguous
    case notWhole
    case tooLarge
  }

  /// Reads a count: ASCII digits and nothing else.
  package static func parse(_ text: String) throws(Fault) -> Int {
    let text = text.trimmed
    guard !text.isEmpty else { throw .empty }
    if text.hasPrefix("-") || text.hasPrefix("−") { throw .negative }
    let digits = text.utf8.allSatisfy { (48...57).contains($0) }
    guard digits else { throw isGrouped(text) ? .ambiguous : .notWhole }
    guard let value = Int(text), value <= AdministrativeCount.largest else { throw .tooLarge }
    return value
  }

  /// Whether groups of three digits follow the first.
  private static func isGrouped(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) {
      ".,'\u{20}\u{A0}\u{2009}\u{202F}".contains($0)
    }
    guard parts.count > 1, let first = parts.first, (1...3).contains(first.utf8.count) else {
      return false
    }
    return parts.dropFirst().allSatisfy { $0.utf8.count == 3 }
      && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
  }
}
