import SurveyModel

/// Fits text to the columns of a terminal.
package enum TextWrapping {
  /// The lines of `text`, broken at spaces so that none is wider than `width`.
  ///
  /// A word that is wider than a line is broken between characters, so that scripts without spaces
  /// wrap as well. Line ends in the text are kept; other control characters are left out, so that
  /// no text can give the terminal orders. The first line begins with `first`, such as `4  `, and
  /// the others with `rest`.
  package static func lines(
    of text: String,
    width: Int,
    first: String = "",
    rest: String = ""
  ) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var line = lines.isEmpty ? first : rest
      var used = ColumnWidth.of(line)
      var isFresh = true
      func breakLine() {
        lines.append(line)
        line = rest
        used = ColumnWidth.of(rest)
        isFresh = true
      }
      for word in paragraph.split(separator: " ") {
        let word = withoutControls(word)
        let needed = ColumnWidth.of(word)
        if !isFresh, used + 1 + needed > width { breakLine() }
        if !isFresh {
          line.append(" ")
          used += 1
        }
        for character in word {
          let columns = ColumnWidth.of(character)
          if used + columns > width, used > ColumnWidth.of(rest) { breakLine() }
          line.append(character)
          used += columns
          isFresh = false
        }
      }
      lines.append(line)
    }
    return lines
  }

  /// The beginning of `text` that fits into `columns`, with `…` where something was left out.
  package static func fitted(_ text: String, columns: Int) -> String {
    let text = withoutControls(text)
    if ColumnWidth.of(text) <= columns { return text }
    var short = ""
    var used = 1
    for character in text {
      used += ColumnWidth.of(character)
      if used > columns { break }
      short.append(character)
    }
    return short.trimmedAtEnd + "…"
  }

  /// The text without control characters; a tab or a line end becomes a space.
  package static func withoutControls(_ text: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.generalCategory != .control {
        scalars.append(scalar)
      } else if scalar == "\t" || scalar == "\n" {
        scalars.append(" ")
      }
    }
    return String(scalars)
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
