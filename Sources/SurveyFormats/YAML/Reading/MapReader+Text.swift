import SurveyModel

extension MapReader {
  /// Words in the languages of the file.
  func text(_ key: String) -> LocalizedText? { node(key).flatMap { $0.text(context) } }

  /// Words in the languages of the file, which have to be there.
  func requiredText(_ key: String) -> LocalizedText? { required(key).flatMap { $0.text(context) } }
}

extension YAMLNode {
  /// Reads a map from language to words.
  func text(_ context: ReadingContext) -> LocalizedText? {
    if case .scalar = content {
      context.report(LanguageFinding.textWithoutLanguage(context.languages), at: location)
      return nil
    }
    guard let reader = MapReader(self, context) else { return nil }
    var translations: [String: String] = [:]
    for entry in reader.entries {
      guard context.accepts(entry.key) else {
        context.reportForeignKey(entry)
        continue
      }
      if entry.value.isRefused { continue }
      guard let scalar = entry.value.scalar(context) else { continue }
      let words = scalar.text.trimmed
      if words.isEmpty {
        context.report(LanguageFinding.emptyText(entry.key), at: entry.keyLocation)
      }
      translations[entry.key] = words
    }
    for (index, language) in context.languages.enumerated() where !reader.has(language) {
      let finding: LanguageFinding =
        index == 0 ? .defaultTranslationMissing(language) : .translationMissing(language)
      context.report(finding, at: location)
    }
    return LocalizedText(translations.filter { !$0.value.isEmpty })
  }
}

extension ReadingContext {
  fileprivate func accepts(_ language: String) -> Bool {
    languages.contains(language) || allowsOtherLanguages && LanguageCode.isValid(language)
  }

  /// A key of a text that is no language: mostly the rest of a sentence with a comma in it.
  fileprivate func reportForeignKey(_ entry: YAMLEntry) {
    if entry.value.isNull {
      report(StructureFinding.unquotedText(entry.key), at: entry.keyLocation)
    } else {
      report(LanguageFinding.unknownLanguage(entry.key, known: languages), at: entry.keyLocation)
    }
  }
}
