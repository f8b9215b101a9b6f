import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// Whether and how the whole of an indicator is published.
  func decision(_ result: IndicatorResult) -> PublicationGate.Decision {
    gate.decision(
      for: result.estimates.overall,
      isProportion: result.unit == .share,
      isKeptBack: analysis.groups.keepsBack(result.indicator.id)
    )
  }

  /// Whether and how its groups by one question are published.
  func decisions(
    of breakdown: DomainEstimates.Breakdown,
    in result: IndicatorResult
  ) -> [PublicationGate.Decision] {
    gate.decisions(
      for: breakdown.groups.map(\.estimate),
      isProportion: result.unit == .share,
      keptBack: analysis.groups.keptBack(
        breakdown.question.id,
        in: result.indicator.id,
        among: breakdown.groups.map(\.level)
      )
    )
  }

  /// Whether too few answered a question, or its answers would give another away.
  func isTooSmall(_ item: ItemProfile) -> Bool {
    smallCounts.hides(item.answered)
      || analysis.keptItems.questions.contains(item.question.id)
  }

  /// Whether no table of questions shows the answers to a question with levels or numbers.
  func isKeptBack(_ item: ItemProfile) -> Bool {
    isTooSmall(item) || item.mean.map { smallCounts.hides($0.sampleSize) } ?? false
  }

  /// The means of an index or of points that are kept back, by the positions that lead to them.
  func keptBackMeans(of result: IndicatorResult) -> Set<[Int]> {
    analysis.keptItems.keptBack(in: result.indicator.id)
  }

  /// Questions that no table of a scale shows: those that too few answered or that would give another
  /// away, and those whose answers make groups of which some are kept back.
  var keptBackQuestions: Set<String> {
    let items = analysis.items.filter {
      isTooSmall($0) || !analysis.groups.keptBack($0.question.id).isEmpty
    }
    return Set(items.map(\.question.id))
  }

  /// Whether a question of this wave or of the one before is kept back.
  var keepsItemsBack: Bool {
    !analysis.keptItems.isEmpty || analysis.comparison?.earlierItems.isEmpty == false
  }

  /// `report`, with all digits of its figures only where no mean covers a question that is kept back.
  func guarded(_ report: Report) -> Report { keepsItemsBack ? report.withShownDigits() : report }
}
