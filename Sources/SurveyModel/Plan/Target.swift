/// What an indicator or a count should reach.
public struct Target: Hashable, Sendable {
  /// How an estimate is held against the threshold.
  public struct Decision: Hashable, Sendable {
    /// The interval whose one-sided bound decides.
    public enum Method: String, CaseIterable, Hashable, Sendable {
      case kornGraubard = "korn-graubard"
      case wilson
      case logit
    }

    /// How several groups are decided together.
    public enum Adjustment: String, CaseIterable, Hashable, Sendable {
      case holm
      case bonferroni
      /// The share of false verdicts among those given, for long lists (Benjamini and Hochberg).
      case benjaminiHochberg = "bh"
      case none
    }

    /// The chance of a false claim, one-sided, 0...0.5.
    public var error: Double
    /// The interval whose one-sided bound decides.
    public var method: Method
    /// How the groups of one question are decided together.
    public var adjustment: Adjustment

    /// Makes a rule; the defaults are 5%, Korn–Graubard and Holm.
    public init(
      error: Double = 0.05,
      method: Method = .kornGraubard,
      adjustment: Adjustment = .holm
    ) {
      self.error = error
      self.method = method
      self.adjustment = adjustment
    }
  }

  /// What is promised.
  public enum Kind: Hashable, Sendable {
    /// A survey estimate reaches `atLeast` (0...1 for shares, else in the indicator's unit).
    case survey(questionnaire: String, indicator: String, atLeast: Double, by: [String])
    /// A survey estimate changes from wave to wave.
    case change(questionnaire: String, indicator: String, direction: ChangeDirection)
    /// A number that the office reports, without sampling error.
    case count(AdministrativeTarget)
  }

  /// Where an estimate should go from wave to wave.
  public enum ChangeDirection: String, CaseIterable, Hashable, Sendable {
    case increase
    case decrease
  }

  /// The name of the target.
  public let id: String
  /// What was promised, in our words.
  public let promise: LocalizedText
  /// The section of the document.
  public let source: String?
  /// Whom the number speaks of.
  public let population: LocalizedText?
  /// What is promised.
  public let kind: Kind
  /// How it is decided.
  public let decision: Decision
  /// Where it is written.
  public let location: SourceLocation

  /// Makes a target.
  public init(
    id: String,
    promise: LocalizedText,
    source: String? = nil,
    population: LocalizedText? = nil,
    kind: Kind,
    decision: Decision = Decision(),
    location: SourceLocation
  ) {
    self.id = id
    self.promise = promise
    self.source = source
    self.population = population
    self.kind = kind
    self.decision = decision
    self.location = location
  }
}

/// A target on a count: `done` of `of`, or `done` in every period.
public struct AdministrativeTarget: Hashable, Sendable {
  /// The count of what was done.
  public let done: String
  /// The count of what there was to do.
  public let of: String?
  /// The period in which `done` is counted.
  public let every: Plan.ReportPeriod?
  /// A share 0...1 when there is an `of`, else a number.
  public let atLeast: Double

  /// Makes a target on a count.
  public init(done: String, of: String? = nil, every: Plan.ReportPeriod? = nil, atLeast: Double) {
    self.done = done
    self.of = of
    self.every = every
    self.atLeast = atLeast
  }
}
