extension ReplicateDesign {
  /// The design with all weights adjusted, the full ones and those of each replicate alike.
  ///
  /// ```swift
  /// let calibrated = try design.adjusted { weights in try postStratify(weights) }
  /// ```
  ///
  /// Replicates know that totals are fixed only if each column was adjusted to them by
  /// itself. The function is called with the full weights and then with those of each
  /// replicate, and returns as many. Degrees of freedom are those of the new weights, unless
  /// they were given. Weights below 0, as linear calibration can make them, are taken.
  ///
  /// - Throws: what the function throws; ``ReplicateDesignError`` for another number of
  ///   weights, and for one that is not finite.
  /// - Complexity: memory for rows · R numbers.
  public func adjusted(
    by adjust: ([Double]) throws -> [Double]
  ) throws -> ReplicateDesign {
    try Self.checkSize(units: rows, replicates: replicateCount)
    let width = store.width
    var values = [Double](repeating: 0, count: rows * width)
    let full = try adjust(weights)
    guard full.count == rows else {
      throw ReplicateDesignError.unequalWeights(rows: full.count, expected: rows)
    }
    if let row = full.firstIndex(where: { !$0.isFinite }) {
      throw ReplicateDesignError.invalidWeight(full[row], row: row)
    }
    for (row, weight) in full.enumerated() { values[row * width] = weight }
    for replicate in 0..<replicateCount {
      let column = try adjust(replicateWeights(of: replicate) ?? [])
      guard column.count == rows else {
        throw ReplicateDesignError.unequalColumns(
          replicate: replicate,
          rows: column.count,
          expected: rows
        )
      }
      for (row, weight) in column.enumerated() {
        guard weight.isFinite else {
          throw ReplicateDesignError.invalidReplicateWeight(weight, row: row, replicate: replicate)
        }
        values[row * width + replicate + 1] = weight
      }
    }
    return ReplicateDesign(
      weights: full,
      form: .combined,
      store: ReplicateStore(
        rows: values,
        width: width,
        isComplete: store.isComplete.isEmpty
          ? [] : (0..<rows).map { store.isComplete[store.pattern(of: $0)] }
      ),
      type: type,
      scale: scale,
      rscales: rscales,
      mse: mse,
      undefinedReplicates: undefinedReplicates,
      degreesOfFreedom: givenDegreesOfFreedom,
      notes: notes
    )
  }
}
