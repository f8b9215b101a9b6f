import SurveyStatistics
import Testing

struct AllocationTests {
  private func groups(_ n: [Double], _ s: [Double], _ c: [Double]) -> [AllocationGroup] {
    zip(n, zip(s, c)).map { AllocationGroup(population: $0, deviation: $1.0, cost: $1.1) }
  }

  private func check(_ rule: AllocationRule, _ expected: JSON, _ names: [String]) throws {
    let groups = groups(
      expected[names[0]].numbers,
      expected[names[1]].numbers,
      expected["cost"].numbers
    )
    let total = try #require(expected["n"].int)
    let allocation = try Allocation(of: total, among: groups, by: rule)
    #expect(agree(allocation.exact, expected[names[2]].numbers), "\(rule)")
    #expect(allocation.interviews.reduce(0, +) == total)
    if names.count > 3 { #expect(allocation.interviews == expected[names[3]].integers) }
  }

  @Test func `allocations are those of R`() throws {
    let expected = try PlanningReference.load()["allocation"]
    // No limit binds in these strata.
    try check(.neyman, expected, ["N", "S", "neyman"])
    try check(.proportional, expected, ["N", "S", "proportional"])
    try check(.costOptimal, expected, ["N", "S", "cost_optimal"])
    try check(.power(0.5), expected, ["N", "S", "square_root"])
  }

  @Test(.enabled(if: Reference.isPresent))
  func `every allocation of the reference is met`() throws {
    let all = try Reference.load("sample_size")["expected"].list
    let expected = try #require(all.first { $0["stat"].string == "allocation" })
    try check(.proportional, expected, ["Nh", "Sh", "proportional", "proportional_int"])
    try check(.neyman, expected, ["Nh", "Sh", "neyman", "neyman_int"])
    try check(.costOptimal, expected, ["Nh", "Sh", "optimal_cost"])
    try check(.power(0.5), expected, ["Nh", "Sh", "sqrt_power"])
    try check(.equal, expected, ["Nh", "Sh", "equal"])
  }

  @Test func `a small group is taken whole and the others share the rest`() throws {
    let groups = [10, 500, 500, 990].map { AllocationGroup(population: $0) }
    let equal = try Allocation(of: 400, among: groups, by: .equal)
    #expect(equal.interviews == [10, 130, 130, 130])
  }

  @Test func `least numbers are kept`() throws {
    var groups = [20, 480, 9500].map { AllocationGroup(population: $0, floor: 15) }
    groups[2].cap = 300
    let allocation = try Allocation(of: 330, among: groups, by: .proportional)
    #expect(allocation.interviews == [15, 15, 300])
    let more = try Allocation(of: 400, among: groups, by: .proportional)
    #expect(more.interviews == [15, 85, 300])
  }

  @Test(arguments: [UInt64](1...60))
  func `sums and limits hold whatever the groups`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let groups = (0..<Int(1 + random.below(12))).map { _ in
      let people = Int(1 + random.below(400))
      let floor = Int(random.below(UInt64(min(people, 9)) + 1))
      return AllocationGroup(
        population: Double(people),
        deviation: 0.1 + random.fraction(),
        cost: 0.1 + random.fraction(),
        floor: floor,
        cap: random.below(2) == 0 ? nil : max(floor, Int(random.below(UInt64(people) + 1)))
      )
    }
    let room = groups.map { min($0.cap ?? .max, Int($0.population)) }
    let least = groups.reduce(0) { $0 + $1.floor }
    for rule in [AllocationRule.proportional, .equal, .neyman, .costOptimal, .power(0.3)] {
      let span = UInt64(room.reduce(0, +) - least) + 1
      let total = max(1, least + Int(random.below(span)))
      guard total <= room.reduce(0, +) else { continue }
      let allocation = try Allocation(of: total, among: groups, by: rule)
      #expect(allocation.interviews.reduce(0, +) == total)
      for (index, group) in groups.enumerated() {
        #expect(allocation.interviews[index] >= group.floor)
        #expect(allocation.interviews[index] <= room[index])
        #expect((allocation.exact[index] - Double(allocation.interviews[index])).magnitude < 1)
      }
    }
  }

  @Test func `Neyman's allocation has the smallest variance`() throws {
    let groups = groups([300, 800, 500], [0.5, 0.2, 0.4], [1, 1, 1])
    func variance(_ n: [Double]) -> Double {
      zip(groups, n).map { $0.population * $0.population * $0.deviation * $0.deviation / $1 }
        .reduce(0, +)
    }
    let best = variance(try Allocation(of: 120, among: groups, by: .neyman).exact)
    for rule in [AllocationRule.proportional, .equal, .power(0.5)] {
      #expect(best < variance(try Allocation(of: 120, among: groups, by: rule).exact))
    }
  }

  @Test func `largest remainders add up and stay near`() {
    #expect(LargestRemainder.round([1.5, 1.5, 1], total: 4) == [2, 1, 1])
    #expect(LargestRemainder.round([0.1 + 0.2, 0.7], total: 1) == [0, 1])
    #expect(LargestRemainder.round([2.9999999999999996, 1], total: 4) == [3, 1])
    #expect(LargestRemainder.round([], total: 3) == [])
  }

  @Test func `what makes no sense is a typed error`() {
    let good = [AllocationGroup(population: 10), AllocationGroup(population: 20)]
    func expect(_ error: PlanningError, _ sample: Int, _ groups: [AllocationGroup]) {
      #expect(throws: error) { try Allocation(of: sample, among: groups, by: .neyman) }
    }
    expect(.invalidSampleSize(0), 0, good)
    expect(.invalidSampleSize(.max), .max, good)
    expect(.emptyFrame, 5, [])
    expect(.notEnoughRoom(room: 30, sample: 31), 31, good)
    let still = good.map { AllocationGroup(population: $0.population, deviation: 0) }
    expect(.notEnoughRoom(room: 0, sample: 3), 3, still)
    let floors = good.map { AllocationGroup(population: $0.population, floor: 8) }
    expect(.floorsExceedSample(floors: 16, sample: 12), 12, floors)
    let high = good.map { AllocationGroup(population: $0.population, floor: 15) }
    expect(.floorAboveCap(group: 0, floor: 15, cap: 10), 12, high)
    for bad in [-1, Double.nan, .infinity] {
      #expect(throws: PlanningError.self) {
        try Allocation(of: 2, among: [AllocationGroup(population: bad)], by: .equal)
      }
      #expect(throws: PlanningError.self) {
        let group = AllocationGroup(population: 9, deviation: bad)
        return try Allocation(of: 2, among: [group], by: .neyman)
      }
      #expect(throws: PlanningError.self) {
        let group = AllocationGroup(population: 9, cost: bad)
        return try Allocation(of: 2, among: [group], by: .costOptimal)
      }
    }
  }
}
