import SurveyModel

/// Turns the parser's places (columns in scalars) into places in characters.
struct YAMLLines {
  private let file: String
  private let lines: [Substring.UnicodeScalarView]

  /// Lines longer than this keep their columns in scalars.
  private static let lengthLimit = 10_000

  init(_ text: String, file: String) {
    self.file = file
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: Self.isBreak)
      .map(\.unicodeScalars)
  }

  /// The breaks of YAML 1.1, which the parser counts.
  private static func isBreak(_ character: Character) -> Bool {
    switch character {
    case "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// The place of a line and a column of scalars, both counted from 1.
  func location(line: Int, scalarColumn: Int) -> SourceLocation {
    var column = scalarColumn
    if lines.indices.contains(line - 1) {
      let prefix = lines[line - 1].prefix(max(0, min(scalarColumn - 1, Self.lengthLimit)))
      let surplus = prefix.count - Substring(prefix).count
      column = max(1, scalarColumn - surplus)
    }
    return SourceLocation(file: file, line: max(1, line), column: max(1, column))
  }

  /// The place of the character at `offset`, counted in characters from the beginning.
  func location(characterOffset offset: Int) -> SourceLocation {
    var rest = max(0, offset)
    for (index, line) in lines.enumerated() {
      let length = Substring(line).count
      if rest <= length { return SourceLocation(file: file, line: index + 1, column: rest + 1) }
      rest -= length + 1
    }
    return SourceLocation(file: file, line: max(1, lines.count), column: 1)
  }

  /// The scalar at a place, if the line has one there.
  func scalar(line: Int, scalarColumn: Int) -> Unicode.Scalar? {
    guard lines.indices.contains(line - 1), scalarColumn >= 1 else { return nil }
    return lines[line - 1].dropFirst(scalarColumn - 1).first
  }

  /// The beginning of the file.
  var start: SourceLocation { SourceLocation(file: file, line: 1, column: 1) }
}
