import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// Closed questions with all their levels; questions on one scale share a table.
  var itemTables: [Report.Block] {
    let closed = closedItems
    guard !closed.isEmpty else { return [] }
    var blocks: [Report.Block] = [.heading(heading(.items), level: 1)]
    var run: [ItemProfile] = []
    func flush() {
      if let first = run.first {
        if let scale = first.question.kind.choiceList?.scale {
          blocks.append(.table(scaleTable(run)))
          blocks.append(.chart(.levels(levelChart(run, scale))))
        } else {
          blocks += run.map { .table(levelTable($0)) }
        }
      }
      run = []
    }
    for item in closed {
      if let last = run.last, !isSameScale(last, item) { flush() }
      run.append(item)
    }
    flush()
    return blocks
  }

  /// Closed questions that do not tell who the respondents are.
  var closedItems: [ItemProfile] {
    let profile = Set(profileItems.map(\.question.id))
    return analysis.items.filter { item in
      guard case .selectOne = item.question.kind else { return false }
      return !profile.contains(item.question.id)
    }
  }

  private func isSameScale(_ one: ItemProfile, _ other: ItemProfile) -> Bool {
    guard let list = one.question.kind.choiceList, let next = other.question.kind.choiceList else {
      return false
    }
    return list.scale != nil && list.id == next.id
      && section(of: one.question) == section(of: other.question)
  }

  private func section(of question: Question) -> Int? {
    let index = analysis.questionnaire.index(of: question.id)
    return index.map { analysis.questionnaire.sectionOfQuestion[$0] }
  }

  /// One row an item, one column a level, then the positive share, n, and those without an answer.
  private func scaleTable(_ items: [ItemProfile]) -> Table {
    let levels = items.first?.levels ?? []
    let hasPositive = items.contains { $0.positive != nil }
    let columns =
      [Table.Column(words(.item))]
      + levels.map { .init(label($0.choice.label), .trailing) }
      + (hasPositive ? [.init(words(.positiveShare), .trailing)] : [])
      + [.init(words(.sampleSize), .trailing), .init(words(.missing), .trailing)]
    let keptBack = keptBackQuestions
    let rows = items.map { item in
      let shares: [Table.Cell] = item.levels.map { level in
        level.share.map { .share($0.value) } ?? .empty
      }
      let positive: [Table.Cell] =
        hasPositive ? [item.positive.map { .share($0.value) } ?? .empty] : []
      let missing = item.missing.filter { $0.key != .notApplicable }.values.reduce(0, +)
      let figures = smallCounts.kept(back: isUnreliable(item), shares + positive)
      return Table.Row(
        [.text(label(item.question.label))]
          // Who did not answer would tell how many did.
          + smallCounts.kept(
            back: keptBack.contains(item.question.id),
            figures + [.count(item.answered), .count(missing)]
          )
      )
    }
    return Table(caption: scaleTitle(items), columns: columns, rows: rows)
  }

  /// The table of a scale as stacked bars, from the worst level to the best.
  private func levelChart(_ items: [ItemProfile], _ scale: Scale) -> LevelChart {
    let isDescending = scale.direction == .descending
    func ordered<Element>(_ levels: [Element]) -> [Element] {
      isDescending ? levels.reversed() : levels
    }
    let keptBack = keptBackQuestions
    let rows = items.map { item in
      var symbol: PublicationSymbol?
      if keptBack.contains(item.question.id) {
        symbol = .confidential
      } else if isUnreliable(item) {
        symbol = .unreliable
      }
      let shares = item.levels.compactMap { $0.share?.value }
      let isShown = symbol == nil && shares.count == item.levels.count
      return LevelChart.Row(
        label: label(item.question.label),
        shares: isShown ? ordered(shares) : [],
        count: symbol == .confidential ? nil : item.answered,
        symbol: symbol ?? (isShown ? nil : .notAvailable)
      )
    }
    return LevelChart(
      caption: scaleTitle(items),
      levels: ordered(items.first?.levels ?? []).map {
        LevelChart.Level(label: label($0.choice.label), isPositive: $0.choice.isPositive)
      },
      rows: rows
    )
  }

  private func scaleTitle(_ items: [ItemProfile]) -> String {
    items.first.flatMap { section(of: $0.question) }
      .map { label(analysis.questionnaire.sections[$0].title) } ?? heading(.items)
  }

  /// Whether so few answered that the plan's rule publishes no share of theirs.
  func isUnreliable(_ item: ItemProfile) -> Bool {
    let share = item.positive ?? item.levels.first?.share
    return gate.decision(for: share, isProportion: true).suppression == .smallSample
  }

  /// The means of numeric questions that people answered: not of what the design reads, and not of
  /// the numbers that operators carry from form to form, such as that of a counter.
  var numericItems: [ItemProfile] {
    let design = Set(
      analysis.questionnaire.sample.questionIDs + analysis.design.declaration.questionIDs
    )
    let operators = audit?.audit.rules.operatorQuestion
    return analysis.items.filter { item in
      let question = item.question
      return item.mean != nil && !design.contains(question.id) && !question.persists
        && question.role == nil && question.id != operators
    }
  }

  /// The table of these means.
  var numbers: [Report.Block] {
    let rows = numericItems.compactMap { item -> Table.Row? in
      let question = item.question
      guard let mean = item.mean else { return nil }
      let interval = confidenceInterval(of: mean, by: .mean)
      let cells: [Table.Cell] = [
        .number(mean.value, decimals: 2),
        interval.map { .numberInterval($0.lower...max($0.lower, $0.upper), decimals: 2) } ?? .empty,
        .count(mean.sampleSize),
      ]
      return Table.Row(
        [.text(label(question.label))]
          + smallCounts.kept(back: isKeptBack(item), cells)
      )
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading(heading(.numbers), level: 1),
      .table(
        Table(
          caption: heading(.numbers),
          columns: [
            .init(words(.item)), .init(words(.mean), .trailing),
            .init(NumberWords(language).intervalTitle(error: Self.error), .trailing),
            .init(words(.sampleSize), .trailing),
          ],
          rows: rows
        )
      ),
    ]
  }

  /// The notes of the design.
  var designNotes: [Report.Block] {
    analysis.design.notes.map { .note($0.text(in: language)) }
  }

  /// How the figures were made and what they cannot say.
  var method: [Report.Block] {
    let sample = analysis.design.declaration
    let design = analysis.design.design
    let level = NumberWords(language).threshold(1 - 2 * Self.error, .share)
    let side = NumberWords(language).confidence(error: Self.error)
    let numbers = NumberWords(language)
    let strata = numbers.count(max(1, design.primaryStrata))
    let units = numbers.count(design.primaryUnits)
    let freedom = numbers.count(design.degreesOfFreedom)
    var blocks: [Report.Block] = [.heading(heading(.method), level: 1)]
    blocks += designNotes
    if let people = peopleSentence { blocks.append(.paragraph(people)) }
    blocks.append(
      .paragraph(
        language.choose(
          "Thiết kế mẫu: quyền số \(sample.weight ?? "như nhau"), \(strata) tầng, \(units) đơn vị chọn mẫu bậc một, \(freedom) bậc tự do. Sai số tính theo tuyến tính hóa Taylor; nhóm được ước lượng như miền của cùng một mẫu, không lọc bỏ phiếu.",
          "Sample design: weight \(sample.weight ?? "equal"), \(strata) strata, \(units) primary sampling units, \(freedom) degrees of freedom. Variances by Taylor linearisation; groups are estimated as domains of the same sample, never by filtering."
        )
      )
    )
    blocks.append(
      .paragraph(
        language.choose(
          "Khoảng tin cậy \(level): mỗi đầu là cận một phía với độ tin cậy \(side); tỷ lệ theo Korn–Graubard (cỡ mẫu hiệu dụng không quá n), trung bình và chỉ số theo Student. Câu trả lời “không biết”, từ chối và để trống không vào mẫu số, trừ chỉ số có ghi chú khác; trong điểm kiến thức, chúng được tính là chưa đúng. Làm tròn nửa lên, hai chữ số thập phân; các tỷ lệ đã làm tròn có thể không cộng đúng 100%.",
          "\(level) intervals: each end is a one-sided bound with \(side) confidence; shares by Korn–Graubard (effective size capped at n), means and indices by Student's t. Don't know, refused and blank answers enter no denominator, unless the note of an indicator says otherwise; in knowledge scores they count as not right. Rounded half up to two decimals; rounded shares need not add up to 100%."
        )
      )
    )
    blocks.append(
      .paragraph(
        language.choose(
          "Nhóm dưới \(numbers.count(suppression.below)) người không được công bố; ký hiệu [c].",
          "Groups of fewer than \(numbers.count(suppression.below)) people are not published; sign [c]."
        )
      )
    )
    if keepsItemsBack {
      blocks.append(
        .paragraph(
          language.choose(
            "Có câu hỏi không công bố vì quá ít người trả lời; để không suy ra được kết quả đó, một số kết quả khác cũng không công bố và các tệp số liệu chỉ ghi số đã làm tròn.",
            "A question is not published because too few answered it; so that nobody can work it out, some other results are not published either and data files hold rounded figures only."
          )
        )
      )
    }
    return blocks
  }
}
