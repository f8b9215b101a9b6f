import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// One verdict in a sentence for each target.
  var summary: [Report.Block] {
    var blocks: [Report.Block] = [.heading(words(.summary), level: 1)]
    let surveys = surveyTargets
    if let note = header.planNote, !surveys.isEmpty {
      blocks.append(.note(note.text(in: language)))
    }
    if surveys.isEmpty { blocks.append(.paragraph(words(.noTargets))) }
    for (assessment, survey) in surveys {
      let sentence = VerdictSentence(
        assessment.target,
        survey,
        survey.overall,
        words: NumberWords(language)
      )
      blocks.append(.verdict(sentence.block))
    }
    return blocks + headlines
  }

  /// Each composite in a sentence: value, interval, n.
  private var headlines: [Report.Block] {
    let numbers = NumberWords(language)
    return analysis.indicators.compactMap { result in
      switch result.detail {
      case .index, .points: break
      case .none, .choices: return nil
      }
      guard let estimate = result.estimates.overall,
        gate.decision(for: estimate, isProportion: false).suppression == nil
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
  /// Groups that are not published always say why; with `everySentence` all groups have theirs.
  func targets(everySentence: Bool) -> [Report.Block] {
    var blocks: [Report.Block] = []
    for (assessment, survey) in surveyTargets {
      if blocks.isEmpty { blocks.append(.heading(words(.targets), level: 1)) }
      blocks.append(.heading(promise(of: assessment.target), level: 2))
      if let population = assessment.target.population {
        blocks.append(.note(population.text(in: language)))
      }
      blocks.append(.table(table(assessment.target, survey)))
      if isSimultaneous(assessment.target, survey) {
        blocks.append(.note(words(.simultaneous(error: assessment.target.decision.error))))
      }
      if survey.unit == .share { blocks.append(.chart(chart(survey))) }
      for breakdown in survey.breakdowns {
        for line in breakdown.lines {
          let sentence = VerdictSentence(
            assessment.target,
            survey,
            line,
            words: NumberWords(language)
          )
          if everySentence {
            blocks.append(.verdict(sentence.block))
          } else if case .suppressed = line.verdict {
            blocks.append(.note(sentence.block.sentence))
          }
        }
      }
    }
    let others = analysis.targets.compactMap { sentence(forOther: $0) }
    if !others.isEmpty {
      if blocks.isEmpty { blocks.append(.heading(words(.targets), level: 1)) }
      blocks.append(.heading(words(.otherTargets), level: 2))
      blocks += others.map { .paragraph($0) }
    }
    return blocks
  }

  private var surveyTargets: [(TargetAssessment, TargetAssessment.Survey)] {
    analysis.targets.compactMap { assessment in
      if case .survey(let survey) = assessment.outcome { (assessment, survey) } else { nil }
    }
  }

  private func promise(of target: Target) -> String {
    var promise = target.promise.text(in: language)
    if promise.hasSuffix(".") { promise.removeLast() }
    return target.source.map { "\(promise) (\($0))" } ?? promise
  }

  /// Whether the intervals of the groups have confidences of their own.
  private func isSimultaneous(_ target: Target, _ survey: TargetAssessment.Survey) -> Bool {
    target.decision.adjustment == .holm && !survey.breakdowns.isEmpty
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
        default: .count(line.estimate?.sampleSize ?? 0)
        }
      return [.suppressed, .suppressed, count, .empty, verdict]
    }
    return [
      line.estimate.map { .value($0.value, unit) } ?? .empty,
      line.interval.map { .interval($0.lower...max($0.lower, $0.upper), unit) } ?? .empty,
      .count(line.estimate?.sampleSize ?? 0),
      line.decidingBound.map { .value($0, unit) } ?? .empty,
      verdict,
    ]
  }

  private func chart(_ survey: TargetAssessment.Survey) -> BarChart {
    func bar(_ line: TargetAssessment.Line, _ label: String, isTotal: Bool) -> BarChart.Bar {
      let isHidden = if case .suppressed = line.verdict { true } else { false }
      return BarChart.Bar(
        label: label,
        value: isHidden ? nil : line.estimate?.value,
        interval: line.interval.map { $0.lower...max($0.lower, $0.upper) },
        count: isHidden ? nil : line.estimate?.sampleSize ?? 0,
        tone: VerdictSentence.tone(line.verdict),
        isTotal: isTotal
      )
    }
    var bars = [bar(survey.overall, words(.overall), isTotal: true)]
    for breakdown in survey.breakdowns {
      bars += breakdown.lines.map { line in
        bar(line, line.level.map { label($0.label) } ?? "", isTotal: false)
      }
    }
    return BarChart(
      caption: label(survey.indicator.label),
      bars: bars,
      target: survey.threshold
    )
  }

  /// What is said about a target that this questionnaire does not answer.
  private func sentence(forOther assessment: TargetAssessment) -> String? {
    let promise = promise(of: assessment.target)
    switch assessment.outcome {
    case .survey:
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

  /// An interval on the scale of its indicator.
  static func interval(_ interval: ClosedRange<Double>, _ unit: IndicatorUnit) -> Table.Cell {
    unit == .share ? .shareInterval(interval) : .numberInterval(interval, decimals: 2)
  }
}
