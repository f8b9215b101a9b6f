import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

/// What stands beside a verdict, from made-up answers that can be counted by hand.
@Suite struct TargetEvidenceTests {
  private static let scale = Made.scale(4)

  private func survey(
    _ columns: [String: [String]],
    sample: SampleDeclaration = SampleDeclaration(),
    decision: Target.Decision = Target.Decision(),
    by: [String] = [],
    counting: Set<MissingReason> = [],
    lonelyPSU: LonelyPSU = .fail
  ) throws -> TargetAssessment.Survey {
    let names = ["y"] + columns.keys.filter { $0 != "y" }.sorted()
    let form = Made.questionnaire(
      names.map { Made.question($0, $0 == "y" ? .selectOne(Self.scale) : .decimal) },
      sample: sample,
      indicators: [Made.indicator("i", .share(item: "y", codes: nil), counting: counting)]
    )
    let data = Made.data(form, names.map { columns[$0] ?? [] })
    let target = Target(
      id: "t",
      promise: Made.text("P"),
      kind: .survey(questionnaire: "made", indicator: "i", atLeast: 0.8, by: by),
      decision: decision,
      location: Made.here
    )
    let plan = Plan(id: "p", office: Made.text("O"), targets: [target])
    let analysis = try StudyAnalysis(of: data, plan: plan, lonelyPSU: lonelyPSU)
    guard case .survey(let survey)? = analysis.targets.first?.outcome else {
      throw StudyDesignError.unknownQuestion("i")
    }
    return survey
  }

  private func answers(yes: Int, no: Int, open: Int = 0, as missing: String = "dk") -> [String] {
    Array(repeating: "4", count: yes) + Array(repeating: "1", count: no)
      + Array(repeating: missing, count: open)
  }

  /// The outcome of a simple sample, without the analysis.
  private func outcome(_ yes: Int, _ size: Int) -> TargetDecision.Outcome {
    let p = Double(yes) / Double(size)
    return Estimate(
      value: p,
      standardError: (p * (1 - p) / Double(size - 1)).squareRoot(),
      degreesOfFreedom: size - 1,
      sampleSize: size,
      weightedSize: Double(size)
    ).decision(target: 0.8).outcome
  }

  @Test(arguments: ["dk", "rf", ""])
  func `the tipping point is the fewest people whose answers change the verdict`(
    missing: String
  ) throws {
    let met = try survey(["y": answers(yes: 180, no: 20, open: 30, as: missing)]).overall
    #expect(met.verdict == .met)
    let tipping = try #require(met.tipping)
    #expect(tipping.missing == 30)
    #expect(!tipping.positive)
    let fewest = (0...30).first { outcome(180, 200 + $0) != .met }
    #expect(tipping.enough == fewest)
    #expect(fewest != nil)

    let missed = try survey(["y": answers(yes: 140, no: 60, open: 40, as: missing)]).overall
    #expect(missed.verdict == .notMet)
    #expect(missed.tipping?.positive == true)
    #expect(missed.tipping?.enough == (0...40).first { outcome(140 + $0, 200 + $0) != .missed })
  }

  @Test func `a verdict that nobody's silence could change has no tipping point`() throws {
    let line = try survey(["y": answers(yes: 195, no: 5, open: 3)]).overall
    #expect(line.verdict == .met)
    #expect(line.tipping?.missing == 3)
    #expect(line.tipping?.enough == nil)
  }

  @Test func `people outside the question are no silence`() throws {
    let line = try survey(["y": answers(yes: 180, no: 20, open: 30, as: "na")]).overall
    #expect(line.tipping == nil)
  }

  @Test func `each group has its own tipping point`() throws {
    let columns = [
      "y": answers(yes: 180, no: 20, open: 30) + answers(yes: 120, no: 80, open: 5),
      "g": Array(repeating: "1", count: 230) + Array(repeating: "2", count: 205),
    ]
    let rule = Target.Decision(adjustment: .none)
    let survey = try survey(columns, decision: rule, by: ["g"])
    let lines = try #require(survey.breakdowns.first?.lines)
    #expect(lines.map(\.verdict) == [.met, .notMet])
    #expect(lines.map { $0.tipping?.missing } == [30, 5])
    #expect(lines.map { $0.tipping?.enough == nil } == [false, true])
    let ranks = try #require(survey.ranks.first ?? nil)
    #expect(ranks.ranks == [1...1, 2...2])
  }

  @Test func `whoever weighs most tips first`() throws {
    // Twenty silent people, two of whom weigh 20.
    let weights = Array(repeating: "1", count: 218) + ["20", "20"]
    let columns = ["y": answers(yes: 180, no: 20, open: 20), "w": weights]
    let sample = SampleDeclaration(weight: "w")
    let heavy = try survey(columns, sample: sample).overall
    let even = try survey(["y": columns["y"] ?? []]).overall
    #expect(try #require(heavy.tipping?.enough) < #require(even.tipping?.enough))
  }

  @Test func `the grid holds every choice that makes a difference`() throws {
    let plain = try survey(["y": answers(yes: 195, no: 5)]).overall
    let methods = try #require(plain.robustness)
    #expect(methods.cells.count == 3)
    #expect(methods.isRobust)
    #expect(methods.cells.first?.choice.method == .kornGraubard)

    let weights = (0..<230).map { $0.isMultiple(of: 2) ? "1" : "2" }
    let all = try survey(
      ["y": answers(yes: 180, no: 20, open: 30), "w": weights],
      sample: SampleDeclaration(weight: "w")
    ).overall
    // Three intervals, "do not know" in or out, weights or none.
    let grid = try #require(all.robustness)
    #expect(grid.cells.count == 12)
    #expect(Set(grid.cells.map(\.choice)).count == 12)
    #expect(!grid.isRobust)
    #expect(all.verdict == .met)
    let flip = try #require(grid.flip)
    #expect(flip.differences == [.doNotKnow(counted: true)])
    #expect(flip.outcome == .undecided)
    for cell in grid.cells where cell.choice.countsDoNotKnow && !cell.choice.usesWeights {
      #expect((cell.value - 180.0 / 230).magnitude < 1e-12)
    }
  }

  @Test func `a method that says nothing is no choice`() throws {
    let line = try survey(["y": answers(yes: 60, no: 0)]).overall
    let grid = try #require(line.robustness)
    #expect(grid.cells.compactMap(\.choice.method) == [.kornGraubard, .wilson])
    #expect(grid.isRobust)
  }

  @Test func `refusals and blanks are never counted by the grid`() throws {
    let line = try survey(["y": answers(yes: 180, no: 20, open: 30, as: "rf")]).overall
    #expect(line.robustness?.cells.count == 3)
  }

  @Test func `an indicator that counts do not know is held against leaving it out`() throws {
    let line = try survey(
      ["y": answers(yes: 180, no: 20, open: 30)],
      counting: [.doNotKnow]
    ).overall
    let grid = try #require(line.robustness)
    #expect(grid.cells.count == 6)
    #expect(grid.cells.first?.choice.countsDoNotKnow == true)
    #expect(line.verdict == .undecided)
    #expect(grid.flip?.differences == [.doNotKnow(counted: false)])
    #expect(line.tipping == nil)
  }

  @Test func `a stratum with one cluster is a choice only where there is one`() throws {
    let y = answers(yes: 190, no: 10)
    let clusters = (0..<200).map { "\($0 % 20)" }
    let strata = (0..<200).map { $0 % 20 == 0 ? "2" : "1" }
    let sample = SampleDeclaration(strata: ["s"], clusters: ["c"])
    let lonely = try survey(
      ["y": y, "c": clusters, "s": strata],
      sample: sample,
      lonelyPSU: .adjust
    ).overall
    let rules = Set(try #require(lonely.robustness).cells.map(\.choice.lonelyPSU))
    #expect(rules == [.adjust, .remove, .average])
    let whole = try survey(["y": y, "c": clusters], sample: SampleDeclaration(clusters: ["c"]))
    #expect(Set(try #require(whole.overall.robustness).cells.map(\.choice.lonelyPSU)) == [.fail])
  }

  @Test func `most of a small population is decided exactly`() throws {
    // 85 of 100 of 120 people: at least 82.5%, met; from a large population 87 would be needed.
    let fpc = Array(repeating: "120", count: 100)
    let sample = SampleDeclaration(fpc: ["n"])
    let line = try survey(["y": answers(yes: 85, no: 15), "n": fpc], sample: sample).overall
    #expect(line.verdict == .met)
    #expect(line.exact?.population == 120)
    #expect(line.decidingBound == 0.825)
    #expect(line.interval?.lower == 0.825)
    let few = try survey(
      ["y": answers(yes: 85, no: 15), "n": Array(repeating: "1200", count: 100)],
      sample: sample
    ).overall
    #expect(few.exact == nil)
    #expect(few.verdict == .undecided)
  }

  @Test func `a census in which some did not answer is no census of answers`() throws {
    let fpc = Array(repeating: "20", count: 20)
    let sample = SampleDeclaration(fpc: ["n"])
    let line = try survey(["y": answers(yes: 15, no: 3, open: 2), "n": fpc], sample: sample).overall
    #expect(line.exact?.sampleSize == 18)
    #expect(line.verdict == .undecided)
    // If 17 of the 20 say yes, any 19 of them have 16, which is enough.
    #expect(line.outlook?.further == .interviews(1))
    let all = try survey(["y": answers(yes: 16, no: 4), "n": fpc], sample: sample).overall
    #expect(all.verdict == .met)
    #expect(all.exact?.isCensus == true)
  }

  @Test func `a group is exact only when it is a whole stratum`() throws {
    let columns = [
      "y": answers(yes: 20, no: 0) + answers(yes: 10, no: 10),
      "s": Array(repeating: "1", count: 20) + Array(repeating: "2", count: 20),
      "g": Array(repeating: "1", count: 19) + Array(repeating: "2", count: 21),
      "n": Array(repeating: "25", count: 40),
    ]
    let sample = SampleDeclaration(strata: ["s"], fpc: ["n"])
    let survey = try survey(columns, sample: sample, by: ["s", "g"])
    #expect(survey.breakdowns[0].lines.map { $0.exact?.population } == [25, 25])
    #expect(survey.breakdowns[1].lines.map { $0.exact?.population } == [nil, nil])
    #expect(survey.overall.exact == nil)
    #expect(survey.breakdowns[0].lines.map(\.verdict) == [.met, .notMet])
  }

  @Test func `groups share the error as the plan says`() throws {
    let sizes = [(176, 24), (174, 26), (172, 28), (170, 30)]
    let columns = [
      "y": sizes.flatMap { answers(yes: $0.0, no: $0.1) },
      "g": sizes.indices.flatMap { Array(repeating: "\($0)", count: 200) },
    ]
    func verdicts(_ adjustment: Target.Decision.Adjustment) throws -> [Verdict] {
      let rule = Target.Decision(adjustment: adjustment)
      return try survey(columns, decision: rule, by: ["g"]).breakdowns[0].lines.map(\.verdict)
    }
    // p of "met" for 176, 174, 172 and 170 of 200: .0020, .0066, .0182, .0435 (R: pbeta).
    #expect(try verdicts(.none) == [.met, .met, .met, .met])
    #expect(try verdicts(.benjaminiHochberg) == [.met, .met, .met, .met])
    #expect(try verdicts(.holm) == [.met, .met, .met, .met])
    #expect(try verdicts(.bonferroni) == [.met, .met, .undecided, .undecided])
  }
}
