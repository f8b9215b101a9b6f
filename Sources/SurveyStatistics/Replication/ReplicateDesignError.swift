/// Why replicate weights cannot be used, or cannot be made from a sample design.
///
/// Rows and replicates count from 0.
public enum ReplicateDesignError: Error, Hashable, Sendable {
  /// The sample design itself is at fault.
  case design(SampleDesignError)
  /// The weights of the sample design were adjusted to known totals already.
  ///
  /// Replicates know of the totals only if each was adjusted by itself: make them from the
  /// design before, then use ``ReplicateDesign/adjusted(by:)``.
  case adjustedToTotals
  /// More rows than can be numbered.
  case tooManyRows(Int)
  /// There is no replicate, or one where two are needed.
  case tooFewReplicates(Int, least: Int)
  /// A replicate has another number of rows than the design.
  case unequalColumns(replicate: Int, rows: Int, expected: Int)
  /// The full weights have another number of rows than the design.
  case unequalWeights(rows: Int, expected: Int)
  /// A full weight is negative, infinite or missing.
  case invalidWeight(Double, row: Int)
  /// A replicate weight is negative, infinite or missing.
  case invalidReplicateWeight(Double, row: Int, replicate: Int)
  /// A replicate gives weight to no row.
  case emptyReplicate(Int)
  /// The scale is not a number above 0.
  case invalidScale(Double)
  /// There are not as many factors as replicates.
  case unequalFactors(Int, expected: Int)
  /// The factor of a replicate is negative, infinite or missing.
  case invalidFactor(Double, replicate: Int)
  /// The type fixes the scale or the factors, and others were given.
  case fixedFactors
  /// Combined weights of the jackknife with strata do not tell their factors.
  case factorsNeeded
  /// Fay's rho is not in 0..<1.
  case invalidRho(Double)
  /// The degrees of freedom are below 0.
  case invalidDegreesOfFreedom(Int)
  /// The jackknife without strata was asked for with strata.
  case stratifiedJackknife(strata: Int)
  /// A stratum has not two units, so that there are no half-samples.
  case unpairedStratum(stratum: Int, units: Int, row: Int)
  /// The rule for single units cannot be followed by this method.
  case lonelyRule(LonelyPSU, stratum: Int, row: Int)
  /// The weights would need more memory than is reasonable.
  case tooLarge(units: Int, replicates: Int)
  /// A statistic has another number of results with a replicate than with the full weights.
  case unequalResults(Int, expected: Int, replicate: Int)
}
