/// The factors of the variance: given ones checked, missing ones by type (R survey's
/// `svrepdesign`).
struct ReplicateFactors {
  let scale: Double
  let rscales: [Double]

  init(
    type: ReplicateType,
    form: ReplicateForm,
    replicates: [[Double]],
    scale: Double?,
    rscales: [Double]?
  ) throws(ReplicateDesignError) {
    let count = Double(replicates.count)
    if let scale, !(scale > 0 && scale.isFinite) { throw .invalidScale(scale) }
    if let rscales { try Self.check(rscales, count: replicates.count) }
    let ones = [Double](repeating: 1, count: replicates.count)
    switch type {
    case .jk1:
      let largest = replicates.first?.max() ?? 1
      let usual = form == .multipliers && largest > 0 ? 1 / largest : (count - 1) / count
      self.scale = scale ?? usual
      self.rscales = rscales ?? ones
    case .jkn:
      guard rscales != nil || form == .multipliers else { throw .factorsNeeded }
      self.scale = scale ?? 1
      self.rscales = rscales ?? replicates.map { column in column.max().map { 1 / $0 } ?? 1 }
    case .brr:
      self.scale = try Self.fixed(1 / count, scale)
      self.rscales = rscales ?? ones
    case .fay(let rho):
      guard rho >= 0, rho < 1 else { throw .invalidRho(rho) }
      self.scale = try Self.fixed(1 / (count * (1 - rho) * (1 - rho)), scale)
      self.rscales = rscales ?? ones
    case .bootstrap, .subbootstrap, .mrbbootstrap:
      guard count > 1 || scale != nil else { throw .tooFewReplicates(Int(count), least: 2) }
      self.scale = scale ?? 1 / (count - 1)
      self.rscales = rscales ?? ones
    case .acs, .successiveDifference:
      self.scale = try Self.fixed(4 / count, scale)
      self.rscales = try Self.fixed(ones, rscales)
    case .jk2:
      self.scale = try Self.fixed(1, scale)
      self.rscales = try Self.fixed(ones, rscales)
    case .other:
      self.scale = scale ?? 1
      self.rscales = rscales ?? ones
    }
    // One replicate alone has no scale by (R - 1)/R.
    if !(self.scale > 0) { throw .tooFewReplicates(replicates.count, least: 2) }
  }

  private static func check(_ rscales: [Double], count: Int) throws(ReplicateDesignError) {
    guard rscales.count == count else {
      throw .unequalFactors(rscales.count, expected: count)
    }
    if let replicate = rscales.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .invalidFactor(rscales[replicate], replicate: replicate)
    }
  }

  /// R ignores other factors under a warning; here they are refused.
  private static func fixed(
    _ usual: Double,
    _ given: Double?
  ) throws(ReplicateDesignError) -> Double {
    if let given, (given - usual).magnitude > 1e-9 * usual { throw .fixedFactors }
    return usual
  }

  private static func fixed(
    _ usual: [Double],
    _ given: [Double]?
  ) throws(ReplicateDesignError) -> [Double] {
    if let given, given != usual { throw .fixedFactors }
    return usual
  }
}
