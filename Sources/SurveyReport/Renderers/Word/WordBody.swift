import SurveyModel

/// The blocks of a report as the body of a Word document.
struct WordBody {
  let language: InterfaceLanguage
  var xml = WordXML()
  /// The metafiles that the body names.
  private(set) var pictures: [[UInt8]] = []

  init(language: InterfaceLanguage) { self.language = language }

  /// Adds blocks; `after` is called behind each.
  mutating func add(
    _ blocks: ArraySlice<Report.Block>,
    after: (Report.Block, inout WordXML) -> Void = { _, _ in }
  ) {
    for place in blocks.indices {
      add(blocks[place], before: place + 1 < blocks.endIndex ? blocks[place + 1] : nil)
      after(blocks[place], &xml)
    }
  }

  private mutating func add(_ block: Report.Block, before next: Report.Block?) {
    switch block {
    case .heading(let text, let level):
      paragraph("Heading\(min(max(level, 1), 3))", text, staysWithNext: true)
    case .paragraph(let text):
      paragraph("BodyText", text, staysWithNext: Self.leads(text, to: next))
    case .note(let text): paragraph("Note", text, staysWithNext: Self.leads(text, to: next))
    case .verdict(let verdict): add(verdict)
    case .table(let table): add(table)
    case .chart(let chart): add(chart)
    case .appendix(let title): paragraph("Appendix", title, staysWithNext: true)
    }
  }

  /// Whether a paragraph says what a table or chart behind it is about: alone at the end of a page it
  /// would leave its heading there as well.
  private static func leads(_ text: String, to next: Report.Block?) -> Bool {
    switch next {
    case .table, .chart: text.count <= mostLetters
    case .heading, .paragraph, .note, .verdict, .appendix, nil: false
    }
  }

  /// About four lines; longer paragraphs are no introduction.
  private static let mostLetters = 320

  private mutating func paragraph(_ style: String, _ text: String, staysWithNext: Bool = false) {
    var place = WordXML.Place(style: style, staysWithNext: staysWithNext, keepsLines: false)
    // Justified, the words before one that fills a line, such as a digest, would stand far apart.
    if text.split(separator: " ").contains(where: { $0.count > Self.longWord }) {
      place.alignment = .start
    }
    xml.paragraph(place) { $0.run(text) }
  }

  /// The most letters of a word that lines are justified around.
  private static let longWord = 40

  private mutating func add(_ verdict: Report.VerdictBlock) {
    xml.paragraph(WordXML.Place(style: "BodyText", keepsLines: false)) { paragraph in
      paragraph.run("\(verdict.tone.sign) \(verdict.word). ", WordXML.Look(isBold: true))
      paragraph.run(verdict.sentence)
    }
    for (place, line) in (verdict.reasons + verdict.details).enumerated() {
      let isDetail = place >= verdict.reasons.count
      xml.paragraph(WordXML.Place(style: "BodyText", keepsLines: false)) {
        $0.run("- " + line, WordXML.Look(isItalic: isDetail, size: isDetail ? 22 : nil))
      }
    }
  }

  private mutating func add(_ table: Table) {
    paragraph("Caption", table.caption, staysWithNext: true)
    WordTable(table, language: language).write(&xml)
    if let legend = table.legend(in: language) { paragraph("Note", legend) }
  }

  private mutating func add(_ chart: Chart) {
    paragraph("Caption", chart.caption, staysWithNext: true)
    for drawing in ChartDrawing(language: language, layout: .wide).drawings(of: chart) {
      let number = pictures.count
      pictures.append(EMFDrawing(drawing: drawing).bytes())
      // The drawing is as wide as the text, 635 English Metric Units to a twentieth of a point.
      let width = WordPackage.textWidth * 635
      let height = drawing.width > 0 ? Int(Double(width) * drawing.height / drawing.width) : width
      xml.paragraph(WordXML.Place(style: "Picture")) { paragraph in
        paragraph.picture(
          number: number,
          relation: WordPackage.pictureID(number),
          width: width,
          height: height,
          title: drawing.title,
          description: drawing.description
        )
      }
    }
    let legend = ChartLegend(chart: chart, language: language).text
    if !legend.isEmpty { paragraph("Note", legend) }
  }
}
