/// The styles of a report as a Word document; lengths in twentieths of a point, sizes in half
/// points.
enum WordReportStyles {
  static let bodySize = 26
  static let cellSize = 22

  private struct Style {
    let id: String
    let name: String
    var paragraph = ""
    var run = ""

    var source: String {
      """
      <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/>\
      <w:basedOn w:val="Normal"/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
      """
    }
  }

  private static func size(_ halfPoints: Int) -> String {
    "<w:sz w:val=\"\(halfPoints)\"/><w:szCs w:val=\"\(halfPoints)\"/>"
  }

  private static func spacing(_ before: Int, _ after: Int, line: Int = 264) -> String {
    "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\" w:line=\"\(line)\" w:lineRule=\"auto\"/>"
  }

  private static let firstLine = "<w:ind w:firstLine=\"720\"/>"
  private static let justified = "<w:jc w:val=\"both\"/>"
  private static let centred = "<w:jc w:val=\"center\"/>"

  static let source = [
    Style(
      id: "Title",
      name: "Title",
      paragraph: spacing(240, 120) + centred,
      run: "<w:b/>" + size(28)
    ),
    Style(id: "Subtitle", name: "Subtitle", paragraph: spacing(0, 60) + centred, run: "<w:i/>"),
    Style(id: "BodyText", name: "Body Text", paragraph: spacing(120, 0) + firstLine + justified),
    Style(
      id: "Heading1",
      name: "heading 1",
      paragraph: "<w:keepNext/>" + spacing(240, 60) + firstLine + justified
        + "<w:outlineLvl w:val=\"0\"/>",
      run: "<w:b/>" + size(28)
    ),
    Style(
      id: "Heading2",
      name: "heading 2",
      paragraph: "<w:keepNext/>" + spacing(200, 60) + firstLine + justified
        + "<w:outlineLvl w:val=\"1\"/>",
      run: "<w:b/>"
    ),
    Style(
      id: "Heading3",
      name: "heading 3",
      paragraph: "<w:keepNext/>" + spacing(160, 60) + firstLine + justified
        + "<w:outlineLvl w:val=\"2\"/>",
      run: "<w:b/><w:i/>"
    ),
    Style(
      id: "Appendix",
      name: "Appendix",
      paragraph: "<w:keepNext/><w:pageBreakBefore/>" + spacing(0, 60) + centred
        + "<w:outlineLvl w:val=\"0\"/>",
      run: "<w:b/>" + size(28)
    ),
    Style(
      id: "Note",
      name: "Note",
      paragraph: spacing(60, 60, line: 240) + justified,
      run: "<w:i/>" + size(22)
    ),
    Style(
      id: "Caption",
      name: "caption",
      paragraph: "<w:keepNext/>" + spacing(200, 80, line: 240),
      run: "<w:b/>" + size(24)
    ),
    Style(id: "Picture", name: "Picture", paragraph: spacing(60, 60, line: 240) + centred),
    Style(
      id: "Cell",
      name: "Cell",
      paragraph: spacing(20, 20, line: 240),
      run: size(cellSize)
    ),
  ].map(\.source).joined()
}
