import SurveyModel
import SurveyReport
import SurveyStatistics

extension Workflow {
  /// How many interviews reach a margin of error.
  package func sampleSize(
    margin: String,
    rate: String,
    confidence: String,
    rule: String,
    _ typed: SampleConditions
  ) throws -> SampleAnswer {
    let margin = try UsageProblem.share(margin, "--margin", shape: "3% | 3")
    let rate = try UsageProblem.share(rate, "--rate")
    let level = try UsageProblem.share(confidence, "--confidence")
    let rule: SampleSize.MarginRule = try UsageProblem.parse(rule, "--rule")
    let conditions = try typed.conditions()
    let size = try planning { () throws(PlanningError) in
      try SampleSize.forMargin(margin, rate: rate, level: level, rule: rule, conditions: conditions)
    }
    let say = SampleSentences(language: language, conditions: conditions)
    let count = say.numbers.count(size.interviews)
    let points = say.short(margin * 100)
    let sure = say.numbers.shortPercent(level)
    let expected = say.numbers.shortPercent(rate)
    let name = rule == .wald ? "Wald" : "Wilson"
    var blocks: [Report.Block] = [
      .paragraph(
        language.choose(
          "Cần phỏng vấn \(count) người để sai số không quá ±\(points) điểm phần trăm, với độ tin cậy \(sure).",
          "Interview \(count) people for a margin of at most ±\(points) percentage points with \(sure) confidence."
        )
      )
    ]
    if let invitation = say.invitation(size) { blocks.append(.paragraph(invitation)) }
    let exact = say.numbers.number(size.exact, decimals: 2)
    blocks.append(
      .note(
        language.choose(
          "Công thức \(name), tỷ lệ dự kiến \(expected); \(say.given). Trước khi làm tròn lên: \(exact).",
          "\(name)'s formula, expected rate \(expected); \(say.given). Before rounding up: \(exact)."
        )
      )
    )
    return SampleAnswer(
      language,
      title: language.choose("Cỡ mẫu cho một mức sai số", "Sample size for a margin"),
      blocks,
      json: [
        ("margin", .number(margin)), ("rate", .number(rate)), ("confidence", .number(level)),
        ("rule", .string(rule.rawValue)),
      ] + say.json(size)
    )
  }

  /// How many interviews in each of two groups find that their rates differ.
  package func sampleComparison(
    first: String,
    second: String,
    power: String,
    error: String,
    _ typed: SampleConditions
  ) throws -> SampleAnswer {
    let first = try UsageProblem.share(first, "--first")
    let second = try UsageProblem.share(second, "--second")
    let power = try UsageProblem.share(power, "--power")
    let alpha = try UsageProblem.share(error, "--error")
    let conditions = try typed.conditions()
    let size = try planning { () throws(PlanningError) in
      try SampleSize.comparing(
        first,
        with: second,
        power: power,
        alpha: alpha,
        conditions: conditions
      )
    }
    let say = SampleSentences(language: language, conditions: conditions)
    let count = say.numbers.count(size.interviews)
    let (low, high) = (say.numbers.shortPercent(first), say.numbers.shortPercent(second))
    let (sure, risk) = (say.numbers.shortPercent(power), say.numbers.shortPercent(alpha))
    var blocks: [Report.Block] = [
      .paragraph(
        language.choose(
          "Cần phỏng vấn \(count) người ở mỗi nhóm để phân biệt \(low) với \(high), với khả năng \(sure).",
          "Interview \(count) people in each group to tell \(low) from \(high) with a chance of \(sure)."
        )
      )
    ]
    if let invitation = say.invitation(size) { blocks.append(.paragraph(invitation)) }
    blocks.append(
      .note(
        language.choose(
          "Kiểm định hai phía, xác suất kết luận nhầm \(risk); mỗi nhóm: \(say.given).",
          "Two-sided test, chance of a false claim \(risk); for each group: \(say.given)."
        )
      )
    )
    return SampleAnswer(
      language,
      title: language.choose("Cỡ mẫu để so sánh hai nhóm", "Sample size for comparing two groups"),
      blocks,
      json: [
        ("first", .number(first)), ("second", .number(second)), ("power", .number(power)),
        ("error", .number(alpha)),
      ] + say.json(size)
    )
  }
}
