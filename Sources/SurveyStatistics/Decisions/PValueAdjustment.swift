import RealModule

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

  /// Hochberg (1988): as Holm, stepping up; for independent or positively dependent claims.
  public static func hochberg(_ values: [Double?]) -> [Double?] {
    let order = ascending(values)
    var adjusted = values
    var running = 1.0
    for (rank, (index, p)) in order.enumerated().reversed() {
      running = min(running, Double(order.count - rank) * p)
      adjusted[index] = running
    }
    return adjusted
  }

  /// Hommel (1988): the closure of Simes' test, a little sharper than Hochberg.
  ///
  /// By the algorithm of Wright (1992), in time quadratic in the number of claims.
  public static func hommel(_ values: [Double?]) -> [Double?] {
    let order = ascending(values)
    let p = order.map(\.p)
    let n = p.count
    guard n > 1 else { return values }
    let simes = p.enumerated().map { Double(n) * $1 / Double($0 + 1) }.min() ?? 1
    var adjusted = [Double](repeating: simes, count: n)
    for m in stride(from: n - 1, to: 1, by: -1) {
      var least = Double.infinity
      for k in 2...m { least = min(least, Double(m) * p[n - m + k - 1] / Double(k)) }
      for i in 0...(n - m) { adjusted[i] = max(adjusted[i], min(Double(m) * p[i], least)) }
      let last = min(Double(m) * p[n - m], least)
      for i in (n - m + 1)..<n { adjusted[i] = max(adjusted[i], last) }
    }
    var result = values
    for (rank, (index, p)) in order.enumerated() { result[index] = max(adjusted[rank], p) }
    return result
  }

  /// Benjamini and Yekutieli (2001): as Benjamini and Hochberg, under any dependence.
  public static func benjaminiYekutieli(_ values: [Double?]) -> [Double?] {
    let order = ascending(values)
    let harmonic = CompensatedSum.of((0..<order.count).map { 1 / Double($0 + 1) })
    var adjusted = values
    var running = 1.0
    for (rank, (index, p)) in order.enumerated().reversed() {
      running = min(running, harmonic * Double(order.count) / Double(rank + 1) * p)
      adjusted[index] = running
    }
    return adjusted
  }

  /// Šidák (1967): 1 - (1 - p)ᵐ for m independent claims.
  public static func sidak(_ values: [Double?]) -> [Double?] {
    let count = Double(ascending(values).count)
    return values.map { $0.map { -Double.expMinusOne(count * Double.log(onePlus: -$0)) } }
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
