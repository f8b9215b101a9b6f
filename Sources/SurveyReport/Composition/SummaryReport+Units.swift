import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// Which units can be compared with the time before, and which cannot.
  var unitChapter: [Report.Block] {
    guard let chapter = header.units else { return [] }
    var blocks: [Report.Block] = [
      .heading(heading(.units), level: 1),
      .table(chapter.carried.table(in: language)),
    ]
    blocks += chapter.carried.notes(in: language, isCounted: !hidesUnits).map { .note($0) }
    blocks += chapter.before.map(notes) ?? []
    if let areas = chapter.areas, !areas.areas.isEmpty {
      blocks.append(.table(areas.table(in: language)))
    }
    if !chapter.mergers.isEmpty {
      blocks.append(.table(mergerTable(chapter)))
      blocks.append(
        .note(
          language.choose(
            "Kết quả trước khi sáp nhập: \(chapter.rule.text(in: language)). Mẫu của các đơn vị cũ được coi là độc lập; hệ số được coi là đã biết.",
            "Results before the merger: \(chapter.rule.text(in: language)). The samples of the former units are taken as independent, the weights of the mean as known."
          )
        )
      )
    }
    if let digest = chapter.digest {
      blocks.append(
        .note(
          language.choose(
            "Danh mục đơn vị: SHA-256 \(digest).",
            "Register of units: SHA-256 \(digest)."
          )
        )
      )
    }
    return blocks
  }

  /// Whether units of a day are kept back: how many interviews are in none would tell of them.
  private var hidesUnits: Bool {
    analysis.indicators.flatMap(\.estimates.breakdowns).contains { breakdown in
      !breakdown.question.isAsked && !analysis.groups.keptBack(breakdown.question.id).isEmpty
    }
  }

  /// What must be said of the interviews that are compared with.
  private func notes(_ before: UnitChapter.Before) -> [Report.Block] {
    let notes = before.carried.notes(in: language, isCounted: !hidesUnits).map {
      "“\(before.label)”: \($0)"
    }
    let partial = before.partial.map { unit in
      let name = unit.unit.label.text(in: language)
      let list = unit.silent.map { $0.title(in: language) }.joined(separator: ", ")
      return language.choose(
        "“\(before.label)”: \(name) chỉ có phiếu của một phần các đơn vị cũ, không có phiếu nào của \(list); không kết luận đơn vị này tăng hay giảm.",
        "“\(before.label)”: of \(name) only some former units have interviews, and nobody was interviewed in \(list); nothing is said to be sure about its change."
      )
    }
    return (notes + partial).map { .note($0) }
  }

  /// Merged units for the time before, with the former units below each.
  private func mergerTable(_ chapter: UnitChapter) -> Table {
    let columns: [Table.Column] = [
      .init(words(.item)), .init(words(.estimate), .trailing),
      .init(NumberWords(language).intervalTitle(error: Self.error), .trailing),
      .init(words(.sampleSize), .trailing),
      .init(language.choose("Hệ số", "Weight"), .trailing),
    ]
    var rows: [Table.Row] = []
    for merger in chapter.mergers {
      rows.append(.heading(label(merger.label), columns: columns.count))
      rows += self.rows(merger)
    }
    return Table(
      caption: language.choose(
        "Đơn vị sáp nhập, trước khi sáp nhập",
        "Merged units before their merger"
      ),
      columns: columns,
      rows: rows
    )
  }

  private func rows(_ merger: UnitChapter.Merger) -> [Table.Row] {
    let result = merger.result
    let isProportion = merger.unit == .share
    let codes = merger.question.map { analysis.groups.keptBack($0) } ?? []
    let decisions = gate.decisions(
      for: result.parts.map(\.estimate),
      isProportion: isProportion,
      keptBack: Set(result.parts.indices.filter { codes.contains(result.parts[$0].unit.id) })
    )
    var rows: [Table.Row] = []
    let title = result.unit.label.text(in: language)
    let isKeptBack = analysis.groups.keepsBack(merger.indicator)
    let isHidden = isKeptBack || decisions.contains { $0.suppression != nil }
    if let refusal = result.refusal {
      let reason = refusal.text(in: language)
      rows.append(Table.Row([.text("\(title): \(reason)"), .empty, .empty, .empty, .empty]))
    } else {
      let cells =
        isHidden
        ? Array(repeating: Table.Cell.suppressed, count: 3)
        : figures(result.estimate, merger.unit, by: .mean)
      rows.append(Table.Row([.text(title)] + cells + [.empty], isTotal: true))
    }
    for (part, decision) in zip(result.parts, decisions) {
      let isShown = part.estimate != nil && decision.suppression == nil && !isKeptBack
      let cells =
        isShown
        ? figures(part.estimate, merger.unit, by: isProportion ? .beta : .mean)
        : Array(repeating: part.estimate == nil ? .empty : Table.Cell.suppressed, count: 3)
      // What a hidden unit counts would tell how many were asked there.
      let weight: Table.Cell =
        isHidden ? .empty : part.coefficient.map { .number($0, decimals: 4) } ?? .empty
      let name = part.unit.label.text(in: language)
      rows.append(Table.Row([.text(name)] + cells + [weight], indent: 1))
    }
    return rows
  }

  /// Estimate, interval, n.
  private func figures(
    _ estimate: Estimate?,
    _ unit: IndicatorUnit,
    by rule: ProportionInterval
  ) -> [Table.Cell] {
    guard let estimate else { return [.empty, .empty, .empty] }
    let interval = confidenceInterval(of: estimate, by: rule)
    return [
      .value(estimate.value, unit),
      interval.map { .interval($0.lower...max($0.lower, $0.upper), unit) } ?? .empty,
      .count(estimate.sampleSize),
    ]
  }
}
