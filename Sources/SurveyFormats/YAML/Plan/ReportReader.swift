import SurveyModel

/// Reads what a plan says about the report on it.
struct ReportReader {
  let context: ReadingContext

  private enum Rule: String, CaseIterable {
    case nchs2017 = "nchs-2017"
    case none
  }

  /// Reads the block `report`.
  func read(_ node: YAMLNode) -> (suppression: Plan.Suppression, layout: ReportLayout) {
    let read: (Plan.Suppression, ReportLayout)? = node.map(context) { map in
      let usual = ReportLayout()
      let layout = ReportLayout(
        title: map.text("title"),
        sections: sections("sections", map) ?? usual.sections,
        appendix: sections("appendix", map) ?? [],
        groups: map.node("groups").map(groups) ?? [:],
        fieldwork: map.node("fieldwork").map(fieldwork) ?? [:],
        headings: map.node("headings").map(words) ?? [:],
        texts: map.node("texts").map(words) ?? [:],
        letterhead: map.node("letterhead").flatMap(letterhead)
      )
      return (map.node("suppress").flatMap(suppression) ?? Plan.Suppression(), layout)
    }
    return read ?? (Plan.Suppression(), ReportLayout())
  }

  private func suppression(_ node: YAMLNode) -> Plan.Suppression? {
    node.map(context) { map in
      let base = Plan.Suppression()
      let rule = map.word("rule", .suppressionRule, Rule.allCases)
      return Plan.Suppression(
        below: map.count("below") ?? base.below,
        flagBelow: map.count("flag_below") ?? base.flagBelow,
        usesNCHS: rule.map { $0 == .nchs2017 } ?? base.usesNCHS
      )
    }
  }

  /// A list of chapters; one that is named twice is reported and read once.
  private func sections(_ key: String, _ map: MapReader) -> [ReportSection]? {
    map.node(key)?.items(context).reduce(into: []) { sections, item in
      guard let section = item.word(context, .reportSection, ReportSection.allCases) else { return }
      if sections.contains(section) {
        context.report(StructureFinding.repeatedItem(section.rawValue), at: item.location)
      } else {
        sections.append(section)
      }
    }
  }

  private func groups(_ node: YAMLNode) -> [String: [String]] {
    guard let map = MapReader(node, context) else { return [:] }
    return map.entries.reduce(into: [:]) { groups, entry in
      groups[entry.key] = map.strings(entry.key)?.map(\.text)
    }
  }

  /// The names of counts by questionnaire.
  private func fieldwork(_ node: YAMLNode) -> [String: FieldworkCounts] {
    guard let map = MapReader(node, context) else { return [:] }
    return map.entries.reduce(into: [:]) { counts, entry in
      counts[entry.key] = map.node(entry.key)?.map(context) { map in
        var names: [FieldworkCounts.Outcome: String] = [:]
        for outcome in FieldworkCounts.Outcome.allCases {
          let key = outcome.rawValue.split(separator: "-").joined(separator: "_")
          names[outcome] = map.node(key)?.id(context)
        }
        return FieldworkCounts(names)
      }
    }
  }

  /// Words by chapter.
  private func words(_ node: YAMLNode) -> [ReportSection: LocalizedText] {
    guard let map = MapReader(node, context) else { return [:] }
    var words: [ReportSection: LocalizedText] = [:]
    let known = ReportSection.allCases.map(\.rawValue)
    for entry in map.entries {
      guard let section = ReportSection(rawValue: entry.key) else {
        let finding = VocabularyFinding(
          vocabulary: .reportSection,
          word: entry.key,
          nearest: nearestName(to: entry.key, among: known),
          known: known
        )
        context.report(finding, at: entry.keyLocation)
        continue
      }
      words[section] = map.text(entry.key)
    }
    return words
  }

  private func letterhead(_ node: YAMLNode) -> LetterheadText? {
    node.map(context) { map in
      LetterheadText(
        parent: map.text("parent"),
        issuer: map.text("issuer"),
        symbol: map.requiredString("symbol") ?? "",
        place: map.requiredText("place") ?? LocalizedText([:]),
        kind: map.text("kind"),
        bases: texts("bases", map),
        authority: map.text("authority"),
        position: map.text("position"),
        recipients: texts("recipients", map)
      )
    }
  }

  private func texts(_ key: String, _ map: MapReader) -> [LocalizedText] {
    map.node(key)?.items(context).compactMap { $0.text(context) } ?? []
  }
}
