import SurveyModel

extension FormatProfiler {
  /// Refuses a legend that contradicts the questionnaire: it leaves open what numbers mean.
  ///
  /// It may stand in the header, in the cells above it, in the first rows, in a title or a note. A
  /// column of words needs none.
  func refuseLegends() throws(FormatFault) {
    guard options.numbering == nil else { return }
    let scales = columns.compactMap { column -> Scale? in
      guard case .scale(let profile)? = profiles[column], profile.bare > 0,
        case .question(let index) = map.meanings[column],
        options.known(map.header[column])?.isMirrored == nil
      else { return nil }
      let book = ChoiceBook(plan.steps[index].question)
      return Scale(column: column, book: book)
    }
    let rows = legends.filter { line in
      line.isAmongRows
        && scales.contains { scale in
          line.text(over: scale.column).map { HeaderLegend($0, scale.book).count > 1 } ?? false
        }
    }
    let above = legends.filter { !$0.isAmongRows && $0.title == nil }
    for scale in scales {
      let own = HeaderLegend(map.header[scale.column], scale.book)
      try refuse(own.contradiction, scale.column)
      guard own.agreements == 0 else { continue }
      for line in above + rows {
        let text = line.text(over: scale.column)
        try refuse(text.flatMap { HeaderLegend($0, scale.book).contradiction }, scale.column)
      }
    }
    for title in legends.compactMap(\.title) {
      try refuse(title: title, scales)
    }
  }

  /// A title is about those columns with which it agrees, and else about all whose options it names.
  private func refuse(title: String, _ scales: [Scale]) throws(FormatFault) {
    let found = scales.map { ($0, HeaderLegend(title, $0.book)) }
    guard !found.contains(where: { $1.agreements > 0 && $1.contradiction == nil }) else { return }
    for (scale, legend) in found {
      let own = HeaderLegend(map.header[scale.column], scale.book)
      if own.agreements == 0 { try refuse(legend.contradiction, scale.column) }
    }
  }

  private func refuse(
    _ contradiction: HeaderLegend.Contradiction?,
    _ column: Int
  ) throws(FormatFault) {
    guard let contradiction else { return }
    throw FormatFault(
      column: map.header[column],
      kind: .openLegend(
        contradiction.text,
        byCode: contradiction.byCode,
        byLabel: contradiction.byLabel
      )
    )
  }

  /// A column with numbers alone, which a legend may explain.
  private struct Scale {
    let column: Int
    let book: ChoiceBook
  }
}
