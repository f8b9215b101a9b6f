/// Every indicator has a name of its own, also when case is ignored.
struct IndicatorNamesCheck: QuestionnaireCheck {
  func findings(in questionnaire: Questionnaire) -> [Diagnostic] {
    var firstUse: [String: SourceLocation] = [:]
    return questionnaire.indicators.compactMap { indicator in
      let name = indicator.id.lowercased()
      guard let earlier = firstUse[name] else {
        firstUse[name] = indicator.location
        return nil
      }
      let finding = IndicatorFinding.duplicateIndicator(indicator.id, earlier: earlier)
      return Diagnostic(finding, at: indicator.location)
    }
  }
}
