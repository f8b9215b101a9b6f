import SurveyModel
import SurveyStore

extension OpenStudy {
  /// What is kept in the place of the record key `text` where the key says who a person is: one seal
  /// for each questionnaire and each wave that has its key file.
  func sealedKeys(_ text: String) throws -> [String] {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    let forms = parts.count > 1 ? [[text], parts] : [[text]]
    var sealed: [String] = []
    for wave in try file.waves() {
      for questionnaire in questionnaires {
        guard let seal = try file.knownSeal(of: questionnaire.id, wave: wave.id) else { continue }
        sealed += forms.map { seal.seal(key: $0) }
      }
    }
    return sealed
  }
}
