import Mustache
import SurveyModel

/// Writes a report as one HTML file that needs nothing else: no script, no other resource.
package struct HTMLRenderer: ReportRenderer, Sendable {
  /// Makes a renderer.
  package init() {}

  /// The whole output.
  package func render(_ report: Report) throws -> String {
    let template = try MarkupContentType.template(PageTemplate.source)
    let cellText = CellText(language: report.language)
    let blocks = report.blocks.enumerated().map { offset, block in
      HTMLBlock(number: offset + 1, language: report.language, cellText: cellText).context(
        of: block
      )
    }
    let page: [String: Any] = [
      "language": report.language.rawValue,
      "policy": PageTemplate.contentSecurityPolicy,
      "title": report.title,
      "manifest": report.manifest.map { [$0.line] } ?? [],
      "style": StyleSheet.source + "\n" + PrintStyleSheet.source,
      "subtitle": report.subtitle,
      "blocks": blocks,
    ]
    return template.render(page)
  }
}
