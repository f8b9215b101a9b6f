/// The columns of a table that were wanted.
package struct ColumnTable: Sendable {
  /// Which columns are wanted, by name; a column may be wanted in both ways.
  ///
  /// Of columns with the same name the first is meant. Names that the table does not have are
  /// passed over.
  package struct Wishes: Sendable, Hashable {
    /// The columns wanted as coded texts.
    package var codes: Set<String>
    /// The columns wanted as numbers.
    package var numbers: Set<String>

    /// Makes wishes.
    package init(codes: Set<String> = [], numbers: Set<String> = []) {
      self.codes = codes
      self.numbers = numbers
    }
  }

  /// The names of all columns.
  package let names: [String]
  /// The number of data rows.
  package let rowCount: Int
  /// The columns wanted as coded texts.
  package let coded: [String: CodedColumn]
  /// The columns wanted as numbers.
  package let numbers: [String: NumberColumn]
}
