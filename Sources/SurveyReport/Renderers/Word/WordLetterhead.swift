import SurveyModel

/// The head and the foot of a signed document (Decree 30/2020/NĐ-CP, Appendix I): tables without
/// borders, the number and the date left blank.
struct WordLetterhead {
  let letterhead: Letterhead
  let words: LetterheadWords

  init(_ letterhead: Letterhead, _ language: InterfaceLanguage) {
    self.letterhead = letterhead
    words = LetterheadWords(letterhead, language)
  }

  private static let left = 4150
  private static let right = WordPackage.textWidth - left
  private static let plain = WordXML.Look(size: 24)
  private static let bold = WordXML.Look(isBold: true, size: 24)
  private static let boldLarger = WordXML.Look(isBold: true, size: 28)
  private static let italic = WordXML.Look(isItalic: true, size: 28)
  private static let tight: (before: Int, after: Int) = (0, 0)

  private func centred(_ spacing: (before: Int, after: Int) = tight) -> WordXML.Place {
    WordXML.Place(alignment: .centre, spacing: spacing)
  }

  /// The names of office and country, the blank number and date, the kind and the subject.
  func head(_ xml: inout WordXML) {
    xml.table(widths: [Self.left, Self.right], hasBorders: false, margin: 40) { table in
      table.row { row in
        row.cell(width: Self.left, isCentred: false) { cell in
          if let parent = letterhead.parent {
            cell.paragraph(centred()) { $0.run(parent.uppercased(), Self.plain) }
          }
          cell.paragraph(centred()) { $0.run(letterhead.issuer.uppercased(), Self.bold) }
          cell.paragraph(rule(share: 0.4, of: letterhead.issuer, in: Self.left)) { _ in }
        }
        row.cell(width: Self.right, isCentred: false) { cell in
          cell.paragraph(centred()) { $0.run(LetterheadWords.country, Self.bold) }
          cell.paragraph(centred()) { $0.run(LetterheadWords.motto, Self.boldLarger) }
          cell.paragraph(rule(share: 1, of: LetterheadWords.motto, in: Self.right)) { _ in }
        }
      }
      table.row { row in
        row.cell(width: Self.left, isCentred: false) { cell in
          cell.paragraph(centred()) { $0.run(words.number, WordXML.Look(size: 26)) }
        }
        row.cell(width: Self.right, isCentred: false) { cell in
          cell.paragraph(centred()) { $0.run(words.date, Self.italic) }
        }
      }
    }
    xml.paragraph(centred((360, 0))) { $0.run(letterhead.kind.uppercased(), Self.boldLarger) }
    xml.paragraph(centred()) { $0.run(letterhead.subject, Self.boldLarger) }
    xml.paragraph(rule(share: 0.3, of: letterhead.subject, in: WordPackage.textWidth)) { _ in }
    for basis in letterhead.bases {
      xml.paragraph(WordXML.Place(style: "BodyText")) {
        $0.run(basis, WordXML.Look(isItalic: true))
      }
    }
  }

  /// An empty line with a rule below, as long as a share of the text above it.
  private func rule(share: Double, of text: String, in width: Int) -> WordXML.Place {
    let letters = text.reduce(0) { $0 + FontMetrics.advance(of: $1) }
    let length = min(Int(letters * 14 * 20 * share), width * 2 / 3)
    let side = max(0, (width - length) / 2)
    return WordXML.Place(
      indent: side,
      rightIndent: side,
      rule: .single,
      spacing: (0, 120)
    )
  }

  /// The receivers on the left, who signs on the right.
  func foot(_ xml: inout WordXML) {
    xml.paragraph(WordXML.Place(staysWithNext: true, spacing: (120, 0))) { _ in }
    xml.table(widths: [Self.right, Self.left], hasBorders: false, margin: 40) { table in
      table.row { row in
        row.cell(width: Self.right, isCentred: false) { cell in
          let title = words.receivers.isEmpty ? "" : LetterheadWords.receivers
          cell.paragraph(WordXML.Place(spacing: Self.tight)) {
            if !title.isEmpty {
              $0.run(title, WordXML.Look(isBold: true, isItalic: true, size: 24))
            }
          }
          for line in words.receivers {
            cell.paragraph(WordXML.Place(spacing: Self.tight)) {
              $0.run(line, WordXML.Look(size: 22))
            }
          }
        }
        row.cell(width: Self.left, isCentred: false) { cell in
          for line in words.signature {
            cell.paragraph(centred()) { $0.run(line, Self.boldLarger) }
          }
          // Room for the signature and the seal.
          for _ in 0..<5 { cell.paragraph(centred()) { _ in } }
        }
      }
    }
    xml.paragraph(WordXML.Place(spacing: Self.tight)) { _ in }
  }

  /// The line that ties an appendix to the document.
  func reference(_ xml: inout WordXML) {
    xml.paragraph(centred((0, 200))) { $0.run(words.reference, Self.italic) }
  }
}
