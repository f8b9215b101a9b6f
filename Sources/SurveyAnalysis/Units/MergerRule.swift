package import SurveyModel

/// How the results of units that were merged become one result for the time before.
///
/// A merged province did not exist before, so its earlier result is a convention: it has a name, and
/// the report prints it.
package enum MergerRule: String, CaseIterable, Hashable, Sendable {
  /// The plain mean of the former units: 1/K Σ θ_k.
  case plainMean = "plain-mean"
  /// Weighted by the interviews of each: Σ n_k θ_k / Σ n_k.
  case sampleWeighted = "n-weighted"
  /// Weighted by the people of each: Σ N_k θ_k / Σ N_k.
  case populationWeighted = "population-weighted"
  /// The former units are not compared with the merged one.
  case none

  /// The name and the formula, as a report prints them.
  package func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.plainMean, .vietnamese):
      "trung bình cộng kết quả các đơn vị cũ, mỗi đơn vị như nhau (plain-mean: 1/K Σ θ)"
    case (.plainMean, .english):
      "plain mean of the former units, each counting the same (plain-mean: 1/K Σ θ)"
    case (.sampleWeighted, .vietnamese):
      "trung bình các đơn vị cũ theo số phiếu (n-weighted: Σ nθ / Σ n)"
    case (.sampleWeighted, .english):
      "mean of the former units by their interviews (n-weighted: Σ nθ / Σ n)"
    case (.populationWeighted, .vietnamese):
      "trung bình các đơn vị cũ theo dân số (population-weighted: Σ Nθ / Σ N)"
    case (.populationWeighted, .english):
      "mean of the former units by their population (population-weighted: Σ Nθ / Σ N)"
    case (.none, .vietnamese): "không so sánh với các đơn vị cũ (none)"
    case (.none, .english): "not compared with the former units (none)"
    }
  }

  /// What each former unit counts; the sum is 1.
  ///
  /// - Parameters:
  ///   - sizes: The interviews behind each result.
  ///   - populations: The people of each unit, where they are known.
  /// - Returns: `nil` when nothing is to be compared or a size that is needed is not known.
  package func coefficients(sizes: [Int], populations: [Double?]) -> [Double]? {
    let parts: [Double?]
    switch self {
    case .plainMean: parts = sizes.map { _ in 1 }
    case .sampleWeighted: parts = sizes.map { Double($0) }
    case .populationWeighted: parts = populations
    case .none: return nil
    }
    let known = parts.compactMap { $0 }
    guard !known.isEmpty, known.count == sizes.count, known.allSatisfy({ $0 > 0 && $0.isFinite })
    else { return nil }
    let total = known.reduce(0, +)
    return total.isFinite ? known.map { $0 / total } : nil
  }
}
