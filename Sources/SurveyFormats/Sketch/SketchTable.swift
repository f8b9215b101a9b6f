import SurveyModel
package import Tabular

/// A table of answers as a whole, of which only profiles of the columns are kept.
package struct SketchTable {
  /// The columns in the order of the file.
  let columns: [ColumnProfile]
  /// Answers below the header.
  package let rows: Int
  /// Lines above the header.
  let titleLines: Int
  /// Whether names take two rows.
  let hasTwoHeaderRows: Bool

  /// How many records are looked at to find the header.
  private static let headLength = 60

  /// The names of the columns.
  package var headers: [String] { columns.map(\.header) }

  /// Reads all records of `source`; none when it has no header.
  package init?(_ source: inout any RecordSource) throws(TabularError) {
    var record = CSVRecord()
    var head: [CSVRecord] = []
    while head.count < Self.headLength, try source.read(into: &record) { head.append(record) }
    guard let guess = HeaderGuess(head.map(\.texts)) else { return nil }
    let names = guess.names.enumerated().map { position, name in
      ColumnProfile(
        position: position,
        header: name.header,
        group: name.group,
        part: name.part
      )
    }
    var counter = RowCounter(
      columns: names,
      footer: FooterRule(
        header: head[guess.first].texts,
        labels: Self.labels(in: head.dropFirst(guess.end), columns: names.count)
      )
    )
    for record in head.dropFirst(guess.end) { counter.add(record) }
    while try source.read(into: &record) { counter.add(record) }
    columns = counter.columns
    rows = counter.rows
    titleLines = guess.first
    hasTwoHeaderRows = guess.end - guess.first == 2
  }

  /// The texts that stand in a column again and again: options, even where they are words for
  /// averages.
  ///
  /// Words for sums are none: a list by offices has a sum below each of them.
  private static func labels(in head: ArraySlice<CSVRecord>, columns: Int) -> [Int: Set<String>] {
    var labels: [Int: Set<String>] = [:]
    for column in 0..<columns {
      let cells = head.lazy.filter { $0.count == columns }.map { MatchingKey($0[column]).text }
      let counts = cells.reduce(into: [:]) { counts, text in counts[text, default: 0] += 1 }
      labels[column] = Set(
        counts.filter { $1 >= 3 && $1 * 10 >= head.count && !FooterRule.isSum($0) }.keys
      )
    }
    return labels
  }

  /// Takes rows into the profiles of the columns.
  private struct RowCounter {
    var columns: [ColumnProfile]
    var rows = 0
    var footer: FooterRule

    /// A row of another width is a fault of the file, and a total is no interview.
    mutating func add(_ record: CSVRecord) {
      guard !record.isBlank, footer.kind(of: record) == nil, record.count == columns.count else {
        return
      }
      rows += 1
      for index in columns.indices { columns[index].add(record[index]) }
    }
  }
}
