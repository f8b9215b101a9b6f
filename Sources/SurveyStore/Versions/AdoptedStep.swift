package import SurveyModel

/// A step from one version to the next, with the map that it comes from.
package struct AdoptedStep: Hashable, Sendable {
  /// What becomes of answers.
  package let step: VersionStep
  /// The version that it leads from.
  package let from: String
  /// The file of the map, when there is one.
  package let mapFileName: String?
  /// The map in full.
  package let mapText: String?
  /// Who took the step.
  package let by: String
  /// When it was taken.
  package let at: Timestamp

  /// Makes a step.
  package init(
    _ step: VersionStep,
    from: String,
    mapFileName: String? = nil,
    mapText: String? = nil,
    by: String,
    at: Timestamp
  ) {
    self.step = step
    self.from = from
    self.mapFileName = mapFileName
    self.mapText = mapText
    self.by = by
    self.at = at
  }
}

/// What one version of a questionnaire has for results, and what of it is not counted together with
/// the version that is asked for.
package struct VersionShare: Hashable, Sendable {
  /// The version.
  package let version: String
  /// Its interviews that count.
  package let interviews: Int
  /// How its answers are read.
  package let reading: VersionReading
  /// The ids of its questions that have answers of their own.
  package let questions: Set<String>
}
