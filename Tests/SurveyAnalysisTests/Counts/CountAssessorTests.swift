import SurveyModel
import Testing

@testable import SurveyAnalysis

@Suite struct CountAssessorTests {
  private let share = AdministrativeTarget(done: "done", of: "all", atLeast: 1)
  private let monthly = AdministrativeTarget(done: "items", every: .month, atLeast: 1)

  private func pair(
    _ done: Int,
    _ all: Int,
    _ span: String,
    entered: String? = nil
  ) -> [AdministrativeCount] {
    [
      MadeCounts.count("done", done, span, entered: entered),
      MadeCounts.count("all", all, span, entered: entered),
    ]
  }

  private func months(_ values: [Int?]) -> [AdministrativeCount] {
    values.enumerated().compactMap { index, value in
      let month = Period(.month, year: 2024, number: index + 1)
      return value.flatMap { value in month.map { MadeCounts.count("items", value, $0.id) } }
    }
  }

  // MARK: Shares

  @Test func `all of the year is met, and one less is not`() throws {
    let met = try MadeCounts.assess(share, pair(45, 45, "2024"), today: "2025-01-10")
    #expect(met.verdict == .met)
    #expect(met.parts[0].figure?.share == 1)
    #expect(met.parts[0].figure?.isComplete == true)
    let missed = try MadeCounts.assess(share, pair(44, 45, "2024"), today: "2025-01-10")
    #expect(missed.verdict == .notMet)
  }

  @Test func `a year that is not over cannot fail, and is met as of the last count`() throws {
    let behind = try MadeCounts.assess(share, pair(40, 45, "2024-06-30"), today: "2024-07-15")
    #expect(behind.verdict == .undecided)
    #expect(behind.parts[0].state == .running)
    let lastDay = try MadeCounts.assess(share, pair(40, 45, "2024-06-30"), today: "2024-12-31")
    #expect(lastDay.verdict == .undecided)
    let over = try MadeCounts.assess(share, pair(40, 45, "2024-06-30"), today: "2025-01-01")
    #expect(over.verdict == .notMet)
    let ahead = try MadeCounts.assess(share, pair(45, 45, "2024-06-30"), today: "2024-07-15")
    #expect(ahead.verdict == .met)
    #expect(ahead.parts[0].figure?.until == MadeCounts.day("2024-06-30"))
    #expect(ahead.parts[0].figure?.isComplete == false)
  }

  @Test func `the latest day holds`() throws {
    let counts = pair(45, 45, "2024-03-31") + pair(45, 47, "2024-12-20")
    #expect(try MadeCounts.assess(share, counts, today: "2025-02-01").verdict == .notMet)
    // What there was to do was counted once, at the beginning.
    let once = [
      MadeCounts.count("all", 45, "2024-01-15"), MadeCounts.count("done", 30, "2024-03-31"),
      MadeCounts.count("done", 45, "2024-12-20"),
    ]
    let result = try MadeCounts.assess(share, once, today: "2025-02-01")
    #expect(result.verdict == .met)
    #expect(result.parts[0].figure?.until == MadeCounts.day("2024-12-20"))
  }

  @Test func `what was done on a day is held against what there was on that day`() throws {
    // 40 of 40 on 30 June; 60 by the end of the year, and nobody counted what was done of them.
    let counts = [
      MadeCounts.count("all", 40, "2024-06-30"), MadeCounts.count("done", 40, "2024-06-30"),
      MadeCounts.count("all", 60, "2024-12-31"),
    ]
    let half = try MadeCounts.assess(
      AdministrativeTarget(done: "done", of: "all", atLeast: 0.5),
      counts,
      today: "2025-02-01"
    )
    #expect(half.parts[0].figure?.all == 40)
    #expect(half.parts[0].figure?.allUntil == MadeCounts.day("2024-06-30"))
    #expect(half.verdict == .met)
    let whole = try MadeCounts.assess(share, counts, today: "2025-02-01")
    #expect(whole.verdict == .undecided)
    #expect(whole.parts[0].state == .missing)
    let running = try MadeCounts.assess(share, Array(counts.prefix(2)), today: "2024-11-01")
    #expect(running.verdict == .met)
    // All was counted once, later: two days, and both are told.
    let two = [
      MadeCounts.count("all", 60, "2024-12-31"), MadeCounts.count("done", 40, "2024-06-30"),
    ]
    let figure = try #require(
      try MadeCounts.assess(share, two, today: "2025-02-01").parts[0].figure
    )
    #expect(figure.until == MadeCounts.day("2024-06-30"))
    #expect(figure.allUntil == MadeCounts.day("2024-12-31"))
    #expect(figure.all == 60)
  }

  @Test func `a quarter with less in it than its months have is a contradiction`() throws {
    let aim = AdministrativeTarget(done: "items", every: .quarter, atLeast: 3)
    let counts = months([1, 1, 1]) + [MadeCounts.count("items", 2, "2024-Q1")]
    let result = try MadeCounts.assess(aim, counts, today: "2024-05-15")
    #expect(result.verdict == .undecided)
    #expect(result.parts[0].state == .contradictory)
    #expect(result.parts[0].mismatch?.whole.value == 2)
    #expect(result.parts[0].mismatch?.parts == 3)
    // A count so far is only the less of the two.
    let soFar =
      months([1, 1, 1]) + [MadeCounts.count("items", 2, "2024-Q1", entered: "2024-03-02")]
    #expect(try MadeCounts.assess(aim, soFar, today: "2024-05-15").parts[0].state == .met)
    // Less in the months contradicts the quarter when all of them were counted.
    let fewer = months([1, 0, 0]) + [MadeCounts.count("items", 3, "2024-Q1")]
    #expect(try MadeCounts.assess(aim, fewer, today: "2024-05-15").parts[0].state == .contradictory)
    let open = months([1, 0]) + [MadeCounts.count("items", 3, "2024-Q1")]
    #expect(try MadeCounts.assess(aim, open, today: "2024-05-15").parts[0].state == .met)
    // As much in the months as in the quarter contradicts nothing.
    let more = months([1, 1, 0]) + [MadeCounts.count("items", 2, "2024-Q1")]
    #expect(try MadeCounts.assess(aim, more, today: "2024-05-15").parts[0].state == .notMet)
    let flows =
      pair(3, 9, "2024-01") + pair(3, 9, "2024-02")
      + [MadeCounts.count("done", 5, "2024-Q1"), MadeCounts.count("all", 20, "2024-Q1")]
    let quarterly = AdministrativeTarget(done: "done", of: "all", every: .quarter, atLeast: 0.5)
    let shares = try MadeCounts.assess(quarterly, flows, today: "2024-05-15")
    #expect(shares.parts[0].state == .contradictory)
    #expect(shares.parts[0].mismatch?.parts == 6)
  }

  @Test func `a count of the year that was entered while it ran is one so far`() throws {
    let counts = pair(40, 45, "2024", entered: "2024-07-01")
    #expect(try MadeCounts.assess(share, counts, today: "2024-07-15").verdict == .undecided)
    let result = try MadeCounts.assess(share, counts, today: "2024-07-15")
    #expect(result.parts[0].figure?.until == MadeCounts.day("2024-07-01"))
  }

  @Test func `quarters add up to the year`() throws {
    let three = pair(10, 10, "2024-Q1") + pair(8, 8, "2024-Q2") + pair(5, 5, "2024-Q3")
    let open = try MadeCounts.assess(share, three, today: "2025-01-10")
    #expect(open.verdict == .undecided)
    #expect(open.missing.map(\.id) == ["2024-Q4"])
    #expect(open.parts[0].figure?.done == 23)
    let all = try MadeCounts.assess(share, three + pair(7, 7, "2024-Q4"), today: "2025-01-10")
    #expect(all.verdict == .met)
    #expect(all.parts[0].figure?.all == 30)
    // All that is due was entered.
    let autumn = try MadeCounts.assess(share, three, today: "2024-11-10")
    #expect(autumn.verdict == .met)
    let spring = try MadeCounts.assess(share, pair(10, 10, "2024-Q1"), today: "2024-07-10")
    #expect(spring.verdict == .undecided)
    #expect(spring.missing.map(\.id) == ["2024-Q2"])
  }

  @Test func `what was not done in a quarter is never made good when everything is promised`()
    throws
  {
    let counts = pair(9, 10, "2024-Q1")
    #expect(try MadeCounts.assess(share, counts, today: "2024-05-10").verdict == .notMet)
    let most = AdministrativeTarget(done: "done", of: "all", atLeast: 0.95)
    #expect(try MadeCounts.assess(most, counts, today: "2024-05-10").verdict == .undecided)
  }

  @Test func `months of one count meet the year of the other`() throws {
    var counts = [MadeCounts.count("all", 24, "2024")]
    for month in Period(.year, year: 2024)?.parts(.month) ?? [] {
      counts.append(MadeCounts.count("done", 2, month.id))
    }
    let result = try MadeCounts.assess(share, counts, today: "2025-01-10")
    #expect(result.verdict == .met)
    #expect(result.parts[0].figure?.done == 24)
    counts.removeLast()
    #expect(try MadeCounts.assess(share, counts, today: "2025-01-10").verdict == .undecided)
  }

  @Test func `half of a pair says nothing, and says which half is absent`() throws {
    let half = [MadeCounts.count("done", 45, "2024")]
    let result = try MadeCounts.assess(share, half, today: "2025-01-10")
    #expect(result.verdict == .undecided)
    #expect(result.parts[0].state == .missing)
    #expect(result.parts[0].absent == ["all"])
    #expect(result.parts[0].figure == nil)
  }

  @Test func `nothing of nothing is no share, and more than all is a contradiction`() throws {
    let nothing = try MadeCounts.assess(share, pair(0, 0, "2024"), today: "2025-01-10")
    #expect(nothing.verdict == .undecided)
    #expect(nothing.parts[0].state == .nothingToDo)
    #expect(nothing.parts[0].figure?.share == nil)
    let counts = [
      MadeCounts.count("all", 40, "2024-01-15"), MadeCounts.count("done", 45, "2024-12-20"),
    ]
    let more = try MadeCounts.assess(share, counts, today: "2025-01-10")
    #expect(more.parts[0].state == .contradictory)
    #expect(more.verdict == .undecided)
  }

  @Test func `a share each quarter leaves out quarters without work`() throws {
    let aim = AdministrativeTarget(done: "done", of: "all", every: .quarter, atLeast: 1)
    let counts =
      pair(3, 3, "2024-Q1") + pair(0, 0, "2024-Q2") + pair(2, 2, "2024-09-30")
      + pair(4, 4, "2024-Q4")
    let result = try MadeCounts.assess(aim, counts, today: "2025-01-10")
    #expect(result.parts.map(\.state) == [.met, .nothingToDo, .met, .met])
    #expect(result.verdict == .met)
  }

  // MARK: Numbers

  @Test func `a month without an item fails the year, whatever comes later`() throws {
    let result = try MadeCounts.assess(monthly, months([1, 2, 0, 1]), today: "2024-05-15")
    #expect(result.verdict == .notMet)
    #expect(
      result.parts.map(\.state)
        == [.met, .met, .notMet, .met, .running] + Array(repeating: .ahead, count: 7)
    )
  }

  @Test func `months that were not entered and months to come leave it open`() throws {
    let result = try MadeCounts.assess(monthly, months([1, nil, 1]), today: "2024-05-15")
    #expect(result.verdict == .undecided)
    #expect(result.missing.map(\.id) == ["2024-02", "2024-04"])
    let all = try MadeCounts.assess(
      monthly,
      months(Array(repeating: 1, count: 12)),
      today: "2025-01-01"
    )
    #expect(all.verdict == .met)
  }

  @Test func `a month that runs cannot fail but can be met`() throws {
    let none = MadeCounts.count("items", 0, "2024-05", entered: "2024-05-10")
    let running = try MadeCounts.assess(monthly, [none], today: "2024-05-15")
    #expect(running.parts[4].state == .running)
    // When it is over, the count so far is not the last word.
    let over = try MadeCounts.assess(monthly, [none], today: "2024-06-01")
    #expect(over.parts[4].state == .missing)
    let one = MadeCounts.count("items", 1, "2024-05", entered: "2024-05-10")
    #expect(try MadeCounts.assess(monthly, [one], today: "2024-05-15").parts[4].state == .met)
  }

  @Test func `what is done on days adds up, and a longer count stands for all in it`() throws {
    let twice = AdministrativeTarget(done: "items", every: .year, atLeast: 2)
    let days = ["2024-02-20", "2024-05-15"].map { MadeCounts.count("items", 1, $0) }
    let result = try MadeCounts.assess(twice, days, today: "2024-06-01")
    #expect(result.verdict == .met)
    #expect(result.parts[0].figure?.done == 2)
    #expect(result.parts[0].figure?.counts.count == 2)
    let one = try MadeCounts.assess(twice, [days[0]], today: "2025-02-01")
    #expect(one.verdict == .undecided)
    let closed = try MadeCounts.assess(
      twice,
      [days[0], MadeCounts.count("items", 1, "2024")],
      today: "2025-02-01"
    )
    #expect(closed.verdict == .notMet)
  }

  @Test func `three months make a quarter`() throws {
    let aim = AdministrativeTarget(done: "items", every: .quarter, atLeast: 1)
    let result = try MadeCounts.assess(aim, months([0, 0, 0, 0, nil, 1]), today: "2024-07-15")
    #expect(result.parts.map(\.state) == [.notMet, .met, .running, .ahead])
    let open = try MadeCounts.assess(aim, months([0, nil, 0]), today: "2024-07-15")
    #expect(open.parts[0].missing.map(\.id) == ["2024-02"])
    #expect(open.parts[1].missing.map(\.id) == ["2024-Q2"])
  }

  // MARK: Ranges

  @Test func `a quarter is reported on by what lies in it`() throws {
    let counts = months([1, 1, 1, 0, 1, 1])
    func result(_ from: String, _ to: String) throws -> CountResult {
      try MadeCounts.assess(monthly, counts, today: "2024-12-01", from: from, to: to)
    }
    #expect(try result("2024-01-01", "2024-03-31").verdict == .met)
    #expect(try result("2024-04-01", "2024-06-30").verdict == .notMet)
    #expect(try result("2024-01-01", "2024-06-30").parts.count == 6)
    // A promise for the year, seen from a quarter: as it stands at its end.
    let yearly = AdministrativeTarget(done: "items", every: .year, atLeast: 6)
    let half = try MadeCounts.assess(
      yearly,
      counts,
      today: "2025-02-01",
      from: "2024-04-01",
      to: "2024-06-30"
    )
    #expect(half.parts.count == 1)
    #expect(half.verdict == .undecided)
    #expect(half.parts[0].state == .running)
    #expect(half.parts[0].figure?.done == 5)
    let five = AdministrativeTarget(done: "items", every: .year, atLeast: 5)
    let met = try MadeCounts.assess(
      five,
      counts,
      today: "2025-02-01",
      from: "2024-04-01",
      to: "2024-06-30"
    )
    #expect(met.verdict == .met)
  }

  @Test func `later counts do not enter an earlier report, nor those of other years`() throws {
    let counts = pair(10, 10, "2024-06-30") + pair(10, 12, "2024-12-31") + pair(0, 9, "2023-12-31")
    let half = try MadeCounts.assess(
      share,
      counts,
      today: "2025-02-01",
      from: "2024-01-01",
      to: "2024-06-30"
    )
    #expect(half.verdict == .met)
    let other = MadeCounts.context(pair(1, 1, "2023"), today: "2025-01-01")
    #expect(CountAssessor(share, context: other).assessment() == nil)
  }

  @Test func `places are judged apart`() throws {
    let counts = [
      MadeCounts.count("done", 3, "2024", place: "Xã B"),
      MadeCounts.count("all", 4, "2024", place: "Xã B"),
      MadeCounts.count("done", 2, "2024", place: "Xã A"),
      MadeCounts.count("all", 2, "2024", place: "Xã A"),
    ]
    let context = MadeCounts.context(counts, today: "2025-01-10")
    let found = try #require(CountAssessor(share, context: context).assessment())
    #expect(found.overall == nil)
    #expect(found.places.map(\.place) == ["Xã A", "Xã B"])
    #expect(found.places.map(\.result.verdict) == [.met, .notMet])
  }

  @Test func `what is still to be entered is known before anything is`() {
    let empty = MadeCounts.context([], today: "2024-03-10")
    let needed = CountAssessor(monthly, context: empty).needs(of: "items")
    #expect(needed.flatMap(\.missing).map(\.id) == ["2024-01", "2024-02"])
    #expect(CountAssessor(share, context: empty).needs(of: "all").count == 1)
    let half = MadeCounts.context([MadeCounts.count("all", 4, "2024-03-01")], today: "2024-03-10")
    #expect(CountAssessor(share, context: half).needs(of: "all").isEmpty)
    #expect(CountAssessor(share, context: half).needs(of: "done").count == 1)
  }
}
