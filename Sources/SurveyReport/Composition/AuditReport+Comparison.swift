import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension AuditReport {
  /// Results with and without: a table for each scenario, and whether a verdict flips.
  var comparisonBlocks: [Report.Block] {
    guard !result.comparisons.isEmpty else { return [] }
    var blocks: [Report.Block] = [.heading(words(.withAndWithout), level: 2)]
    for comparison in result.comparisons {
      blocks.append(.table(table(comparison)))
      blocks.append(.paragraph(sentence(comparison)))
      if comparison.isDisclosive { blocks.append(.note(tooFew)) }
    }
    return blocks
  }

  /// Whether verdicts flip, in a sentence for each scenario.
  var verdictSentences: [String] { result.comparisons.map(sentence) }

  private var tooFew: String {
    word(
      "Quá ít phiếu bị bỏ ra hoặc còn lại nên không ghi kết quả: lấy hiệu thì biết được câu trả lời của từng người.",
      "So few interviews are left out, or remain, that the results are not printed: their answers could be worked out."
    )
  }

  /// Overall figures of targets and indicators; of groups only the verdicts that flip, in words.
  private func table(_ comparison: AuditComparison) -> Table {
    let targets = comparison.targets.filter { $0.by == nil }
    let aimed = Set(targets.map(\.indicator.id))
    var rows = targets.map { line in
      row(
        line.target.promise.text(in: language),
        line.unit,
        line.all.estimate,
        line.without.estimate,
        comparison,
        isKeptBack: groups.keepsBack(line.indicator.id),
        verdicts: (line.all.verdict, line.without.verdict)
      )
    }
    for line in comparison.indicators where !aimed.contains(line.indicator.id) {
      rows.append(
        row(
          label(line.indicator.label),
          line.unit,
          line.all,
          line.without,
          comparison,
          isKeptBack: groups.keepsBack(line.indicator.id)
        )
      )
    }
    return Table(
      caption: words(.without(comparison.scenario)),
      columns: [
        .init(words(.indicator)), .init(words(.all), .trailing), .init("n", .trailing),
        .init(word("Kết luận", "Verdict")),
        .init(words(.without(comparison.scenario)), .trailing), .init("n", .trailing),
        .init(word("Kết luận", "Verdict")),
      ],
      rows: rows
    )
  }

  private func row(
    _ label: String,
    _ unit: IndicatorUnit,
    _ all: Estimate?,
    _ without: Estimate?,
    _ comparison: AuditComparison,
    isKeptBack: Bool,
    verdicts: (all: Verdict, without: Verdict)? = nil
  ) -> Table.Row {
    let gone = (all?.sampleSize ?? 0) - (without?.sampleSize ?? 0)
    let isHidden = comparison.isDisclosive || (gone > 0 && gone < suppression.below)
    func figures(_ estimate: Estimate?, _ verdict: Verdict?) -> [Table.Cell] {
      guard let estimate, !isKeptBack, isPublished(estimate, unit) else {
        return [.suppressed, .suppressed]
      }
      return [.value(estimate.value, unit), .count(estimate.sampleSize)]
    }
    func cell(_ verdict: Verdict?) -> Table.Cell {
      verdict.map {
        .verdict(word: VerdictSentence.word($0, language), tone: VerdictSentence.tone($0))
      } ?? .empty
    }
    return Table.Row(
      [.text(label)] + figures(all, verdicts?.all) + [cell(verdicts?.all)]
        + (isHidden ? [.suppressed, .suppressed] : figures(without, verdicts?.without))
        + [cell(verdicts?.without)]
    )
  }

  private func isPublished(_ estimate: Estimate, _ unit: IndicatorUnit) -> Bool {
    PublicationGate(suppression).decision(for: estimate, isProportion: unit == .share).suppression
      == nil
  }

  /// Which verdicts are others without the interviews of a scenario.
  func sentence(_ comparison: AuditComparison) -> String {
    let left = DecimalText(language: language).count(comparison.leftOut)
    let scenario =
      switch comparison.scenario {
      case .withoutFlagged:
        word("Không tính \(left) phiếu bị đánh dấu", "Without the \(left) flagged interviews")
      case .withoutOperators:
        word(
          "Không tính \(left) phiếu của những người nhập khác thường",
          "Without the \(left) interviews of unusual operators"
        )
      }
    if comparison.targets.isEmpty {
      return word(
        "\(scenario): kế hoạch không đặt chỉ tiêu nào cho phiếu này nên không có kết luận để so sánh.",
        "\(scenario): the plan sets no target on this questionnaire, so there is no verdict to compare."
      )
    }
    // Of groups that the report keeps back not even the verdict is told.
    let flips = comparison.flips.filter { line in
      guard let by = line.by, let level = line.all.level else { return true }
      return !groups.keptBack(by.id, in: line.indicator.id).contains(level.code)
    }
    if flips.isEmpty {
      return word(
        "\(scenario), không kết luận nào thay đổi.",
        "\(scenario), no verdict changes."
      )
    }
    let list = flips.map { line in
      let group = line.all.level.map { " – \(label($0.label))" } ?? ""
      let from = VerdictSentence.word(line.all.verdict, language).lowercased()
      let to = VerdictSentence.word(line.without.verdict, language).lowercased()
      return "\(line.target.promise.text(in: language).trimmedEnd)\(group): \(from) → \(to)"
    }
    let count = DecimalText(language: language).count(flips.count)
    return word(
      "\(scenario), \(count) kết luận thay đổi: \(list.joined(separator: "; ")).",
      "\(scenario), \(count) \(flips.count == 1 ? "verdict changes" : "verdicts change"): \(list.joined(separator: "; "))."
    )
  }
}

extension String {
  /// Without a full stop at its end, for use inside a sentence.
  fileprivate var trimmedEnd: String { hasSuffix(".") ? String(dropLast()) : self }
}
