import SurveyStatistics

/// Two waves of the made-up survey, as `R/waves.R` makes them.
struct MadeUpWaves {
  let table: Table
  /// Columns of the second wave that differ from the first.
  private var changed: [String: [Double]] = [:]

  init() throws {
    table = try ShippedSurvey.table("survey.csv")
    let numbers = (1...table.rows).map { $0 }
    func second(_ name: String, _ change: (Double, Int) -> Double) {
      changed[name] = zip(table.numbers(name), numbers).map { change($0, $1) }
    }
    second("weight") { $0 * (1 + Double($1 % 7) / 10) }
    second("happy") { $1 % 11 == 0 ? .nan : $1 % 4 == 0 ? 1 - $0 : $0 }
    second("minutes") { $1 % 13 == 0 ? .nan : $0 * 0.9 + Double($1 % 5) }
    second("q1") { min(5, max(1, $0 + Double($1 % 3) - 1)) }
    changed["q2"] = table.numbers("q3")
  }

  func numbers(_ name: String, _ wave: Int) -> [Double] {
    (wave == 1 ? changed[name] : nil) ?? table.numbers(name)
  }

  /// The clusters of a wave; of the second, some are replaced when the sample rotates.
  func clusters(_ wave: Int, rotated: Bool = false) -> [Int] {
    let (strata, psu) = (table.codes("stratum"), table.codes("psu"))
    guard rotated, wave == 1 else { return psu }
    let replaced = [0, 2].flatMap { stratum in
      Set(zip(strata, psu).filter { $0.0 == stratum }.map(\.1)).sorted().suffix(2)
    }
    return psu.map { replaced.contains($0) ? $0 + 100 : $0 }
  }

  func design(_ wave: Int, twoStage: Bool = false, rotated: Bool = false) throws -> SampleDesign {
    let psu = clusters(wave, rotated: rotated)
    return try SampleDesign(
      rows: table.rows,
      weights: numbers("weight", wave),
      strata: [table.codes("stratum")],
      clusters: twoStage ? [psu, table.codes("household")] : [psu],
      fpc: twoStage ? [table.numbers("fpc1"), table.numbers("fpc2")] : [],
      nest: true
    )
  }

  /// The waves with their identities: the same clusters and households, or none.
  func series(_ name: String) throws -> WaveSeries {
    let (twoStage, rotated) = (name == "panel_twostage", name == "rotated")
    return try WaveSeries(
      (0...1).map { wave in
        WaveSample(
          design: try design(wave, twoStage: twoStage, rotated: rotated),
          units: name == "fresh"
            ? [] : [clusters(wave, rotated: rotated), table.codes("household")]
        )
      }
    )
  }

  var sexes: Grouping {
    get throws {
      try Grouping(codes: table.texts("sex").map { $0 == "nam" ? 0 : 1 }, count: 2)
    }
  }
}
