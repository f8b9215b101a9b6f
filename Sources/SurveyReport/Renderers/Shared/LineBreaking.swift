/// Breaks text into lines at its spaces, whatever its unit of width is.
enum LineBreaking {
  /// The lines of `text`, none wider than `width` unless a single character is.
  ///
  /// A word that is too wide for a whole line is broken between characters. There is always at
  /// least one line.
  static func lines(
    of text: String,
    width: Double,
    measure: (Character) -> Double
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0.0
    let space = measure(" ")
    for word in text.split(separator: " ") {
      let wordWidth = word.reduce(0) { $0 + measure($1) }
      if line.isEmpty || lineWidth + space + wordWidth > width {
        if !line.isEmpty {
          lines.append(line)
        }
        line = ""
        lineWidth = 0
      } else {
        line += " "
        lineWidth += space
      }
      guard wordWidth > width else {
        line += word
        lineWidth += wordWidth
        continue
      }
      for character in word {
        let advance = measure(character)
        if !line.isEmpty, lineWidth + advance > width {
          lines.append(line)
          line = ""
          lineWidth = 0
        }
        line.append(character)
        lineWidth += advance
      }
    }
    lines.append(line)
    return lines
  }
}
