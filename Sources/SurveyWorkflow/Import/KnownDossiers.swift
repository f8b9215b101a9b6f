import SurveyFormats
import SurveyModel

/// The dossiers that have a form: one form for each.
struct KnownDossiers {
  private let question: Int?
  private let id: String
  /// As they are kept, with the line of those of this file.
  private var lines: [String: Int?]

  init(_ desk: DossierDesk?, _ questionnaire: Questionnaire) throws {
    question = desk?.question
    id = question.map { questionnaire.questions[$0].id } ?? ""
    let known = try desk?.known() ?? []
    lines = Dictionary(uniqueKeysWithValues: known.map { ($0, nil) })
  }

  /// Remembers where in the file a dossier stands that the study has from it.
  mutating func remember(_ row: CheckedRow) {
    if let sealed = dossier(of: row) { lines[sealed] = .some(row.line) }
  }

  /// Takes the dossier of a row, or says that it has a form already.
  mutating func take(_ row: CheckedRow) -> RepeatedDossier? {
    guard let sealed = dossier(of: row) else { return nil }
    if let earlier = lines[sealed] { return RepeatedDossier(question: id, line: earlier) }
    lines[sealed] = .some(row.line)
    return nil
  }

  /// The dossier of a row, as it is kept.
  private func dossier(of row: CheckedRow) -> String? {
    guard let question, row.form.answers.indices.contains(question),
      case .text(let sealed) = row.form.answers[question]
    else { return nil }
    return sealed
  }
}
