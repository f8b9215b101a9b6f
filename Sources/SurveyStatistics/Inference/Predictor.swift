/// A column that a regression explains by.
public struct Predictor: Hashable, Sendable {
  /// The name under which its coefficient is reported.
  public let name: String
  /// A value per row, NaN where it is missing.
  public let values: [Double]

  /// Names a column.
  public init(name: String, values: [Double]) {
    self.name = name
    self.values = values
  }

  /// A column of ones and zeros for each group but one (treatment contrasts).
  ///
  /// Rows without a group are missing. Names that are not given are the group's number.
  public static func indicators(
    of groups: Grouping,
    names: [String] = [],
    reference: Int = 0
  ) -> [Predictor] {
    (0..<groups.count).filter { $0 != reference }.map { group in
      Predictor(
        name: names.indices.contains(group) ? names[group] : String(group),
        values: groups.codes.map { $0 < 0 ? .nan : $0 == group ? 1 : 0 }
      )
    }
  }
}
