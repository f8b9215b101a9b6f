import SurveyModel

/// What a cell looks like before anything is known about its column.
enum CellShape: CaseIterable, Hashable {
  /// A whole number without a zero in front.
  case integer
  /// Digits that are no number: with zeros in front, or too long.
  case digits
  case decimal
  case date
  case words

  /// The shape of `text`, which has no white space at its ends.
  init(_ text: String) {
    let bytes = text.utf8
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    if !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
      let isNumber = digits.count <= 15 && (digits.count == 1 || digits.first != UInt8(ascii: "0"))
      self = isNumber ? .integer : .digits
    } else if NumberText.parse(text, allowsComma: true) != nil {
      self = .decimal
    } else if Self.isDate(text) {
      self = .date
    } else {
      self = .words
    }
  }

  /// Whether `text` is a day, perhaps with a time behind it.
  ///
  /// Day and month may stand in either order: the importer decides that by the whole column.
  private static func isDate(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x30...0x39).contains(first), text.utf8.count <= 40 else {
      return false
    }
    let day = text.prefix { $0 != " " && $0 != "T" && $0 != "," }
    let parts = day.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    let numbers = parts.compactMap { NumberText.parseInteger($0) }
    guard parts.count == 3, numbers.count == 3, numbers.allSatisfy({ $0 > 0 }) else { return false }
    let rest = text.dropFirst(day.count)
    guard rest.isEmpty || rest.contains(":") else { return false }
    if parts[0].utf8.count == 4 { return numbers[1] <= 12 && numbers[2] <= 31 }
    let hasYear = parts[2].utf8.count == 4 || parts[2].utf8.count == 2 && day.contains("/")
    return hasYear && min(numbers[0], numbers[1]) <= 12 && max(numbers[0], numbers[1]) <= 31
  }
}
