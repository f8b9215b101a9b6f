import SurveyModel

/// Writes indicators.
struct YAMLIndicatorWriter {
  let languages: [String]

  /// Writes the block, or nothing when there are none.
  func write(_ indicators: [Indicator], _ writer: inout YAMLLineWriter) {
    guard !indicators.isEmpty else { return }
    writer.blank()
    writer.line("indicators:", indent: 0)
    for indicator in indicators {
      writer.entry("- id", indicator.id, indent: 2)
      writer.entry("label", indicator.label, languages, indent: 4)
      kind(indicator.kind, &writer)
      if let measure = indicator.measure {
        writer.line("measured: \(measure.rawValue)", indent: 4)
      }
      if !indicator.countedMissing.isEmpty {
        let reasons = indicator.countedMissing.map(\.rawValue).sorted()
        writer.line("count_missing: \(writer.flow(reasons))", indent: 4)
      }
      if let note = indicator.note { writer.entry("note", note, languages, indent: 4) }
    }
  }

  private func kind(_ kind: Indicator.Kind, _ writer: inout YAMLLineWriter) {
    func head(_ word: String) { writer.line("kind: \(word)", indent: 4) }
    func items(_ items: [String]) { writer.line("items: \(writer.flow(items))", indent: 4) }
    switch kind {
    case .share(let item, let codes):
      head("share")
      writer.entry("item", item, indent: 4)
      if let codes { writer.line("codes: \(writer.flow(codes))", indent: 4) }
    case .allPositive(let list):
      head("all-positive")
      items(list)
    case .anyPositive(let list):
      head("any-positive")
      items(list)
    case .atLeast(let minimum, let list):
      head("at-least")
      writer.line("minimum: \(minimum)", indent: 4)
      items(list)
    case .test(let answers, let pass):
      head("test")
      let pairs = answers.map { "\($0.item): \(writer.scalars.scalar($0.right))" }
      writer.line("items: {\(pairs.joined(separator: ", "))}", indent: 4)
      writer.line("pass: \(DecimalWords.percentage(pass))", indent: 4)
    case .mean(let item):
      head("mean")
      writer.entry("item", item, indent: 4)
    case .index(let tree): index(tree, &writer)
    case .points(let list, let classes):
      head("points")
      items(list)
      writer.line("classes:", indent: 4)
      for group in classes {
        let bound = group.atLeast.map { "at_least: \(DecimalWords.text($0)), " } ?? ""
        writer.line("- {\(bound)label: \(writer.flow(group.label, languages))}", indent: 6)
      }
    case .netPromoter(let item):
      head("nps")
      writer.entry("item", item, indent: 4)
    case .ratio(let numerator, let denominator):
      head("ratio")
      writer.entry("numerator", numerator, indent: 4)
      writer.entry("denominator", denominator, indent: 4)
    case .countOfChoices(let item):
      head("count-of-choices")
      writer.entry("item", item, indent: 4)
    }
  }

  private func index(_ index: Index, _ writer: inout YAMLLineWriter) {
    writer.line("kind: index", indent: 4)
    writer.line("item: \(index.itemFormula.rawValue)", indent: 4)
    writer.line("combine: \(index.combine.rawValue)", indent: 4)
    writer.line("parts:", indent: 4)
    for part in index.parts {
      writer.entry("- id", part.id, indent: 6)
      writer.entry("label", part.label, languages, indent: 8)
      writer.line("elements:", indent: 8)
      for element in part.elements {
        writer.entry("- id", element.id, indent: 10)
        writer.entry("label", element.label, languages, indent: 12)
        writer.line("items: \(writer.flow(element.items))", indent: 12)
      }
    }
  }
}
