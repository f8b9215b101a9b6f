import SurveyModel
import SurveyStatistics

extension RequestColumns {
  /// The error with the column that it is about and the texts of that column.
  func placed(
    _ error: EstimateRequestError,
    _ design: EstimateRequest.Design
  ) -> EstimateRequestError {
    switch error {
    case .statistics(let error): placed(error, design)
    case .replicates(.design(let error), nil): placed(error, design)
    case .replicates(let error, nil): .replicates(error, column: column(of: error, design))
    default: error
    }
  }

  private func placed(
    _ error: SampleDesignError,
    _ design: EstimateRequest.Design
  ) -> EstimateRequestError {
    func named(_ names: [String], _ stage: Int, code: Int? = nil) -> EstimateRequestError {
      guard names.indices.contains(stage - 1) else { return .statistics(error) }
      let column = names[stage - 1]
      let texts = table.texts[column]?.texts ?? []
      let unit = code.flatMap { texts.indices.contains($0) ? texts[$0] : nil }
      return .design(error, column: column, unit: unit)
    }
    return switch error {
    case .invalidWeight: named([design.weight].compactMap { $0 }, 1)
    case .invalidProbability: named([design.probability].compactMap { $0 }, 1)
    case .invalidFPC(_, let stage, _), .fpcBelowSample(_, _, let stage, _),
      .fpcVaries(let stage, _, _):
      named(design.fpc, stage)
    case .clusterInTwoStrata(let code, let stage, _, _):
      named(design.clusters, stage, code: code)
    case .lonelyPSU(let code, let stage, _): named(design.strata, stage, code: code)
    default: .statistics(error)
    }
  }

  private func column(
    of error: ReplicateDesignError,
    _ design: EstimateRequest.Design
  ) -> String? {
    let names = design.replicates?.columns(among: table.names) ?? []
    return switch error {
    case .invalidWeight: design.weight
    case .invalidReplicateWeight(_, _, let index), .emptyReplicate(let index),
      .invalidFactor(_, let index):
      names.indices.contains(index) ? names[index] : nil
    default: nil
    }
  }
}
