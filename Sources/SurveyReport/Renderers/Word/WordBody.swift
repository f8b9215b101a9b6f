import SurveyModel

/// The blocks of a report as the body of a Word document.
struct WordBody {
  let language: InterfaceLanguage
  var xml = WordXML()
  /// The metafiles that the body names.
  private(set) var pictures: [[UInt8]] = []

  init(language: InterfaceLanguage) { self.language = language }

  /// Adds blocks; `after` is called behind each.
  ///
  /// Where a signature follows, it never stands on a page alone: the end of the blocks stays with
  /// it, and where they end with nothing but the mark of the end, also the end of what is before.
  mutating func add(
    _ blocks: ArraySlice<Report.Block>,
    isSigned: Bool = false,
    after: (Report.Block, inout WordXML) -> Void = { _, _ in }
  ) {
    let mark = Report.Block.paragraph(LetterheadWords.ending)
    let end = blocks.lastIndex { $0 != mark } ?? blocks.startIndex
    for place in blocks.indices {
      add(
        blocks[place],
        before: place + 1 < blocks.endIndex ? blocks[place + 1] : nil,
        staysWithNext: isSigned && place >= end
      )
      after(blocks[place], &xml)
    }
  }

  private mutating func add(
    _ block: Report.Block,
    before next: Report.Block?,
    staysWithNext: Bool
  ) {
    switch block {
    case .heading(let text, let level):
      paragraph("Heading\(min(max(level, 1), 3))", text, staysWithNext: true)
    case .paragraph(let text):
      paragraph("BodyText", text, staysWithNext: staysWithNext || Self.leads(text, to: next))
    case .note(let text):
      paragraph("Note", text, staysWithNext: staysWithNext || Self.leads(text, to: next))
    case .verdict(let verdict): add(verdict, staysWithNext: staysWithNext)
    case .table(let table): add(table, staysWithNext: staysWithNext)
    case .chart(let chart): add(chart, staysWithNext: staysWithNext)
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

  private mutating func add(_ verdict: Report.VerdictBlock, staysWithNext: Bool) {
    let lines = verdict.reasons + verdict.details
    func place(isLast: Bool) -> WordXML.Place {
      WordXML.Place(
        style: "BodyText",
        staysWithNext: staysWithNext && isLast,
        keepsLines: false
      )
    }
    xml.paragraph(place(isLast: lines.isEmpty)) { paragraph in
      paragraph.run("\(verdict.tone.sign) \(verdict.word). ", WordXML.Look(isBold: true))
      paragraph.run(verdict.sentence)
    }
    for (number, line) in lines.enumerated() {
      let isDetail = number >= verdict.reasons.count
      xml.paragraph(place(isLast: number == lines.count - 1)) {
        $0.run("- " + line, WordXML.Look(isItalic: isDetail, size: isDetail ? 22 : nil))
      }
    }
  }

  private mutating func add(_ table: Table, staysWithNext: Bool) {
    paragraph("Caption", table.caption, staysWithNext: true)
    WordTable(table, language: language).write(&xml, staysWithNext: staysWithNext)
    if let legend = table.legend(in: language) {
      paragraph("Note", legend, staysWithNext: staysWithNext)
    }
  }

  private mutating func add(_ chart: Chart, staysWithNext: Bool) {
    paragraph("Caption", chart.caption, staysWithNext: true)
    let drawings = ChartDrawing(language: language, layout: .wide).drawings(of: chart)
    for (place, drawing) in drawings.enumerated() {
      let isLast = place == drawings.count - 1
      let number = pictures.count
      pictures.append(EMFDrawing(drawing: drawing).bytes())
      // The drawing is as wide as the text, 635 English Metric Units to a twentieth of a point.
      let width = WordPackage.textWidth * 635
      let height = drawing.width > 0 ? Int(Double(width) * drawing.height / drawing.width) : width
      xml.paragraph(
        WordXML.Place(style: "Picture", staysWithNext: staysWithNext && isLast)
      ) { paragraph in
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
    if !legend.isEmpty { paragraph("Note", legend, staysWithNext: staysWithNext) }
  }
}
