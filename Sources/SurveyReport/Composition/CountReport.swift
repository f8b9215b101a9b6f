package import SurveyAnalysis
package import SurveyModel

/// The targets of a plan of which no survey was asked yet: those on counts.
package struct CountReport: Sendable {
  private let targets: [TargetAssessment]
  private let header: ReportHeader
  private let language: InterfaceLanguage

  /// Prepares a report on `targets`, of which those on surveys have no answers.
  package init(_ targets: [TargetAssessment], header: ReportHeader, language: InterfaceLanguage) {
    self.targets = targets
    self.header = header
    self.language = language
  }

  /// The whole report.
  package func report() -> Report {
    let rest = targets.compactMap(sentence)
    let others: [Report.Block] =
      rest.isEmpty
      ? []
      : [.heading(ReportWords.otherTargets.text(in: language), level: 2)]
        + rest.map { .paragraph($0) }
    let note = header.planNote.map { [Report.Block.note($0.text(in: language))] } ?? []
    return Report(
      language: language,
      title: ReportWords.targetsTitle.text(in: language),
      subtitle: header.office.map { [$0.text(in: language)] } ?? [],
      blocks: CountChapter(targets, language: language).blocks + others + note
    )
  }

  private func sentence(_ assessment: TargetAssessment) -> String? {
    let promise = assessment.target.heading(in: language)
    switch assessment.outcome {
    case .count: return nil
    case .awaitsCount(let aim):
      let names = aim.names.map { "'\($0)'" }.joined(separator: ", ")
      return language.choose(
        "\(promise): chỉ tiêu theo số liệu hành chính; chưa có số liệu (\(names)).",
        "\(promise): a target on the office's own count; no count is entered yet (\(names))."
      )
    case .questionnaireAbsent(let id):
      return language.choose(
        "\(promise): trả lời bằng phiếu “\(id)”; chưa có phiếu nào.",
        "\(promise): answered by questionnaire “\(id)”; there is no interview yet."
      )
    case .survey, .change, .needsTwoWaves:
      return language.choose("\(promise): chưa có phiếu nào.", "\(promise): no interview yet.")
    }
  }
}
