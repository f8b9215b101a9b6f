import SurveyModel
import Testing

@testable import SurveyAnalysis

/// Verdicts on counts against all that can be true beside what was entered.
///
/// One quarter: its months are unknown, closed or counted so far, and so is the quarter itself;
/// something may have been done on a day. A target is met when it is in every world in which the
/// counts are right, and missed when it is in none.
@Suite struct CountWorldsTests {
  private enum Known: Hashable {
    case nothing
    case closed(Int)
    case soFar(Int)

    func allows(_ truth: Int) -> Bool {
      switch self {
      case .nothing: true
      case .closed(let value): truth == value
      case .soFar(let value): truth >= value
      }
    }
  }

  private struct Case {
    let months: [Known]
    let quarter: Known
    let event: Int
    let today: CalendarDate

    /// Three months that agree with all that is known.
    func worlds(upTo limit: Int) -> [[Int]] {
      var worlds: [[Int]] = []
      for first in 0...limit {
        for second in 0...limit {
          for third in 0...limit {
            let truth = [first, second, third]
            guard zip(months, truth).allSatisfy({ $0.allows($1) }), truth[1] >= event,
              quarter.allows(truth.reduce(0, +))
            else { continue }
            worlds.append(truth)
          }
        }
      }
      return worlds
    }

    /// The counts as they were entered; nothing when one is of the future.
    var counts: [AdministrativeCount]? {
      let ends = ["2024-01-31", "2024-02-29", "2024-03-31"]
      var counts: [AdministrativeCount] = []
      func add(_ known: Known, _ span: String, closed: String, soFar: String) {
        switch known {
        case .nothing: break
        case .closed(let value):
          counts.append(MadeCounts.count("x", value, span, entered: closed))
        case .soFar(let value):
          counts.append(MadeCounts.count("x", value, span, entered: soFar))
        }
      }
      for (index, known) in months.enumerated() {
        let month = "2024-0\(index + 1)"
        add(known, month, closed: ends[index], soFar: "\(month)-10")
      }
      add(quarter, "2024-Q1", closed: "2024-04-02", soFar: "2024-02-12")
      if event > 0 { counts.append(MadeCounts.count("x", event, "2024-02-15")) }
      return counts.allSatisfy { $0.at.localDate <= today } ? counts : nil
    }
  }

  private static let known: [Known] = [.nothing, .closed(0), .closed(1), .soFar(1)]
  private static let days = ["2024-01-20", "2024-02-20", "2024-03-20", "2024-04-05"]

  private static func cases(quarters: [Known]) -> [Case] {
    var cases: [Case] = []
    for day in days {
      for first in known {
        for second in known {
          for third in known {
            for quarter in quarters {
              for event in 0...1 {
                cases.append(
                  Case(
                    months: [first, second, third],
                    quarter: quarter,
                    event: event,
                    today: MadeCounts.day(day)
                  )
                )
              }
            }
          }
        }
      }
    }
    return cases
  }

  private func verdict(
    _ aim: AdministrativeTarget,
    _ counts: [AdministrativeCount],
    _ today: CalendarDate
  ) -> Verdict? {
    let context = MadeCounts.context(
      counts,
      today: today.description,
      from: "2024-01-01",
      to: "2024-03-31"
    )
    return CountAssessor(aim, context: context).assessment()?.overall?.verdict
  }

  private func expected(_ worlds: [[Int]], _ isMet: ([Int]) -> Bool) -> Verdict {
    if worlds.allSatisfy(isMet) { return .met }
    return worlds.contains(where: isMet) ? .undecided : .notMet
  }

  @Test func `a quarter is judged as all worlds that agree with the counts`() {
    let quarters: [Known] = [
      .nothing, .closed(0), .closed(1), .closed(2), .closed(3), .soFar(0), .soFar(2),
    ]
    var checked = 0
    var seen: Set<Verdict> = []
    for one in Self.cases(quarters: quarters) {
      guard let counts = one.counts, !counts.isEmpty else { continue }
      let worlds = one.worlds(upTo: 4)
      guard !worlds.isEmpty else { continue }
      for threshold in 1...3 {
        let aim = AdministrativeTarget(
          done: "x",
          every: .quarter,
          atLeast: Double(threshold)
        )
        let wanted = expected(worlds) { $0.reduce(0, +) >= threshold }
        let found = verdict(aim, counts, one.today)
        #expect(found == wanted, "\(one) at \(threshold)")
        seen.insert(wanted)
        checked += 1
      }
    }
    #expect(checked > 1_000)
    #expect(seen.count == 3)
  }

  @Test func `counts that no world agrees with decide nothing`() {
    var checked = 0
    for one in Self.cases(quarters: [.closed(0), .closed(1), .closed(2), .soFar(2)]) {
      guard let counts = one.counts, !counts.isEmpty, one.worlds(upTo: 4).isEmpty else { continue }
      for threshold in 1...3 {
        let aim = AdministrativeTarget(done: "x", every: .quarter, atLeast: Double(threshold))
        #expect(verdict(aim, counts, one.today) == .undecided, "\(one) at \(threshold)")
        checked += 1
      }
    }
    #expect(checked > 100)
  }

  @Test func `each month is judged as all worlds that agree with the counts`() {
    var checked = 0
    for one in Self.cases(quarters: [.nothing]) {
      guard let counts = one.counts, !counts.isEmpty else { continue }
      let worlds = one.worlds(upTo: 3)
      guard !worlds.isEmpty else { continue }
      for threshold in 1...2 {
        let aim = AdministrativeTarget(done: "x", every: .month, atLeast: Double(threshold))
        let wanted = expected(worlds) { $0.allSatisfy { $0 >= threshold } }
        #expect(verdict(aim, counts, one.today) == wanted, "\(one) at \(threshold)")
        checked += 1
      }
    }
    #expect(checked > 150)
  }

  @Test func `what failed stays failed when other months are entered`() {
    let aim = AdministrativeTarget(done: "x", every: .month, atLeast: 1)
    let failed = MadeCounts.count("x", 0, "2024-01")
    for value in 0...2 {
      for month in ["2024-02", "2024-03"] {
        for day in ["2024-03-31", "2024-04-05", "2025-01-01"] {
          let counts = [failed, MadeCounts.count("x", value, month)]
          #expect(verdict(aim, counts, MadeCounts.day(day)) == .notMet)
        }
      }
    }
  }

  @Test func `a year of shares by quarter is judged as all worlds`() {
    // Each quarter: unknown, or 0 to 2 done of 2.
    let values: [Int?] = [nil, 0, 1, 2]
    var checked = 0
    for code in 0..<256 {
      let quarters = (0..<4).map { values[(code >> (2 * $0)) & 3] }
      guard quarters.contains(where: { $0 != nil }) else { continue }
      var counts: [AdministrativeCount] = []
      for (index, done) in quarters.enumerated() {
        guard let done else { continue }
        counts.append(MadeCounts.count("done", done, "2024-Q\(index + 1)"))
        counts.append(MadeCounts.count("all", 2, "2024-Q\(index + 1)"))
      }
      let known = quarters.compactMap { $0 }
      let isWhole = known.count == 4
      let sum = known.reduce(0, +)
      let everything = AdministrativeTarget(done: "done", of: "all", atLeast: 1)
      // One thing left undone is enough to fail; what is unknown may have been done or not.
      let wanted: Verdict = known.contains { $0 < 2 } ? .notMet : isWhole ? .met : .undecided
      #expect(
        (try? MadeCounts.assess(everything, counts, today: "2025-01-05").verdict) == wanted,
        "\(quarters)"
      )
      // Unknown quarters may have any number of tasks, so that half of them all is open.
      let half = AdministrativeTarget(done: "done", of: "all", atLeast: 0.5)
      let most: Verdict = !isWhole ? .undecided : sum >= 4 ? .met : .notMet
      #expect(
        (try? MadeCounts.assess(half, counts, today: "2025-01-05").verdict) == most,
        "\(quarters)"
      )
      checked += 1
    }
    #expect(checked == 255)
  }
}
