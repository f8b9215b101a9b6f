/// The styles of a paper form as a Word document.
enum PaperStyles {
  static let source = """
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
    </w:style>
    """
}
