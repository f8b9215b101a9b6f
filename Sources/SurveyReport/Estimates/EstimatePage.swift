import SurveyAnalysis
import SurveyModel
import SurveyStatistics

/// The answer to an analyst's request as a page: one table a statistic, then what they rest on.
struct EstimatePage {
  private let answer: EstimateAnswer
  private let language: InterfaceLanguage

  init(_ answer: EstimateAnswer, _ language: InterfaceLanguage) {
    self.answer = answer
    self.language = language
  }

  var report: Report {
    var blocks: [Report.Block] = []
    var remaining = answer.lines[...]
    while let first = remaining.first {
      let run = remaining.prefix { line in
        line.statistic == first.statistic && line.variable == first.variable
      }
      blocks.append(.table(table(Array(run))))
      if isOpen(run) { blocks.append(.note(openLimit)) }
      remaining = remaining.dropFirst(run.count)
    }
    blocks += ([origin] + answer.adjustments.map(note)).map { .note($0) }
    return Report(
      language: language,
      title: language.choose("Ước lượng", "Estimates"),
      subtitle: [],
      blocks: blocks
    )
  }

  private var decimals: DecimalText { DecimalText(language: language) }

  // MARK: Tables

  private func table(_ lines: [EstimateAnswer.Line]) -> Table {
    let isShare = lines.first?.statistic == "proportion"
    let isQuantile = lines.first?.statistic == "quantile"
    let rules = lines.first?.intervals.map(\.rule) ?? []
    let decimals = Self.decimals(lines)
    func number(_ value: Double) -> Table.Cell {
      isShare ? .share(value) : .number(value, decimals: decimals)
    }
    let data = lines.map { line in
      let label = line.domain.map(\.value).joined(separator: ", ")
      let estimate = line.estimate
      var cells: [Table.Cell] = [
        .text(label.isEmpty ? ReportWords.overall.text(in: language) : label),
        estimate.map { number($0.value) } ?? .empty,
        estimate.map {
          .number($0.standardError * (isShare ? 100 : 1), decimals: isShare ? 2 : decimals)
        } ?? .empty,
      ]
      cells += line.intervals.map { _, interval in
        guard let interval else { return .empty }
        let ends = interval.lower...max(interval.lower, interval.upper)
        return isShare ? .shareInterval(ends) : .numberInterval(ends, decimals: decimals)
      }
      cells.append(.count(estimate?.sampleSize ?? 0))
      if !isQuantile {
        let effect = estimate?.designEffectWithReplacement
        cells.append(effect.map { .number($0, decimals: 2) } ?? .empty)
      }
      return Table.Row(cells, indent: line.domain.isEmpty ? 0 : 1, isTotal: line.domain.isEmpty)
    }
    var columns: [Table.Column] = [
      .init(ReportWords.group.text(in: language)),
      .init(ReportWords.estimate.text(in: language), .trailing),
      .init(
        isShare
          ? language.choose("Sai số chuẩn (điểm %)", "SE (points)")
          : language.choose("Sai số chuẩn", "SE"),
        .trailing
      ),
    ]
    columns += rules.map { rule in
      let title =
        rules.count > 1
        ? language.choose("Khoảng \(rule.rawValue)", "Interval \(rule.rawValue)")
        : ReportWords.interval.text(in: language)
      return .init(title, .trailing)
    }
    columns.append(.init(ReportWords.sampleSize.text(in: language), .trailing))
    if !isQuantile {
      columns.append(.init(ReportWords.designEffect.text(in: language), .trailing))
    }
    // The columns of a breakdown head its groups.
    var rows: [Table.Row] = []
    var breakdown: [String] = []
    for (line, row) in zip(lines, data) {
      let names = line.domain.map(\.column)
      if names != breakdown, !names.isEmpty {
        rows.append(.heading(names.joined(separator: " * "), columns: columns.count))
      }
      breakdown = names
      rows.append(row)
    }
    return Table(caption: lines.first.map(caption) ?? "", columns: columns, rows: rows)
  }

  /// Enough digits for three of the standard error of the overall figure; at least two decimals.
  private static func decimals(_ lines: [EstimateAnswer.Line]) -> Int {
    let errors = lines.compactMap { $0.estimate?.standardError }.filter { $0.isFinite && $0 > 0 }
    guard let error = errors.first else { return 2 }
    var (digits, bound) = (2, 1.0)
    while digits < 8, error < bound {
      digits += 1
      bound /= 10
    }
    return digits
  }

  private func caption(_ line: EstimateAnswer.Line) -> String {
    let text = line.variable
    switch line.statistic {
    case "mean": return language.choose("Trung bình của \(text)", "Mean of \(text)")
    case "total": return language.choose("Tổng của \(text)", "Total of \(text)")
    case "proportion": return language.choose("Tỷ lệ \(text)", "Proportion of \(text)")
    case "ratio": return language.choose("Tỷ số \(text)", "Ratio \(text)")
    default: break
    }
    let parts = text.split(separator: "@").map { String($0) }
    guard parts.count == 2, let share = NumberText.parse(parts[1]) else {
      return language.choose("Phân vị \(text)", "Quantile \(text)")
    }
    if share == 0.5 { return language.choose("Trung vị của \(parts[0])", "Median of \(parts[0])") }
    let percent = decimals.shortPercent(share)
    return language.choose(
      "Phân vị \(percent) của \(parts[0])",
      "\(percent) quantile of \(parts[0])"
    )
  }

  // MARK: Notes

  private func isOpen(_ lines: some Sequence<EstimateAnswer.Line>) -> Bool {
    lines.contains { line in
      line.statistic == "quantile" && line.estimate != nil
        && line.intervals.contains { $0.interval == nil }
    }
  }

  private var openLimit: String {
    language.choose(
      "Dấu –: không có khoảng tin cậy, vì một giới hạn vượt ra ngoài các giá trị đã trả lời hoặc không còn bậc tự do.",
      "A dash: no interval, because a limit is beyond the values that were answered or no degrees of freedom are left."
    )
  }

  /// What the figures rest on.
  private var origin: String {
    let design = answer.design
    let level = decimals.shortPercent(answer.request.level)
    let origin =
      if let units = design.primaryUnits, let strata = design.primaryStrata {
        language.choose(
          "\(decimals.count(strata)) tầng, \(decimals.count(units)) đơn vị chọn mẫu bậc một",
          "\(decimals.count(strata)) strata, \(decimals.count(units)) primary units"
        )
      } else {
        language.choose(
          "\(decimals.count(design.replicates ?? 0)) bộ quyền số lặp",
          "\(decimals.count(design.replicates ?? 0)) replicates"
        )
      }
    let rows = decimals.count(design.rows)
    let freedom = decimals.count(design.degreesOfFreedom)
    let rules = answer.request.intervals.map(\.rawValue).joined(separator: ", ")
    let shares =
      answer.lines.contains { $0.statistic == "proportion" }
      ? language.choose(" (tỷ lệ: \(rules))", " (proportions: \(rules))") : ""
    return language.choose(
      "\(rows) dòng, \(origin), \(freedom) bậc tự do; khoảng tin cậy \(level)\(shares).",
      "\(rows) rows, \(origin), \(freedom) degrees of freedom; \(level) intervals\(shares)."
    )
  }

  private func note(_ columns: [String], _ adjustment: WeightAdjustment) -> String {
    let least = decimals.number(adjustment.factors.lowerBound, decimals: 2)
    let most = decimals.number(adjustment.factors.upperBound, decimals: 2)
    let names = columns.joined(separator: ", ")
    let method =
      switch adjustment.method {
      case .poststratification:
        language.choose("hậu phân tầng theo \(names)", "post-stratified by \(names)")
      case .raking: language.choose("raking theo các biên \(names)", "raked to \(names)")
      case .calibration:
        language.choose("hiệu chỉnh theo tổng đã biết của \(names)", "calibrated to \(names)")
      case .standardization: language.choose("chuẩn hóa cơ cấu", "standardised")
      case .trimming: language.choose("cắt quyền số cực trị", "trimmed")
      case .nonresponse: language.choose("bù người không trả lời", "adjusted for non-response")
      }
    let rounds =
      adjustment.iterations > 1
      ? language.choose(
        ", hội tụ sau \(adjustment.iterations) vòng",
        " in \(adjustment.iterations) rounds"
      ) : ""
    return language.choose(
      "Quyền số: \(method)\(rounds); mỗi quyền số được nhân với hệ số từ \(least) đến \(most). Sai số chuẩn đã tính đến việc này.",
      "Weights: \(method)\(rounds); each was multiplied by \(least) to \(most). Standard errors account for this."
    )
  }
}

extension EstimateAnswer {
  /// What was done to the weights, with the columns of each step.
  var adjustments: [(columns: [String], made: WeightAdjustment)] {
    zip(request.design.adjustments, design.adjustments).map { asked, made in
      (asked.columns, made)
    }
  }
}

extension EstimateRequest.Adjustment {
  fileprivate var columns: [String] {
    switch self {
    case .poststratify(let margin): [margin.column]
    case .rake(let margins): margins.map(\.column)
    case .calibrate(let margins, let totals, _):
      margins.map(\.column) + totals.map(\.column)
    }
  }
}
