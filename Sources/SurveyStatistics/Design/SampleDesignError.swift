/// Why a sample design cannot be used, or an estimate cannot be made with it.
///
/// Rows count from 0, stages from 1; strata and clusters are the codes that the caller gave.
public enum SampleDesignError: Error, Hashable, Sendable {
  /// A column has another number of rows than the design.
  case unequalColumns(DesignColumn, rows: Int, expected: Int)
  /// More rows than can be numbered.
  case tooManyRows(Int)
  /// A weight is negative, infinite or missing.
  case invalidWeight(Double, row: Int)
  /// A selection probability is not above 0 and at most 1.
  case invalidProbability(Double, row: Int)
  /// Both weights and selection probabilities were given.
  case weightsAndProbabilities
  /// A stratum or cluster is missing.
  case missingCode(DesignColumn, row: Int)
  /// More columns of strata than there are stages.
  case tooManyStrata(columns: Int, stages: Int)
  /// Population sizes were given for some stages only, or for too many.
  case fpcStages(columns: Int, stages: Int)
  /// A population size or sampling fraction is not a positive number.
  case invalidFPC(Double, stage: Int, row: Int)
  /// Some values are population counts (above 1) and some are fractions (below 1).
  case mixedFPC(row: Int, otherRow: Int)
  /// The population is smaller than the sample that was drawn from it.
  case fpcBelowSample(population: Double, sampled: Int, stage: Int, row: Int)
  /// The population size differs within a stratum.
  case fpcVaries(stage: Int, row: Int, otherRow: Int)
  /// The same cluster code occurs in two strata, and the design is not nested.
  case clusterInTwoStrata(cluster: Int, stage: Int, row: Int, otherRow: Int)
  /// A stratum has one sampled unit, so that no variance can be estimated.
  case lonelyPSU(stratum: Int, stage: Int, row: Int)
  /// A group code is outside the groups.
  case invalidGroup(Int, row: Int)
  /// More groups than can be kept in memory.
  case tooManyGroups(Int)
  /// A proportion was asked for, and a value is neither 0 nor 1.
  case notZeroOrOne(Double, row: Int)
  /// The number of coefficients differs from the number of columns or groups.
  case unequalCoefficients(Int, expected: Int)
}

/// A column that takes part in a design or an estimate.
public enum DesignColumn: Hashable, Sendable {
  /// Sampling weights.
  case weights
  /// Selection probabilities.
  case probabilities
  /// Strata of a stage, counted from 1.
  case strata(stage: Int)
  /// Clusters of a stage, counted from 1.
  case clusters(stage: Int)
  /// Population sizes or fractions of a stage, counted from 1.
  case fpc(stage: Int)
  /// A variable to be estimated.
  case values
  /// The groups of a breakdown, or the members of a domain.
  case groups
}
