import SurveyModel
package import Tabular

/// Writes a report as a Word document, laid out as Decree 30/2020/NĐ-CP, Appendix I, asks.
///
/// A4 with margins of 20 mm above and below, 30 mm left and 15 mm right; Times New Roman; pages
/// numbered above the text but for the first. What follows the first appendix stands behind the
/// signature. Charts are vector pictures.
package struct WordReport: Sendable {
  /// Makes a renderer.
  package init() {}

  /// The bytes of the `.docx` file; the same report gives the same bytes.
  ///
  /// - Throws: ``TabularError`` when the archive cannot be made.
  package func render(_ report: Report) throws(TabularError) -> [UInt8] {
    try ZipWriter.archive(package(of: report).parts)
  }

  /// The document with all its parts.
  func package(of report: Report) -> WordPackage {
    let signed = SignedReport(report)
    let report = signed.report
    var body = WordBody(language: report.language)
    if let letterhead = report.letterhead {
      WordLetterhead(letterhead, report.language).head(&body.xml)
    } else {
      body.xml.paragraph(WordXML.Place(style: "Title")) { $0.run(report.title) }
    }
    for line in report.subtitle {
      body.xml.paragraph(WordXML.Place(style: "Subtitle")) { $0.run(line) }
    }
    body.add(report.blocks[signed.main], isSigned: report.letterhead != nil)
    if let letterhead = report.letterhead {
      WordLetterhead(letterhead, report.language).foot(&body.xml)
    }
    body.add(report.blocks[signed.appendices]) { block, xml in
      if case .appendix = block, let letterhead = report.letterhead {
        WordLetterhead(letterhead, report.language).reference(&xml)
      }
    }
    return WordPackage(
      language: report.language.rawValue,
      numbers: .aboveButFirst,
      fontSize: WordReportStyles.bodySize,
      styles: WordReportStyles.source,
      body: body.xml.text,
      pictures: body.pictures,
      manifest: report.manifest?.line
    )
  }
}
