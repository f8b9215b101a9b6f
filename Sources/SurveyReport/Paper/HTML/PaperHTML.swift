import Mustache

/// Writes a paper form as one HTML file, to be printed by a browser.
package struct PaperHTML: Sendable {
  /// Makes a renderer.
  package init() {}

  /// The whole file.
  package func render(_ form: PaperForm) throws -> String {
    var context: [String: Any] = [
      "language": form.language,
      "policy": PageTemplate.contentSecurityPolicy,
      "title": form.title,
      "style": PaperStyleSheet.source(page: form.page),
      "source": form.source,
      "office": form.office.map { ["label": $0.label, "blank": blank($0.blank)] as [String: Any] },
      "blocks": form.blocks.map(block),
      "closing": form.closing,
    ]
    if let consent = form.consent { context["consent"] = self.consent(consent) }
    return try MarkupContentType.template(PaperTemplate.source).render(context)
  }

  private func consent(_ consent: PaperForm.Consent) -> [String: Any] {
    ["text": consent.text, "items": consent.options.map(option)]
  }

  private func block(_ block: PaperForm.Block) -> [String: Any] {
    switch block {
    case .section(let title, let condition):
      ["section": filled(["title": title, "condition": condition])]
    case .note(let text, let condition):
      ["note": filled(["text": text, "condition": condition])]
    case .matrix(let matrix): ["matrix": self.matrix(matrix)]
    case .question(let question): ["question": self.question(question)]
    }
  }

  private func matrix(_ matrix: PaperForm.Matrix) -> [String: Any] {
    [
      "instruction": matrix.instruction,
      "columns": matrix.columns.map(option),
      "rows": matrix.rows.map { row in
        var words = self.words(row)
        words["codes"] = matrix.columns.map(\.code)
        return words
      },
    ]
  }

  private func question(_ question: PaperForm.Question) -> [String: Any] {
    var context = words(question)
    let answer = question.answer
    if let instruction = answer.instruction { context["instruction"] = instruction }
    if let blank = answer.blank {
      context[blank.isInline ? "inline" : "below"] = ["blank": self.blank(blank)]
    }
    if !answer.options.isEmpty {
      context["options"] =
        [
          "isShort": answer.isShort,
          "isLong": answer.isLong,
          "items": answer.options.map { option in
            var item: [String: Any] = self.option(option)
            item["isOrdered"] = answer.isOrdered
            return item
          },
        ] as [String: Any]
    }
    if !answer.missing.isEmpty { context["missing"] = ["items": answer.missing.map(option)] }
    return context
  }

  private func words(_ question: PaperForm.Question) -> [String: Any] {
    filled([
      "number": String(question.number), "label": question.label, "hint": question.hint,
      "condition": question.condition,
    ])
  }

  private func option(_ option: PaperForm.Option) -> [String: Any] {
    ["code": option.code, "label": option.label]
  }

  private func blank(_ blank: PaperForm.Blank) -> [String: Any] {
    switch blank {
    case .rule: ["rule": true]
    case .lines(let count): ["lines": Array(repeating: true, count: count)]
    case .boxes(let groups, let mark):
      [
        "boxes": groups.enumerated().map { index, count in
          var group: [String: Any] = ["digits": Array(repeating: true, count: count)]
          if index > 0 { group["mark"] = mark }
          return group
        }
      ]
    }
  }

  /// Without the keys that have no value.
  private func filled(_ values: [String: String?]) -> [String: Any] {
    values.compactMapValues { $0 }
  }
}
