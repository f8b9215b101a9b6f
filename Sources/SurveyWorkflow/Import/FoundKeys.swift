import SurveyStore

/// What one pass over a table told about its keys.
struct FoundKeys {
  /// What they have in common with each other and with the study.
  let matches: KeyMatches
  /// The records that have a key.
  let count: Int
  /// Whether numbers that are too short stand where keys should.
  var holdsShort = false
}
