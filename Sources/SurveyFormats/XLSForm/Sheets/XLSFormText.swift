extension String {
  /// The text without white space at its ends.
  var trimmedSpace: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return self }
    guard first.properties.isWhitespace || last.properties.isWhitespace else { return self }
    var view = Substring(self).unicodeScalars
    while view.first?.properties.isWhitespace == true { view.removeFirst() }
    while view.last?.properties.isWhitespace == true { view.removeLast() }
    return String(view)
  }

  /// The text without white space at its ends, and with runs of spaces as one.
  var foldedSpaces: String {
    let text = trimmedSpace
    guard text.utf8.contains(0x20) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 where byte != 0x20 || bytes.last != 0x20 { bytes.append(byte) }
    return bytes.count == text.utf8.count ? text : String(decoding: bytes, as: UTF8.self)
  }

  /// The text with typographic quotes made plain, as spreadsheets put them there unasked.
  var plainQuotes: String {
    // They begin with the bytes E2 80.
    guard utf8.contains(0xE2) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019: scalars.append("'")
      case 0x201C, 0x201D: scalars.append("\"")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The words of a header or type joined by `_`, in small letters.
  var snakeCase: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: "_")
      .lowercased()
  }

  /// The parts between `separator`, white space at their ends taken off.
  func parts(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]).trimmedSpace)
      rest = rest[range.upperBound...]
    }
    parts.append(String(rest).trimmedSpace)
    return parts
  }

  /// The name of a file before its last dot, and what begins with that dot; a leading dot is part
  /// of the name.
  var stemAndExtension: (stem: String, ext: String) {
    let name = drop { $0 == "." }
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return (self, "") }
    return (String(self[..<dot]), String(self[dot...]))
  }
}

/// How many letters are put in, taken out or changed between two words; `limit + 1` when more.
func slips(_ one: String, _ other: String, limit: Int) -> Int {
  let rows = Array(one.unicodeScalars)
  let columns = Array(other.unicodeScalars)
  // Nobody mistypes a name of hundreds of letters, and comparing takes the square of its length.
  guard abs(rows.count - columns.count) <= limit, rows.count <= 200 else { return limit + 1 }
  var previous = Array(0...columns.count)
  for (row, left) in rows.enumerated() {
    var current = [row + 1]
    for (column, right) in columns.enumerated() {
      let replaced = previous[column] + (left == right ? 0 : 1)
      current.append(Swift.min(replaced, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return Swift.min(previous[columns.count], limit + 1)
}
