package import SurveyModel

/// One function for each subcommand: composes the stages and knows no format and no SQL.
package struct Workflow: Sendable {
  /// The language in which results and findings are written.
  package let language: InterfaceLanguage
  /// What the clock says.
  package let clock: @Sendable () -> Timestamp
  /// Random numbers for identities.
  package let random: @Sendable () -> UInt64
  /// Who works with the study, kept with what they add.
  package let operatorName: String

  /// Makes a workflow.
  package init(
    language: InterfaceLanguage,
    clock: @escaping @Sendable () -> Timestamp,
    random: @escaping @Sendable () -> UInt64,
    operatorName: String = ""
  ) {
    self.language = language
    self.clock = clock
    self.random = random
    self.operatorName = operatorName
  }
}
