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

  /// Builds the design of `data`.
  ///
  /// A column that is empty in every interview was never collected: it is left out and noted. A
  /// column that is empty in some interviews is an error, because leaving those out would change
  /// whom the figures speak of. Without `usesWeights` all interviews weigh the same.
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
    if fpc.count != max(1, clusters.count) {
      if !declaration.fpc.isEmpty { notes.append(.fpcLeftOut) }
      fpc = []
      kept.fpc = []
    }
    do throws(SampleDesignError) {
      design = try SampleDesign(
        rows: data.count,
        weights: usesWeights ? weights : Array(repeating: 1, count: data.count),
        strata: strata.map(\.codes),
        clusters: clusters.map(\.codes),
        fpc: fpc,
        nest: declaration.nest,
        // A single unit in all leaves nothing to choose: there is no error to estimate.
        lonelyPSU: data.count == 1 ? .remove : lonelyPSU
      )
    } catch {
      throw .statistics(error, strata: strata.first?.labels ?? [])
    }
    stratumLabels = strata.first?.labels ?? []
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
  ) throws(StudyDesignError) -> [(id: String, codes: [Int], labels: [String])] {
    var columns: [(id: String, codes: [Int], labels: [String])] = []
    for id in ids {
      let variable = try GroupVariable.named(id, in: data)
      let missing = variable.codes.count { $0 < 0 }
      if missing == variable.codes.count { continue }
      guard missing == 0 else {
        throw .partlyMissing(id, count: missing, of: variable.codes.count)
      }
      columns.append((id, variable.codes, variable.levels.map { $0.label.text("vi") }))
    }
    return columns
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
