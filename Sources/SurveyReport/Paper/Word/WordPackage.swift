import Tabular

/// The parts of a text document (ECMA-376, part 2) around its body.
struct WordPackage {
  let form: PaperForm
  /// The elements of the body.
  let body: String

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let types =
    "application/vnd.openxmlformats-officedocument.wordprocessingml"

  var parts: [ZipWriter.Part] {
    [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", packageRelations),
      ("word/document.xml", document), ("word/_rels/document.xml.rels", documentRelations),
      ("word/styles.xml", styles), ("word/footer1.xml", footer),
    ].map { ZipWriter.Part(name: $0.0, bytes: Array((Self.head + $0.1).utf8)) }
  }

  private var contentTypes: String {
    """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/word/document.xml" ContentType="\(Self.types).document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="\(Self.types).styles+xml"/>\
    <Override PartName="/word/footer1.xml" ContentType="\(Self.types).footer+xml"/></Types>
    """
  }

  private var packageRelations: String {
    Self.relationships([("rId1", "officeDocument", "word/document.xml")])
  }

  private var documentRelations: String {
    Self.relationships([("rId1", "styles", "styles.xml"), ("rId2", "footer", "footer1.xml")])
  }

  private static func relationships(_ targets: [(id: String, type: String, path: String)]) -> String
  {
    let each = targets.map { target in
      "<Relationship Id=\"\(target.id)\" Type=\"\(relations)/\(target.type)\" "
        + "Target=\"\(target.path)\"/>"
    }
    return "<Relationships "
      + "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + each.joined() + "</Relationships>"
  }

  /// A4 with the margins of Decree 30/2020/NĐ-CP, Appendix I, in twentieths of a point.
  private var document: String {
    """
    <w:document \(Self.main) xmlns:r="\(Self.relations)"><w:body>\(body)<w:sectPr>\
    <w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>\
    <w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" \
    w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>
    """
  }

  private var footer: String {
    """
    <w:ftr \(Self.main)><w:p><w:pPr><w:jc w:val="center"/></w:pPr>\
    <w:r><w:t xml:space="preserve">\(MarkupEscaping.escape(form.page)) </w:t></w:r>\
    <w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t>/</w:t></w:r>\
    <w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>
    """
  }

  private var styles: String {
    let font = "w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\""
    let language = MarkupEscaping.escape(form.language)
    return """
      <w:styles \(Self.main)><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts \(font)/>\
      <w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="\(language)"/></w:rPr></w:rPrDefault>\
      <w:pPrDefault><w:pPr><w:spacing w:before="20" w:after="40"/></w:pPr></w:pPrDefault>\
      </w:docDefaults>\
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
      <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>\
      <w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="240" w:after="60"/>\
      <w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="30"/><w:szCs w:val="30"/></w:rPr></w:style>\
      <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>\
      <w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:pBdr>\
      <w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>\
      <w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="0"/></w:pPr>\
      <w:rPr><w:b/></w:rPr></w:style>\
      <w:style w:type="paragraph" w:styleId="Question"><w:name w:val="Question"/>\
      <w:basedOn w:val="Normal"/><w:pPr><w:keepLines/><w:spacing w:before="140" w:after="40"/></w:pPr>\
      </w:style></w:styles>
      """
  }
}
