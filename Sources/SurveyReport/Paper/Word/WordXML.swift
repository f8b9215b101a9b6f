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

  /// How a paragraph stands.
  struct Place {
    var style: String?
    /// In twentieths of a point.
    var indent = 0
    var isCentred = false
    /// Whether it stays on the page of the next one.
    var staysWithNext = false
    var hasRuleBelow = false
  }

  mutating func paragraph(_ place: Place = Place(), _ runs: (inout WordXML) -> Void) {
    text += "<w:p><w:pPr>"
    if let style = place.style { text += "<w:pStyle w:val=\"\(style)\"/>" }
    if place.staysWithNext { text += "<w:keepNext/>" }
    text += "<w:keepLines/>"
    if place.hasRuleBelow {
      text +=
        "<w:pBdr><w:bottom w:val=\"dotted\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>"
    }
    if place.indent > 0 { text += "<w:ind w:left=\"\(place.indent)\"/>" }
    if place.isCentred { text += "<w:jc w:val=\"center\"/>" }
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

  mutating func table(
    widths: [Int],
    _ rows: (inout WordXML) -> Void
  ) {
    text += """
      <w:tbl><w:tblPr><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/><w:tblBorders>\
      \(["top", "left", "bottom", "right", "insideH", "insideV"].map(Self.border).joined())\
      </w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>\
      \(widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>
      """
    rows(&self)
    text += "</w:tbl>"
  }

  private static func border(_ side: String) -> String {
    "<w:\(side) w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>"
  }

  /// A row stays on one page; that of a heading comes again on the next.
  mutating func row(isHeading: Bool = false, _ cells: (inout WordXML) -> Void) {
    text += "<w:tr><w:trPr><w:cantSplit/>\(isHeading ? "<w:tblHeader/>" : "")</w:trPr>"
    cells(&self)
    text += "</w:tr>"
  }

  mutating func cell(width: Int, _ content: (inout WordXML) -> Void) {
    text +=
      "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>"
    content(&self)
    text += "</w:tc>"
  }
}
