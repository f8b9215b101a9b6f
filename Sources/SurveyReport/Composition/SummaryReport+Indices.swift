import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// Each index as a tree, with the formulas that made it.
  var indices: [Report.Block] {
    var blocks: [Report.Block] = []
    for result in analysis.indicators {
      guard case .index(let tree) = result.detail else { continue }
      if blocks.isEmpty { blocks.append(.heading(heading(.indices), level: 1)) }
      blocks.append(.heading(label(result.indicator.label), level: 2))
      blocks.append(.note(IndexFormulaWords(tree.index).text(in: language)))
      if let note = result.indicator.note { blocks.append(.note(note.text(in: language))) }
      blocks.append(.table(treeTable(result, tree)))
      if tree.parts.flatMap(\.elements).count > 1 {
        blocks.append(.chart(.bars(elementChart(result, tree))))
      }
      if !result.estimates.breakdowns.isEmpty || header.truth[result.indicator.id] != nil {
        blocks += groups(result)
      }
    }
    return blocks
  }

  /// The whole and its elements as bars with their intervals.
  private func elementChart(_ result: IndicatorResult, _ tree: IndexResult) -> BarChart {
    let keptBack = keptBackMeans(of: result)
    func bar(
      _ label: String,
      _ estimate: Estimate?,
      _ path: [Int],
      isTotal: Bool
    ) -> BarChart.Bar {
      let shown = keptBack.contains(path) ? nil : estimate
      let interval = shown.flatMap { confidenceInterval(of: $0, by: .mean) }
      return BarChart.Bar(
        label: label,
        value: shown.map { $0.value / 100 },
        interval: interval.map { ends in
          let low = min(max(0, ends.lower / 100), 1)
          return low...max(low, min(1, ends.upper / 100))
        },
        count: shown?.sampleSize,
        symbol: keptBack.contains(path) ? .confidential : nil,
        isTotal: isTotal
      )
    }
    let elements = tree.parts.enumerated().flatMap { first, part in
      part.elements.enumerated().map { second, element in
        bar(label(element.element.label), element.estimate, [first, second], isTotal: false)
      }
    }
    return BarChart(
      caption: label(result.indicator.label),
      bars: [bar(words(.overall), result.estimates.overall, [], isTotal: true)] + elements,
      target: nil,
      unit: .index
    )
  }

  private func treeTable(_ result: IndicatorResult, _ tree: IndexResult) -> Table {
    let numbers = NumberWords(language)
    let keptBack = keptBackMeans(of: result)
    func row(
      _ label: String,
      _ estimate: Estimate?,
      _ path: [Int],
      indent: Int
    ) -> Table.Row {
      let interval = estimate.flatMap {
        confidenceInterval(of: $0, by: .mean)
      }
      let size = estimate?.sampleSize ?? 0
      let cells: [Table.Cell] = [
        estimate.map { .number($0.value, decimals: 2) } ?? .empty,
        interval.map { .numberInterval($0.lower...max($0.lower, $0.upper), decimals: 2) }
          ?? .empty,
        .count(size),
      ]
      return Table.Row(
        [.text(label)] + smallCounts.kept(back: keptBack.contains(path), cells),
        indent: indent,
        isTotal: indent == 0
      )
    }
    var rows = [row(words(.overall), result.estimates.overall, [], indent: 0)]
    for (first, part) in tree.parts.enumerated() {
      if tree.parts.count > 1 {
        rows.append(row(label(part.part.label), part.estimate, [first], indent: 0))
      }
      for (second, element) in part.elements.enumerated() {
        let path = [first, second]
        if element.items.count > 1 {
          rows.append(row(label(element.element.label), element.estimate, path, indent: 1))
        }
        for (third, item) in element.items.enumerated() {
          rows.append(row(label(item.question.label), item.estimate, path + [third], indent: 2))
        }
      }
    }
    return Table(
      caption: label(result.indicator.label),
      columns: [
        .init(words(.item)), .init(words(.indexValue), .trailing),
        .init(numbers.intervalTitle(error: Self.error), .trailing),
        .init(words(.sampleSize), .trailing),
      ],
      rows: rows
    )
  }

  /// Indicators of points with their class.
  var points: [Report.Block] {
    var blocks: [Report.Block] = []
    for result in analysis.indicators {
      guard case .points(let items) = result.detail,
        case .points(_, let classes) = result.indicator.kind
      else { continue }
      if blocks.isEmpty { blocks.append(.heading(heading(.points), level: 1)) }
      if let overall = result.estimates.overall, decision(result).suppression == nil {
        let text = NumberWords(language).value(overall.value, .number)
        let name = classes.classOf(Self.settled(overall.value)).map { $0.label.text(in: language) }
        blocks.append(
          .paragraph(
            "\(label(result.indicator.label)): \(text)"
              + (name.map { ". \(words(.classOf)): \($0)." } ?? ".")
          )
        )
      }
      blocks += groups(result)
      let keptBack = keptBackMeans(of: result)
      blocks.append(
        .table(
          Table(
            caption: label(result.indicator.label),
            columns: [
              .init(words(.item)), .init(words(.pointsValue), .trailing),
              .init(words(.sampleSize), .trailing),
            ],
            rows: items.enumerated().map { position, item in
              let (question, estimate) = item
              let isKeptBack = keptBack.contains([position])
              let size = estimate?.sampleSize ?? 0
              let value: Table.Cell =
                estimate.map { .number($0.value, decimals: 2) } ?? .empty
              return Table.Row(
                [.text(label(question.label))]
                  + smallCounts.kept(back: isKeptBack, [value, .count(size)])
              )
            }
          )
        )
      )
    }
    return blocks
  }

  /// A sum of means without the noise of binary fractions, so that exactly 15 points are 15.
  private static func settled(_ points: Double) -> Double {
    let scaled = (points * 1e9).rounded()
    return scaled.isFinite ? scaled / 1e9 : points
  }

  /// Multiple choices: the share of each option.
  var choices: [Report.Block] {
    var blocks: [Report.Block] = []
    for result in analysis.indicators {
      guard case .choices(let choices) = result.detail else { continue }
      if blocks.isEmpty { blocks.append(.heading(heading(.choices), level: 1)) }
      let rows = choices.map { choice, estimates in
        let interval = estimates.overall.flatMap {
          confidenceInterval(of: $0, by: .beta)
        }
        let size = estimates.overall?.sampleSize ?? 0
        let cells: [Table.Cell] = [
          estimates.overall.map { .share($0.value) } ?? .empty,
          interval.map { .shareInterval($0.lower...max($0.lower, $0.upper)) } ?? .empty,
          .count(size),
        ]
        return Table.Row([.text(label(choice.label))] + smallCounts.guarded(size, cells))
      }
      blocks.append(
        .table(
          Table(
            caption: label(result.indicator.label),
            columns: [
              .init(words(.answer)), .init(words(.share), .trailing),
              .init(NumberWords(language).intervalTitle(error: Self.error), .trailing),
              .init(words(.sampleSize), .trailing),
            ],
            rows: rows
          )
        )
      )
      if let note = result.indicator.note { blocks.append(.note(note.text(in: language))) }
    }
    return blocks
  }
}

/// The two formulas of an index in words.
struct IndexFormulaWords: LocalizedMessage {
  let index: Index

  init(_ index: Index) { self.index = index }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: "Công thức: \(vietnameseItem); \(vietnameseRule)."
    case .english: "Formula: \(englishItem); \(englishRule)."
    }
  }

  private var vietnameseItem: String {
    switch index.itemFormula {
    case .topLevels:
      "chỉ số một nội dung = tỷ lệ câu trả lời ở các mức tích cực × 100 (top-levels)"
    case .meanOverMaximum:
      "chỉ số một nội dung = điểm trung bình ÷ điểm cao nhất × 100 (mean-over-maximum)"
    case .rescaledMean:
      "chỉ số một nội dung = (điểm trung bình − thấp nhất) ÷ (cao nhất − thấp nhất) × 100 (rescaled-mean)"
    }
  }

  private var vietnameseRule: String {
    switch index.combine {
    case .itemsEqual:
      "chỉ số chung = trung bình của \(index.items.count) chỉ số nội dung, mỗi nội dung như nhau (items-equal)"
    case .answersPooled:
      "chỉ số chung tính trên toàn bộ câu trả lời, mỗi câu trả lời như nhau (answers-pooled)"
    case .elementsEqual:
      "chỉ số chung = trung bình của các yếu tố, mỗi yếu tố như nhau (elements-equal)"
    }
  }

  private var englishItem: String {
    switch index.itemFormula {
    case .topLevels: "index of an item = share of answers on positive levels × 100 (top-levels)"
    case .meanOverMaximum: "index of an item = mean ÷ highest code × 100 (mean-over-maximum)"
    case .rescaledMean:
      "index of an item = (mean − lowest) ÷ (highest − lowest) × 100 (rescaled-mean)"
    }
  }

  private var englishRule: String {
    switch index.combine {
    case .itemsEqual:
      "overall = mean of the \(index.items.count) item indices, each item the same (items-equal)"
    case .answersPooled: "overall over all answers, each answer the same (answers-pooled)"
    case .elementsEqual: "overall = mean of the elements, each element the same (elements-equal)"
    }
  }
}
