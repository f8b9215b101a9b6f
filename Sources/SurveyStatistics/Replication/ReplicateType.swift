/// How replicate weights were made; it sets the usual factors of the variance.
public enum ReplicateType: Hashable, Sendable {
  /// The jackknife without strata: one primary unit left out at a time.
  case jk1
  /// The jackknife with strata: one primary unit of one stratum left out at a time.
  case jkn
  /// The jackknife with pairs: one unit of each pair left out.
  case jk2
  /// Balanced half-samples of two units per stratum (McCarthy 1969).
  case brr
  /// Balanced half-samples with weights 2 - rho and rho instead of 2 and 0 (Judkins 1990).
  case fay(rho: Double)
  /// The bootstrap of Canty and Davison (1999): as many units as were sampled.
  case bootstrap
  /// The rescaled bootstrap of Rao and Wu (1988): one unit fewer than were sampled.
  case subbootstrap
  /// The multistage rescaled bootstrap of Preston (2009).
  case mrbbootstrap
  /// The eighty replicates of the American Community Survey.
  case acs
  /// Successive differences of a systematic sample (Fay and Train 1995).
  case successiveDifference
  /// Anything else; the factors are to be given.
  case other
}

/// Whether replicate weights stand alone or multiply the full weights.
public enum ReplicateForm: Hashable, Sendable {
  /// Each column can be used in place of the full weights.
  case combined
  /// Each column is to be multiplied by the full weights.
  case multipliers
}

/// What a replicate without analysed rows does to a variance.
///
/// A mean over no rows is not defined. It happens with groups whose members sit in few
/// primary units.
public enum UndefinedReplicates: Hashable, Sendable {
  /// The standard error is NaN, so that nobody takes it for a small one.
  case notANumber
  /// The replicate is left out of the sum, without another factor, as R survey does under
  /// a warning. The variance is then too small as a rule, and 0 at worst.
  case leaveOut
}
