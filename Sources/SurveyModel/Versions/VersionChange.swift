/// One thing in which two versions of a questionnaire differ.
public struct VersionChange: Hashable, Sendable {
  /// What the change is about.
  public enum Subject: Hashable, Sendable {
    case questionnaire
    case question(id: String, label: LocalizedText)
    case indicator(id: String, label: LocalizedText)
  }

  /// What changed.
  public enum Kind: Hashable, Sendable {
    // The whole.
    case titleChanged
    case consentChanged
    case languageAdded(String)
    case languageRemoved(String)
    case keyChanged(from: [String], to: [String])
    case sampleChanged

    // A question.
    case added
    case removed
    case renamed(from: String)
    case moved
    case relabelled(language: String, from: String, to: String, LabelLikeness)
    case hintChanged
    case typeChanged(from: String, to: String)
    case calculationChanged(from: String, to: String)

    // Its options.
    case optionAdded(code: String, label: LocalizedText)
    case optionRemoved(code: String, label: LocalizedText)
    case optionRecoded(from: String, to: String, label: LocalizedText)
    case optionMissing(code: String, reason: MissingReason, label: LocalizedText)
    case optionRelabelled(
      code: String,
      language: String,
      from: String,
      to: String,
      LabelLikeness
    )
    case optionsReordered
    case directionChanged(from: Scale.Direction, to: Scale.Direction)
    case positiveChanged(from: [String], to: [String])
    case neutralChanged(from: String?, to: String?)
    case pointsChanged
    case scaleChanged(isScale: Bool)

    // Its rules.
    case missingCodesChanged(from: [String], to: [String])
    case rangeChanged(from: String, to: String)
    case constraintChanged(from: String, to: String)
    case requiredChanged(from: String, to: String)
    case relevanceChanged(from: String, to: String)
    case filterChanged(from: String, to: String)
    /// The rules read the same, and questions that they read changed their answers.
    case dependencyChanged(on: [String])
    /// A map says that answers before and after are not to be compared.
    case declared

    // An indicator.
    case indicatorAdded
    case indicatorRemoved
    case indicatorRelabelled
    case formulaChanged
    case affected(by: [String])
  }

  /// What the change is about.
  public let subject: Subject
  /// What changed.
  public let kind: Kind
  /// What it does to answers that were given before.
  public let impact: ChangeImpact
  /// Whether a map says what becomes of the answers.
  public let isSettled: Bool

  /// Makes a change.
  public init(
    _ subject: Subject,
    _ kind: Kind,
    _ impact: ChangeImpact,
    isSettled: Bool = false
  ) {
    self.subject = subject
    self.kind = kind
    self.impact = impact
    self.isSettled = isSettled
  }

  /// The id of the question or indicator.
  public var name: String? {
    switch subject {
    case .questionnaire: nil
    case .question(let id, _), .indicator(let id, _): id
    }
  }

  /// The change with a map's word on it.
  func settled(_ impact: ChangeImpact) -> VersionChange {
    VersionChange(subject, kind, impact, isSettled: true)
  }
}
