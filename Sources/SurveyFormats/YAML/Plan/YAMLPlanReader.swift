package import SurveyModel

/// Reads a plan file and says everything that is wrong with how it is written.
///
/// Whether its questionnaires have what it names is looked at by `Plan.check(against:)`.
package struct YAMLPlanReader {
  /// Makes a reader.
  package init() {}

  /// Reads the text of a file.
  ///
  /// The plan is what could be understood: with an error among the findings it is good for
  /// further checks, not for reports. It is `nil` when the file is no map or not YAML.
  package func read(
    _ text: String,
    file: String
  ) -> (plan: Plan?, diagnostics: [Diagnostic]) {
    let log = FindingLog()
    let context = ReadingContext(log: log, languages: ["vi", "en"], allowsOtherLanguages: true)
    let root = YAMLComposer(log: log).compose(text, file: file)
    let plan = root?.map(context) { self.plan($0, context) }
    return (plan, log.findings.sortedByPlace)
  }

  private func plan(_ map: MapReader, _ context: ReadingContext) -> Plan {
    let id = map.requiredID("plan", allowsHyphen: true) ?? ""
    let office = map.requiredText("office") ?? LocalizedText([:])
    let document = map.text("document")
    let period = map.node("period").flatMap { self.period($0, context) }
    let area = map.text("area")
    let note = map.text("note")
    let decision = map.decision("decide", base: Target.Decision())
    let reader = TargetReader(context: context, decision: decision)
    let targets = map.node("targets")?.items(context).compactMap { reader.read($0) }
    let report = map.node("report").map { ReportReader(context: context).read($0) }
    return Plan(
      id: id,
      office: office,
      document: document,
      year: period?.year,
      reports: period?.reports ?? [],
      area: area,
      note: note,
      targets: targets ?? [],
      designs: map.node("design").map { self.designs($0, context) } ?? [:],
      suppression: report?.suppression ?? Plan.Suppression(),
      layout: report?.layout ?? ReportLayout()
    )
  }

  private func period(
    _ node: YAMLNode,
    _ context: ReadingContext
  ) -> (year: Int?, reports: [Plan.ReportPeriod])? {
    node.map(context) { map in
      let reports = map.node("report")?.items(context).compactMap {
        $0.word(context, .period, Plan.ReportPeriod.allCases)
      }
      return (self.year(map), reports ?? [])
    }
  }

  private func year(_ map: MapReader) -> Int? {
    guard let node = map.node("year"), let text = node.scalar(map.context)?.text else { return nil }
    if let year = NumberText.parseInteger(text), (1900...2999).contains(year) { return year }
    map.context.report(TargetFinding.yearOutOfRange(text), at: node.location)
    return nil
  }

  private func designs(
    _ node: YAMLNode,
    _ context: ReadingContext
  ) -> [String: SampleDeclaration] {
    guard let map = MapReader(node, context) else { return [:] }
    var designs: [String: SampleDeclaration] = [:]
    for entry in map.entries {
      designs[entry.key] = map.node(entry.key)?.sample(context)
    }
    return designs
  }
}
