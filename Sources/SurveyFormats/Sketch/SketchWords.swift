import SurveyModel

/// Words as names and headers are compared: small, without accents, one by one.
enum SketchWords {
  /// The words of `text`; capitals inside a word begin a new one, as in `HHSize`.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var previousIsSmall = false
    for scalar in plain(text).unicodeScalars {
      let isLetter = scalar.isASCII && scalar.properties.isAlphabetic
      let isDigit = scalar.isASCII && scalar.properties.numericType != nil
      let isCapital = isLetter && scalar.properties.isUppercase
      if isCapital, previousIsSmall, !word.isEmpty {
        words.append(word)
        word = ""
      }
      if isLetter || isDigit {
        word += String(scalar).lowercased()
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
      previousIsSmall = isLetter && !isCapital
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The text in plain Latin letters where it is in Latin letters, capitals as they are.
  static func plain(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unaccented.unicodeScalars {
      switch scalar {
      case "ø": kept.append("o")
      case "Ø": kept.append("O")
      case "æ": kept.append(contentsOf: "ae".unicodeScalars)
      case "Æ": kept.append(contentsOf: "Ae".unicodeScalars)
      case "ß": kept.append(contentsOf: "ss".unicodeScalars)
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// An id out of words: ASCII, begins with a letter, at most `limit` characters.
  static func id(_ words: [String], limit: Int = 40) -> String {
    var id = ""
    for word in words {
      let longer = id.isEmpty ? word : "\(id)_\(word)"
      if longer.count > limit, !id.isEmpty { break }
      id = longer
    }
    id = String(id.prefix(60))
    if let first = id.utf8.first, (0x30...0x39).contains(first) { id = "q\(id)" }
    return id
  }
}
