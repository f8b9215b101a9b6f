import SurveyModel

/// The text without marks and case, for finding a question by what is quickly typed.
///
/// The base letter is taken from the name of the scalar, so that `đ` and `ộ` become `d` and `o`
/// without a table.
func foldedForSearch(_ text: String) -> String {
  var folded = ""
  for scalar in MatchingKey(text).text.unicodeScalars {
    if scalar.value < 0x80 {
      folded.unicodeScalars.append(scalar)
      continue
    }
    if scalar.properties.generalCategory == .nonspacingMark { continue }
    folded.unicodeScalars.append(baseLetter(of: scalar) ?? scalar)
  }
  return folded
}

/// The `O` of `LATIN SMALL LETTER O WITH CIRCUMFLEX AND DOT BELOW`, in lower case.
private func baseLetter(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
  guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return nil }
  let words = name.split(separator: " ")
  guard words.count > 4, words[2] == "LETTER", words[4] == "WITH" else { return nil }
  return words[3].lowercased().unicodeScalars.first
}
