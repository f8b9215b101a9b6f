package import SurveyModel
package import SurveyStatistics

/// The sample design of a dataset, built from the questions that a questionnaire or a plan names.
package struct StudyDesign: Sendable {
  /// What was named.
  package let declaration: SampleDeclaration
  /// The design.
  package let design: SampleDesign
  /// What the reader of an estimate must know about it.
  package let notes: [DesignNote]
  /// The labels of the first-stage strata, by code.
  package let stratumLabels: [String]
  /// The first-stage strata and the primary units of waves that were put together; `nil` when all
  /// interviews are of one wave.
  package let pooled: (strata: [Int], units: [Int]?)?
  /// What the sampled units are called, stage by stage.
  let units: [UnitColumn]

  /// Builds the design of `data`.
  ///
  /// A column that is empty in every interview was never collected: it is left out and noted. A
  /// column that is empty in some interviews is an error, because leaving those out would change
  /// whom the figures speak of. Without `usesWeights` all interviews weigh the same. Interviews of
  /// several waves are pooled: strata are those of each wave, but for units that are in several.
  package init(
    _ declaration: SampleDeclaration,
    of data: Dataset,
    lonelyPSU: LonelyPSU = .fail,
    usesWeights: Bool = true
  ) throws(StudyDesignError) {
    var notes: [DesignNote] = []
    var kept = declaration
    let weights = try declaration.weight.flatMapThrowing { id throws(StudyDesignError) in
      try Self.numbers(id, in: data)
    }
    if let weight = declaration.weight, weights == nil {
      notes.append(.unweighted(weight))
      kept.weight = nil
    }
    if declaration.weight == nil { notes.append(.noWeights) }
    let strata = try Self.codes(declaration.strata, in: data)
    let clusters = try Self.codes(declaration.clusters, in: data)
    var fpc: [[Double]] = []
    for id in declaration.fpc {
      if let column = try Self.numbers(id, in: data) { fpc.append(column) }
    }
    kept.strata = strata.map(\.id)
    kept.clusters = clusters.map(\.id)
    for id in declaration.strata where !kept.strata.contains(id) { notes.append(.notCollected(id)) }
    for id in declaration.clusters where !kept.clusters.contains(id) {
      notes.append(.notCollected(id))
    }
    let panel = try Self.panel(declaration.panel, in: data)
    var units = clusters.enumerated().map { stage, cluster in
      let outer = declaration.nest && stage == 0 ? strata.first?.column : nil
      return UnitColumn(outer, cluster.column)
    }
    let pooling = data.waves.flatMap { waves in
      Set(waves.codes).count > 1
        ? WavePooling(
          waves,
          strata: strata.first.map { ($0.column.codes, $0.labels) },
          units: units.first ?? panel
        ) : nil
    }
    if let pooling {
      notes.append(.pooledWaves(pooling.waves, common: pooling.commonUnits))
      // Of units that were drawn more than once no share of the population is known.
      if pooling.commonUnits > 0, !fpc.isEmpty { fpc = [] }
    }
    if clusters.isEmpty, pooling != nil {
      units = panel.map { [$0] } ?? []
    } else if let panel {
      units.append(panel.unambiguous)
    }
    self.units = units
    pooled = pooling.map { ($0.strata, $0.units) }
    if fpc.count != max(1, clusters.count) {
      if !declaration.fpc.isEmpty { notes.append(.fpcLeftOut) }
      fpc = []
      kept.fpc = []
    }
    let firstStrata = pooling.map { [$0.strata] } ?? strata.prefix(1).map(\.column.codes)
    let firstUnits = pooling?.units.map { [$0] } ?? clusters.prefix(1).map(\.column.codes)
    let labels = pooling?.stratumLabels ?? strata.first?.labels ?? []
    do throws(SampleDesignError) {
      design = try SampleDesign(
        rows: data.count,
        weights: usesWeights ? weights : Array(repeating: 1, count: data.count),
        strata: firstStrata + strata.dropFirst().map(\.column.codes),
        clusters: firstUnits + clusters.dropFirst().map(\.column.codes),
        fpc: fpc,
        nest: declaration.nest,
        // A single unit in all leaves nothing to choose: there is no error to estimate.
        lonelyPSU: data.count == 1 ? .remove : lonelyPSU
      )
    } catch {
      throw .statistics(error, strata: labels)
    }
    stratumLabels = labels
    self.declaration = kept
    self.notes = notes
  }

  private static func numbers(
    _ id: String,
    in data: Dataset
  ) throws(StudyDesignError) -> [Double]? {
    guard data.questionnaire.index(of: id) != nil else { throw .unknownQuestion(id) }
    let numbers = IndicatorScores.numbers(of: id, in: data)
    let missing = numbers.indices.filter { numbers[$0].isNaN }
    if missing.count == numbers.count { return nil }
    guard missing.isEmpty else {
      throw .partlyMissing(id, count: missing.count, of: numbers.count)
    }
    return numbers
  }

  private static func codes(
    _ ids: [String],
    in data: Dataset
  ) throws(StudyDesignError) -> [(id: String, column: UnitColumn, labels: [String])] {
    var columns: [(id: String, column: UnitColumn, labels: [String])] = []
    for id in ids {
      let variable = try GroupVariable.named(id, in: data)
      let missing = variable.codes.count { $0 < 0 }
      if missing == variable.codes.count { continue }
      guard missing == 0 else {
        throw .partlyMissing(id, count: missing, of: variable.codes.count)
      }
      columns.append((id, UnitColumn(variable), variable.levels.map { $0.label.text("vi") }))
    }
    return columns
  }

  /// The people of a panel by name; `nil` when there is none or nobody has a name.
  private static func panel(
    _ id: String?,
    in data: Dataset
  ) throws(StudyDesignError) -> UnitColumn? {
    guard let id else { return nil }
    let variable = try GroupVariable.named(id, in: data)
    return variable.levels.isEmpty ? nil : UnitColumn(variable)
  }
}

extension Optional {
  /// `flatMap` for a closure with a typed error.
  fileprivate func flatMapThrowing<Value, Failure: Error>(
    _ body: (Wrapped) throws(Failure) -> Value?
  ) throws(Failure) -> Value? {
    guard let self else { return nil }
    return try body(self)
  }
}
