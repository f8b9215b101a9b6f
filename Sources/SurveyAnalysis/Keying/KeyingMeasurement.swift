/// What verification says about the answers of a wave that were keyed from paper.
package struct KeyingMeasurement: Hashable, Sendable {
  /// How often an answer was keyed wrong.
  package let rate: KeyingErrorRate
  /// Paper forms that nobody verified; what was wrong in the others is mended.
  package let unverified: Int
  /// All interviews of the wave.
  package let interviews: Int

  /// Describes a measurement.
  package init(rate: KeyingErrorRate, unverified: Int, interviews: Int) {
    self.rate = rate
    self.unverified = unverified
    self.interviews = interviews
  }

  /// The share of the interviews that may hold errors nobody saw.
  var shareAtRisk: Double {
    interviews > 0 ? min(1, max(0, Double(unverified) / Double(interviews))) : 0
  }
}
