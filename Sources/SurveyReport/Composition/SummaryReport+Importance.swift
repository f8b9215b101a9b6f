import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// What matters against what is good: a map and its table for each index of satisfaction.
  var importanceMaps: [Report.Block] {
    var blocks: [Report.Block] = []
    for result in analysis.importance where isShownWhole(result.indicator) {
      if blocks.isEmpty { blocks.append(.heading(heading(.importance), level: 1)) }
      let map = importanceMap(result)
      blocks.append(.note(importanceNote(result)))
      blocks.append(.chart(.importance(map)))
      blocks.append(.table(importanceTable(result, map)))
    }
    return blocks
  }

  /// Whether no element of an index is kept back, so that what is said about all gives none away.
  func isShownWhole(_ indicator: Indicator) -> Bool {
    guard let result = analysis.indicators.first(where: { $0.indicator.id == indicator.id }) else {
      return false
    }
    return decision(result).suppression == nil && keptBackMeans(of: result).isEmpty
  }

  private func importanceMap(_ result: ImportanceResult) -> ImportanceMap {
    ImportanceMap(
      caption: label(result.indicator.label),
      performanceTitle: language.choose("Mức đáp ứng (0–100)", "Performance (0–100)"),
      importanceTitle: language.choose("Mức quan trọng (tương quan)", "Importance (correlation)"),
      meanPerformance: result.places.meanPerformance,
      meanImportance: result.places.meanImportance,
      items: zip(result.labels, result.places.items).enumerated().map { place, pair in
        ImportanceMap.Item(
          number: place + 1,
          label: label(pair.0),
          importance: pair.1.importance.value,
          performance: pair.1.performance.value,
          quadrant: ImportanceMap.Quadrant(pair.1.quadrant),
          isClear: pair.1.isClear
        )
      }
    )
  }

  private func importanceNote(_ result: ImportanceResult) -> String {
    let what =
      result.isByItem
      ? language.choose("nội dung", "item") : language.choose("yếu tố", "element")
    return language.choose(
      "Mức quan trọng suy ra từ câu trả lời: hệ số tương quan giữa điểm của mỗi \(what) và điểm trung bình chung của cùng người đó; không phải là điều người dân tự nói. Các góc gặp nhau ở mức trung bình của mọi \(what). “Chưa rõ”: vị trí có thể chỉ do chọn mẫu (độ tin cậy 95%).",
      "Importance is derived from the answers: the correlation of each \(what) with the same person's mean over all; it is not what people say themselves. The quadrants meet at the means over all \(what)s. “Not clear”: the place may be due to chance (95% confidence)."
    ) + (result.isByItem ? "" : " " + performanceNote)
  }

  /// Why an element has another figure here than in the table of the index.
  private var performanceNote: String {
    language.choose(
      "“Đáp ứng” là trung bình của điểm trung bình từng người trên các câu người đó đã trả lời, nên có thể khác đôi chút so với chỉ số của yếu tố ở chương chỉ số.",
      "“Performance” is the mean of each person's mean over the questions that the person answered, so it may differ a little from the index of the element in the chapter on indices."
    )
  }

  private func importanceTable(_ result: ImportanceResult, _ map: ImportanceMap) -> Table {
    func number(_ value: Double) -> Table.Cell {
      .number(value, decimals: ImportanceMap.decimals)
    }
    let rows = map.items.map { item in
      let place = TablePhrase.place(item.quadrant, isClear: item.isClear)
      return Table.Row([
        .text(item.label), .count(item.number), number(item.performance),
        number(item.importance), .text(place.text(in: language)),
      ])
    }
    let mean = language.choose(
      "Trung bình (nơi các góc gặp nhau)",
      "Mean (where the quadrants meet)"
    )
    let means: [Table.Cell] = [
      .text(mean), .empty, number(map.meanPerformance), number(map.meanImportance), .empty,
    ]
    return Table(
      caption: map.caption,
      columns: [
        .init(words(.item)), .init(language.choose("Số", "No."), .trailing),
        .init(language.choose("Đáp ứng", "Performance"), .trailing),
        .init(language.choose("Quan trọng", "Importance"), .trailing),
        .init(language.choose("Vị trí", "Place")),
      ],
      rows: rows + [Table.Row(means, isTotal: true)]
    )
  }
}

extension ImportanceMap.Quadrant {
  init(_ quadrant: ImportanceQuadrant) {
    self =
      switch quadrant {
      case .keepUp: .keepUp
      case .concentrateHere: .concentrateHere
      case .lowPriority: .lowPriority
      case .possibleOverkill: .possibleOverkill
      }
  }
}
