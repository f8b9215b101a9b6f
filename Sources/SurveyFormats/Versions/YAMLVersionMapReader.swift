package import SurveyModel

/// Reads a map from one version of a questionnaire to the next.
package struct YAMLVersionMapReader {
  /// Makes a reader.
  package init() {}

  /// Reads the text of a file; the map is `nil` when the file is no map or not YAML.
  package func read(
    _ text: String,
    file: String
  ) -> (map: VersionMap?, diagnostics: [Diagnostic]) {
    let log = FindingLog()
    let context = ReadingContext(log: log, languages: ["vi", "en"], allowsOtherLanguages: true)
    let root = YAMLComposer(log: log).compose(text, file: file)
    let map = root?.map(context) { reader -> VersionMap? in
      let questionnaire = reader.requiredString("version_map")
      let from = reader.requiredString("from")
      let to = reader.requiredString("to")
      let entries =
        reader.node("questions")?.items(context).compactMap { entry($0, context) } ?? []
      guard let questionnaire, let from, let to else { return nil }
      return VersionMap(questionnaire: questionnaire, from: from, to: to, entries: entries)
    }
    return (map, log.findings.sortedByPlace)
  }

  private func entry(_ node: YAMLNode, _ context: ReadingContext) -> VersionMap.Entry? {
    node.map(context) { reader in
      guard let question = reader.requiredString("question") else {
        reader.allow(["becomes", "recode", "comparable", "dropped", "confirmed"])
        return nil
      }
      var entry = VersionMap.Entry(question: question, location: node.location)
      entry.becomes = reader.string("becomes")
      entry.isComparable = reader.flag("comparable")
      entry.isDropped = reader.flag("dropped") ?? false
      entry.isConfirmed = reader.flag("confirmed") ?? true
      if let recode = reader.node("recode"), let codes = MapReader(recode, context) {
        entry.recodes = codes.entries.compactMap { item in
          guard let scalar = item.value.scalar(context) else { return nil }
          return VersionMap.Recode(
            item.key,
            VersionMapWords.target(scalar.text.trimmed),
            location: item.keyLocation
          )
        }
      }
      return entry
    }
  }
}

/// The words of a map's file.
enum VersionMapWords {
  static let notComparable = "not-comparable"

  /// What a code becomes, as it is written.
  static func target(_ text: String) -> VersionMap.Target {
    if text == notComparable { return .notComparable }
    if let reason = MissingReason.declarable.first(where: { $0.rawValue == text }) {
      return .missing(reason)
    }
    return .code(text)
  }

  static func text(_ target: VersionMap.Target) -> String {
    switch target {
    case .code(let code): code
    case .missing(let reason): reason.rawValue
    case .notComparable: notComparable
    }
  }
}
