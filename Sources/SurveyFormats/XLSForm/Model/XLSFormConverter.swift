package import SurveyModel

/// Makes a questionnaire of an XLSForm.
///
/// What a terminal cannot ask is carried along and skipped. Texts in a language that lacks them are
/// filled from another one, since the default language needs all.
package struct XLSFormConverter {
  /// Lends the table of a file beside the form, such as `places.csv`.
  package typealias Files = (String) -> LookupTable?

  /// How many places a column has for the characters of its cells, in the locations of questions.
  ///
  /// Findings of the questionnaire count characters on from the location of an expression.
  static let columnWidth = 1_000_000

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
  ///
  /// That it asks for no consent is left out: a form has no place for it.
  package func placed(_ findings: [Diagnostic], in form: XLSForm) -> [Diagnostic] {
    var sources: [Int: XLSFormSource] = [:]
    for item in form.items where sources[item.source.line] == nil {
      sources[item.source.line] = item.source
    }
    let findings = findings.filter { $0.code != "consent-missing" }
    return findings.map { finding in
      guard !(finding.message is XLSFormMessage) else { return finding }
      let index = finding.location.column / Self.columnWidth - 1
      let location = SourceLocation(
        file: finding.location.file,
        line: finding.location.line,
        column: max(0, index) + 1
      )
      guard let source = sources[finding.location.line] else {
        return Diagnostic(finding.message, at: location)
      }
      let column = source.columns.values.first { $0.index == index }
      var place = source.place()
      place.column = column?.index
      place.header = column?.header
      return Diagnostic(XLSFormMessage(place: place, message: finding.message), at: location)
    }
  }
}
