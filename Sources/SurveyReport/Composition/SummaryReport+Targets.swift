import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// One verdict in a sentence for each target.
  var summary: [Report.Block] {
    var blocks: [Report.Block] = [.heading(heading(.summary), level: 1)]
    let surveys = surveyTargets
    if surveys.isEmpty, changeTargets.isEmpty { blocks.append(.paragraph(words(.noTargets))) }
    for (assessment, survey) in surveys {
      let sentence = VerdictSentence(
        assessment.target,
        survey,
        survey.overall,
        words: NumberWords(language)
      )
      blocks.append(.verdict(sentence.block))
    }
    blocks += changeVerdicts(place: .summary)
    if isSelfSelected, let people = peopleSentence { blocks.append(.note(people)) }
    let counts = CountChapter(analysis.targets, language: language).overview
    return blocks + counts + headlines
      + (surveys.isEmpty && changeTargets.isEmpty ? [] : planNote)
  }

  /// What the reader must know about the plan.
  var planNote: [Report.Block] {
    header.planNote.map { [.note($0.text(in: language))] } ?? []
  }

  /// Each composite in a sentence: value, interval, n.
  var headlines: [Report.Block] {
    let numbers = NumberWords(language)
    return analysis.indicators.compactMap { result in
      switch result.detail {
      case .index, .points: break
      case .none, .choices: return nil
      }
      guard let estimate = result.estimates.overall,
        decision(result).suppression == nil
      else { return nil }
      let value = numbers.value(estimate.value, result.unit)
      let interval = confidenceInterval(of: estimate, by: .mean)
      let range = interval.map { ends in
        let title = numbers.intervalTitle(error: Self.error).lowercased()
        let low = numbers.value(ends.lower, result.unit)
        let high = numbers.value(ends.upper, result.unit)
        return ", \(title) \(low) – \(high)"
      }
      let size = numbers.count(estimate.sampleSize)
      return .paragraph(
        "\(label(result.indicator.label)): \(value) (n = \(size)\(range ?? ""))."
      )
    }
  }

  /// For each survey target its table and chart, then the targets that no survey answers.
  ///
  /// Groups that are not published say why.
  var targets: [Report.Block] {
    var blocks: [Report.Block] = []
    for (assessment, survey) in surveyTargets {
      if blocks.isEmpty { blocks.append(.heading(heading(.targets), level: 1)) }
      blocks += heading(of: assessment.target)
      blocks += figures(assessment.target, survey)
      for breakdown in survey.breakdowns {
        for line in breakdown.lines {
          guard case .suppressed = line.verdict else { continue }
          let sentence = VerdictSentence(
            assessment.target,
            survey,
            line,
            words: NumberWords(language)
          )
          blocks.append(.note(sentence.block.sentence))
        }
      }
      blocks += ranks(survey, error: assessment.target.decision.error)
    }
    for (assessment, _) in changeTargets {
      if blocks.isEmpty { blocks.append(.heading(heading(.targets), level: 1)) }
      blocks += heading(of: assessment.target)
      blocks += changeVerdicts(place: .underTarget, of: assessment.target)
    }
    return blocks + otherTargets(after: blocks)
  }

  /// For each survey target its verdicts with their reasons, group by group.
  func verdicts(details: Bool) -> [Report.Block] {
    var blocks: [Report.Block] = []
    for (assessment, survey) in surveyTargets {
      func verdict(_ line: TargetAssessment.Line, by: String?) -> Report.Block {
        .verdict(
          VerdictSentence(
            assessment.target,
            survey,
            line,
            place: .underTarget,
            by: by,
            details: details,
            words: NumberWords(language)
          ).block
        )
      }
      blocks += heading(of: assessment.target)
      blocks.append(verdict(survey.overall, by: nil))
      for breakdown in survey.breakdowns {
        blocks.append(.paragraph(words(.byQuestion(label(breakdown.question.label)))))
        blocks += breakdown.lines.map { verdict($0, by: breakdown.question.id) }
      }
      blocks += ranks(survey, error: assessment.target.decision.error)
      if details { blocks += figures(assessment.target, survey) }
    }
    for (assessment, _) in changeTargets {
      blocks += heading(of: assessment.target)
      blocks += changeVerdicts(place: .underTarget, of: assessment.target)
    }
    if blocks.isEmpty { blocks.append(.paragraph(words(.noTargets))) }
    return blocks
  }

  private func heading(of target: Target) -> [Report.Block] {
    [.heading(promise(of: target), level: 2)]
      + (target.population.map { [.note($0.text(in: language))] } ?? [])
  }

  private func figures(_ target: Target, _ survey: TargetAssessment.Survey) -> [Report.Block] {
    var blocks: [Report.Block] = [.table(table(target, survey))]
    if isSimultaneous(target, survey) {
      blocks.append(.note(words(.simultaneous(target.decision))))
    }
    return blocks + charts(survey)
  }

  /// The ranks that groups may have, in the order of the best rank.
  private func ranks(_ survey: TargetAssessment.Survey, error: Double) -> [Report.Block] {
    zip(survey.breakdowns, survey.ranks).compactMap { breakdown, ranks in
      guard let ranks else { return nil }
      let known = zip(breakdown.lines, ranks.ranks).compactMap { line, ranks in
        ranks.map { (label: line.level.map { label($0.label) } ?? "", ranks: $0) }
      }
      if known.allSatisfy({ $0.ranks == 1...known.count }) {
        return .note(words(.noRanks(label(breakdown.question.label))))
      }
      let confidence = NumberWords(language).confidence(error: error)
      let list = Self.byRank(known.map { (label: $0.label, ranks: $0.ranks) }, language)
      return .note(
        words(.ranks(list.joined(separator: "; "), among: known.count, confidence: confidence))
      )
    }
  }

  /// "rank 1–4: A, B": groups with the same ranks are said together, the best first.
  static func byRank(
    _ groups: [(label: String, ranks: ClosedRange<Int>)],
    _ language: InterfaceLanguage
  ) -> [String] {
    let labels = Dictionary(grouping: groups, by: \.ranks).mapValues { $0.map(\.label) }
    return labels.sorted { first, second in
      (first.key.lowerBound, first.key.upperBound) < (second.key.lowerBound, second.key.upperBound)
    }.map { ranks, labels in
      let (first, last) = (ranks.lowerBound, ranks.upperBound)
      let range = first == last ? "\(first)" : "\(first)–\(last)"
      let lead = language.choose("hạng", "rank") + " " + range
      return "\(lead): \(labels.joined(separator: ", "))"
    }
  }

  /// The targets that this questionnaire does not answer, but for those of `told` ones.
  func otherTargets(
    after blocks: [Report.Block],
    told: Set<String> = []
  ) -> [Report.Block] {
    let others = analysis.targets.compactMap { target in
      if case .questionnaireAbsent(let id) = target.outcome, told.contains(id) {
        return String?.none
      }
      return sentence(forOther: target)
    }
    let counts = CountChapter(analysis.targets, language: language).blocks
    guard !(others.isEmpty && counts.isEmpty) else { return [] }
    let chapter: [Report.Block] = blocks.isEmpty ? [.heading(heading(.targets), level: 1)] : []
    let rest: [Report.Block] =
      others.isEmpty
      ? [] : [.heading(words(.otherTargets), level: 2)] + others.map { .paragraph($0) }
    return chapter + counts + rest
  }

  private var surveyTargets: [(TargetAssessment, TargetAssessment.Survey)] {
    analysis.targets.compactMap { assessment in
      if case .survey(let survey) = assessment.outcome { (assessment, survey) } else { nil }
    }
  }

  private func promise(of target: Target) -> String { target.heading(in: language) }

  /// Whether the intervals of the groups have confidences of their own.
  private func isSimultaneous(_ target: Target, _ survey: TargetAssessment.Survey) -> Bool {
    target.decision.adjustment != .none && !survey.breakdowns.isEmpty
  }

  private func table(_ target: Target, _ survey: TargetAssessment.Survey) -> Table {
    let interval =
      isSimultaneous(target, survey)
      ? words(.interval) : NumberWords(language).intervalTitle(error: target.decision.error)
    var columns: [Table.Column] = [
      .init(words(.group)), .init(words(.estimate), .trailing),
      .init(interval, .trailing),
      .init(words(.sampleSize), .trailing), .init(words(.bound), .trailing), .init(words(.verdict)),
    ]
    let truth = header.truth[survey.indicator.id]
    if truth != nil { columns.insert(.init(words(.truth), .trailing), at: 2) }
    func row(_ line: TargetAssessment.Line, label: String, indent: Int) -> Table.Row {
      var cells = cells(line, survey.unit)
      if let truth {
        cells.insert(
          indent == 0 ? .value(truth, survey.unit) : .empty,
          at: 1
        )
      }
      return Table.Row([.text(label)] + cells, indent: indent, isTotal: indent == 0)
    }
    var rows = [row(survey.overall, label: words(.overall), indent: 0)]
    for breakdown in survey.breakdowns {
      rows.append(
        .heading(label(breakdown.question.label), columns: columns.count)
      )
      rows += breakdown.lines.map { line in
        row(line, label: line.level.map { label($0.label) } ?? "", indent: 1)
      }
    }
    return Table(caption: label(survey.indicator.label), columns: columns, rows: rows)
  }

  /// Estimate, interval, n, deciding bound, verdict.
  private func cells(_ line: TargetAssessment.Line, _ unit: IndicatorUnit) -> [Table.Cell] {
    let word = VerdictSentence.word(line.verdict, language)
    let verdict = Table.Cell.verdict(word: word, tone: VerdictSentence.tone(line.verdict))
    if case .suppressed(let reason) = line.verdict {
      let count: Table.Cell =
        switch reason {
        case .disclosure, .complementary: .suppressed
        default: line.estimate.map { .count($0.sampleSize) } ?? .nobody(unit)
        }
      let symbol = Table.Cell.withheld(PublicationSymbol(reason))
      return [symbol, symbol, count, .empty, verdict]
    }
    return [
      line.estimate.map { .value($0.value, unit) } ?? .empty,
      line.interval.map { .interval($0.lower...max($0.lower, $0.upper), unit) } ?? .empty,
      .count(line.estimate?.sampleSize ?? 0),
      line.decidingBound.map { .value($0, unit) } ?? .empty,
      verdict,
    ]
  }

  /// What is said about a target that this questionnaire does not answer.
  private func sentence(forOther assessment: TargetAssessment) -> String? {
    let promise = promise(of: assessment.target)
    switch assessment.outcome {
    case .survey, .count, .change:
      return nil
    case .needsTwoWaves:
      return language.choose(
        "\(promise): cần hai đợt khảo sát để so sánh.",
        "\(promise): needs two waves to be compared."
      )
    case .awaitsCount:
      return language.choose(
        "\(promise): chỉ tiêu theo số liệu hành chính của cơ quan, không tính từ khảo sát; chưa có số liệu.",
        "\(promise): a target on the office's own count, not on a survey; no count is entered yet."
      )
    case .questionnaireAbsent(let id):
      return language.choose(
        "\(promise): trả lời bằng phiếu “\(id)”, không thuộc báo cáo này.",
        "\(promise): answered by questionnaire “\(id)”, which is not part of this report."
      )
    }
  }
}

extension Table.Cell {
  /// A value on the scale of its indicator.
  static func value(_ value: Double, _ unit: IndicatorUnit) -> Table.Cell {
    unit == .share ? .share(value) : .number(value, decimals: 2)
  }

  /// How many stand behind a figure that does not exist: nobody; of a composite, unknown numbers
  /// that answered some of its questions.
  static func nobody(_ unit: IndicatorUnit) -> Table.Cell {
    switch unit {
    case .share, .number: .count(0)
    case .index, .points: .withheld(.notAvailable)
    }
  }

  /// An interval on the scale of its indicator.
  static func interval(_ interval: ClosedRange<Double>, _ unit: IndicatorUnit) -> Table.Cell {
    unit == .share ? .shareInterval(interval) : .numberInterval(interval, decimals: 2)
  }
}
