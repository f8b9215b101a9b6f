import SurveyModel
import SurveyStore

extension OpenStudy {
  /// Whether a wave, or the only open one, holds interviews of the questionnaire `id`.
  package func hasInterviews(of id: String, wave: String?) -> Bool {
    guard let name = try? wave ?? file.defaultWave().id else { return false }
    return ((try? file.overview(of: id, wave: name))?.interviews ?? 0) > 0
  }
}
