/// What the squares of one stratum are multiplied with, and where they are centred.
struct StratumRule {
  /// A stratum's squares are those of its units less their mean, or less a common centre: the
  /// mean over the strata beside it.
  enum Centre {
    case mean
    case common
  }

  let factor: Double
  let centre: Centre
}

extension SampleDesign {
  /// How a stratum that was not sampled completely contributes to a variance.
  ///
  /// With n of N units sampled the factor is (1 - n/N) n/(n - 1). A single unit has no spread:
  /// ``LonelyPSU`` says what it contributes; with ``lonelyInDomains`` that also holds where
  /// only one unit is `present`, that is has analysed rows (R survey's
  /// `survey.adjust.domain.lonely`).
  ///
  /// - Returns: nil for a stratum whose part is to be taken from the others.
  /// - Throws: ``SampleDesignError/lonelyPSU(stratum:stage:row:)`` under ``LonelyPSU/fail``.
  func rule(
    for stratum: SampleStratum,
    present: Int,
    _ depth: Int
  ) throws(SampleDesignError) -> StratumRule? {
    guard stratum.sampled > 1 else {
      switch lonelyPSU {
      case .fail:
        throw .lonelyPSU(stratum: stratum.code, stage: depth + 1, row: stratum.row)
      case .remove, .certainty: return StratumRule(factor: 0, centre: .mean)
      case .average: return nil
      case .adjust:
        return StratumRule(factor: stratum.unsampledShare, centre: .common)
      }
    }
    let n = Double(stratum.sampled)
    let factor = stratum.unsampledShare * n / (n - 1)
    guard lonelyInDomains, present == 1 else { return StratumRule(factor: factor, centre: .mean) }
    switch lonelyPSU {
    case .average: return nil
    case .adjust: return StratumRule(factor: factor, centre: .common)
    case .fail, .remove, .certainty: return StratumRule(factor: factor, centre: .mean)
    }
  }
}
