/// One wave of a survey: its own sample, and who is in other waves too.
public struct WaveSample: Sendable {
  /// How the respondents of the wave came into its sample, with the weights of the wave.
  public let design: SampleDesign
  /// For each stage, a code for the unit of each row; the same code in two waves is the same
  /// unit, and a negative code is a unit that no other wave has.
  ///
  /// Codes of a later stage count within the unit of the stage above.
  public let units: [[Int]]

  /// Puts a wave together.
  ///
  /// - Parameters:
  ///   - design: The design of this wave alone.
  ///   - units: Columns of identities, one per stage of sampling. Stages without a column
  ///     count as drawn anew; without any column, so does the whole wave. Columns of stages
  ///     that the design does not estimate from (those after the first when population
  ///     sizes are not known) have no effect.
  public init(design: SampleDesign, units: [[Int]] = []) {
    self.design = design
    self.units = units
  }

  /// Codes for the names of units, the same name having the same code in all waves.
  ///
  /// - Parameter names: For each wave, the name of the unit of each row; an empty name stands
  ///   for a unit that no other wave has.
  /// - Returns: For each wave, a column of ``units``.
  public static func codes(of names: [[String]]) -> [[Int]] {
    var known: [String: Int] = [:]
    return names.map { column in
      column.map { name in
        if name.isEmpty { return -1 }
        if let code = known[name] { return code }
        known[name] = known.count
        return known.count - 1
      }
    }
  }
}
