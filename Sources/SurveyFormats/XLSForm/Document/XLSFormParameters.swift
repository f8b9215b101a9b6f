/// Reads the column `parameters`.
enum XLSFormParameters {
  /// The keys and values; none when the text is not well formed.
  ///
  /// Pairs are separated by white space, commas or semicolons. Keys are read in small letters, and
  /// so are values, but for those that name columns of a file.
  static func read(_ text: String) -> [XLSFormCell]? {
    var tokens: [String] = []
    var word = String.UnicodeScalarView()
    func end() {
      if !word.isEmpty { tokens.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if scalar == "=" {
        end()
        tokens.append("=")
      } else if scalar == "," || scalar == ";" || scalar.properties.isWhitespace {
        end()
      } else {
        word.append(scalar)
      }
    }
    end()
    var cells: [XLSFormCell] = []
    var rest = tokens[...]
    while let key = rest.popFirst() {
      guard key != "=", rest.popFirst() == "=", let value = rest.popFirst(), value != "=" else {
        return nil
      }
      let name = key.lowercased()
      let keepsCase = name == "label" || name == "value"
      let cell = XLSFormCell(name, keepsCase ? value : value.lowercased())
      if let index = cells.firstIndex(where: { $0.key == name }) {
        cells[index] = cell
      } else {
        cells.append(cell)
      }
    }
    return cells
  }
}
