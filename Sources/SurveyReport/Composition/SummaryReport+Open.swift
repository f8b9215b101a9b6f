import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// Targets that the sample cannot decide, and what would decide them.
  var undecided: [Report.Block] {
    let numbers = NumberWords(language)
    var rows: [Table.Row] = []
    var changes = ["", ""]
    for assessment in analysis.targets {
      if case .change(let change) = assessment.outcome, let row = undecidedRow(change, numbers) {
        rows.append(row)
        changes = [
          ", hoặc thay đổi thật là tăng hay giảm",
          ", or whether the true change is a rise or a fall",
        ]
      }
      guard case .survey(let survey) = assessment.outcome else { continue }
      for line in [survey.overall] + survey.breakdowns.flatMap(\.lines) {
        guard case .undecided = line.verdict, let estimate = line.estimate else { continue }
        let group = line.level.map { label($0.label) } ?? words(.overall)
        rows.append(
          Table.Row([
            .text("\(label(survey.indicator.label)) – \(group)"),
            .value(estimate.value, survey.unit), .value(survey.threshold, survey.unit),
            .count(estimate.sampleSize),
            .text(line.outlook.map { need($0, numbers) } ?? DecimalText.nothing),
          ])
        )
      }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading(heading(.undecided), level: 1),
      .paragraph(
        language.choose(
          "“Chưa đủ căn cứ” không có nghĩa là chưa đạt: số phiếu hiện có chưa cho biết giá trị thật ở trên hay dưới chỉ tiêu\(changes[0]).",
          "“Undecided” does not mean missed: the interviews at hand do not tell whether the true value is above or below the target\(changes[1])."
        )
      ),
      .table(
        Table(
          caption: heading(.undecided),
          columns: [
            .init(words(.item)), .init(words(.estimate), .trailing),
            .init(language.choose("Chỉ tiêu", "Target"), .trailing),
            .init(words(.sampleSize), .trailing),
            .init(language.choose("Cần hỏi thêm", "Further interviews")),
          ],
          rows: rows
        )
      ),
    ]
  }

  /// A promised change that two waves cannot decide.
  private func undecidedRow(
    _ change: TargetAssessment.Change,
    _ numbers: NumberWords
  ) -> Table.Row? {
    guard case .undecided = change.line.verdict, let difference = change.line.estimate else {
      return nil
    }
    let unit = change.indicator.unit
    let title = ChangeWords(language, unit).title.lowercased()
    let since = language.choose("so với “\(change.since)”", "since “\(change.since)”")
    return Table.Row([
      .text("\(label(change.indicator.indicator.label)) – \(title) \(since)"),
      .change(difference.value, isShare: unit == .share),
      .text(ChangeSentence.goal(change, language)),
      change.indicator.overall.after.map { .count($0.sampleSize) } ?? .empty,
      .text(change.outlook.map { need($0, numbers) } ?? DecimalText.nothing),
    ])
  }

  private func need(
    _ outlook: TargetAssessment.Change.Outlook,
    _ numbers: NumberWords
  ) -> String {
    switch outlook {
    case .interviews(let count):
      language.choose(
        "khoảng \(numbers.count(count)) phiếu ở kỳ này",
        "about \(numbers.count(count)) of this wave"
      )
    case .earlierWave:
      language.choose(
        "thêm phiếu ở kỳ này cũng chưa đủ vì sai số của kỳ trước lớn",
        "more of this wave would not do: the error of the earlier one is large"
      )
    }
  }

  private func need(_ outlook: DecisionOutlook, _ numbers: NumberWords) -> String {
    switch outlook.further {
    case .interviews(let count):
      language.choose("khoảng \(numbers.count(count)) phiếu", "about \(numbers.count(count))")
    case .everybody(let count):
      language.choose(
        "hỏi hết \(numbers.count(count)) người còn lại",
        "all \(numbers.count(count)) others"
      )
    case .moreThan(let count):
      language.choose("trên \(numbers.count(count)) phiếu", "more than \(numbers.count(count))")
    }
  }

  /// Every figure of `blocks` that is kept back, by table and row, with the reason.
  func withheld(in blocks: [Report.Block]) -> [Report.Block] {
    var rows: [Table.Row] = []
    var used: Set<PublicationSymbol> = []
    for case .table(let table) in blocks {
      for row in table.rows {
        let symbols = row.cells.compactMap(\.symbol)
        guard let symbol = symbols.first, case .text(let name)? = row.cells.first else { continue }
        used.formUnion(symbols)
        let line = Table.Row([.text("\(table.caption) – \(name)"), .text(symbol.text)])
        if !rows.contains(line) { rows.append(line) }
      }
    }
    guard !rows.isEmpty else { return [] }
    let meanings = PublicationSymbol.allCases.filter(used.contains)
      .map { "\($0.text): \($0.text(in: language))" }
    return [
      .heading(heading(.withheld), level: 1),
      .paragraph(meanings.joined(separator: "; ") + "."),
      .table(
        Table(
          caption: heading(.withheld),
          columns: [
            .init(words(.item)), .init(language.choose("Ký hiệu", "Symbol")),
          ],
          rows: rows
        )
      ),
    ]
  }
}

extension Table.Cell {
  /// The symbol that stands in place of a figure.
  fileprivate var symbol: PublicationSymbol? {
    switch self {
    case .suppressed: .confidential
    case .withheld(let symbol): symbol
    case .text, .count, .share, .number, .shareInterval, .numberInterval, .change, .changeInterval,
      .pValue, .verdict, .empty:
      nil
    }
  }
}
