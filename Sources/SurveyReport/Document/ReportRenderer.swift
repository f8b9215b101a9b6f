/// Turns a report into one output format that is text.
package protocol ReportRenderer {
  /// The whole output.
  func render(_ report: Report) throws -> String
}

/// Turns a report into the bytes of a file.
package protocol ReportFileRenderer {
  /// The whole file; the same report gives the same bytes.
  func render(_ report: Report) throws -> [UInt8]
}
