import SurveyModel

/// Reads indicators.
struct IndicatorReader {
  let context: ReadingContext

  private enum Word: String, CaseIterable {
    case share
    case allPositive = "all-positive"
    case anyPositive = "any-positive"
    case atLeast = "at-least"
    case test, mean, index, points, nps, ratio
    case countOfChoices = "count-of-choices"
  }

  /// Reads one indicator.
  func read(_ node: YAMLNode) -> Indicator? {
    node.map(context) { map in
      let id = map.requiredID("id")
      let label = map.requiredText("label") ?? LocalizedText([:])
      let word = map.requiredWord("kind", .indicatorKind, Word.allCases)
      guard let word else {
        map.allow(["item", "items", "codes", "minimum", "pass", "combine", "parts", "classes"])
        map.allow(["numerator", "denominator", "measured", "count_missing", "note"])
        return nil
      }
      let kind = self.kind(word, map)
      let measure = map.word("measured", .measure, Indicator.Measure.allCases)
      let counted = map.node("count_missing")?.items(context).compactMap {
        $0.word(context, .reason, MissingReason.declarable)
      }
      let note = map.text("note")
      guard let id, let kind else { return nil }
      return Indicator(
        id: id,
        label: label,
        kind: kind,
        measure: measure,
        countedMissing: Set(counted ?? []),
        note: note,
        location: map.location
      )
    }
  }

  private func kind(_ word: Word, _ map: MapReader) -> Indicator.Kind? {
    switch word {
    case .share:
      let codes = map.strings("codes")?.map(\.text)
      return map.requiredString("item").map { .share(item: $0, codes: codes) }
    case .allPositive: return items(map).map { .allPositive(items: $0) }
    case .anyPositive: return items(map).map { .anyPositive(items: $0) }
    case .atLeast:
      let items = self.items(map)
      guard let minimum = map.requiredCount("minimum"), let items else { return nil }
      return .atLeast(minimum: minimum, items: items)
    case .test: return test(map)
    case .mean: return map.requiredString("item").map { .mean(item: $0) }
    case .index: return index(map).map { .index($0) }
    case .points: return points(map)
    case .nps: return map.requiredString("item").map { .netPromoter(item: $0) }
    case .ratio:
      let numerator = map.requiredString("numerator")
      let denominator = map.requiredString("denominator")
      guard let numerator, let denominator else { return nil }
      return .ratio(numerator: numerator, denominator: denominator)
    case .countOfChoices: return map.requiredString("item").map { .countOfChoices(item: $0) }
    }
  }

  private func items(_ map: MapReader) -> [String]? {
    guard let node = map.required("items") else { return nil }
    let items = node.strings(context).map(\.text)
    if items.isEmpty, case .list = node.content {
      context.report(StructureFinding.emptyList("items"), at: map.location(of: "items"))
    }
    return items.isEmpty ? nil : items
  }

  private func test(_ map: MapReader) -> Indicator.Kind? {
    let pass = map.requiredPercentage("pass")
    guard let node = map.required("items"), let items = MapReader(node, context) else { return nil }
    let answers: [TestItem] = items.entries.compactMap { entry in
      items.string(entry.key).map { TestItem(item: entry.key, right: $0) }
    }
    if items.entries.isEmpty {
      context.report(StructureFinding.emptyList("items"), at: map.location(of: "items"))
    }
    guard let pass, !answers.isEmpty else { return nil }
    return .test(answers: answers, pass: pass)
  }

  private func points(_ map: MapReader) -> Indicator.Kind? {
    let items = self.items(map)
    let classes = map.required("classes")?.items(context).compactMap { node in
      node.map(context) { map in
        let atLeast = map.number("at_least")
        return map.requiredText("label").map { PointClass(atLeast: atLeast, label: $0) }
      }
    }
    guard let items, let classes else { return nil }
    return .points(items: items, classes: classes)
  }

  private func index(_ map: MapReader) -> Index? {
    let formula = map.requiredWord("item", .itemFormula, ItemFormula.allCases)
    let combine = map.requiredWord("combine", .combineRule, CombineRule.allCases)
    let parts = map.required("parts")?.items(context).compactMap { node in
      node.map(context) { map in
        let id = map.requiredID("id")
        let label = map.requiredText("label") ?? LocalizedText([:])
        let elements = map.required("elements")?.items(context).compactMap { element($0) } ?? []
        return id.map { Index.Part(id: $0, label: label, elements: elements) }
      }
    }
    guard let formula, let combine, let parts else { return nil }
    return Index(itemFormula: formula, combine: combine, parts: parts)
  }

  private func element(_ node: YAMLNode) -> Index.Element? {
    node.map(context) { map in
      let id = map.requiredID("id")
      let label = map.requiredText("label") ?? LocalizedText([:])
      let items = self.items(map)
      guard let id, let items else { return nil }
      return Index.Element(id: id, label: label, items: items)
    }
  }
}
