import SurveyModel

/// Goes from the names of languages in forms to codes and back.
struct XLSFormLanguageCodes {
  /// The codes of the form's languages, the default one first.
  let codes: [String]
  private let byName: [String: String]

  private static let names: [(code: String, words: [String], written: String)] = [
    ("vi", ["tiếng việt", "vietnamese", "việt", "tieng viet"], "Tiếng Việt (vi)"),
    ("en", ["english", "tiếng anh", "anglais", "inglés"], "English (en)"),
    ("km", ["khmer", "ភាសាខ្មែរ", "ខ្មែរ", "tiếng khmer"], "ភាសាខ្មែរ (km)"),
    ("fr", ["french", "français", "francais"], "Français (fr)"),
    ("es", ["spanish", "español", "espanol"], "Español (es)"),
    ("pt", ["portuguese", "português"], "Português (pt)"),
    ("sw", ["swahili", "kiswahili"], "Kiswahili (sw)"),
    ("zh", ["chinese", "中文"], "中文 (zh)"),
    ("lo", ["lao", "ລາວ"], "ລາວ (lo)"),
  ]

  /// The name under which a form has the language `code`.
  static func name(of code: String) -> String {
    names.first { $0.code == code }?.written ?? "\(code) (\(code))"
  }

  init(_ form: XLSForm) {
    let languages = form.languages
    var byName: [String: String] = [:]
    var taken: [String] = []
    for name in languages.isEmpty ? [""] : languages {
      let wanted = name.isEmpty ? Self.unnamed(form) : Self.code(of: name)
      var code = wanted
      var number = 2
      while taken.contains(code) {
        code = "\(wanted)-x\(number)"
        number += 1
      }
      taken.append(code)
      byName[name] = code
    }
    codes = taken
    self.byName = byName
  }

  subscript(name: String) -> String { byName[name] ?? Self.code(of: name) }

  private static func code(of name: String) -> String {
    if name.hasSuffix(")"), let open = name.lastIndex(of: "(") {
      let tag = String(name[name.index(after: open)...].dropLast())
      if LanguageCode.isValid(tag) { return tag }
    }
    let words = name.lowercased()
    if let known = names.first(where: { $0.words.contains { words.hasPrefix($0) } }) {
      return known.code
    }
    return LanguageCode.isValid(name) ? name : "und"
  }

  /// The language of texts that name none: the default one, else what their letters say.
  private static func unnamed(_ form: XLSForm) -> String {
    if let name = form.setting("default_language"), !name.isEmpty, name != "default" {
      return code(of: name)
    }
    let texts = form.items.compactMap { $0.texts[.label]?[""] }
    let isVietnamese = texts.contains { text in
      text.unicodeScalars.contains { scalar in
        (0x1EA0...0x1EF9).contains(scalar.value)
          || [0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0]
            .contains(scalar.value)
      }
    }
    return isVietnamese ? "vi" : "en"
  }
}

extension XLSFormLanguageCodes {
  /// The texts by the codes of their languages; the default language always has one.
  func localized(_ texts: [String: String], fallback: String?) -> LocalizedText {
    var words: [String: String] = [:]
    for (name, text) in texts { words[self[name]] = text }
    if let first = codes.first, words[first] == nil {
      let other = codes.compactMap { words[$0] }.first ?? words.values.min() ?? fallback
      if let other { words[first] = other }
    }
    return LocalizedText(words)
  }
}
