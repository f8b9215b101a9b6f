/// The languages of a form.
struct XLSFormLanguages {
  /// The language that the settings call the default.
  let defaultLanguage: String?
  /// Whether any column names a language.
  private let areNamed: Bool

  init(defaultLanguage: String?, tables: [XLSFormTable]) {
    self.defaultLanguage = defaultLanguage
    areNamed = tables.contains { !$0.languages.isEmpty }
  }

  /// The texts with those of no language given to the default one.
  ///
  /// A column that names the default language wins over one that names none.
  func settled(_ texts: XLSFormTexts) -> XLSFormTexts {
    guard areNamed, let language = defaultLanguage, !language.isEmpty else { return texts }
    return texts.mapValues { words in
      guard let plain = words[""] else { return words }
      var words = words
      words[""] = nil
      if words[language] == nil { words[language] = plain }
      return words
    }
  }

  /// Warns about translations that are missing and languages that have no tag.
  func check(survey: XLSFormTable, choices: XLSFormTable?, log: XLSFormLog) {
    var languages: [String] = []
    for table in [survey, choices].compactMap({ $0 }) {
      for language in table.languages where !languages.contains(language) {
        languages.append(language)
      }
      missing(in: table, log: log)
    }
    let place = survey.records.first?.place()
    let header = XLSFormPlace(sheet: place?.sheet ?? "survey", row: 1, line: 1)
    for language in languages where language != "default" && language.unicodeScalars.count > 2 {
      guard language.hasSuffix(")"), let open = language.firstIndex(of: "(") else {
        log.report(XLSFormSettingFinding.languageWithoutTag(language), at: header)
        continue
      }
      let tag = language[language.index(after: open)...].dropLast()
      if !LanguageCode.isValid(String(tag)) {
        log.report(XLSFormSettingFinding.unknownLanguageTag(language), at: header)
      }
    }
  }

  private func missing(in table: XLSFormTable, log: XLSFormLog) {
    let unnamed = defaultLanguage ?? "default"
    var seen: [String: Set<XLSFormTextKind>] = [:]
    var order: [String] = []
    for column in table.columns {
      guard let text = column.text else { continue }
      let language = column.language ?? unnamed
      if seen[language] == nil { order.append(language) }
      seen[language, default: []].insert(text)
    }
    guard order.count > 1 || (order.first.map { $0 != unnamed } ?? false) else { return }
    let all = seen.values.reduce(into: Set<XLSFormTextKind>()) { $0.formUnion($1) }
    for language in order {
      let missing = all.subtracting(seen[language] ?? [])
      guard !missing.isEmpty else { continue }
      let place = XLSFormPlace(
        sheet: table.records.first?.source.sheet ?? table.kind.rawValue,
        row: 1,
        line: 1
      )
      log.report(
        XLSFormSettingFinding.missingTranslations(
          language: language,
          columns: missing.map(\.rawValue).sorted()
        ),
        at: place
      )
    }
  }
}
