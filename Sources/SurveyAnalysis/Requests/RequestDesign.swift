import SurveyModel
import SurveyStatistics

/// The design that a request names, made from its columns.
enum RequestDesign {
  case sample(SampleDesign)
  /// With what was done to the full weights.
  case replicates(ReplicateDesign, [WeightAdjustment])

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
      let design = try Self.replicates(replicates, request, columns)
      self = try Self.adjusted(design, request, columns)
    } else {
      let design = try Self.sample(request, columns)
      self = .sample(try design.adjusted(request.adjustments, columns))
    }
  }

  private static func sample(
    _ request: EstimateRequest.Design,
    _ columns: RequestColumns
  ) throws(EstimateRequestError) -> SampleDesign {
    var strata: [DesignCodes] = []
    var clusters: [DesignCodes] = []
    var fpc: [[Double]] = []
    for name in request.strata { strata.append(try columns.designCodes(name)) }
    for name in request.clusters { clusters.append(try columns.designCodes(name)) }
    for name in request.fpc { fpc.append(try columns.designNumbers(name)) }
    let weights = try request.weight.map(columns.designWeights)
    let probabilities = try request.probability.map(columns.designWeights)
    do throws(SampleDesignError) {
      return try SampleDesign(
        rows: columns.table.rowCount,
        weights: weights,
        probabilities: probabilities,
        strataCodes: strata,
        clusterCodes: clusters,
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
    guard names.count > 1 else {
      throw .noReplicates(pattern: replicates.pattern, count: names.count)
    }
    var weights: [[Double]] = []
    for name in names { weights.append(try columns.designNumbers(name)) }
    let full = try request.weight.map(columns.designWeights)
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
      throw .replicates(error, column: nil)
    }
  }

  /// Replicates know of known totals only when each column of weights was adjusted by itself.
  private static func adjusted(
    _ design: ReplicateDesign,
    _ request: EstimateRequest.Design,
    _ columns: RequestColumns
  ) throws(EstimateRequestError) -> RequestDesign {
    if request.adjustments.isEmpty { return .replicates(design, []) }
    let names = request.replicates?.columns(among: columns.table.names) ?? []
    var made: [[WeightAdjustment]] = []
    do {
      let adjusted = try design.adjusted { weights in
        let sample = try SampleDesign(rows: weights.count, weights: weights)
        do throws(EstimateRequestError) {
          let result = try sample.adjusted(request.adjustments, columns)
          made.append(result.adjustments)
          return result.weights
        } catch {
          guard case .weighting(let fault, var place) = error, !made.isEmpty else { throw error }
          place.replicate = names.indices.contains(made.count - 1) ? names[made.count - 1] : nil
          throw EstimateRequestError.weighting(fault, place)
        }
      }
      return .replicates(adjusted, made.first ?? [])
    } catch let error as EstimateRequestError {
      throw error
    } catch let error as ReplicateDesignError {
      throw .replicates(error, column: nil)
    } catch let error as SampleDesignError {
      throw .statistics(error)
    } catch {
      // Nothing else is thrown above.
      throw .replicates(.tooLarge(units: design.rows, replicates: names.count), column: nil)
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
    case .replicates(let design, let adjustments):
      EstimateAnswer.Design(
        rows: design.rows,
        replicates: design.rscales.count,
        degreesOfFreedom: design.degreesOfFreedom,
        adjustments: adjustments
      )
    }
  }
}
