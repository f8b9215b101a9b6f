import CScan

/// Numbers that a column may have, as they are found many at a time.
///
/// What is not found so is a number or none all the same: ``PlainInteger`` and ``PlainDecimal`` say
/// what each cell is.
struct PlainNumbers {
  /// How many cells are left to others together.
  static let step = Int(numbers_step)

  private let bounds: NumberBounds
  private let code: Int32
  private let exceptions: [Double]

  /// Numbers within `bounds` that stand for `code`.
  init(_ bounds: NumberBounds, code: Int32, except exceptions: some Sequence<Double>) {
    self.bounds = bounds
    self.code = code
    // Eight digits reach no further, and there is no sign among them.
    self.exceptions = exceptions.filter { (0..<1e8).contains($0) }
  }

  /// Puts the codes and bits of the cells from `row` on in their places, as far as all of them are
  /// such numbers or empty; gives the first row of those that are left to others.
  func match(
    _ bytes: RawSpan,
    _ starts: Span<Int32>,
    _ ends: Span<Int32>,
    from row: Int,
    empty: Int32,
    at place: CellMatcher.Place,
    codes: inout MutableSpan<Int32>,
    values: inout MutableSpan<UInt64>,
    least: inout Int32
  ) -> Int {
    let rows = ends.count
    guard starts.count == rows, place.code >= 0, place.code + rows <= codes.count,
      place.value >= 0, place.value + rows <= values.count
    else { return row }
    return bytes.withUnsafeBytes { all in
      exceptions.withUnsafeBufferPointer { exceptions in
        starts.withUnsafeBufferPointer { starts in
          ends.withUnsafeBufferPointer { ends in
            codes.withUnsafeMutableBufferPointer { codes in
              values.withUnsafeMutableBufferPointer { values in
                guard let base = all.bindMemory(to: UInt8.self).baseAddress,
                  let starts = starts.baseAddress, let ends = ends.baseAddress,
                  let codes = codes.baseAddress, let values = values.baseAddress
                else { return row }
                var rules = number_rules(
                  least: bounds.includesLower ? bounds.lower : bounds.lower.nextUp,
                  most: bounds.includesUpper ? bounds.upper : bounds.upper.nextDown,
                  exceptions: exceptions.baseAddress,
                  count: exceptions.count,
                  code: code,
                  empty: empty
                )
                let match = code == CellMatcher.integer ? match_integers : match_decimals
                return match(
                  base,
                  all.count,
                  starts,
                  ends,
                  row,
                  rows,
                  &rules,
                  codes + place.code,
                  values + place.value,
                  &least
                )
              }
            }
          }
        }
      }
    }
  }
}
