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
    let languages = XLSFormLanguageCodes(form)
    let rows = XLSFormLoops(form, languages: languages, log: log)
    let ids = XLSFormIDs(rows.items, turns: rows.turns)
    for (row, name, id) in ids.renamed {
      log.report(
        XLSFormModelFinding.renamed(name, id: id),
        at: rows.items[row].source.place("name")
      )
    }
    for loop in rows.loops { tell(loop, rows: rows, ids: ids, log: log) }
    var builder = XLSFormQuestionnaireBuilder(
      form: form,
      items: rows.items,
      ids: ids,
      languages: languages,
      files: files,
      log: log
    )
    let questionnaire = builder.build()
    return (questionnaire, Self.once(log.findings))
  }

  /// Tells how often a loop is asked, and under which names.
  private func tell(
    _ loop: XLSFormLoops.Loop,
    rows: XLSFormLoops,
    ids: XLSFormIDs,
    log: XLSFormLog
  ) {
    var depth = 0
    let first = rows.items[loop.firstTurn...].prefix { item in
      if case .begin = item.type { depth += 1 }
      if case .end = item.type { depth -= 1 }
      return depth > 0
    }.firstIndex(where: \.isQuestion)
    log.report(
      XLSFormModelFinding.loop(
        loop.item.name,
        list: loop.list,
        turns: loop.turns,
        id: ids.ids[first ?? loop.firstTurn] ?? loop.item.name
      ),
      at: loop.item.source.place("type")
    )
  }

  /// What is the same in every turn of a loop is told once.
  private static func once(_ findings: [Diagnostic]) -> [Diagnostic] {
    var told: Set<String> = []
    return findings.filter { told.insert($0.text(in: .english)).inserted }
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
    return inTurns(findings, of: form).map { finding in
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

  /// The findings without those that the turns of a loop share, but for the first.
  private func inTurns(_ findings: [Diagnostic], of form: XLSForm) -> [Diagnostic] {
    var lines: Set<Int> = []
    var depth = 0
    for item in form.items {
      switch item.type {
      case .begin(.loop): depth += 1
      case .end(.loop): depth -= 1
      case .question, .select, .tagged, .begin, .end: break
      }
      if depth > 0 { lines.insert(item.source.line) }
    }
    guard !lines.isEmpty else { return findings }
    var told: Set<String> = []
    return findings.filter { finding in
      !lines.contains(finding.location.line)
        || told.insert("\(finding.location) \(finding.code)").inserted
    }
  }
}
