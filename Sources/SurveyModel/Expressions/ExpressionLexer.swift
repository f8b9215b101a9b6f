/// Cuts the text of an expression into tokens.
///
/// Typographic quotes count as ASCII quotes and the no-break space as a space,
/// inside texts too, because spreadsheets put them there unasked. Offsets
/// count the bytes of the text as written.
struct ExpressionLexer {
  private let scalars: [Unicode.Scalar]
  /// The UTF-8 offset of every character, and of the end.
  private let offsets: [Int]
  private var position = 0
  private var tokens: [ExpressionToken] = []

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append(Self.plain(scalar))
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
  }

  /// All tokens, with an end token last.
  mutating func allTokens() throws(ExpressionError) -> [ExpressionToken] {
    while let scalar = current {
      if Self.isSpace(scalar) {
        position += 1
      } else {
        try readToken(startingWith: scalar)
      }
    }
    append(.end, from: position)
    return tokens
  }

  private var current: Unicode.Scalar? { peek(0) }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    let index = position + distance
    return index < scalars.count ? scalars[index] : nil
  }

  /// The offset of the next character to be read.
  private var offset: Int { offsets[min(position, scalars.count)] }

  private mutating func append(_ kind: ExpressionToken.Kind, from start: Int) {
    let begin = offsets[min(start, scalars.count)]
    tokens.append(ExpressionToken(kind: kind, offset: begin, end: offset))
  }

  private mutating func take(_ count: Int, as kind: ExpressionToken.Kind) {
    let start = position
    position += count
    append(kind, from: start)
  }

  private mutating func readToken(
    startingWith scalar: Unicode.Scalar
  ) throws(ExpressionError) {
    let next = peek(1)
    switch scalar {
    case "'", "\"": try readString(quote: scalar)
    case "$": try readReference()
    case "(": take(1, as: .leftParenthesis)
    case ")": take(1, as: .rightParenthesis)
    case "[": take(1, as: .leftBracket)
    case "]": take(1, as: .rightBracket)
    case ",": take(1, as: .comma)
    case "/" where next == "/":
      throw .unsupported(.path("//"), offset: offset)
    case "/": take(1, as: .slash)
    case "@": throw .unsupported(.attribute, offset: offset)
    case "." where next == ".": take(2, as: .twoDots)
    case "." where next.map(Self.isDigit) != true: take(1, as: .dot)
    case ".", "0"..."9": readNumber()
    case "*": readStar()
    default:
      if ExpressionName.canStart(scalar) {
        try readName()
      } else {
        try readOperator(scalar, next: next)
      }
    }
  }

  private mutating func readStar() {
    let isOperator = tokens.last?.endsOperand ?? false
    take(1, as: isOperator ? .symbol(.times) : .name("*"))
  }

  private mutating func readOperator(
    _ scalar: Unicode.Scalar,
    next: Unicode.Scalar?
  ) throws(ExpressionError) {
    switch (scalar, next) {
    case ("=", "="): throw .foreignOperator("==", use: "=", offset: offset)
    case ("&", "&"): throw .foreignOperator("&&", use: "and", offset: offset)
    case ("|", "|"): throw .foreignOperator("||", use: "or", offset: offset)
    case ("<", ">"): throw .foreignOperator("<>", use: "!=", offset: offset)
    case ("!", "="): take(2, as: .symbol(.notEqual))
    case ("<", "="): take(2, as: .symbol(.lessOrEqual))
    case (">", "="): take(2, as: .symbol(.greaterOrEqual))
    case ("!", _): throw .foreignOperator("!", use: "not(...)", offset: offset)
    case ("&", _): throw .foreignOperator("&", use: "concat(...)", offset: offset)
    case ("%", _): throw .foreignOperator("%", use: "mod", offset: offset)
    case ("≤", _): throw .foreignOperator("≤", use: "<=", offset: offset)
    case ("≥", _): throw .foreignOperator("≥", use: ">=", offset: offset)
    case ("≠", _): throw .foreignOperator("≠", use: "!=", offset: offset)
    default:
      guard let symbol = ExpressionOperator(rawValue: String(scalar)) else {
        throw .unexpectedCharacter(String(scalar), offset: offset)
      }
      take(1, as: .symbol(symbol))
    }
  }

  private mutating func readString(quote: Unicode.Scalar) throws(ExpressionError) {
    let start = position
    position += 1
    var content = String.UnicodeScalarView()
    while let scalar = current, scalar != quote {
      content.append(scalar)
      position += 1
    }
    guard current != nil else { throw .unterminatedString(offset: offsets[start]) }
    position += 1
    append(.string(String(content)), from: start)
  }

  private mutating func readNumber() {
    let start = position
    var digits = ""
    skipDigits(into: &digits)
    if current == "." {
      digits += "."
      position += 1
      skipDigits(into: &digits)
    }
    append(.number(Double(digits) ?? 0), from: start)
  }

  private mutating func skipDigits(into digits: inout String) {
    while let scalar = current, Self.isDigit(scalar) {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
  }

  private mutating func readReference() throws(ExpressionError) {
    let start = position
    guard peek(1) == "{" else { throw .unsupported(.variable, offset: offset) }
    position += 2
    skipSpaces()
    guard var name = takeName() else { throw badReference(from: start) }
    let isLastSaved = name == "last-saved" && current == "#"
    if isLastSaved {
      position += 1
      guard let rest = takeName() else { throw badReference(from: start) }
      name = rest
    }
    skipSpaces()
    guard current == "}" else { throw badReference(from: start) }
    position += 1
    append(isLastSaved ? .lastSaved(name) : .question(name), from: start)
  }

  /// What is wrong with a reference that stops making sense at the current place.
  private func badReference(from start: Int) -> ExpressionError {
    guard let scalar = current, scalars[position...].contains("}") else {
      return .unterminatedReference(offset: offsets[start])
    }
    return scalar == "}"
      ? .emptyReference(offset: offsets[start])
      : .unexpectedCharacter(String(scalar), offset: offset)
  }

  private mutating func skipSpaces() {
    while let scalar = current, Self.isSpace(scalar) { position += 1 }
  }

  /// Reads a name at the current place, if one begins there.
  private mutating func takeName() -> String? {
    guard let first = current, ExpressionName.canStart(first) else { return nil }
    var name = String.UnicodeScalarView()
    while let scalar = current, ExpressionName.canContinue(scalar) {
      name.append(scalar)
      position += 1
    }
    return String(name)
  }

  private mutating func readName() throws(ExpressionError) {
    let start = position
    guard var name = takeName() else { return }
    if tokens.last?.endsOperand ?? false {
      guard let symbol = ExpressionOperator(rawValue: name) else {
        throw .unexpectedToken(name, offset: offsets[start])
      }
      append(.symbol(symbol), from: start)
      return
    }
    if current == ":" {
      guard peek(1) != ":" else { throw .unsupported(.axis(name), offset: offsets[start]) }
      position += 1
      guard let local = takeName() else { throw .unexpectedCharacter(":", offset: offset - 1) }
      name += ":" + local
    }
    let end = position
    skipSpaces()
    let isFunction = current == "("
    position = end
    append(isFunction ? .function(name) : .name(name), from: start)
  }

  /// A character with typographic quotes and the no-break space made plain.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D: "\""
    case 0xA0: " "
    default: scalar
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }
}
