import SurveyModel
import SurveyStatistics

/// What changed from one wave or period of a questionnaire to a later one.
///
/// The covariance of the two is counted where sampling units are in both: the clusters of the design
/// by their names, and people by the question that names them (`panel`).
package struct WaveComparison: Sendable {
  /// How the earlier wave is called.
  package let label: String
  /// The interviews of the earlier wave.
  package let interviews: Int
  /// What must be known of the design of the earlier wave.
  package let notes: [DesignNote]
  /// The primary sampling units that are in both.
  package let commonUnits: Int
  /// The chance of a false claim about one figure, in either direction.
  package let error: Double
  /// The indicators of the questionnaire.
  package let indicators: [IndicatorChange]
  /// What the earlier wave does not show of its questions and means.
  package let earlierItems: ItemSuppression

  let series: WaveSeries
  let estimators: [IndicatorEstimator]

  /// The error of what is said about a change that no plan promised.
  package static let error = 0.05

  /// Compares `data`, analysed under `design`, with the interviews of an earlier wave.
  ///
  /// `results` are the indicators of `data`, `names` the questions that make groups, of which
  /// `groups` keeps some back.
  init(
    _ earlier: EarlierWave,
    _ data: Dataset,
    _ design: StudyDesign,
    declaration: SampleDeclaration,
    results: [IndicatorResult],
    by names: [String],
    keepingBack groups: GroupSuppression = GroupSuppression(),
    suppression: Plan.Suppression,
    error: Double = WaveComparison.error
  ) throws(WaveComparisonError) {
    label = earlier.label
    interviews = earlier.data.count
    self.error = error
    let first = try Self.earlier { () throws(StudyDesignError) in
      try StudyDesign(
        declaration,
        of: earlier.data,
        lonelyPSU: design.design.lonelyPSU
      )
    }
    notes = first.notes
    do throws(WaveError) {
      series = try Self.series([first, design])
    } catch {
      throw .waves(error)
    }
    commonUnits = series.commonPrimaryUnits(of: 0, and: 1)
    estimators = [
      IndicatorEstimator(data: earlier.data, design: first.design),
      IndicatorEstimator(data: data, design: design.design),
    ]
    var variables: [[GroupVariable]] = []
    for name in names {
      let pair = [GroupVariable(name, in: earlier.data), GroupVariable(name, in: data)]
      let both = pair.compactMap { $0 }
      if both.count == 2 { variables.append(both) }
    }
    do throws(SampleDesignError) {
      var joint: [JointGroups] = []
      for pair in variables { joint.append(try JointGroups(pair)) }
      var before: [IndicatorResult] = []
      for after in results {
        before.append(try estimators[0].estimate(after.indicator, by: variables.map { $0[0] }))
      }
      earlierItems = ItemSuppression(suppression, before)
      let earlierGroups = GroupSuppression(
        suppression,
        dividing: variables.map { $0[0] },
        answers: before.map { GroupSuppression.Answers($0) },
        wholly: earlierItems.indicators
      )
      var changes: [IndicatorChange] = []
      for (before, after) in zip(before, results) {
        let pair = IndicatorPair(
          before: before,
          after: after,
          series: series,
          estimators: estimators,
          judge: ChangeJudge(
            error: error,
            gate: PublicationGate(suppression),
            isProportion: after.unit == .share
          ),
          keepingBack: [earlierGroups, groups]
        )
        changes.append(try pair.change(by: joint))
      }
      indicators = changes
    } catch {
      throw .earlier(.statistics(error, strata: first.stratumLabels))
    }
  }

  /// Two waves with the units that they share; units of designs of another shape share nothing.
  private static func series(_ designs: [StudyDesign]) throws(WaveError) -> WaveSeries {
    let depth = designs.map(\.units.count).min() ?? 0
    let isAlike = Set(designs.map(\.declaration.clusters)).count == 1
    let joint = (0..<(isAlike ? depth : 0)).map { stage in
      UnitColumn.joint(designs.map { $0.units[stage] })
    }
    return try WaveSeries(
      designs.enumerated().map { wave, design in
        WaveSample(design: design.design, units: joint.map { $0[wave] })
      }
    )
  }

  private static func earlier<Value>(
    _ body: () throws(StudyDesignError) -> Value
  ) throws(WaveComparisonError) -> Value {
    do throws(StudyDesignError) {
      return try body()
    } catch {
      throw .earlier(error)
    }
  }
}
