import SurveyModel

/// Puts the choice of a turn into the rows of a loop.
///
/// Its name stands for `%(name)s`, its label for `%(label)s`, and a percent sign for `%%`. Other
/// percent signs stay as they are.
struct XLSFormLoopWords {
  private let defaultLanguage: String
  private let languages: XLSFormLanguageCodes

  init(_ form: XLSForm, languages: XLSFormLanguageCodes) {
    defaultLanguage = form.setting("default_language") ?? ""
    self.languages = languages
  }

  /// A row as it is asked for `choice`; texts take the label in their own language.
  func filled(_ item: XLSFormItem, _ choice: XLSFormChoice) -> XLSFormItem {
    var item = item
    for (kind, texts) in item.texts {
      for (language, text) in texts where Self.mayBeFilled(text) {
        item.texts[kind]?[language] = fill(text, choice, label(of: choice, in: language))
      }
    }
    for (key, text) in item.cells where Self.mayBeFilled(text) {
      item.cells[key] = fill(text, choice, label(of: choice, inColumn: key))
    }
    for (place, cell) in item.parameters.enumerated() where Self.mayBeFilled(cell.text) {
      let text = fill(cell.text, choice, label(of: choice, in: defaultLanguage))
      item.parameters[place] = XLSFormCell(cell.key, text)
    }
    return item
  }

  private static func mayBeFilled(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "%"))
  }

  private func fill(_ text: String, _ choice: XLSFormChoice, _ label: String) -> String {
    let marks = [("%(name)s", choice.name), ("%(label)s", label), ("%%", "%")]
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let percent = rest.firstIndex(of: "%") {
      result += rest[..<percent]
      rest = rest[percent...]
      let mark = marks.first { rest.starts(with: $0.0.unicodeScalars) }
      result += (mark?.1 ?? "%").unicodeScalars
      rest = rest.dropFirst(mark?.0.unicodeScalars.count ?? 1)
    }
    return String(result + rest)
  }

  /// The label in `language`, else in the default one, else any; a choice without label has its name.
  private func label(of choice: XLSFormChoice, in language: String) -> String {
    let labels = choice.texts[.label] ?? [:]
    return labels[language] ?? labels[defaultLanguage] ?? labels[""]
      ?? labels.min { $0.key < $1.key }?.value ?? choice.name
  }

  /// Columns of this program name languages by their codes.
  private func label(of choice: XLSFormChoice, inColumn key: String) -> String {
    let prefix = XLSFormQuestionnaireBuilder.warningMessageKey
    guard key.hasPrefix(prefix) else { return label(of: choice, in: defaultLanguage) }
    let code = key.dropFirst(prefix.count)
    let names = (choice.texts[.label] ?? [:]).keys.sorted()
    let name = names.first { languages[$0] == code }
    return label(of: choice, in: name ?? defaultLanguage)
  }
}
