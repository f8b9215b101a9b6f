/// The functions over texts and choices; a character is a Unicode code point.
enum ExpressionText {
  static func apply(
    _ function: ExpressionFunction,
    _ arguments: [ExpressionValue]
  ) -> ExpressionValue {
    let first = arguments.first ?? .missing
    let second = arguments.count > 1 ? arguments[1] : .missing
    let third = arguments.count > 2 ? arguments[2] : nil
    let text = first.asString
    switch function {
    case .not: return .boolean(!first.asBoolean)
    case .boolean: return .boolean(first.asBoolean)
    case .booleanFromString: return .boolean(text == "1" || text.lowercased() == "true")
    case .string: return .string(text)
    case .concat: return .string(arguments.map(\.asString).joined())
    case .join:
      return .string(arguments.dropFirst().map(\.asString).joined(separator: text))
    case .stringLength: return .number(Double(text.unicodeScalars.count))
    case .regex: return .boolean(matches(text, pattern: second.asString))
    case .contains: return .boolean(find(second.asString, in: text) != nil)
    case .startsWith: return .boolean(text.utf8.starts(with: second.asString.utf8))
    case .endsWith:
      return .boolean(text.utf8.reversed().starts(with: second.asString.utf8.reversed()))
    case .substr: return .string(substr(text, from: second, to: third))
    case .substring: return .string(substring(text, from: second, length: third))
    case .substringBefore:
      guard let range = find(second.asString, in: text) else { return .missing }
      return .string(String(text.unicodeScalars[..<range.lowerBound]))
    case .substringAfter:
      guard let range = find(second.asString, in: text) else { return .missing }
      return .string(String(text.unicodeScalars[range.upperBound...]))
    case .normalizeSpace: return .string(normalizingSpace(text))
    case .translate:
      return .string(translate(text, from: second.asString, to: third?.asString ?? ""))
    case .digest: return .string(ExpressionEncoding.digest(text, second.asString, third?.asString))
    case .base64Decode: return .string(ExpressionEncoding.decodedBase64(text) ?? "")
    case .selected: return .boolean(isSelected(trimmed(second.asString), in: text))
    case .countSelected: return .number(Double(codes(text).count))
    case .selectedAt: return .string(code(at: second.asNumber, of: text))
    default: return .missing
    }
  }

  /// Tells whether a code is one of those that a space joins.
  static func isSelected(_ code: String, in list: String) -> Bool {
    let wanted = code.utf8
    if wanted.isEmpty { return list.isEmpty }
    var rest = list.utf8[...]
    while rest.count >= wanted.count {
      if rest.starts(with: wanted) {
        let behind = rest.dropFirst(wanted.count)
        if behind.isEmpty || behind.first == 0x20 { return true }
      }
      guard let space = rest.firstIndex(of: 0x20) else { return false }
      rest = rest[rest.index(after: space)...]
    }
    return false
  }

  /// The text without blanks and control characters at its ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let start = scalars.drop { $0.value <= 0x20 }
    guard let last = start.lastIndex(where: { $0.value > 0x20 }) else { return "" }
    return String(start[...last])
  }

  private static func codes(_ list: String) -> [Substring] {
    list.split(separator: " ")
  }

  private static func code(at position: Double, of list: String) -> String {
    let codes = codes(list)
    guard let index = Int(exactly: position.rounded(.towardZero)), codes.indices.contains(index)
    else { return "" }
    return String(codes[index])
  }

  private static func matches(_ text: String, pattern: String) -> Bool {
    guard let pattern = try? ExpressionPattern(pattern) else { return false }
    return pattern.matches(text)
  }

  /// Where a text first occurs in another, byte by byte; the empty text at the start.
  static func find(_ needle: String, in text: String) -> Range<String.Index>? {
    let wanted = Array(needle.utf8)
    let bytes = text.utf8
    guard let first = wanted.first else { return bytes.startIndex..<bytes.startIndex }
    var rest = bytes[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: wanted) {
        return start..<bytes.index(start, offsetBy: wanted.count)
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// JavaRosa's `substr(text, start, end)`: from 0, negative positions from the end.
  private static func substr(
    _ text: String,
    from start: ExpressionValue,
    to end: ExpressionValue?
  ) -> String {
    let scalars = Array(text.unicodeScalars)
    func place(_ value: ExpressionValue) -> Int {
      let number = value.asNumber.rounded(.towardZero)
      guard !number.isNaN else { return 0 }
      let bounded = Int(Swift.min(Swift.max(number, -0x1p40), 0x1p40))
      return Swift.min(
        Swift.max(0, bounded < 0 ? bounded + scalars.count : bounded),
        scalars.count
      )
    }
    let first = place(start)
    let last = end.map(place) ?? scalars.count
    guard first < last else { return "" }
    return string(scalars[first..<last])
  }

  /// XPath's `substring(text, start, length)`: from 1, positions rounded (section 4.2).
  private static func substring(
    _ text: String,
    from start: ExpressionValue,
    length: ExpressionValue?
  ) -> String {
    let first = (start.asNumber + 0.5).rounded(.down)
    let end = length.map { first + ($0.asNumber + 0.5).rounded(.down) } ?? .infinity
    var kept = String.UnicodeScalarView()
    var position = 1.0
    for scalar in text.unicodeScalars {
      if position >= first, position < end { kept.append(scalar) }
      position += 1
    }
    return String(kept)
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func normalizingSpace(_ text: String) -> String {
    let words = text.unicodeScalars.split { " \t\n\r\u{B}\u{C}".unicodeScalars.contains($0) }
    return words.map { String($0) }.joined(separator: " ")
  }

  private static func translate(_ text: String, from: String, to: String) -> String {
    let targets = Array(to.unicodeScalars)
    var map: [Unicode.Scalar: Unicode.Scalar?] = [:]
    for (index, scalar) in from.unicodeScalars.enumerated() where map[scalar] == nil {
      map.updateValue(index < targets.count ? targets[index] : nil, forKey: scalar)
    }
    return string(text.unicodeScalars.compactMap { map[$0] ?? $0 })
  }
}
