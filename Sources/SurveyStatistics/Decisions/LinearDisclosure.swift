/// Whether published sums give hidden quantities away, by elimination.
///
/// Each row is a published sum of unknown quantities: what is known already is left out of it. The sums
/// give something away when a combination of rows holds protected unknowns and no other. Coefficients
/// are compared relative to the largest of their row; combinations that are nearly free of other unknowns
/// count as free of them, so that the answer errs on the side of the people behind the quantities.
public enum LinearDisclosure {
  /// What is taken for zero beside the largest coefficient of a row.
  private static let tolerance = 1e-9

  /// Finds rows of which a combination holds only unknowns of `protected`.
  ///
  /// - Parameters:
  ///   - rows: the coefficients of each published sum, one for each unknown; all of one length.
  ///   - protected: the positions of the unknowns that nobody may work out.
  /// - Returns: the positions of the rows; nil when no combination does.
  public static func combination(
    of rows: [[Double]],
    revealing protected: Set<Int>
  ) -> [Int]? {
    let width = rows.map(\.count).min() ?? 0
    var system = rows.enumerated().map { place, row in Equation(row.prefix(width), place, of: rows)
    }
    var open = Array(system.indices)
    for column in 0..<width where !protected.contains(column) {
      let sizes = open.map { abs(system[$0].coefficients[column]) }
      guard let largest = sizes.max(), largest > tolerance,
        // The first that is large enough: rows are combined in the order in which they come.
        let pivot = sizes.firstIndex(where: { $0 >= largest / 2 })
      else { continue }
      let row = system[open.remove(at: pivot)]
      for other in open {
        system[other].subtract(row, times: system[other].coefficients[column], by: column)
      }
    }
    for row in open {
      let reveals = protected.contains { column in
        column < width && abs(system[row].coefficients[column]) > tolerance
      }
      if reveals {
        return system[row].sources.indices.filter { abs(system[row].sources[$0]) > tolerance }
      }
    }
    return nil
  }

  /// A sum with the rows that it was combined of.
  private struct Equation {
    var coefficients: [Double]
    var sources: [Double]

    init(_ row: ArraySlice<Double>, _ place: Int, of rows: [[Double]]) {
      let largest = row.lazy.map { abs($0) }.max() ?? 0
      coefficients = largest > 0 ? row.map { $0 / largest } : Array(row)
      sources = Array(repeating: 0, count: rows.count)
      sources[place] = 1
    }

    /// Takes the unknown of `column` out of the sum.
    mutating func subtract(_ other: Equation, times factor: Double, by column: Int) {
      guard abs(factor) > tolerance else {
        coefficients[column] = 0
        return
      }
      let share = factor / other.coefficients[column]
      for place in coefficients.indices { coefficients[place] -= share * other.coefficients[place] }
      for place in sources.indices { sources[place] -= share * other.sources[place] }
      coefficients[column] = 0
    }
  }
}
