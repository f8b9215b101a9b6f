/// A rule by which interviews and operators are looked at again.
///
/// What a rule finds is a reason to look, never a proof: nothing is deleted because of it.
public enum QualityRule: String, CaseIterable, Hashable, Sendable {
  /// The same code on every item of a block of one scale.
  case straightLining = "straight-lining"
  /// Less time than it takes to read what was answered.
  case speeding
  /// All answers as in another form, more than chance gives.
  case identicalForms = "identical-forms"
  /// Nearly all answers as in another form of the same operator, place or day.
  case nearIdenticalForms = "near-identical-forms"
  /// Many forms after hours, or more in an hour than can be.
  case bursts
  /// A second form of one dossier in one wave.
  case duplicateDossiers = "duplicate-dossiers"
  /// One operator's mean far from that of the others.
  case operatorMeans = "operator-means"
  /// One operator's share of missing answers far from that of the others.
  case missingAnswers = "missing-answers"
  /// Last digits of numbers that are not as others have them.
  case digitPreference = "digit-preference"

  /// Whether it speaks of operators and not of single interviews.
  public var judgesOperators: Bool {
    switch self {
    case .operatorMeans, .missingAnswers, .digitPreference: true
    case .straightLining, .speeding, .identicalForms, .nearIdenticalForms, .bursts,
      .duplicateDossiers:
      false
    }
  }
}
