package import SurveyModel

/// Reads a questionnaire file and says everything that is wrong with how it is written.
///
/// What the words mean together is looked at by `Questionnaire.check()`.
package struct YAMLQuestionnaireReader {
  private let load: (String) -> String?

  /// Makes a reader; `load` gives the text of a file beside the questionnaire.
  package init(load: @escaping (String) -> String? = { _ in nil }) { self.load = load }

  /// Reads the text of a file.
  ///
  /// The questionnaire is what could be understood: with an error among the findings it is good
  /// for further checks, not for interviews. It is `nil` when the file is no map or not YAML.
  package func read(
    _ text: String,
    file: String
  ) -> (questionnaire: Questionnaire?, diagnostics: [Diagnostic]) {
    let log = FindingLog()
    let context = ReadingContext(
      log: log,
      languages: ["vi"],
      allowsOtherLanguages: false,
      tables: TableShelf(load: load)
    )
    let root = YAMLComposer(log: log).compose(text, file: file)
    let questionnaire = root?.map(context) { self.questionnaire($0, context) }
    return (questionnaire, log.findings.sortedByPlace)
  }

  private func questionnaire(_ map: MapReader, _ context: ReadingContext) -> Questionnaire {
    let id = map.requiredID("questionnaire", allowsHyphen: true) ?? ""
    let version = map.requiredString("version") ?? ""
    context.languages = languages(map, context)
    let title = map.requiredText("title") ?? LocalizedText([:])
    let source = map.string("source")
    let consent = map.node("consent").flatMap { self.consent($0, context) }
    let missing = map.missingCodes("missing")
    if let files = map.node("files") { context.tables.add(files, context) }
    for (name, location) in map.strings("tables") ?? [] {
      _ = context.tables.table(name, at: location, context)
    }
    let lists = ListReader(context).read(scales: map.node("scales"), choices: map.node("choices"))
    let sample = map.node("sample").flatMap { $0.sample(context) } ?? SampleDeclaration()
    let groups = GroupReader(context: context)
    let sections = SectionReader(context: context, lists: lists, missing: missing)
    let list = map.required("sections")
    let read = list?.items(context).compactMap { sections.read($0) } ?? []
    if let list, case .list = list.content, read.allSatisfy(\.questions.isEmpty) {
      context.report(QuestionFinding.noQuestions, at: map.location(of: "sections"))
    }
    lists.reportUnused(context)
    let indicators = IndicatorReader(context: context)
    return Questionnaire(
      id: id,
      version: version,
      languages: context.languages,
      title: title,
      source: source,
      consent: consent,
      sections: read,
      sample: sample,
      indicators: map.node("indicators")?.items(context).compactMap { indicators.read($0) } ?? [],
      key: map.strings("key")?.map(\.text) ?? [],
      groups: map.node("groups")?.items(context).compactMap { groups.read($0) } ?? [],
      tables: context.tables.tables,
      series: map.node("series").flatMap { series($0, context) }
    )
  }

  /// The declared languages; without any, Vietnamese, so that texts can be read all the same.
  private func languages(_ map: MapReader, _ context: ReadingContext) -> [String] {
    guard let node = map.required("languages") else { return ["vi"] }
    var languages: [String] = []
    for (code, location) in node.strings(context) {
      if languages.contains(code) {
        context.report(ValueFinding.repeatedLanguage(code), at: location)
        continue
      }
      if !LanguageCode.isValid(code) {
        context.report(ValueFinding.invalidLanguage(code), at: location)
      }
      languages.append(code)
    }
    if languages.isEmpty, case .list = node.content {
      context.report(StructureFinding.emptyList("languages"), at: map.location(of: "languages"))
    }
    return languages.isEmpty ? ["vi"] : languages
  }

  private func series(_ node: YAMLNode, _ context: ReadingContext) -> SeriesDeclaration? {
    node.map(context) { map in
      let follows = map.requiredID("follows", allowsHyphen: true)
      let reason = map.requiredText("break")
      var indicators: [String: String] = [:]
      if let names = map.node("indicators").flatMap({ MapReader($0, context) }) {
        for entry in names.entries { indicators[entry.key] = names.string(entry.key) }
      }
      guard let follows, let reason else { return nil }
      return SeriesDeclaration(follows: follows, reason: reason, indicators: indicators)
    }
  }

  private func consent(
    _ node: YAMLNode,
    _ context: ReadingContext
  ) -> Questionnaire.Consent? {
    node.map(context) { map in
      let version = map.requiredString("version")
      let text = map.requiredText("text")
      guard let version, let text else { return nil }
      return Questionnaire.Consent(version: version, text: text)
    }
  }
}
