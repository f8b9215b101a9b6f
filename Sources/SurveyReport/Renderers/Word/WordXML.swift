/// Writes the XML of a text document (ECMA-376, part 1, WordprocessingML), element by element.
struct WordXML {
  private(set) var text = ""

  /// How a piece of text looks.
  struct Look {
    var isBold = false
    var isItalic = false
    /// Whether a frame is drawn around it, as around the code of an option.
    var isBoxed = false
    /// In half points.
    var size: Int?
  }

  /// A rule below a paragraph.
  enum Rule: String {
    case dotted
    case single
  }

  /// How a paragraph is set.
  enum Alignment: String {
    case start
    case centre = "center"
    case end
    case both
  }

  /// How a paragraph stands; the elements are written in the order that the schema wants.
  struct Place {
    var style: String?
    /// In twentieths of a point.
    var indent = 0
    /// How far the right side stands in, in twentieths of a point.
    var rightIndent = 0
    var alignment: Alignment?
    /// Whether it stays on the page of the next one.
    var staysWithNext = false
    /// Whether its lines stay on one page.
    var keepsLines = true
    var rule: Rule?
    var beginsPage = false
    /// The space above and below in twentieths of a point, where it is not the style's.
    var spacing: (before: Int, after: Int)?
  }

  mutating func paragraph(_ place: Place = Place(), _ runs: (inout WordXML) -> Void) {
    text += "<w:p><w:pPr>"
    if let style = place.style { text += "<w:pStyle w:val=\"\(style)\"/>" }
    if place.staysWithNext { text += "<w:keepNext/>" }
    if place.keepsLines { text += "<w:keepLines/>" }
    if place.beginsPage { text += "<w:pageBreakBefore/>" }
    if let rule = place.rule {
      text +=
        "<w:pBdr><w:bottom w:val=\"\(rule.rawValue)\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>"
    }
    if let spacing = place.spacing {
      text += "<w:spacing w:before=\"\(spacing.before)\" w:after=\"\(spacing.after)\"/>"
    }
    if place.indent > 0 || place.rightIndent > 0 {
      let right = place.rightIndent > 0 ? " w:right=\"\(place.rightIndent)\"" : ""
      text += "<w:ind w:left=\"\(place.indent)\"\(right)/>"
    }
    if let alignment = place.alignment { text += "<w:jc w:val=\"\(alignment.rawValue)\"/>" }
    text += "</w:pPr>"
    runs(&self)
    text += "</w:p>"
  }

  mutating func run(_ words: String, _ look: Look = Look()) {
    text += "<w:r><w:rPr>"
    if look.isBold { text += "<w:b/>" }
    if look.isItalic { text += "<w:i/>" }
    if let size = look.size { text += "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>" }
    if look.isBoxed {
      text += "<w:bdr w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>"
    }
    text += "</w:rPr><w:t xml:space=\"preserve\">\(MarkupEscaping.escape(words))</w:t></w:r>"
  }

  /// A code in its box, with room around it.
  mutating func code(_ code: String) {
    run("\u{A0}\(code)\u{A0}", Look(isBoxed: true))
    run("\u{A0}")
  }

  /// A picture in the line; lengths in English Metric Units, 9,525 to a CSS pixel.
  mutating func picture(
    number: Int,
    relation: String,
    width: Int,
    height: Int,
    title: String,
    description: String
  ) {
    let name = MarkupEscaping.escape(title)
    let words = MarkupEscaping.escape(description)
    text += """
      <w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">\
      <wp:extent cx="\(width)" cy="\(height)"/>\
      <wp:docPr id="\(number + 1)" name="\(name)" descr="\(words)"/>\
      <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">\
      <pic:pic><pic:nvPicPr><pic:cNvPr id="\(number + 1)" name="\(name)"/><pic:cNvPicPr/>\
      </pic:nvPicPr><pic:blipFill><a:blip r:embed="\(relation)"/><a:stretch><a:fillRect/></a:stretch>\
      </pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="\(width)" cy="\(height)"/>\
      </a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
      </a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
      """
  }

  mutating func table(
    widths: [Int],
    hasBorders: Bool = true,
    margin: Int? = nil,
    _ rows: (inout WordXML) -> Void
  ) {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
    text += """
      <w:tbl><w:tblPr><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/><w:tblBorders>\
      \(sides.map { Self.border($0, hasBorders) }.joined())\
      </w:tblBorders><w:tblLayout w:type="fixed"/>\(Self.margins(margin))</w:tblPr><w:tblGrid>\
      \(widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>
      """
    rows(&self)
    text += "</w:tbl>"
  }

  private static func border(_ side: String, _ isDrawn: Bool) -> String {
    isDrawn
      ? "<w:\(side) w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>"
      : "<w:\(side) w:val=\"nil\"/>"
  }

  private static func margins(_ width: Int?) -> String {
    guard let width else { return "" }
    return "<w:tblCellMar><w:left w:w=\"\(width)\" w:type=\"dxa\"/>"
      + "<w:right w:w=\"\(width)\" w:type=\"dxa\"/></w:tblCellMar>"
  }

  /// A row stays on one page; that of a heading comes again on the next.
  mutating func row(isHeading: Bool = false, _ cells: (inout WordXML) -> Void) {
    text += "<w:tr><w:trPr><w:cantSplit/>\(isHeading ? "<w:tblHeader/>" : "")</w:trPr>"
    cells(&self)
    text += "</w:tr>"
  }

  mutating func cell(
    width: Int,
    span: Int = 1,
    isCentred: Bool = true,
    _ content: (inout WordXML) -> Void
  ) {
    text += "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
    if span > 1 { text += "<w:gridSpan w:val=\"\(span)\"/>" }
    text += "<w:vAlign w:val=\"\(isCentred ? "center" : "top")\"/></w:tcPr>"
    content(&self)
    text += "</w:tc>"
  }
}
