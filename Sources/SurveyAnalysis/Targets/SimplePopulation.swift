import SurveyModel
import SurveyStatistics

/// Domains of which everybody was to be asked, or people were drawn simply from a known number.
///
/// In such a domain the number of people is known, and the count of those who say yes has exact
/// bounds. They are used where at least half of the people answered: there the usual intervals,
/// made for samples that are small parts of a population, say too little or nothing at all.
struct SimplePopulation: Sendable {
  /// The population of the stratum of each interview; nil when the design is not simple.
  private let sizes: [Double]?
  private let strata: [Int]
  /// The interviews of each stratum.
  private let interviews: [Int: Int]
  private let weights: [Double]

  init(_ study: StudyDesign, data: Dataset) {
    let declaration = study.declaration
    weights = study.design.weights
    guard study.pooled == nil, declaration.clusters.isEmpty, declaration.fpc.count == 1,
      declaration.strata.count <= 1,
      data.count > 0
    else {
      sizes = nil
      strata = []
      interviews = [:]
      return
    }
    let codes = declaration.strata.first.flatMap { GroupVariable($0, in: data)?.codes }
    strata = codes.map { Array($0) } ?? Array(repeating: 0, count: data.count)
    interviews = strata.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    sizes = IndicatorScores.numbers(of: declaration.fpc[0], in: data)
  }

  /// The exact bounds of each group, or of everybody without codes; nil where they do not hold.
  ///
  /// A group has them when it is a whole stratum and everybody in it is asked the question.
  /// `values` are 0, 1 or NaN, and `open` are the rows without an answer to the question.
  func bounds(
    of values: [Double],
    open: Set<Int>,
    codes: GroupCodes?,
    count: Int
  ) -> [FinitePopulationBounds?] {
    let nothing = [FinitePopulationBounds?](repeating: nil, count: count)
    guard let sizes, values.count == sizes.count else { return nothing }
    var rows = [[Int]](repeating: [], count: count)
    for row in values.indices {
      let group = codes.map { $0[row] } ?? 0
      if rows.indices.contains(group) { rows[group].append(row) }
    }
    return rows.map { rows in
      guard let first = rows.first else { return nil }
      let stratum = strata[first]
      let isWhole = interviews[stratum] == rows.count
      let isAlike = rows.allSatisfy { row in
        strata[row] == stratum && weights[row] == weights[first] && sizes[row] == sizes[first]
          && (!values[row].isNaN || open.contains(row))
      }
      guard isWhole, isAlike, weights[first] > 0 else { return nil }
      return bounds(rows.map { values[$0] }, size: sizes[first], asked: rows.count)
    }
  }

  private func bounds(_ values: [Double], size: Double, asked: Int) -> FinitePopulationBounds? {
    let population = size > 1 || asked == 1 ? size : (Double(asked) / size).rounded()
    let answered = values.count { !$0.isNaN }
    guard population >= Double(asked), population <= 1_000_000,
      Double(answered) >= population / 2
    else { return nil }
    return FinitePopulationBounds(
      successes: values.count { $0 == 1 },
      sampleSize: answered,
      population: Int(population.rounded())
    )
  }
}
