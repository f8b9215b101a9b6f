extension SampleDesign {
  /// What is left of influence values after the weights were adjusted to known totals.
  func residuals(of influence: [Double]) -> [Double] { influence }
}
