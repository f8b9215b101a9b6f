import SurveyModel
import SurveyStatistics

/// The design that a request names, made from its columns.
enum RequestDesign {
  case sample(SampleDesign)
  case replicates(ReplicateDesign)

  /// One figure of an answer.
  enum Figure {
    case estimate(Estimate?)
    case quantile(QuantileEstimate?)
  }

  init(
    _ request: EstimateRequest.Design,
    _ columns: RequestColumns
  ) throws(EstimateRequestError) {
    if let replicates = request.replicates {
      self = .replicates(try Self.replicates(replicates, request, columns))
      guard request.adjustments.isEmpty else { throw .replicatesAndDesign }
    } else {
      let design = try Self.sample(request, columns)
      self = .sample(try design.adjusted(request.adjustments, columns))
    }
  }

  private static func sample(
    _ request: EstimateRequest.Design,
    _ columns: RequestColumns
  ) throws(EstimateRequestError) -> SampleDesign {
    var strata: [[Int]] = []
    var clusters: [[Int]] = []
    var fpc: [[Double]] = []
    for name in request.strata { strata.append(try columns.designCodes(name)) }
    for name in request.clusters { clusters.append(try columns.designCodes(name)) }
    for name in request.fpc { fpc.append(try columns.designNumbers(name)) }
    let weights = try request.weight.map(columns.designNumbers)
    let probabilities = try request.probability.map(columns.designNumbers)
    do throws(SampleDesignError) {
      return try SampleDesign(
        rows: columns.table.rowCount,
        weights: weights,
        probabilities: probabilities,
        strata: strata,
        clusters: clusters,
        fpc: fpc,
        nest: request.nest,
        lonelyPSU: request.lonelyPSU,
        lonelyInDomains: request.lonelyInDomains
      )
    } catch {
      throw .statistics(error)
    }
  }

  private static func replicates(
    _ replicates: EstimateRequest.Replicates,
    _ request: EstimateRequest.Design,
    _ columns: RequestColumns
  ) throws(EstimateRequestError) -> ReplicateDesign {
    guard request.strata.isEmpty, request.clusters.isEmpty, request.fpc.isEmpty,
      request.probability == nil
    else { throw .replicatesAndDesign }
    let names = replicates.columns(among: columns.table.names)
    guard names.count > 1 else { throw .noReplicates(pattern: replicates.pattern) }
    var weights: [[Double]] = []
    for name in names { weights.append(try columns.designNumbers(name)) }
    let full = try request.weight.map(columns.designNumbers)
    do throws(ReplicateDesignError) {
      return try ReplicateDesign(
        rows: columns.table.rowCount,
        weights: full ?? [Double](repeating: 1, count: columns.table.rowCount),
        replicateWeights: weights,
        form: replicates.form,
        type: replicates.type,
        scale: replicates.scale,
        rscales: replicates.rscales,
        mse: replicates.mse
      )
    } catch {
      throw .replicates(error)
    }
  }

  /// What an answer says about its design.
  var summary: EstimateAnswer.Design {
    switch self {
    case .sample(let design):
      EstimateAnswer.Design(
        rows: design.rows,
        primaryUnits: design.primaryUnits,
        primaryStrata: design.primaryStrata,
        degreesOfFreedom: design.degreesOfFreedom,
        adjustments: design.adjustments
      )
    case .replicates(let design):
      EstimateAnswer.Design(
        rows: design.rows,
        replicates: design.rscales.count,
        degreesOfFreedom: design.degreesOfFreedom
      )
    }
  }
}
