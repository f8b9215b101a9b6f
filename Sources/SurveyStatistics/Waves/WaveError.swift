/// Why waves cannot be compared.
///
/// Waves and rows count from 0, stages from 1.
public enum WaveError: Error, Hashable, Sendable {
  /// A column of identities has another number of rows than the design of its wave.
  case unequalIdentities(wave: Int, stage: Int, rows: Int, expected: Int)
  /// The rows of one sampled unit have two identities.
  case twoIdentities(wave: Int, stage: Int, row: Int, otherRow: Int)
  /// Two sampled units of one wave have the same identity.
  case sharedIdentity(Int, wave: Int, stage: Int, row: Int, otherRow: Int)
  /// The number of statistics or coefficients differs from the number of waves.
  case unequalWaves(Int, expected: Int)
  /// The number of groups, or of coefficients for them, differs between waves.
  case unequalGroups(Int, wave: Int, expected: Int)
  /// Statistics were made of another number of rows than the wave has.
  case unequalRows(Int, wave: Int, expected: Int)
  /// A wave that does not exist.
  case noSuchWave(Int)
  /// A group that one of the waves does not have.
  case noSuchGroup(Int)
  /// A variance cannot be estimated in one of the waves.
  case design(SampleDesignError, wave: Int)
}
