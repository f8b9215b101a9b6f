/// The answers of some rows of a table, question by question, as numbers.
///
/// A code of 0 or more is an answer that many rows share and that its keeper knows under this
/// number; a negative one is a ``PlainValue`` whose bits stand beside it.
package struct AnswerBlock {
  /// The distance from one question to the next in ``codes`` and ``values``.
  package let stride: Int
  /// For each question and row the number of its answer.
  package var codes: [Int32]
  /// The bits of plain values, for each row of the questions that may have some.
  package var values: [UInt64]
  /// For each question the place of its first row in ``values``; -1 for questions without.
  package let places: [Int]
  /// The physical lines of the rows.
  package var ordinals: [Int64]
  /// The texts of plain values.
  package var texts: [UInt8] = []

  /// Makes room for at most `stride` rows.
  ///
  /// `isPlain` says which questions may have plain values.
  package init(isPlain: [Bool], stride: Int) {
    self.stride = stride
    ordinals = Array(repeating: 0, count: stride)
    codes = Array(repeating: PlainValue.unknown, count: isPlain.count * stride)
    var places: [Int] = []
    var next = 0
    for isPlain in isPlain {
      places.append(isPlain ? next : -1)
      if isPlain { next += stride }
    }
    self.places = places
    values = Array(repeating: 0, count: next)
  }
}

/// An answer that stands for itself.
package enum PlainValue: Int32, Sendable {
  /// The bits are those of an integer.
  case integer = -2
  /// The bits are those of a number.
  case decimal = -3
  /// The bits are the place of a text, in the upper half, and its length in bytes.
  case text = -4

  /// The code of an answer that nobody knows yet.
  package static let unknown: Int32 = -1
}
