import SurveyFormats
import SurveyModel
import SurveyStore

/// What a changed row changes, in a line of text.
struct ChangeText: LocalizedMessage {
  let line: Int
  let name: String
  let record: ChangedRecord
  let questionnaire: Questionnaire

  func text(in language: InterfaceLanguage) -> String {
    let parts = record.differences.prefix(3).map { difference in
      let id = questionnaire.questions[difference.question].id
      let (old, new) = (difference.old, difference.new)
      if let before = old.missingReason, let after = new.missingReason {
        return "'\(id)' (\(before.name(in: language))) → (\(after.name(in: language)))"
      }
      return "'\(id)' \(shown(old, language)) → \(shown(new, language))"
    }
    let rest = record.differences.count - parts.count
    let more = rest > 0 ? language.choose(" và \(rest) câu nữa", " and \(rest) more") : ""
    let void =
      record.canBeReplaced ? "" : language.choose(" (phiếu đã bị hủy)", " (the interview is void)")
    return language.choose("dòng", "line")
      + " \(line), “\(name)”: \(parts.joined(separator: ", "))\(more)\(void) [D02]"
  }

  private func shown(_ answer: Answer, _ language: InterfaceLanguage) -> String {
    if answer.missingReason != nil { return language.choose("(trống)", "(blank)") }
    return "“\(answer.text.prefix(40))”"
  }
}
