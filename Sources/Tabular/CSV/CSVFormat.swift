/// How a table is written.
package struct CSVFormat: Sendable, Hashable {
  /// The byte between two cells.
  package var delimiter: CSVDelimiter
  /// Whether the file begins with a UTF-8 byte order mark, which Excel asks for.
  package var hasByteOrderMark: Bool
  /// Whether cells that look like formulas are guarded.
  package var guardsFormulas: Bool

  /// Describes a format; RFC 4180 in the rest: CRLF, quotes where needed.
  package init(
    delimiter: CSVDelimiter = .comma,
    hasByteOrderMark: Bool = false,
    guardsFormulas: Bool = true
  ) {
    self.delimiter = delimiter
    self.hasByteOrderMark = hasByteOrderMark
    self.guardsFormulas = guardsFormulas
  }

  /// For people and their spreadsheets.
  package static let export = CSVFormat(hasByteOrderMark: true)
  /// For reading again: every cell comes back as it was.
  package static let exact = CSVFormat(guardsFormulas: false)
}
