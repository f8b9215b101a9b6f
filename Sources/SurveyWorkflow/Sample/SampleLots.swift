import SurveyModel
import SurveyReport
import SurveyStatistics

extension Workflow {
  /// The smallest plan of lot quality sampling, or the best one of a given size.
  package func sampleLots(
    upper: String,
    lower: String,
    errors: String,
    missGood: String?,
    passBad: String?,
    size: String?
  ) throws -> SampleAnswer {
    let upper = try UsageProblem.share(upper, "--upper")
    let lower = try UsageProblem.share(lower, "--lower")
    let alpha = try UsageProblem.share(
      missGood ?? errors,
      missGood == nil ? "--errors" : "--miss-good"
    )
    let beta = try UsageProblem.share(passBad ?? errors, passBad == nil ? "--errors" : "--pass-bad")
    let pages = LotPages(language: language, upper: upper, lower: lower)
    guard let size else {
      let plans = try planning { () throws(PlanningError) in
        try LotQuality.smallestPlans(upper: upper, lower: lower, rejecting: alpha, accepting: beta)
      }
      return pages.answer(plans, table: [])
    }
    let count = try UsageProblem.whole(size, "--size")
    let table = try planning { () throws(PlanningError) in
      try LotQuality.table(of: count, upper: upper, lower: lower)
    }
    let kept = table.filter { $0.riskOfRejecting <= alpha && $0.riskOfAccepting <= beta }
    return pages.answer(kept, table: table)
  }
}

private struct LotPages {
  let language: InterfaceLanguage
  let upper: Double
  let lower: Double

  private var numbers: DecimalText { DecimalText(language: language) }

  func answer(_ plans: [LotQualityPlan], table: [LotQualityPlan]) -> SampleAnswer {
    var blocks: [Report.Block] = plans.map { .paragraph(sentence($0)) }
    if plans.isEmpty {
      blocks.append(
        .paragraph(
          language.choose(
            "Với cỡ mẫu này không có ngưỡng nào giữ được cả hai xác suất sai; hãy hỏi nhiều người hơn.",
            "No decision value of this size keeps both errors; ask more people."
          )
        )
      )
    }
    if let plan = plans.first { blocks.append(.table(characteristic(plan))) }
    if !table.isEmpty { blocks.append(.table(risks(table))) }
    blocks.append(
      .note(
        language.choose(
          "Cách này chỉ phân biệt \(numbers.shortPercent(upper)) với \(numbers.shortPercent(lower)); tỷ lệ ở giữa có thể bị xếp vào bên nào cũng được.",
          "This tells \(numbers.shortPercent(upper)) from \(numbers.shortPercent(lower)) only; rates between may be classed either way."
        )
      )
    )
    return SampleAnswer(
      language,
      title: language.choose("Kiểm tra chất lượng theo lô (LQAS)", "Lot quality sampling (LQAS)"),
      blocks,
      json: [
        ("upper", .number(upper)), ("lower", .number(lower)),
        ("plans", .array(plans.map(json))), ("table", .array(table.map(json))),
      ]
    )
  }

  private func sentence(_ plan: LotQualityPlan) -> String {
    let (n, d) = (numbers.count(plan.size), numbers.count(plan.decisionValue))
    let (good, bad) = (numbers.shortPercent(upper), numbers.shortPercent(lower))
    let (miss, pass) = (
      numbers.percent(plan.riskOfRejecting), numbers.percent(plan.riskOfAccepting)
    )
    return language.choose(
      "Hỏi \(n) người trong mỗi lô; từ \(d) người trở lên trả lời “có” thì chấp nhận lô, ít hơn thì không. Lô đạt \(good) bị loại nhầm với xác suất \(miss); lô chỉ đạt \(bad) được nhận nhầm với xác suất \(pass).",
      "Ask \(n) people in each lot; accept it when \(d) or more say yes, else reject it. A lot at \(good) is rejected with probability \(miss), a lot at \(bad) accepted with probability \(pass)."
    )
  }

  private var rates: [Double] {
    (1...20).map { Double($0) / 20 }.filter { $0 > lower - 0.12 && $0 < upper + 0.12 }
  }

  private func characteristic(_ plan: LotQualityPlan) -> Table {
    Table(
      caption: language.choose("Xác suất chấp nhận theo tỷ lệ thật", "Chance of acceptance"),
      columns: [
        .init(language.choose("Tỷ lệ thật", "True rate"), .trailing),
        .init(language.choose("Chấp nhận", "Accepted"), .trailing),
      ],
      rows: rates.map { Table.Row([.share($0), .share(plan.chanceOfAccepting(rate: $0))]) }
    )
  }

  /// Decision values of which neither error is above one half.
  private func risks(_ table: [LotQualityPlan]) -> Table {
    let shown = table.filter { $0.riskOfRejecting <= 0.5 && $0.riskOfAccepting <= 0.5 }
    return Table(
      caption: language.choose("Hai xác suất sai của mỗi ngưỡng", "Both errors by decision value"),
      columns: [
        .init(language.choose("Ngưỡng", "Decision value"), .trailing),
        .init(
          language.choose("Loại nhầm", "Rejected at") + " (\(numbers.shortPercent(upper)))",
          .trailing
        ),
        .init(
          language.choose("Nhận nhầm", "Accepted at") + " (\(numbers.shortPercent(lower)))",
          .trailing
        ),
      ],
      rows: shown.map {
        Table.Row([
          .count($0.decisionValue), .share($0.riskOfRejecting), .share($0.riskOfAccepting),
        ])
      }
    )
  }

  private func json(_ plan: LotQualityPlan) -> JSONValue {
    .object([
      ("n", .integer(plan.size)), ("decision_value", .integer(plan.decisionValue)),
      ("risk_of_rejecting", .number(plan.riskOfRejecting)),
      ("risk_of_accepting", .number(plan.riskOfAccepting)),
    ])
  }
}
