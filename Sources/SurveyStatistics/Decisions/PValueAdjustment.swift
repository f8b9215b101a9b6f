/// Adjusted p values for several claims made together, as R's `p.adjust`.
///
/// Missing p values (nil) stay missing and are not counted.
public enum PValueAdjustment {
  /// Holm (1979): the chance of any false claim is at most α.
  public static func holm(_ values: [Double?]) -> [Double?] {
    let order = ascending(values)
    var adjusted = values
    var running = 0.0
    for (rank, (index, p)) in order.enumerated() {
      running = max(running, min(1, Double(order.count - rank) * p))
      adjusted[index] = running
    }
    return adjusted
  }

  /// Benjamini and Hochberg (1995): the expected share of false claims is at most α.
  public static func benjaminiHochberg(_ values: [Double?]) -> [Double?] {
    let order = ascending(values)
    var adjusted = values
    var running = 1.0
    for (rank, (index, p)) in order.enumerated().reversed() {
      running = min(running, Double(order.count) / Double(rank + 1) * p)
      adjusted[index] = running
    }
    return adjusted
  }

  /// Bonferroni: each p value times the number of claims.
  public static func bonferroni(_ values: [Double?]) -> [Double?] {
    let count = Double(ascending(values).count)
    return values.map { $0.map { min(1, count * $0) } }
  }

  private static func ascending(_ values: [Double?]) -> [(index: Int, p: Double)] {
    values.enumerated()
      .compactMap { index, p in p.flatMap { $0.isNaN ? nil : (index, $0) } }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }
}
