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
    let names = map.header.map { Self.name(of: $0) }
    let known = Set(names)
    let states = map.meanings.indices.filter {
      map.meanings[$0] == .meta(.status) || map.meanings[$0] == .meta(.submissionTime)
    }
    let isOneInstrument = states.count { StatusRule.isInstrument(names[$0]) } == 1
    header = map.header
    columns = states.compactMap { place in
      if StatusRule.isInstrument(names[place]), !isOneInstrument { return nil }
      let doubts = StatusRule.rules(for: place, of: names, among: known)
        .reduce(into: [:]) { all, rule in all.merge(rule.doubts) { first, _ in first } }
      return doubts.isEmpty ? nil : Column(place: place, doubts: doubts)
    }
    if columns.isEmpty { return nil }
  }

  /// What a column is called; of `submitdate. Date submitted` the code, as LimeSurvey has it.
  private static func name(of header: String) -> String {
    let name = MatchingKey(header).text
    guard let stop = name.firstRange(of: ". ") else { return name }
    let code = String(name[..<stop.lowerBound])
    return MetaHeaders.limeSurveyRole(of: code) == nil ? name : code
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
