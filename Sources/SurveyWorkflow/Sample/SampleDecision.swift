import SurveyModel
import SurveyReport
import SurveyStatistics

/// What was typed after `sample decide`.
package struct SampleDecisionArguments: Sendable {
  package var target = ""
  package var truth: String?
  package var power = "80%"
  package var error = "5%"
  package var rule = "exact"
  package var size: String?
  package var conditions = SampleConditions()

  /// Nothing typed.
  package init() {}
}

extension Workflow {
  /// How many interviews decide about a target, and what a number of interviews decides.
  package func sampleDecision(_ arguments: SampleDecisionArguments) throws -> SampleAnswer {
    let target = try UsageProblem.share(arguments.target, "--target")
    let power = try UsageProblem.share(arguments.power, "--power")
    let alpha = try UsageProblem.share(arguments.error, "--error")
    let rule: TargetPlan.Rule = try UsageProblem.parse(arguments.rule, "--rule")
    let conditions = try arguments.conditions.conditions(countsClusters: true)
    let clusterSize = try arguments.conditions.interviewsPerCluster()
    let plan = try planning { () throws(PlanningError) in
      try TargetPlan(target: target, alpha: alpha, rule: rule)
    }
    var truth: Double?
    if let typed = arguments.truth { truth = try UsageProblem.share(typed, "--truth") }
    let pages = DecisionPages(
      plan: plan,
      truth: truth,
      power: power,
      say: SampleSentences(
        language: language,
        conditions: conditions,
        clusterSize: clusterSize
      )
    )
    try planning { () throws(PlanningError) in try conditions.check() }
    if let typed = arguments.size {
      return try pages.fixed(try UsageProblem.whole(typed, "--size"))
    }
    guard let truth else {
      throw UsageProblem.needs(option: "--target", others: "--truth 85% | --size 400")
    }
    let size = try planning { () throws(PlanningError) in
      try plan.size(truth: truth, power: power, conditions: conditions, clusterSize: clusterSize)
    }
    return try pages.found(size)
  }
}

/// Writes down what a plan for a target needs and promises.
private struct DecisionPages {
  let plan: TargetPlan
  let truth: Double?
  let power: Double
  let say: SampleSentences

  private var language: InterfaceLanguage { say.language }
  private var numbers: DecimalText { say.numbers }
  private var target: String { numbers.shortPercent(plan.target) }

  func found(_ size: TargetPlanSize) throws -> SampleAnswer {
    let truth = truth ?? plan.target
    let verdict =
      size.isMet ? language.choose("đạt", "met") : language.choose("chưa đạt", "not met")
    let count = numbers.count(size.size.interviews)
    let chance = numbers.shortPercent(power)
    let assumed = numbers.shortPercent(truth)
    var blocks: [Report.Block] = [
      .paragraph(
        language.choose(
          "Cần phỏng vấn \(count) người để kết luận “\(verdict)” chỉ tiêu \(target) với khả năng ít nhất \(chance), nếu tỷ lệ thật là \(assumed).",
          "Interview \(count) people to conclude “\(verdict)” about the target of \(target) with a chance of at least \(chance) if the true rate is \(assumed)."
        )
      )
    ]
    if let invitation = say.invitation(size.size) { blocks.append(.paragraph(invitation)) }
    blocks.append(.paragraph(counts(size, verdict)))
    blocks.append(.paragraph(floors))
    blocks.append(.table(try table(size.independent)))
    blocks.append(.note(method))
    return SampleAnswer(
      language,
      title: language.choose("Cỡ mẫu để kết luận về chỉ tiêu", "Sample size for a verdict"),
      blocks,
      json: try json(size.independent) + [
        ("truth", .number(truth)), ("power", .number(power)),
        ("right_verdict", .string(size.isMet ? "met" : "missed")),
        ("independent", .integer(size.independent)), ("lasting", .integer(size.lasting)),
        ("deciding_count", .integer(size.decidingCount)),
      ] + say.json(size.size)
    )
  }

  /// The chances of a number of interviews that is given.
  func fixed(_ interviews: Int) throws -> SampleAnswer {
    guard interviews > 0, interviews <= TargetPlan.limit else {
      throw WorkflowError(
        PlanningProblem(error: .invalidSampleSize(interviews), names: [])
      )
    }
    guard let worth = try worth(of: interviews) else { return census }
    let independent = max(1, min(Int((worth + 1e-9).rounded(.down)), TargetPlan.limit))
    let counts = plan.decidingCounts(of: independent)
    let count = numbers.count(independent)
    var blocks: [Report.Block] = []
    if independent != interviews {
      blocks.append(
        .paragraph(
          language.choose(
            "\(numbers.count(interviews)) phiếu có giá trị như \(count) phiếu độc lập (\(say.given)).",
            "\(numbers.count(interviews)) interviews are worth \(count) independent ones (\(say.given))."
          )
        )
      )
    }
    let met = counts.met.map { numbers.count($0) } ?? DecimalText.nothing
    let missed = counts.missed.map { numbers.count($0) } ?? DecimalText.nothing
    blocks.append(
      .paragraph(
        language.choose(
          "Trong \(count) người, từ \(met) người trở lên trả lời “có”: đạt \(target); từ \(missed) người trở xuống: chưa đạt; ở giữa: chưa đủ căn cứ.",
          "Of \(count) people, \(met) or more saying yes: \(target) met; \(missed) or fewer: not met; between: undecided."
        )
      )
    )
    blocks.append(.paragraph(floors))
    blocks.append(.table(try table(independent)))
    blocks.append(.note(method))
    return SampleAnswer(
      language,
      title: language.choose("Khả năng kết luận về chỉ tiêu", "Chances of a verdict"),
      blocks,
      json: try json(independent) + [
        ("interviews", .integer(interviews)), ("independent", .integer(independent)),
        ("deff", .number(say.conditions.designEffect)),
        ("smallest_count_met", counts.met.map { .integer($0) } ?? .null),
        ("largest_count_missed", counts.missed.map { .integer($0) } ?? .null),
      ]
    )
  }

  /// How many independent answers tell as much, nil when everybody is asked.
  ///
  /// The reverse of the correction in ``SampleSize``: n₀ = n (N - 1)/(N - n), then the design effect.
  private func worth(of interviews: Int) throws -> Double? {
    let n = Double(interviews)
    guard let population = say.conditions.population else { return n / say.conditions.designEffect }
    guard n <= population else {
      throw WorkflowError(
        PlanningProblem(
          error: .sampleExceedsFrame(sample: interviews, units: Int(population)),
          names: []
        )
      )
    }
    guard n < population else { return nil }
    return n * (population - 1) / (population - n) / say.conditions.designEffect
  }

  private var census: SampleAnswer {
    SampleAnswer(
      language,
      title: language.choose("Khả năng kết luận về chỉ tiêu", "Chances of a verdict"),
      [
        .paragraph(
          language.choose(
            "Hỏi tất cả mọi người là điều tra toàn bộ: kết quả so thẳng với chỉ tiêu \(target), không còn sai số chọn mẫu.",
            "Asking everybody is a census: the result is held against the target of \(target) as it is, without sampling error."
          )
        )
      ],
      json: [("target", .number(plan.target)), ("census", .bool(true))]
    )
  }

  private func counts(_ size: TargetPlanSize, _ verdict: String) -> String {
    let n = numbers.count(size.independent)
    let x = numbers.count(size.decidingCount)
    let lead =
      size.independent == size.size.interviews
      ? language.choose("Trong \(n) người", "Of \(n) people")
      : language.choose(
        "Số phiếu này có giá trị như \(n) phiếu độc lập (\(say.given)); trong \(n) người",
        "They are worth \(n) independent interviews (\(say.given)); of \(n) people"
      )
    let share = numbers.percent(size.decidingCount, of: size.independent)
    let side =
      if size.isMet, size.decidingCount == size.independent {
        language.choose("cả \(x) người trả lời “có”", "all \(x) saying yes")
      } else if size.isMet {
        language.choose(
          "từ \(x) người (\(share)) trở lên trả lời “có”",
          "\(x) (\(share)) or more saying yes"
        )
      } else {
        language.choose(
          "từ \(x) người (\(share)) trở xuống trả lời “có”",
          "\(x) (\(share)) or fewer saying yes"
        )
      }
    var sentence = language.choose(
      "\(lead), \(side) là đủ để kết luận “\(verdict)”.",
      "\(lead), \(side) prove “\(verdict)”."
    )
    if size.lasting > size.independent {
      let lasting = numbers.count(size.lasting)
      sentence += language.choose(
        " Số đếm là số nguyên nên khả năng tăng không đều; từ \(lasting) phiếu độc lập trở lên mới luôn đạt mức này.",
        " Counts are whole, so the chance rises unevenly; it always holds from \(lasting) independent interviews on."
      )
    }
    return sentence
  }

  private var floors: String {
    let (met, missed) = (numbers.count(plan.floorForMet), numbers.count(plan.floorForMissed))
    return language.choose(
      "Dưới \(met) phiếu độc lập thì dù tất cả trả lời “có” cũng không kết luận “đạt” được; dưới \(missed) phiếu thì không kết luận “chưa đạt” được.",
      "Below \(met) independent interviews “met” cannot be proved even if all say yes; below \(missed), neither can “not met”."
    )
  }

  private var method: String {
    let risk = numbers.shortPercent(plan.alpha)
    let rule =
      plan.rule == .exact
      ? language.choose(
        "cận một phía Clopper-Pearson (Korn-Graubard)",
        "one-sided bounds of Clopper-Pearson (Korn-Graubard)"
      ) : language.choose("cận một phía Wilson", "Wilson's one-sided bounds")
    return language.choose(
      "Quy tắc: \(rule), xác suất kết luận nhầm không quá \(risk); \(say.given).",
      "Rule: \(rule), chance of a false claim at most \(risk); \(say.given)."
    )
  }

  /// True rates around the target, and the one that was assumed.
  private var rates: [Double] {
    let steps = [-0.1, -0.05, -0.02, 0, 0.02, 0.05, 0.1].map { plan.target + $0 }
    var rates: [Double] = []
    for rate in (steps + [truth].compactMap { $0 }).sorted() where rate > 0 && rate < 1 {
      if let last = rates.last, rate - last < 1e-9 { continue }
      rates.append(rate)
    }
    return rates
  }

  private func chances(_ size: Int) throws -> [(rate: Double, chances: TargetPlan.Chances)] {
    try rates.map { rate in
      (rate, try planning { () throws(PlanningError) in try plan.chances(of: size, truth: rate) })
    }
  }

  private func table(_ size: Int) throws -> Table {
    Table(
      caption: language.choose(
        "Khả năng của mỗi kết luận với \(numbers.count(size)) phiếu độc lập",
        "Chances of each verdict with \(numbers.count(size)) independent interviews"
      ),
      columns: [
        .init(language.choose("Tỷ lệ thật", "True rate"), .trailing),
        .init(language.choose("Đạt", "Met"), .trailing),
        .init(language.choose("Chưa đạt", "Not met"), .trailing),
        .init(language.choose("Chưa đủ căn cứ", "Undecided"), .trailing),
      ],
      rows: try chances(size).map { rate, chances in
        Table.Row([
          .share(rate), .share(chances.met), .share(chances.missed), .share(chances.undecided),
        ])
      }
    )
  }

  private func json(_ size: Int) throws -> [(String, JSONValue)] {
    [
      ("target", .number(plan.target)), ("error", .number(plan.alpha)),
      ("rule", .string(plan.rule.rawValue)),
      ("floor_met", .integer(plan.floorForMet)), ("floor_missed", .integer(plan.floorForMissed)),
      (
        "chances",
        .array(
          try chances(size).map { rate, chances in
            .object([
              ("truth", .number(rate)), ("met", .number(chances.met)),
              ("missed", .number(chances.missed)), ("undecided", .number(chances.undecided)),
            ])
          }
        )
      ),
    ]
  }
}
