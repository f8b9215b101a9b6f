package import SurveyStatistics

/// How often an answer was keyed wrong, measured by keying forms a second time.
///
/// The rate is e / f, errors over answers that were compared. Errors of one form come together, so
/// the forms are the clusters of the sample: with e_i and f_i of form i of m,
///
///     v = m / (m - 1) · Σ (e_i - r f_i)² / f²      r = e / f
///
/// and the interval is that of Korn and Graubard (1998), which is Clopper and Pearson's where
/// errors fall independently.
package struct KeyingErrorRate: Hashable, Sendable {
  /// The forms that were keyed a second time.
  package let forms: Int
  /// The answers that were compared.
  package let fields: Int
  /// Those that had been keyed wrong.
  package let errors: Int
  /// The rate with its error.
  package let estimate: Estimate

  /// Takes the counts of each form; nil when nothing was compared.
  package init?(_ forms: [(fields: Int, errors: Int)]) {
    let counted = forms.filter { $0.fields > 0 && $0.errors >= 0 && $0.errors <= $0.fields }
    let fields = counted.reduce(0) { $0 + $1.fields }
    guard fields > 0 else { return nil }
    let errors = counted.reduce(0) { $0 + $1.errors }
    self.forms = counted.count
    self.fields = fields
    self.errors = errors
    let (size, clusters) = (Double(fields), Double(counted.count))
    let rate = Double(errors) / size
    let squares = counted.reduce(0) { sum, form in
      let residual = Double(form.errors) - rate * Double(form.fields)
      return sum + residual * residual
    }
    // One form tells nothing about how errors come together.
    let variance =
      counted.count > 1
      ? clusters / (clusters - 1) * squares / (size * size) : rate * (1 - rate) / size
    estimate = Estimate(
      value: rate,
      standardError: variance.squareRoot(),
      degreesOfFreedom: counted.count > 1 ? counted.count - 1 : max(1, fields - 1),
      sampleSize: fields,
      weightedSize: size
    )
  }

  /// The two-sided interval; nil where there is none, as with a single answer.
  package func interval(level: Double = 0.95) -> ConfidenceInterval? {
    ProportionInterval.beta.interval(for: estimate, level: level)
      ?? BinomialInterval.clopperPearson.interval(errors, of: fields, level: level)
  }

  /// The rate below which the true one is with confidence 1 - `alpha`.
  package func upperBound(alpha: Double = 0.05) -> Double {
    ProportionInterval.beta.upperBound(for: estimate, alpha: alpha)
      ?? BinomialInterval.clopperPearson.upperBound(errors, of: fields, alpha: alpha) ?? 1
  }
}
