import RealModule

/// How many straight lines the answers that vary lead one to expect.
///
/// People differ in how often they choose a code: with a Beta distribution the number of items that
/// get it is beta-binomial (Skellam 1948). It is fitted by maximum likelihood to the people who chose
/// the code on at least half of their items but not on all (a distribution truncated on both sides),
/// and continued to those who chose it on all. What is there beyond that is not explained by how
/// people differ. To be on the safe side the largest number is taken that a likelihood-ratio test at
/// 1% does not reject.
struct StraightLineModel {
  /// The number that is most plausible.
  let expected: Double
  /// The largest number that the answers allow.
  let most: Double

  /// Half of the 99% point of χ² with two degrees of freedom.
  private static let region = 4.605

  /// People by the number of their items and by how many of these got the code.
  struct Counts {
    private let width: Int
    private var numbers: [Int]

    /// Nobody yet; people have at most `items` items.
    init(items: Int) {
      width = items + 1
      numbers = Array(repeating: 0, count: width * width)
    }

    mutating func add(items: Int, equal: Int) { numbers[items * width + equal] += 1 }

    /// The people with so many items, by how many of these got the code; only where there are any.
    var rows: [(items: Int, numbers: ArraySlice<Int>)] {
      (1..<max(2, width)).compactMap { items in
        guard items < width else { return nil }
        let row = numbers[items * width...items * width + items]
        return row.contains { $0 > 0 } ? (items, row) : nil
      }
    }

    /// The people who varied and chose it on at least half of the items.
    var varied: Int {
      rows.reduce(0) { sum, row in
        let start = row.numbers.startIndex
        return sum
          + row.numbers[(start + (row.items + 1) / 2)..<(start + row.items)].reduce(0, +)
      }
    }
  }

  /// Fits the model; none where too few people varied to say anything.
  init?(_ counts: Counts) {
    guard counts.varied >= 10 else { return nil }
    let rows = counts.rows.map { (items: $0.items, numbers: Array($0.numbers)) }
    var best = (likelihood: -Double.infinity, a: 1.0, b: 1.0)
    var seen: [(likelihood: Double, expected: Double)] = []
    func tryout(_ logA: Double, _ logB: Double) {
      let (likelihood, expected) = Self.evaluate(rows, a: .exp(logA), b: .exp(logB))
      guard likelihood.isFinite else { return }
      seen.append((likelihood, expected))
      if likelihood > best.likelihood { best = (likelihood, logA, logB) }
    }
    let (low, high, steps) = (-3.0, 6.0, 18)
    for first in 0...steps {
      for second in 0...steps {
        let step = (high - low) / Double(steps)
        tryout(low + Double(first) * step, low + Double(second) * step)
      }
    }
    var width = (high - low) / Double(steps)
    for _ in 0..<6 {
      let (a, b) = (best.a, best.b)
      for first in -3...3 {
        for second in -3...3 where first != 0 || second != 0 {
          tryout(a + Double(first) * width / 3, b + Double(second) * width / 3)
        }
      }
      width *= 0.45
    }
    guard best.likelihood.isFinite else { return nil }
    let near = seen.filter { $0.likelihood >= best.likelihood - Self.region }
    expected = seen.first { $0.likelihood == best.likelihood }?.expected ?? 0
    most = near.map(\.expected).max() ?? 0
  }

  /// The likelihood of those who varied, and the straight lines that it leads one to expect.
  private static func evaluate(
    _ rows: [(items: Int, numbers: [Int])],
    a: Double,
    b: Double
  ) -> (likelihood: Double, expected: Double) {
    var likelihood = 0.0
    var expected = 0.0
    for (items, numbers) in rows {
      let least = (items + 1) / 2
      // Weights relative to that of a straight line, from the top down.
      var weight = 1.0
      var sum = 0.0
      var varied = 0
      for equal in stride(from: items - 1, through: least, by: -1) {
        let (r, m) = (Double(equal), Double(items))
        weight *= (r + 1) * (b + m - r - 1) / ((m - r) * (a + r))
        sum += weight
        guard numbers[equal] > 0 else { continue }
        varied += numbers[equal]
        likelihood += Double(numbers[equal]) * Double.log(weight)
      }
      guard varied > 0 else { continue }
      likelihood -= Double(varied) * Double.log(sum)
      expected += Double(varied) / sum
    }
    return (likelihood, expected)
  }
}
