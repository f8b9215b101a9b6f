package import SurveyModel

/// Makes a questionnaire of an XLSForm.
///
/// What a terminal cannot ask is carried along and skipped. Texts in a language that lacks them are
/// filled from another one, since the default language needs all.
package struct XLSFormConverter {
  /// Lends the table of a file beside the form, such as `places.csv`.
  package typealias Files = (String) -> LookupTable?

  private let file: String
  private let files: Files

  /// Prepares to convert a form that stands in `file`.
  package init(file: String, files: @escaping Files = { _ in nil }) {
    self.file = file
    self.files = files
  }

  /// The questionnaire, and what it could not take over.
  package func questionnaire(
    _ form: XLSForm
  ) -> (questionnaire: Questionnaire, findings: [Diagnostic]) {
    let log = XLSFormLog(file: file)
    let ids = XLSFormIDs(form)
    for (row, name, id) in ids.renamed {
      log.report(
        XLSFormModelFinding.renamed(name, id: id),
        at: form.items[row].source.place("name")
      )
    }
    let languages = XLSFormLanguageCodes(form)
    var builder = XLSFormQuestionnaireBuilder(
      form: form,
      ids: ids,
      languages: languages,
      files: files,
      log: log
    )
    let questionnaire = builder.build()
    return (questionnaire, log.findings)
  }

  /// The findings about a questionnaire that came from `form`, led by sheet and row.
  package func placed(_ findings: [Diagnostic], in form: XLSForm) -> [Diagnostic] {
    var sources: [Int: XLSFormSource] = [:]
    for item in form.items where sources[item.source.line] == nil {
      sources[item.source.line] = item.source
    }
    return findings.map { finding in
      guard !(finding.message is XLSFormMessage), let source = sources[finding.location.line]
      else { return finding }
      let column = source.columns.values.first { $0.index == finding.location.column - 1 }
      var place = source.place()
      place.column = column?.index
      place.header = column?.header
      return Diagnostic(
        XLSFormMessage(place: place, message: finding.message),
        at: finding.location
      )
    }
  }
}
