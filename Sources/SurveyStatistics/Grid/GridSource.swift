/// What is added up, and by what.
struct GridSource: Sendable {
  let design: SampleDesign
  let items: [ShareItem]
  let breakdowns: [Grouping]
  let layout: GridLayout
  /// What adjusted weights take from variances, or nil.
  let calibration: GridCalibration?

  /// Whether each unit is a row.
  var isElementSample: Bool { design.stages.first?.unitCount == design.rows }
}
