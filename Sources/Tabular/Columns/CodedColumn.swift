/// A column of texts, each stored once.
package struct CodedColumn: Sendable, Hashable {
  /// The distinct texts in the order of their first rows.
  package let values: [String]
  /// For each row the place of its text in ``values``.
  package let codes: CodeStorage

  /// The text of one row.
  package subscript(row: Int) -> String { values[codes[row]] }

  /// The texts of all rows.
  package var texts: [String] { codes.looked(upIn: values) }
}
