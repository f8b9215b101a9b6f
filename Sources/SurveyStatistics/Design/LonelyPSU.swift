/// What a stratum of which only one unit was sampled contributes to a variance.
///
/// One unit says nothing about the differences between units, so every choice except
/// ``fail`` is an assumption that the analyst has to answer for. Strata that were taken
/// completely (sampling fraction 1) are no problem and contribute zero under every choice.
public enum LonelyPSU: String, Hashable, Sendable, CaseIterable {
  /// A variance cannot be had: a typed error names the stratum.
  case fail
  /// The stratum contributes nothing.
  case remove
  /// Its total is compared with the mean of all unit totals (R survey 4.4 and later).
  case adjust
  /// It contributes as much as the other strata do on average; with no other stratum the
  /// standard error is NaN.
  case average
  /// The unit was certain to be in the sample: it contributes nothing.
  case certainty
}
