import SurveyModel

/// Collects the findings about one file while it is read.
final class FindingLog {
  private(set) var findings: [Diagnostic] = []

  /// Adds a finding.
  func report(_ message: some DiagnosticMessage, at location: SourceLocation) {
    findings.append(Diagnostic(message, at: location))
  }
}
