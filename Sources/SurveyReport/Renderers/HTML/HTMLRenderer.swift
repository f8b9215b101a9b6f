import Mustache
import SurveyModel

/// Writes a report as one HTML file that needs nothing else: no script, no other resource.
package struct HTMLRenderer: ReportRenderer, Sendable {
  /// Makes a renderer.
  package init() {}

  /// The whole output.
  package func render(_ report: Report) throws -> String {
    let template = try MarkupContentType.template(PageTemplate.source)
    let signed = SignedReport(report)
    let report = signed.report
    let head = report.letterhead.map { HTMLLetterhead($0, report.language) }
    let cellText = CellText(language: report.language)
    var blocks = report.blocks.enumerated().map { offset, block in
      HTMLBlock(
        number: offset + 1,
        language: report.language,
        cellText: cellText,
        reference: head?.words.reference
      ).context(of: block)
    }
    if let head { blocks.insert(HTMLBlock.context(ofFoot: head), at: signed.main.upperBound) }
    var style = [StyleSheet.source, PrintStyleSheet.source]
    if head != nil { style.append(LetterheadStyleSheet.source) }
    let page: [String: Any] = [
      "language": report.language.rawValue,
      "policy": PageTemplate.contentSecurityPolicy,
      "title": report.title,
      "manifest": report.manifest.map { [$0.line] } ?? [],
      "style": style.joined(separator: "\n"),
      "plain": head == nil
        ? ["title": report.title, "subtitle": report.subtitle] as [String: Any] : false as Any,
      "letterhead": head.map { $0.head(subtitle: report.subtitle) as Any } ?? false,
      "blocks": blocks,
    ]
    return template.render(page)
  }
}
