import SurveyModel

extension Report {
  /// What of a report holds figures, in the order of its blocks.
  enum Figures {
    case table(Table)
    /// A chart that no table beside it repeats.
    case chart(Chart)
    case verdict(VerdictBlock)
  }

  /// All blocks that hold figures, each with the heading above it.
  var figures: [(heading: String, figures: Figures)] {
    var heading = ""
    var result: [(heading: String, figures: Figures)] = []
    for (place, block) in blocks.enumerated() {
      switch block {
      case .heading(let text, _), .appendix(let text): heading = text
      case .paragraph, .note: continue
      case .verdict(let verdict): result.append((heading, .verdict(verdict)))
      case .table(let table): result.append((heading, .table(table)))
      case .chart(let chart):
        if !repeatsTable(at: place) { result.append((heading, .chart(chart))) }
      }
    }
    return result
  }

  /// Whether the chart at `place` stands beside a table of the same caption, with nothing but notes
  /// between them: the table then tells its figures.
  func repeatsTable(at place: Int) -> Bool {
    guard case .chart(let chart) = blocks[place] else { return false }
    let before = blocks[..<place].last { !$0.isNote }
    let after = blocks[(place + 1)...].first { !$0.isNote }
    return [before, after].contains { block in
      if case .table(let table) = block { table.caption == chart.caption } else { false }
    }
  }
}

extension Report.Block {
  fileprivate var isNote: Bool {
    if case .note = self { true } else { false }
  }
}
