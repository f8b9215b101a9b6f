import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// Interviews by mode and the profile of those who answered.
  var respondents: [Report.Block] {
    var rows = [
      Table.Row([.text(words(.interviews)), .count(analysis.interviews)], isTotal: true)
    ]
    rows += header.modes.map { mode, count in
      Table.Row([.text(words(.mode(mode))), .count(count)], indent: 1)
    }
    if header.rejectedRows > 0 {
      rows.append(Table.Row([.text(words(.rejectedRows)), .count(header.rejectedRows)]))
    }
    let fieldwork = Table(
      caption: words(.interviews),
      columns: [.init(""), .init(words(.count), .trailing)],
      rows: rows
    )
    let profile = profileItems
    return [.heading(heading(.respondents), level: 1), .table(fieldwork)]
      + (profile.isEmpty ? [] : [.table(profileTable(profile))])
  }

  /// The options of several questions in one table, each question heading its own.
  private func profileTable(_ items: [ItemProfile]) -> Table {
    let tables = items.map { levelTable($0) }
    return Table(
      caption: words(.profile),
      columns: tables.first?.columns ?? [],
      rows: tables.flatMap { table in
        [.heading(table.caption, columns: table.columns.count)]
          + table.rows.map { Table.Row($0.cells, indent: 1) }
      }
    )
  }

  /// Closed questions without a scale that no indicator reads: who the respondents are.
  var profileItems: [ItemProfile] {
    let measured = Set(analysis.questionnaire.indicators.flatMap(\.items))
    return analysis.items.filter { item in
      // How many are in no unit of a day is what those of a small one are.
      let isOpen = item.question.isAsked || analysis.groups.keptBack(item.question.id).isEmpty
      return item.question.isProfile(measured: measured) && item.answered > 0 && isOpen
    }
  }

  /// Options with counts and shares; people who are too few to be told apart are kept back, and so
  /// are those that other tables keep back.
  func levelTable(_ item: ItemProfile) -> Table {
    let isTooSmall = isTooSmall(item)
    let hidden = hiddenLevels(of: item)
    let answered = isTooSmall ? "" : " (\(words(.answered(item.answered))))"
    return Table(
      caption: label(item.question.label) + answered,
      columns: [
        .init(words(.answer)), .init(words(.count), .trailing), .init(words(.share), .trailing),
      ],
      rows: item.levels.enumerated().map { position, level in
        let isHidden = isTooSmall || hidden.contains(position)
        return Table.Row([
          .text(label(level.choice.label)), isHidden ? .suppressed : .count(level.count),
          isHidden ? .suppressed : level.share.map { .share($0.value) } ?? .empty,
        ])
      }
    )
  }

  /// The options that are kept back.
  func hiddenLevels(of item: ItemProfile) -> Set<Int> {
    let codes = analysis.groups.keptBack(item.question.id)
    return gate.hiddenCells(
      item.levels.map(\.count),
      keptBack: Set(item.levels.indices.filter { codes.contains(item.levels[$0].choice.code) })
    )
  }

  /// Every share indicator overall and by group.
  var rates: [Report.Block] {
    var blocks: [Report.Block] = []
    for result in analysis.indicators {
      if case .none = result.detail {
        if blocks.isEmpty { blocks.append(.heading(heading(.rates), level: 1)) }
        blocks += groups(result)
        if let note = result.indicator.note { blocks.append(.note(note.text(in: language))) }
      }
    }
    return blocks
  }

  /// One indicator, overall and by group, with what its letters mean.
  func groups(_ result: IndicatorResult) -> [Report.Block] {
    let hasLetters = result.estimates.breakdowns.contains { !$0.letters.isEmpty }
    return [.table(groupTable(result))] + (hasLetters ? [.note(words(.letters))] : [])
      + suspicion(of: result)
  }

  /// One indicator, overall and by group, behind the gates of publication.
  private func groupTable(_ result: IndicatorResult) -> Table {
    let truth = header.truth[result.indicator.id]
    var columns: [Table.Column] = [
      .init(words(.group)), .init(words(.estimate), .trailing),
      .init(NumberWords(language).intervalTitle(error: Self.error), .trailing),
      .init(words(.sampleSize), .trailing), .init(words(.designEffect), .trailing),
    ]
    if truth != nil { columns.insert(.init(words(.truth), .trailing), at: 2) }
    let hasLetters = result.estimates.breakdowns.contains { !$0.letters.isEmpty }
    if hasLetters { columns.append(.init(words(.difference))) }
    func row(
      _ label: String,
      _ estimate: Estimate?,
      _ decision: PublicationGate.Decision,
      letters: String? = nil,
      isTotal: Bool
    ) -> Table.Row {
      var cells = cells(estimate, decision, result.unit)
      if hasLetters {
        let shown = decision.suppression == nil ? letters ?? "" : ""
        cells.append(shown.isEmpty ? .empty : .text(shown))
      }
      if truth != nil {
        let known: Table.Cell? = isTotal ? truth.map { .value($0, result.unit) } : nil
        cells.insert(known ?? .empty, at: 1)
      }
      return Table.Row([.text(label)] + cells, indent: isTotal ? 0 : 1, isTotal: isTotal)
    }
    let overall = result.estimates.overall
    var rows = [
      row(
        words(.overall),
        overall,
        decision(result),
        isTotal: true
      )
    ]
    for breakdown in result.estimates.breakdowns {
      rows.append(
        .heading(label(breakdown.question.label), columns: columns.count)
      )
      let decisions = decisions(of: breakdown, in: result)
      for (place, (group, decision)) in zip(breakdown.groups, decisions).enumerated() {
        let letters = breakdown.letters.indices.contains(place) ? breakdown.letters[place] : nil
        rows.append(
          row(label(group.level.label), group.estimate, decision, letters: letters, isTotal: false)
        )
      }
    }
    return Table(caption: label(result.indicator.label), columns: columns, rows: rows)
  }

  /// Estimate, interval, n, design effect.
  private func cells(
    _ estimate: Estimate?,
    _ decision: PublicationGate.Decision,
    _ unit: IndicatorUnit
  ) -> [Table.Cell] {
    let reason = decision.suppression
    if let reason, reason.isConfidential {
      return [.suppressed, .suppressed, .suppressed, .empty]
    }
    guard let estimate else { return [.empty, .empty, .nobody(unit), .empty] }
    if let reason {
      let symbol = PublicationSymbol(reason)
      return [.withheld(symbol), .withheld(symbol), .count(estimate.sampleSize), .empty]
    }
    let rule: ProportionInterval = unit == .share ? .beta : .mean
    let interval = confidenceInterval(of: estimate, by: rule)
    return [
      .value(estimate.value, unit),
      interval.map { .interval($0.lower...max($0.lower, $0.upper), unit) } ?? .empty,
      .count(estimate.sampleSize),
      estimate.designEffectWithReplacement.map { .number($0, decimals: 2) } ?? .empty,
    ]
  }

  /// The interval of a figure; none for a mean of a sample that does not vary, which is no
  /// certainty.
  func confidenceInterval(of estimate: Estimate, by rule: ProportionInterval) -> ConfidenceInterval?
  {
    if rule == .mean, estimate.lacksSpread { return nil }
    return rule.interval(for: estimate, level: 1 - 2 * Self.error)
  }

  /// The error of the one-sided bounds that the report's intervals are made of.
  static let error = 0.05
}
