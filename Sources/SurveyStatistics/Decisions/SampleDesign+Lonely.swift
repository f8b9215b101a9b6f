extension SampleDesign {
  /// Whether some stratum has a single sampled unit and was not taken completely, so that the rule
  /// of ``LonelyPSU`` matters.
  public var hasLonelyStrata: Bool {
    stages.contains { stage in
      stage.strata.contains { $0.sampled == 1 && !$0.isComplete }
    }
  }
}
