/// The sheets that a report becomes: a table each, with its charts and notes.
struct ReportPages {
  /// One sheet.
  struct Page {
    let caption: String
    var table: Table?
    var charts: [Chart] = []
    var notes: [String] = []
  }

  private(set) var pages: [Page] = []
  private(set) var verdicts: [Report.VerdictBlock] = []

  init(_ report: Report) {
    // Charts that stand before the table of their caption wait for it.
    var waiting: [Chart] = []
    var takesNotes = false
    for (place, block) in report.blocks.enumerated() {
      switch block {
      case .table(let table):
        pages.append(Page(caption: table.caption, table: table, charts: waiting))
        waiting = []
        takesNotes = true
      case .chart(let chart):
        takesNotes = true
        guard report.repeatsTable(at: place) else {
          pages.append(Page(caption: chart.caption, charts: [chart]))
          continue
        }
        if let last = pages.last, last.table != nil, last.caption == chart.caption {
          pages[pages.count - 1].charts.append(chart)
        } else {
          waiting.append(chart)
          takesNotes = false
        }
      case .note(let text):
        if takesNotes, !pages.isEmpty { pages[pages.count - 1].notes.append(text) }
      case .verdict(let verdict):
        verdicts.append(verdict)
        takesNotes = false
      case .heading, .paragraph, .appendix: takesNotes = false
      }
    }
  }
}
