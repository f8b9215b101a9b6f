import SurveyModel

/// Tells defaults that are computed from those that stand as they are.
///
/// A default is computed when it holds an operator, a function call, a union or a reference. In
/// dates and places a hyphen before any of them is no minus.
enum XLSFormDefault {
  /// Whether `text` is computed for a question of `type`.
  static func isDynamic(_ text: String, type: XLSFormType) -> Bool {
    let isHyphenated =
      switch type {
      case .question(.date), .question(.dateTime), .question(.geopoint), .question(.geotrace),
        .question(.geoshape):
        true
      default: false
      }
    let scalars = Array(text.unicodeScalars)
    var index = 0
    func at(_ position: Int) -> Unicode.Scalar? {
      position < scalars.count ? scalars[position] : nil
    }
    while let scalar = at(index) {
      if let end = number(scalars, from: index) {
        index = end
        continue
      }
      switch scalar {
      case "'", "\"":
        guard let end = scalars[(index + 1)...].firstIndex(of: scalar) else {
          index += 1
          continue
        }
        index = end + 1
      case "*", "+", "|": return true
      case "-":
        if isHyphenated { return false }
        return true
      case "$" where at(index + 1) == "{":
        guard let end = scalars[index...].firstIndex(of: "}") else {
          index += 2
          continue
        }
        let inner = String(String.UnicodeScalarView(scalars[index...end]))
        if XLSFormReferences.only(inner) != nil { return true }
        index += 2
      case " ":
        if word(" mod ", scalars, index) || word(" div ", scalars, index) { return true }
        index += 1
      default:
        let end = name(scalars, from: index)
        if end > index {
          if at(end) == "(" { return true }
          index = end
        } else {
          index += 1
        }
      }
    }
    return false
  }

  private static func word(_ word: String, _ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    scalars[index...].starts(with: word.unicodeScalars)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// The end of a date, time or number that begins here.
  private static func number(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    if index < scalars.count, scalars[index] == "-" { index += 1 }
    func digits(_ count: Int, at place: Int) -> Bool {
      place + count <= scalars.count && scalars[place..<(place + count)].allSatisfy(isDigit)
    }
    func mark(_ scalar: Unicode.Scalar, at place: Int) -> Bool {
      place < scalars.count && scalars[place] == scalar
    }
    if digits(4, at: index), mark("-", at: index + 4), digits(2, at: index + 5),
      mark("-", at: index + 7), digits(2, at: index + 8)
    {
      let end = index + 10
      return mark("T", at: end) ? time(scalars, from: end + 1, digits, mark) ?? end : end
    }
    if index == start, let end = time(scalars, from: start, digits, mark) { return end }
    let first = index
    while index < scalars.count, isDigit(scalars[index]) { index += 1 }
    let whole = index > first
    if mark(".", at: index), whole || digits(1, at: index + 1) {
      index += 1
      while index < scalars.count, isDigit(scalars[index]) { index += 1 }
    }
    return index > first ? index : nil
  }

  private static func time(
    _ scalars: [Unicode.Scalar],
    from index: Int,
    _ digits: (Int, Int) -> Bool,
    _ mark: (Unicode.Scalar, Int) -> Bool
  ) -> Int? {
    guard digits(2, index), mark(":", index + 2), digits(2, index + 3), mark(":", index + 5),
      digits(2, index + 6)
    else { return nil }
    let end = index + 8
    if mark("Z", end) { return end + 1 }
    if mark("+", end) || mark("-", end), digits(2, end + 1), mark(":", end + 3),
      digits(2, end + 4)
    {
      return end + 6
    }
    return end
  }

  /// The end of a name, perhaps with a prefix, that begins here.
  private static func name(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    let end = plainName(scalars, from: start)
    guard end > start, end < scalars.count, scalars[end] == ":" else { return end }
    let last = plainName(scalars, from: end + 1)
    return last > end + 1 ? last : end
  }

  private static func plainName(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    guard start < scalars.count, ExpressionName.canStart(scalars[start]) else { return start }
    var end = start + 1
    while end < scalars.count, ExpressionName.canContinue(scalars[end]) { end += 1 }
    return end
  }
}
