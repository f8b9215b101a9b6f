package import SurveyAnalysis
package import SurveyModel

/// Counts inside sentences, in the language of the report.
package struct CountWords: Sendable {
  let language: InterfaceLanguage

  /// Makes words in a language.
  package init(language: InterfaceLanguage) {
    self.language = language
  }

  private var decimals: DecimalText { DecimalText(language: language) }

  func say(_ vietnamese: String, _ english: String) -> String {
    language.choose(vietnamese, english)
  }

  /// A number with its thousands.
  func count(_ value: Int) -> String { decimals.count(value) }

  /// "45/45 = 100%", or the number alone.
  package func figure(_ figure: CountFigure, _ aim: AdministrativeTarget) -> String {
    guard let all = figure.all else { return decimals.count(figure.done) }
    let counts = "\(decimals.count(figure.done))/\(decimals.count(all))"
    guard all > 0 else { return counts }
    return "\(counts) = \(percent(figure.done, of: all, aim))"
  }

  /// A percentage that does not round to a target that is not reached.
  private func percent(_ done: Int, of all: Int, _ aim: AdministrativeTarget) -> String {
    if (done * 100).isMultiple(of: all) { return decimals.percent(done, of: all, decimals: 0) }
    let isReached = aim.isReached(by: done, of: all)
    for places in 2...8 {
      let text = decimals.percent(done, of: all, decimals: places)
      if isReached || text != decimals.percent(aim.atLeast, decimals: places) { return text }
    }
    return decimals.percent(done, of: all, decimals: 9)
  }

  /// What is to be reached: "100%", "1 mỗi tháng".
  package func threshold(_ aim: AdministrativeTarget) -> String {
    let unit: IndicatorUnit = aim.of == nil ? .number : .share
    let number = NumberWords(language).threshold(aim.atLeast, unit)
    guard let every = aim.every else { return number }
    return "\(number) \(self.every(every))"
  }

  private func every(_ kind: Plan.ReportPeriod) -> String {
    switch kind {
    case .month: say("mỗi tháng", "a month")
    case .quarter: say("mỗi quý", "a quarter")
    case .halfYear: say("mỗi 6 tháng", "a half-year")
    case .year: say("mỗi năm", "a year")
    }
  }

  /// A day as the language writes it; in English day and month could be taken for each other.
  func day(_ day: CalendarDate) -> String { say(day.dayMonthYear, day.description) }

  /// "tháng 3, tháng 7 năm 2024": periods of one kind and year share their year.
  package func list(_ periods: [Period]) -> String {
    var groups: [(kind: Period.Kind, year: Int, periods: [Period])] = []
    for period in periods {
      if let last = groups.indices.last, groups[last].kind == period.kind,
        groups[last].year == period.year
      {
        groups[last].periods.append(period)
      } else {
        groups.append((period.kind, period.year, [period]))
      }
    }
    return groups.map { group in
      guard group.periods.count > 1 else { return group.periods[0].phrase(in: language) }
      let names = runs(group.periods).joined(separator: ", ")
      return say("\(names) năm \(group.year)", "\(names) \(group.year)")
    }.joined(separator: "; ")
  }

  /// Periods of one year without it; three and more that follow each other by the first and last.
  private func runs(_ periods: [Period]) -> [String] {
    var runs: [[Period]] = []
    for period in periods {
      if let last = runs.indices.last, runs[last].last?.next == period {
        runs[last].append(period)
      } else {
        runs.append([period])
      }
    }
    return runs.flatMap { run -> [String] in
      let names = run.map { Self.short($0, language) }
      return names.count < 3 ? names : ["\(names[0]) – \(names[names.count - 1])"]
    }
  }

  /// The period without its year.
  static func short(_ period: Period, _ language: InterfaceLanguage) -> String {
    let name = period.phrase(in: language)
    let year = String(period.year)
    for tail in [" năm \(year)", " of \(year)", " \(year)"] where name.hasSuffix(tail) {
      return String(name.dropLast(tail.count))
    }
    return name
  }

  /// How a period stands, in a word or two.
  package func word(_ state: CountPart.State) -> String {
    switch state {
    case .met: VerdictSentence.word(.met, language)
    case .notMet: VerdictSentence.word(.notMet, language)
    case .missing: say("Thiếu số liệu", "Count missing")
    case .running: say("Chưa hết kỳ", "Not over")
    case .ahead: say("Chưa tới", "To come")
    case .nothingToDo: say("Không có việc", "Nothing to do")
    case .contradictory: say("Số liệu trái nhau", "Counts contradict")
    }
  }

  func tone(_ state: CountPart.State) -> Report.VerdictBlock.Tone {
    switch state {
    case .met: .met
    case .notMet: .notMet
    case .missing, .running, .ahead, .contradictory: .undecided
    case .nothingToDo: .suppressed
    }
  }

  /// What proves the counts: "Báo cáo 12/BC-UBND (30/06/2024)"; one document is named once.
  package func evidence(_ counts: [AdministrativeCount]) -> String {
    var told: [(evidence: String, spans: [CountSpan])] = []
    for count in counts {
      let span = count.subject.span
      if let place = told.firstIndex(where: { $0.evidence == count.evidence }) {
        if !told[place].spans.contains(span) { told[place].spans.append(span) }
      } else {
        told.append((count.evidence, [span]))
      }
    }
    return told.map { evidence, spans in
      "\(evidence) (\(spans.map { $0.text(in: language) }.joined(separator: ", ")))"
    }.joined(separator: "; ")
  }
}
