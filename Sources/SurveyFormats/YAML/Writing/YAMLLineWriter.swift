import SurveyModel

/// Collects the lines of a YAML file.
struct YAMLLineWriter {
  let scalars: YAMLScalarText
  private(set) var lines: [String] = []

  /// Comments break before this column.
  private static let commentWidth = 98

  init(scalars: YAMLScalarText) {
    self.scalars = scalars
  }

  /// The file.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// A line as it is.
  mutating func line(_ text: String, indent: Int) {
    lines.append(text.isEmpty ? "" : String(repeating: " ", count: indent) + text)
  }

  /// A blank line.
  mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// A remark, over as many lines as it needs.
  mutating func comment(_ text: String, indent: Int) {
    var line = "#"
    for word in scalars.comment(text).split(separator: " ") {
      if line.count + word.count + indent >= Self.commentWidth, line != "#" {
        self.line(line, indent: indent)
        line = "#"
      }
      line += " " + word
    }
    if line != "#" { self.line(line, indent: indent) }
  }

  /// `key: words` in no language.
  mutating func entry(_ key: String, _ text: String, indent: Int) {
    line("\(key): \(scalars.scalar(text))", indent: indent)
  }

  /// `key: {vi: words}`, over several lines where one would be too long.
  mutating func entry(
    _ key: String,
    _ text: LocalizedText,
    _ languages: [String],
    indent: Int
  ) {
    let short = "\(key): \(flow(text, languages))"
    guard short.count + indent > Self.commentWidth, key.first != "-" else {
      return line(short, indent: indent)
    }
    line("\(key):", indent: indent)
    for language in languages {
      if let words = text.translations[language] {
        line("\(language): \(scalars.scalar(words))", indent: indent + 2)
      }
    }
  }

  /// `{vi: words, en: words}`.
  func flow(_ text: LocalizedText, _ languages: [String]) -> String {
    let parts = languages.compactMap { language in
      text.translations[language].map { "\(language): \(scalars.scalar($0))" }
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  /// `{name: text}` in no language.
  func flow(_ attributes: Attributes) -> String {
    let parts = attributes.entries.map { entry in
      "\(scalars.quoted(entry.name)): \(scalars.quoted(entry.text))"
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  /// `[a, b]`.
  func flow(_ texts: [String]) -> String {
    "[\(texts.map { scalars.scalar($0) }.joined(separator: ", "))]"
  }

  /// Adds the lines of another file as remarks.
  mutating func commentOut(_ other: YAMLLineWriter, indent: Int) {
    for text in other.lines where !text.isEmpty { line("# \(text)", indent: indent) }
  }
}
