import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// What respondents wish for, from the highest to the lowest, with the ranks that each may have.
  var expectations: [Report.Block] {
    var blocks: [Report.Block] = []
    for ranks in analysis.expectations where isShown(ranks) {
      if blocks.isEmpty { blocks.append(.heading(heading(.expectations), level: 1)) }
      blocks.append(.paragraph(leaders(of: ranks)))
      blocks.append(.table(table(ranks)))
      blocks.append(
        .note(
          language.choose(
            "Cột “Hạng” ghi các hạng có thể có của mỗi nội dung, đúng đồng thời cho mọi nội dung với độ tin cậy \(NumberWords(language).confidence(error: Self.error)).",
            "“Rank” gives the ranks that each may have, true for all at once with \(NumberWords(language).confidence(error: Self.error)) confidence."
          )
        )
      )
    }
    return blocks
  }

  private func isShown(_ ranks: ElementRanks) -> Bool {
    isShownWhole(ranks.indicator)
      && ranks.entries.allSatisfy { !smallCounts.hides($0.estimate.sampleSize) }
  }

  /// The entries that may have the first rank.
  private func leaders(of ranks: ElementRanks) -> String {
    let numbers = NumberWords(language)
    let first = ranks.entries.filter { $0.ranks.lowerBound == 1 }
    let names = first.map { entry in
      "\(label(entry.label)) (\(numbers.value(entry.estimate.value, ranks.unit)))"
    }
    let list = names.joined(separator: "; ")
    return first.count == 1
      ? language.choose("Được mong đợi nhất: \(list).", "Expected most: \(list).")
      : language.choose(
        "Có thể được mong đợi nhất, mẫu chưa phân biệt được: \(list).",
        "May be expected most, the sample cannot tell which: \(list)."
      )
  }

  private func table(_ ranks: ElementRanks) -> Table {
    let rule: ProportionInterval = ranks.unit == .share ? .beta : .mean
    return Table(
      caption: label(ranks.indicator.label),
      columns: [
        .init(words(.item)),
        .init(words(ranks.unit == .share ? .share : .indexValue), .trailing),
        .init(NumberWords(language).intervalTitle(error: Self.error), .trailing),
        .init(language.choose("Hạng", "Rank"), .trailing), .init(words(.sampleSize), .trailing),
      ],
      rows: ranks.entries.map { entry in
        let interval = confidenceInterval(of: entry.estimate, by: rule)
        let (low, high) = (entry.ranks.lowerBound, entry.ranks.upperBound)
        return Table.Row([
          .text(label(entry.label)), .value(entry.estimate.value, ranks.unit),
          interval.map { .interval($0.lower...max($0.lower, $0.upper), ranks.unit) } ?? .empty,
          .text(low == high ? "\(low)" : "\(low)–\(high)"), .count(entry.estimate.sampleSize),
        ])
      }
    )
  }
}
