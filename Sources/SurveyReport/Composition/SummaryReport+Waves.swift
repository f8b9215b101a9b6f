import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// What changed since the wave or period before, and the course over time.
  var changes: [Report.Block] {
    let blocks = sinceBefore + trends
    return blocks.isEmpty ? [] : [.heading(heading(.changes), level: 1)] + blocks
  }

  private var sinceBefore: [Report.Block] {
    if let problem = analysis.comparisonProblem {
      return [.note(problem.text(in: language) + ".")]
    }
    guard let comparison = analysis.comparison else { return [] }
    var blocks: [Report.Block] = [
      .paragraph(
        words(.comparedWith(comparison.label, NumberWords(language).count(comparison.interviews)))
      )
    ]
    blocks += changeHeadlines(comparison)
    for change in comparison.indicators {
      if let table = table(of: change) { blocks.append(.table(table)) }
      blocks += notes(on: change)
    }
    blocks.append(.note(words(.changeIntervals(error: comparison.error))))
    blocks.append(.note(words(.commonUnits(comparison.commonUnits))))
    let own = Set(analysis.design.notes)
    blocks += comparison.notes.filter { !own.contains($0) }.map {
      .note("\(comparison.label): \($0.text(in: language))")
    }
    return blocks
  }

  /// Composites and what the plan has targets on, in a sentence each.
  private func changeHeadlines(_ comparison: WaveComparison) -> [Report.Block] {
    let aimed = Set(
      analysis.targets.compactMap { assessment -> String? in
        switch assessment.outcome {
        case .survey(let survey): survey.indicator.id
        case .change(let change): change.indicator.indicator.id
        case .count, .needsTwoWaves, .awaitsCount, .questionnaireAbsent: nil
        }
      }
    )
    return comparison.indicators.compactMap { change in
      let isComposite =
        switch change.after.detail {
        case .index, .points: true
        case .none, .choices: false
        }
      guard isComposite || aimed.contains(change.indicator.id),
        let sentence = sentence(change, since: comparison.label)
      else { return nil }
      return .paragraph(sentence)
    }
  }

  private func sentence(_ change: IndicatorChange, since label: String) -> String? {
    guard let difference = change.overall.difference, let before = change.overall.before,
      let after = change.overall.after
    else { return nil }
    let numbers = NumberWords(language)
    let text = ChangeWords(language, change.unit)
    let range = change.overall.interval.map { ends in
      let title = numbers.intervalTitle(error: change.overall.error).lowercased()
      return ", \(title) \(text.interval(ends.lower, ends.upper))"
    }
    let from = numbers.value(before.value, change.unit)
    let to = numbers.value(after.value, change.unit)
    let name = self.label(change.indicator.label)
    let moved = text.change(difference.value)
    return language.choose(
      "\(name): \(moved) so với “\(label)” (từ \(from) thành \(to)\(range ?? "")); \(text.word(change.overall)).",
      "\(name): \(moved) since “\(label)” (from \(from) to \(to)\(range ?? "")); \(text.word(change.overall))."
    )
  }

  private func notes(on change: IndicatorChange) -> [Report.Block] {
    guard !change.incomparable.isEmpty else { return [] }
    let names = change.incomparable.map { "“\(label($0.label))”" }.joined(separator: ", ")
    return [.note(words(.notCompared(label(change.indicator.label), questions: names)))]
  }

  // MARK: Tables

  private func table(of change: IndicatorChange) -> Table? {
    let text = ChangeWords(language, change.unit)
    let columns: [Table.Column] = [
      .init(words(.group)), .init(words(.before), .trailing), .init(words(.after), .trailing),
      .init(text.title, .trailing),
      .init(
        NumberWords(language).intervalTitle(error: change.overall.error),
        .trailing
      ),
      .init("p", .trailing), .init(words(.verdict)),
    ]
    var rows: [Table.Row] = []
    if case .choices = change.after.detail {
      rows = change.parts.map { part in
        Table.Row([.text(label(part.label))] + cells(part.change, text))
      }
    } else {
      rows = [Table.Row([.text(words(.overall))] + cells(change.overall, text), isTotal: true)]
      rows += partRows(change, text)
    }
    for breakdown in change.breakdowns {
      rows.append(.heading(label(breakdown.question.label), columns: columns.count))
      rows += breakdown.groups.map { level, change in
        var cells = cells(change, text)
        // Before, only a part of the unit was asked: what changed may be who was asked.
        if header.units?.isPartial(level, of: breakdown.question) == true,
          let last = cells.indices.last, cells[last] != .empty
        {
          cells[last] = .text(text.partial)
        }
        return Table.Row([.text(label(level.label))] + cells, indent: 1)
      }
    }
    return rows.isEmpty
      ? nil : Table(caption: label(change.indicator.label), columns: columns, rows: rows)
  }

  /// Parts, elements and items; what either wave keeps back is kept back in both.
  private func partRows(_ change: IndicatorChange, _ text: ChangeWords) -> [Table.Row] {
    let earlier = analysis.comparison?.earlierItems.keptBack(in: change.indicator.id) ?? []
    let keptBack = earlier.union(keptBackMeans(of: change.after))
    return change.parts.map { part in
      let cells = cells(part.change, text)
      let isKept = keptBack.contains(part.path)
      return Table.Row(
        [.text(label(part.label))]
          + (isKept ? cells.map { $0 == .empty ? .empty : .suppressed } : cells),
        indent: max(0, part.path.count - 1)
      )
    }
  }

  /// Before, after, change, interval, p value, what is said of it.
  private func cells(_ change: WaveChange, _ text: ChangeWords) -> [Table.Cell] {
    if let reason = change.suppression {
      let symbol = Table.Cell.withheld(PublicationSymbol(reason))
      return [symbol, symbol, symbol, .empty, .empty, .empty]
    }
    let isShare = text.unit == .share
    let known = change.difference != nil
    return [
      change.before.map { .value($0.value, text.unit) } ?? .empty,
      change.after.map { .value($0.value, text.unit) } ?? .empty,
      change.difference.map { .change($0.value, isShare: isShare) } ?? .empty,
      change.interval.map { ends in
        .changeInterval(ends.lower...max(ends.lower, ends.upper), isShare: isShare)
      } ?? .empty,
      change.pValue.map { .pValue($0) } ?? .empty,
      known ? .text(text.word(change)) : .empty,
    ]
  }
}
