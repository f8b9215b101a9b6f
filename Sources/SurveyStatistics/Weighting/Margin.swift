/// A breakdown of the population whose group sizes are known.
public struct Margin: Hashable, Sendable {
  /// The group of each row of the sample.
  public let groups: Grouping
  /// The size of each group in the population.
  public let totals: [Double]

  /// Makes a margin; an adjustment checks it.
  public init(_ groups: Grouping, totals: [Double]) {
    self.groups = groups
    self.totals = totals
  }

  /// The same shares, with totals that add up to `total`.
  ///
  /// Margins from several sources often differ in size; raking needs them equal.
  public func scaled(to total: Double) -> Margin {
    let sum = CompensatedSum.of(totals)
    return Margin(groups, totals: totals.map { $0 * (total / sum) })
  }
}
