/// The counts by which an office tells what became of the forms of a questionnaire.
///
/// Each is the name of an administrative count; one that is not named is not counted.
public struct FieldworkCounts: Hashable, Sendable {
  /// What may have become of a form or a person drawn (AAPOR, Standard Definitions).
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// Forms handed out, or people drawn.
    case issued
    /// Forms that came back.
    case returned
    /// People who refused or broke off.
    case refused
    /// People who were not reached.
    case notReached = "not-reached"
    /// People whom it was not possible to ask, such as for lack of a common language.
    case unable
    /// Addresses of which nobody knows whether anybody belongs to the population.
    case unknown
    /// People who turned out not to belong to the population.
    case ineligible
  }

  /// The name of the count of each outcome.
  public var names: [Outcome: String]

  /// Names counts.
  public init(_ names: [Outcome: String] = [:]) {
    self.names = names
  }
}
