import Tabular

/// The parts of a text document (ECMA-376, part 2) around its body.
struct WordPackage {
  /// Where pages are numbered.
  enum PageNumbers {
    /// Below the text, "Trang 1/3", with this word before.
    case below(word: String)
    /// Above the text and not on the first page, as Decree 30/2020/NĐ-CP wants them.
    case aboveButFirst
  }

  /// The language of the text, `vi` or `en`.
  let language: String
  let numbers: PageNumbers
  /// The size of the text in half points.
  let fontSize: Int
  /// The elements of its styles besides `Normal`.
  let styles: String
  /// The elements of the body.
  let body: String
  /// Enhanced metafiles, which the body names by ``pictureID(_:)``.
  var pictures: [[UInt8]] = []
  /// What the document rests on, as a property of its own.
  var manifest: String?

  /// The name of the relation to a picture.
  static func pictureID(_ number: Int) -> String { "rId\(number + 10)" }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let types =
    "application/vnd.openxmlformats-officedocument.wordprocessingml"

  var parts: [ZipWriter.Part] {
    let texts = [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", packageRelations),
      ("word/document.xml", document), ("word/_rels/document.xml.rels", documentRelations),
      ("word/styles.xml", allStyles), ("word/\(numbersPart).xml", pageNumbers),
    ]
    let properties = customProperties.map { [("docProps/custom.xml", $0)] } ?? []
    return (texts + properties)
      .map { ZipWriter.Part(name: $0.0, bytes: Array((Self.head + $0.1).utf8)) }
      + pictures.enumerated().map { number, bytes in
        ZipWriter.Part(name: "word/media/image\(number + 1).emf", bytes: bytes)
      }
  }

  private var numbersKind: String {
    switch numbers {
    case .below: "footer"
    case .aboveButFirst: "header"
    }
  }

  private var numbersPart: String { numbersKind + "1" }

  private var contentTypes: String {
    """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Default Extension="emf" ContentType="image/x-emf"/>\
    <Override PartName="/word/document.xml" ContentType="\(Self.types).document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="\(Self.types).styles+xml"/>\
    <Override PartName="/word/\(numbersPart).xml" ContentType="\(Self.types).\(numbersKind)+xml"/>\
    \(manifest == nil ? "" : Self.customType)</Types>
    """
  }

  private static let customType = """
    <Override PartName="/docProps/custom.xml" \
    ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>
    """

  private var customProperties: String? {
    guard let manifest else { return nil }
    return """
      <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" \
      xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">\
      <property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="thuocdo-report">\
      <vt:lpwstr>\(MarkupEscaping.escape(manifest))</vt:lpwstr></property></Properties>
      """
  }

  private var packageRelations: String {
    Self.relationships(
      [("rId1", "officeDocument", "word/document.xml")]
        + (manifest == nil ? [] : [("rId2", "custom-properties", "docProps/custom.xml")])
    )
  }

  private var documentRelations: String {
    Self.relationships(
      [("rId1", "styles", "styles.xml"), ("rId2", numbersKind, numbersPart + ".xml")]
        + pictures.indices.map { (Self.pictureID($0), "image", "media/image\($0 + 1).emf") }
    )
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
    let first =
      switch numbers {
      case .below: ""
      case .aboveButFirst: "<w:titlePg/>"
      }
    return """
      <w:document \(Self.main) xmlns:r="\(Self.relations)" \(Self.drawing)><w:body>\(body)\
      <w:sectPr><w:\(numbersKind)Reference w:type="default" r:id="rId2"/>\
      <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" \
      w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>\(first)</w:sectPr></w:body>\
      </w:document>
      """
  }

  private static let drawing = """
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
    """

  /// The width of the text in twentieths of a point.
  static let textWidth = 9355

  private var pageNumbers: String {
    let page = "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    let centred = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
    return switch numbers {
    case .below(let word):
      """
      <w:ftr \(Self.main)>\(centred)\
      <w:r><w:t xml:space="preserve">\(MarkupEscaping.escape(word)) </w:t></w:r>\
      \(page)<w:r><w:t>/</w:t></w:r>\
      <w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>
      """
    case .aboveButFirst: "<w:hdr \(Self.main)>\(centred)\(page)</w:p></w:hdr>"
    }
  }

  private var allStyles: String {
    let font = "w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\""
    let language = MarkupEscaping.escape(language)
    return """
      <w:styles \(Self.main)><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts \(font)/>\
      <w:sz w:val="\(fontSize)"/><w:szCs w:val="\(fontSize)"/><w:lang w:val="\(language)"/>\
      </w:rPr></w:rPrDefault>\
      <w:pPrDefault><w:pPr><w:spacing w:before="20" w:after="40"/></w:pPr></w:pPrDefault>\
      </w:docDefaults>\
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
      \(styles)</w:styles>
      """
  }
}
