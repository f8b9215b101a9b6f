/// A column of numbers.
package struct NumberColumn: Sendable, Hashable {
  /// A cell that is no number.
  package struct Fault: Sendable, Hashable {
    /// The data row, from 0.
    package let row: Int
    /// The tidy text.
    package let text: String
  }

  /// One number for each row; NaN for an empty, missing or faulty cell.
  package let values: [Double]
  /// The first cell that is no number.
  package let fault: Fault?
}
