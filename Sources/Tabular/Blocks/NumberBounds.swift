/// The numbers between two others, with or without these.
package struct NumberBounds: Hashable, Sendable {
  /// The least number.
  package var lower = -Double.infinity
  /// The greatest number.
  package var upper = Double.infinity
  /// Whether the least number is one of them.
  package var includesLower = true
  /// Whether the greatest number is one of them.
  package var includesUpper = true

  /// All numbers.
  package init() {}

  /// Whether `number` is one of them.
  @inline(__always)
  package func contains(_ number: Double) -> Bool {
    (number > lower || (includesLower && number == lower))
      && (number < upper || (includesUpper && number == upper))
  }
}
