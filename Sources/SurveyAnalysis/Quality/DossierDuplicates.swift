package import SurveyModel

/// Duplicates by dossier: a second form for one dossier in one wave.
///
/// Dossier numbers are kept as keyed hashes; equal hashes are equal numbers (HMAC-SHA256), so the rule
/// has no false alarms but numbers that were typed wrong. The form that began first is not flagged.
package enum DossierDuplicates {
  /// Looks at the interviews of one wave.
  package static func examine(_ data: Dataset, _ course: InterviewCourse) -> RuleOutcome {
    let question = data.questionnaire.questions.firstIndex { $0.role == .dossier }
    guard let question, case .text(let hashes) = data.columns[question].values else {
      return RuleOutcome(.duplicateDossiers, examined: 0, silence: .noDossiers)
    }
    var first: [String: Int] = [:]
    var flags: [QualityFlag] = []
    var examined = 0
    for row in course.order where hashes.indices.contains(row) {
      guard let hash = hashes[row], !hash.isEmpty else { continue }
      examined += 1
      if let other = first[hash] {
        flags.append(
          QualityFlag(row: row, rule: .duplicateDossiers, evidence: .dossier(of: other))
        )
      } else {
        first[hash] = row
      }
    }
    return RuleOutcome(
      .duplicateDossiers,
      examined: examined,
      flags: flags.sorted { $0.row < $1.row },
      silence: examined == 0 ? .noDossiers : nil
    )
  }
}
