extension Dataset {
  /// The dataset with further questions, whose answers were found from those of others.
  ///
  /// They come last, in a section of their own, so that everything that divides interviews by a
  /// question can divide them by these.
  package func adding(_ derived: [(question: Question, column: Column)]) -> Dataset {
    guard !derived.isEmpty else { return self }
    let old = questionnaire
    var id = "derived"
    while old.sections.contains(where: { $0.id == id }) { id += "_" }
    let section = Section(id: id, title: LocalizedText([:]), questions: derived.map(\.question))
    return Dataset(
      questionnaire: Questionnaire(
        id: old.id,
        version: old.version,
        languages: old.languages,
        title: old.title,
        source: old.source,
        consent: old.consent,
        sections: old.sections + [section],
        sample: old.sample,
        indicators: old.indicators,
        key: old.key,
        groups: old.groups,
        tables: old.tables,
        series: old.series
      ),
      count: count,
      columns: columns + derived.map(\.column),
      waves: waves
    )
  }
}
