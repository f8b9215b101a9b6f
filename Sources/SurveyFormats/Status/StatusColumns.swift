import SurveyModel
package import Tabular

/// The columns of a table that say whether a submission counts at its server.
package struct StatusColumns: Sendable {
  private struct Column {
    let place: Int
    let doubts: [String: SubmissionDoubt]
  }

  /// One thing that such a column says.
  package struct Sign: Hashable, Sendable {
    /// The column.
    package let header: String
    /// What its cells say; empty where they are blank.
    package let value: String
    /// What that means.
    package let doubt: SubmissionDoubt
  }

  private let columns: [Column]
  private let header: [String]

  /// Finds the columns; none where nothing is said of submissions.
  package init?(_ map: ColumnMap) {
    let names = map.header.map { MatchingKey($0).text }
    let known = Set(names)
    let states = map.meanings.indices.filter {
      map.meanings[$0] == .meta(.status) || map.meanings[$0] == .meta(.submissionTime)
    }
    let instruments = states.filter { names[$0].hasSuffix("_complete") }
    header = map.header
    columns = states.compactMap { place in
      let name = names[place]
      var rules = StatusRule.all.filter { $0.headers.contains(name) }
      if instruments == [place] { rules.append(StatusRule.instrument) }
      let doubts = rules.filter { $0.witnesses.isEmpty || !$0.witnesses.isDisjoint(with: known) }
        .reduce(into: [:]) { all, rule in all.merge(rule.doubts) { first, _ in first } }
      return doubts.isEmpty ? nil : Column(place: place, doubts: doubts)
    }
    if columns.isEmpty { return nil }
  }

  /// The places of the columns.
  var places: [Int] { columns.map(\.place) }

  /// Whether blank cells say something, so that it matters which rows are blank altogether.
  var readsBlanks: Bool { columns.contains { $0.doubts[""] != nil } }

  /// What a record says against its counting; the first thing, where there are several.
  package func sign(of record: CSVRecord) -> Sign? {
    for column in columns {
      if let sign = sign(record[column.place], in: column) { return sign }
    }
    return nil
  }

  /// What a cell of the column at `place` says.
  func sign(_ text: String, at place: Int) -> Sign? {
    columns.first { $0.place == place }.flatMap { sign(text, in: $0) }
  }

  private func sign(_ text: String, in column: Column) -> Sign? {
    guard let doubt = column.doubts[MatchingKey(text).text] else { return nil }
    return Sign(
      header: header[column.place].composed.trimmed,
      value: text.composed.trimmed,
      doubt: doubt
    )
  }
}
