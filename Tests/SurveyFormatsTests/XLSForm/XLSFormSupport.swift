import SurveyModel
import Testing

@testable import SurveyFormats

/// Reads a form of Markdown tables.
func xlsForm(_ markdown: String) throws -> XLSForm {
  let (form, findings) = try XLSFormReader().read(markdown, format: .markdown, file: "form.md")
  let errors = findings.filter { $0.severity == .error }
  #expect(errors.isEmpty, "\(errors.map { $0.text(in: .english) })")
  return try #require(form)
}

/// The codes of what is found in a form of Markdown tables.
func xlsFormCodes(_ markdown: String, severity: Diagnostic.Severity = .error) throws -> [String] {
  try XLSFormReader().read(markdown, format: .markdown, file: "form.md").findings
    .filter { $0.severity == severity }
    .map(\.code)
}

/// What is said about a form of Markdown tables.
func xlsFormFindings(_ markdown: String) throws -> [String] {
  try XLSFormReader().read(markdown, format: .markdown, file: "form.md").findings
    .map { $0.text(in: .english) }
}
