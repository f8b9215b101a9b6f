import RealModule

/// How a sample is divided among strata or groups.
public enum AllocationRule: Hashable, Sendable {
  /// n_h ∝ N_h: the same share of every group.
  case proportional
  /// n_h the same: every group as precise as every other.
  case equal
  /// n_h ∝ N_h S_h: the most precise overall mean for a number of interviews (Neyman 1934).
  case neyman
  /// n_h ∝ N_h S_h / √c_h: the most precise overall mean for a budget (Cochran 1977, 5.5).
  case costOptimal
  /// n_h ∝ N_h^a: between equal (0) and proportional (1) (Bankier 1988).
  case power(Double)
}

/// A group that takes part in an allocation.
public struct AllocationGroup: Hashable, Sendable {
  /// N_h, how many people the group has.
  public var population: Double
  /// S_h, the standard deviation of the answers; √(pq) for a rate p.
  public var deviation: Double
  /// c_h, the cost of an interview.
  public var cost: Double
  /// The least number of interviews.
  public var floor: Int
  /// The largest number of interviews; the population otherwise.
  public var cap: Int?

  /// Describes a group.
  public init(
    population: Double,
    deviation: Double = 1,
    cost: Double = 1,
    floor: Int = 0,
    cap: Int? = nil
  ) {
    self.population = population
    self.deviation = deviation
    self.cost = cost
    self.floor = floor
    self.cap = cap
  }

  /// Never more than there are people.
  var ceiling: Int {
    let people = Int(min(population, 1e15).rounded(.down))
    return min(cap ?? people, people)
  }
}

/// A sample divided among groups.
public struct Allocation: Hashable, Sendable {
  /// The numbers before rounding, within the least and largest number of each group.
  public let exact: [Double]
  /// Whole numbers that add up to the sample.
  public let interviews: [Int]

  /// Divides `sample` interviews among `groups`.
  ///
  /// Groups that would get less than their least or more than their largest number are held
  /// there, and the others share the rest by the rule: n_h = min(max(λ w_h, floor), cap), with
  /// λ such that the sum is the sample. Whole numbers are made by the largest remainders, which
  /// keep those limits and the sum.
  public init(
    of sample: Int,
    among groups: [AllocationGroup],
    by rule: AllocationRule
  ) throws(PlanningError) {
    guard sample > 0, sample <= SampleSize.limit else { throw .invalidSampleSize(sample) }
    guard !groups.isEmpty else { throw .emptyFrame }
    var weights: [Double] = []
    for (index, group) in groups.enumerated() {
      weights.append(try Self.weight(of: group, at: index, by: rule))
    }
    let floors = groups.reduce(0) { $0 + min(max(0, $1.floor), SampleSize.limit) }
    guard floors <= sample else { throw .floorsExceedSample(floors: floors, sample: sample) }
    exact = try Self.share(sample, groups, weights)
    interviews = LargestRemainder.round(exact, total: sample)
  }

  private static func weight(
    of group: AllocationGroup,
    at index: Int,
    by rule: AllocationRule
  ) throws(PlanningError) -> Double {
    guard group.population >= 0, group.population.isFinite else {
      throw .invalidGroupValue(.population, group.population, group: index)
    }
    guard group.deviation >= 0, group.deviation.isFinite else {
      throw .invalidGroupValue(.deviation, group.deviation, group: index)
    }
    guard group.cost > 0, group.cost.isFinite else {
      throw .invalidGroupValue(.cost, group.cost, group: index)
    }
    guard group.floor <= group.ceiling else {
      throw .floorAboveCap(group: index, floor: group.floor, cap: group.ceiling)
    }
    let weight: Double
    switch rule {
    case .proportional: weight = group.population
    case .equal: weight = 1
    case .neyman: weight = group.population * group.deviation
    case .costOptimal: weight = group.population * group.deviation / group.cost.squareRoot()
    case .power(let exponent):
      guard exponent.isFinite else { throw .notPositive(.cost, exponent) }
      weight = group.population > 0 ? Double.pow(group.population, exponent) : 0
    }
    guard weight.isFinite else {
      throw .invalidGroupValue(.population, group.population, group: index)
    }
    return weight
  }

  /// Finds λ between two neighbours of the values at which a group reaches a limit.
  private static func share(
    _ sample: Int,
    _ groups: [AllocationGroup],
    _ weights: [Double]
  ) throws(PlanningError) -> [Double] {
    let limits = groups.map { (low: Double(max(0, $0.floor)), high: Double(max(0, $0.ceiling))) }
    func numbers(_ scale: Double) -> [Double] {
      zip(weights, limits).map { weight, limit in
        weight > 0 ? min(max(scale * weight, limit.low), limit.high) : limit.low
      }
    }
    let turns = zip(weights, limits).filter { $0.0 > 0 }
      .flatMap { [$0.1.low / $0.0, $0.1.high / $0.0] }.sorted()
    let goal = Double(sample)
    let room = CompensatedSum.of(numbers(.infinity))
    guard room >= goal else {
      throw .notEnoughRoom(room: Int(min(room, 1e15)), sample: sample)
    }
    // The first turn at which the sum reaches the sample.
    var (low, high) = (0, max(0, turns.count - 1))
    while low < high {
      let middle = low + (high - low) / 2
      if CompensatedSum.of(numbers(turns[middle])) >= goal {
        high = middle
      } else {
        low = middle + 1
      }
    }
    guard turns.indices.contains(low) else { return numbers(0) }
    let before = low > 0 ? turns[low - 1] : 0
    var held = CompensatedSum()
    var free = CompensatedSum()
    for (weight, limit) in zip(weights, limits) {
      if weight > 0, limit.low / weight <= before, limit.high / weight >= turns[low],
        limit.high > limit.low
      {
        free.add(weight)
      } else {
        held.add(weight > 0 ? min(max(turns[low] * weight, limit.low), limit.high) : limit.low)
      }
    }
    guard free.value > 0 else { return numbers(turns[low]) }
    return numbers((goal - held.value) / free.value)
  }
}

/// Rounds numbers so that they add up (Hamilton's method).
public enum LargestRemainder {
  /// Whole numbers near `values` whose sum is `total`.
  ///
  /// Each is rounded down; what is missing goes to the largest remainders, among equal ones to
  /// the first. Numbers that are whole up to rounding errors stay as they are.
  public static func round(_ values: [Double], total: Int) -> [Int] {
    var whole: [Int] = []
    var remainders: [(index: Int, part: Double)] = []
    for (index, value) in values.enumerated() {
      let bounded = value.isFinite ? min(max(0, value), 1e15) : 0
      let nearest = bounded.rounded()
      let isWhole = (bounded - nearest).magnitude <= 1e-9 * max(1, bounded)
      let base = isWhole ? nearest : bounded.rounded(.down)
      whole.append(Int(base))
      if !isWhole { remainders.append((index, bounded - base)) }
    }
    remainders.sort { ($1.part, $0.index) < ($0.part, $1.index) }
    let missing = total - whole.reduce(0, +)
    for (index, _) in remainders.prefix(max(0, missing)) { whole[index] += 1 }
    return whole
  }
}
