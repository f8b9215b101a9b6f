import SurveyModel
import SurveyStore

extension OpenStudy {
  /// The plan, where it can be held against this version of a questionnaire.
  func plan(for questionnaire: Questionnaire) -> Plan? {
    guard let newest = questionnaires.first(where: { $0.id == questionnaire.id }),
      newest.version != questionnaire.version
    else { return plan }
    return plan?.check(against: [questionnaire]).containsErrors == true ? nil : plan
  }

  /// Whether a wave, or the only open one, or a period holds interviews of the questionnaire `id`.
  package func hasInterviews(of id: String, wave: String?, period: String? = nil) -> Bool {
    if let days = period.flatMap({ Period($0) })?.days {
      return ((try? file.overview(of: id, days: days))?.interviews ?? 0) > 0
    }
    guard let name = try? wave ?? file.defaultWave().id else { return false }
    return ((try? file.overview(of: id, wave: name))?.interviews ?? 0) > 0
  }

  /// Whether the plan sets a target on interviews of the questionnaire `id`.
  package func hasTargets(on id: String) -> Bool {
    plan?.targets.contains { target in
      switch target.kind {
      case .survey(let questionnaire, _, _, _), .change(let questionnaire, _, _):
        questionnaire == id
      case .count: false
      }
    } ?? false
  }
}
