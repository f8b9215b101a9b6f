package import SurveyAnalysis
package import SurveyModel
import SurveyStatistics

/// Lays out the SIPAS-style summary of one questionnaire.
package struct SummaryReport: Sendable {
  let analysis: StudyAnalysis
  let header: ReportHeader
  let language: InterfaceLanguage
  let suppression: Plan.Suppression
  let layout: ReportLayout
  let series: [IndicatorSeries]
  /// What is told about the quality of the interviews; nil where nobody looked.
  package var audit: AuditResult?

  /// What the report rests on.
  package var manifest: ReportManifest?

  /// Prepares a report on `analysis`.
  package init(
    _ analysis: StudyAnalysis,
    header: ReportHeader,
    suppression: Plan.Suppression,
    layout: ReportLayout = ReportLayout(),
    series: [IndicatorSeries] = [],
    language: InterfaceLanguage
  ) {
    self.analysis = analysis
    self.header = header
    self.suppression = suppression
    self.layout = layout
    self.series = series
    self.language = language
  }

  /// The whole report: the chapters that the plan wants, in its order.
  package func report() -> Report {
    let head = letterhead
    let wanted = Set(layout.sections + layout.appendix)
    let report = Dictionary(uniqueKeysWithValues: wanted.map { ($0, chapter($0)) })
    let main = chapters(
      layout.sections.filter { !layout.appendix.contains($0) },
      report: report
    ).flatMap { $0 }
    let blocks = saidOnce(
      words(.letters),
      versionNotes + (head == nil ? main : HeadingNumbers.numbered(main)) + appendices(report)
    )
    var document = Report(
      language: language,
      title: title,
      subtitle: head.map { head in subtitle.filter { $0 != head.issuer } } ?? subtitle,
      letterhead: head,
      blocks: blocks
    )
    document.manifest = manifest
    document.estimates = estimates
    return guarded(document)
  }

  /// Only the targets: what `targets` prints.
  ///
  /// With `details` also p values, every way to compute, tables, charts and composites. When several
  /// questionnaires are told one after the other, only the last needs the `rest`: the plan's other
  /// targets, but for those of the questionnaires that are `told`, and what it says about itself.
  package func targetsReport(
    details: Bool = false,
    rest: Bool = true,
    told: Set<String> = []
  ) -> Report {
    let verdicts = verdicts(details: details)
    return guarded(
      Report(
        language: language,
        title: words(.targetsTitle),
        subtitle: [analysis.questionnaire.title.text(in: language)] + subtitle,
        blocks: versionNotes + verdicts + (details ? headlines : []) + designNotes
          + (rest ? otherTargets(after: verdicts, told: told) + planNote : [])
      )
    )
  }

  /// The blocks without what repeats a note.
  private func saidOnce(_ note: String, _ blocks: [Report.Block]) -> [Report.Block] {
    let first = blocks.firstIndex(of: .note(note))
    return blocks.enumerated().filter { $0 == first || $1 != .note(note) }.map(\.element)
  }

  private var versionNotes: [Report.Block] { header.versionNotes.map { .note($0) } }

  private var subtitle: [String] {
    var lines: [String] = []
    if let office = header.office { lines.append(office.text(in: language)) }
    if let wave = header.wave { lines.append(words(.wave(wave))) }
    if let period = header.period { lines.append(words(.period(period.text(in: language)))) }
    if let fieldwork = header.fieldwork {
      lines.append(
        words(
          .fieldwork(
            from: day(fieldwork.lowerBound),
            to: day(fieldwork.upperBound)
          )
        )
      )
    }
    if header.isMadeUp { lines.append(words(.madeUp)) }
    return lines
  }

  /// A day as the language writes it; in English day and month could be taken for each other.
  private func day(_ date: CalendarDate) -> String {
    language.choose(date.dayMonthYear, date.description)
  }

  func words(_ words: ReportWords) -> String { words.text(in: language) }

  func label(_ text: LocalizedText) -> String {
    text.text(language.rawValue, fallbacks: analysis.questionnaire.languages)
  }

  var gate: PublicationGate { PublicationGate(suppression) }

  var smallCounts: SmallCounts { SmallCounts(suppression) }
}
