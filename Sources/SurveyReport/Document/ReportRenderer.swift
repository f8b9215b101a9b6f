/// Turns a report into one output format.
package protocol ReportRenderer {
  /// The whole output.
  func render(_ report: Report) throws -> String
}
