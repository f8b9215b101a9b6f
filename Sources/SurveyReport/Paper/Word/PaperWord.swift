package import Tabular

/// Writes a paper form as a Word document, for offices that change the layout by hand.
package struct PaperWord: Sendable {
  /// Makes a renderer.
  package init() {}

  /// The bytes of the `.docx` file; the same form gives the same bytes.
  ///
  /// - Throws: ``TabularError`` when the archive cannot be made.
  package func render(_ form: PaperForm) throws(TabularError) -> [UInt8] {
    try ZipWriter.archive(package(of: form).parts)
  }

  /// The document with all its parts.
  func package(of form: PaperForm) -> WordPackage {
    WordPackage(
      language: form.language,
      numbers: .below(word: form.page),
      fontSize: 24,
      styles: PaperStyles.source,
      body: body(of: form)
    )
  }

  /// The elements of the body.
  func body(of form: PaperForm) -> String {
    var body = WordXML()
    office(form, &body)
    body.paragraph(WordXML.Place(style: "Title")) { $0.run(form.title) }
    body.paragraph(WordXML.Place(alignment: .centre)) {
      $0.run(form.source, WordXML.Look(size: 20))
    }
    consent(form, &body)
    for block in form.blocks { self.block(block, &body) }
    body.paragraph(WordXML.Place(alignment: .centre)) {
      $0.run(form.closing, WordXML.Look(isBold: true))
    }
    return body.text
  }

  private static let width = WordPackage.textWidth
  private static let digit = "\u{A0}\u{A0}\u{A0}"

  private func office(_ form: PaperForm, _ body: inout WordXML) {
    let width = Self.width / max(1, form.office.count)
    body.table(widths: Array(repeating: width, count: form.office.count)) { table in
      table.row { row in
        for field in form.office {
          row.cell(width: width) { cell in
            cell.paragraph { paragraph in
              paragraph.run(field.label + " ", WordXML.Look(size: 20))
              blank(field.blank, short: true, &paragraph)
            }
          }
        }
      }
    }
  }

  private func consent(_ form: PaperForm, _ body: inout WordXML) {
    guard let consent = form.consent else { return }
    body.table(widths: [Self.width]) { table in
      table.row { row in
        row.cell(width: Self.width) { cell in
          cell.paragraph { $0.run(consent.text) }
          cell.paragraph { options(consent.options, &$0) }
        }
      }
    }
  }

  private func block(_ block: PaperForm.Block, _ body: inout WordXML) {
    switch block {
    case .section(let title, let condition):
      body.paragraph(WordXML.Place(style: "Heading1", staysWithNext: true)) { $0.run(title) }
      if let condition {
        body.paragraph(WordXML.Place(staysWithNext: true)) { $0.run(condition, Self.aside) }
      }
    case .note(let text, let condition):
      body.paragraph { paragraph in
        paragraph.run(text)
        if let condition { paragraph.run(" [\(condition)]", Self.aside) }
      }
    case .matrix(let matrix): self.matrix(matrix, &body)
    case .question(let question): self.question(question, &body)
    }
  }

  private static let aside = WordXML.Look(isItalic: true, size: 22)

  private func words(_ question: PaperForm.Question, isBold: Bool, _ paragraph: inout WordXML) {
    paragraph.run("\(question.number). \(question.label)", WordXML.Look(isBold: isBold))
    if let hint = question.hint { paragraph.run(" (\(hint))", Self.aside) }
    if let condition = question.condition { paragraph.run(" [\(condition)]", Self.aside) }
  }

  private func matrix(_ matrix: PaperForm.Matrix, _ body: inout WordXML) {
    body.paragraph(WordXML.Place(staysWithNext: true)) { $0.run(matrix.instruction, Self.aside) }
    let column = min(1000, 5600 / max(1, matrix.columns.count))
    let label = Self.width - column * matrix.columns.count
    let widths = [label] + Array(repeating: column, count: matrix.columns.count)
    body.table(widths: widths) { table in
      table.row(isHeading: true) { row in
        row.cell(width: label) { $0.paragraph { _ in } }
        for option in matrix.columns {
          row.cell(width: column) { cell in
            cell.paragraph(WordXML.Place(alignment: .centre)) {
              $0.run(option.label, WordXML.Look(isBold: true, size: 18))
            }
          }
        }
      }
      for question in matrix.rows {
        table.row { row in
          row.cell(width: label) { $0.paragraph { words(question, isBold: false, &$0) } }
          for option in matrix.columns {
            row.cell(width: column) { cell in
              cell.paragraph(WordXML.Place(alignment: .centre)) { paragraph in
                paragraph.run("\u{A0}\(option.code)\u{A0}", WordXML.Look(isBoxed: true))
              }
            }
          }
        }
      }
    }
  }

  private func question(_ question: PaperForm.Question, _ body: inout WordXML) {
    let answer = question.answer
    let isLast = answer.options.isEmpty && answer.missing.isEmpty && answer.blank?.isInline != false
    body.paragraph(WordXML.Place(style: "Question", staysWithNext: !isLast)) { paragraph in
      words(question, isBold: true, &paragraph)
      if let instruction = answer.instruction { paragraph.run(" \(instruction)", Self.aside) }
      if let blank = answer.blank, blank.isInline {
        paragraph.run("  ")
        self.blank(blank, short: false, &paragraph)
      }
    }
    if case .lines(let count) = answer.blank {
      for _ in 0..<count {
        body.paragraph(WordXML.Place(indent: 400, rule: .dotted)) { $0.run("\u{A0}") }
      }
    }
    if answer.isShort, !answer.options.isEmpty {
      body.paragraph(WordXML.Place(indent: 400)) { options(answer.options, &$0) }
    } else {
      for option in answer.options {
        body.paragraph(WordXML.Place(indent: 400)) { paragraph in
          if answer.isOrdered {
            paragraph.run(Self.digit, WordXML.Look(isBoxed: true))
            paragraph.run("\u{A0}")
          }
          options([option], &paragraph)
        }
      }
    }
    if !answer.missing.isEmpty {
      body.paragraph(WordXML.Place(indent: 400)) { options(answer.missing, &$0) }
    }
  }

  private func options(_ options: [PaperForm.Option], _ paragraph: inout WordXML) {
    for (index, option) in options.enumerated() {
      if index > 0 { paragraph.run("      ") }
      paragraph.code(option.code)
      paragraph.run(option.label)
    }
  }

  private func blank(_ blank: PaperForm.Blank, short: Bool, _ paragraph: inout WordXML) {
    switch blank {
    case .rule: paragraph.run(String(repeating: "…", count: short ? 10 : 22))
    case .lines: break
    case .boxes(let groups, let mark):
      for (index, count) in groups.enumerated() {
        if index > 0 { paragraph.run(mark) }
        for digit in 0..<count {
          // Without something between them, neighbouring frames become one.
          if digit > 0 { paragraph.run("\u{200A}") }
          paragraph.run(Self.digit, WordXML.Look(isBoxed: true))
        }
      }
    }
  }
}
