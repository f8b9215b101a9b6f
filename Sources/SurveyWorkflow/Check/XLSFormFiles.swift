import SurveyFormats
import SurveyModel

extension Workflow {
  /// Reads and checks the XLSForm at `path`.
  ///
  /// A form that breaks rules of XLSForm is not looked at further.
  func xlsForm(
    at path: String,
    _ format: XLSFormFormat,
    examining: (Questionnaire) -> [Diagnostic] = { _ in [] }
  ) throws -> (definition: Definition, text: String, findings: [Diagnostic]) {
    let (form, findings) = try XLSFormReader().read(try SourceFile(path: path), format: format)
    guard let form, !findings.containsErrors else { return (.unreadable, "", findings) }
    let (questionnaire, more) = Self.questionnaire(form, file: path, examining: examining)
    let text = YAMLQuestionnaireWriter(questionnaire).text
    return (.questionnaire(questionnaire), text, Self.toldOnce(findings + more))
  }

  /// The findings by their places; a type that is only carried is told once, in the words of the form.
  static func toldOnce(_ findings: [Diagnostic]) -> [Diagnostic] {
    let told = Set(findings.filter(\.tellsOfCarriedType).map(\.location.line))
    return findings.filter { finding in
      finding.code != "carried-type" || !told.contains(finding.location.line)
    }.sortedByPlace
  }

  /// The questionnaire that a form makes, checked like any.
  static func questionnaire(
    _ form: XLSForm,
    file: String,
    examining: (Questionnaire) -> [Diagnostic] = { _ in [] }
  ) -> (questionnaire: Questionnaire, findings: [Diagnostic]) {
    let converter = XLSFormConverter(file: file) { name in
      LookupTableFile.read(name, beside: file)
    }
    let (questionnaire, findings) = converter.questionnaire(form)
    let checked = questionnaire.check()
    let isSound = !findings.containsErrors && !checked.containsErrors
    let examined = isSound ? examining(questionnaire) : []
    return (questionnaire, findings + converter.placed(checked + examined, in: form))
  }
}

extension Diagnostic {
  /// Whether it says that a question of a form is not asked here.
  fileprivate var tellsOfCarriedType: Bool {
    code.hasPrefix("xlsform-carried")
      || [
        "model-answers-as-choices", "model-file-missing", "model-file-no-csv", "model-search",
        "table-unknown-column",
      ].contains(code)
  }
}
