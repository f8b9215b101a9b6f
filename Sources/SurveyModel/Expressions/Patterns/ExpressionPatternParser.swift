/// The syntax tree of a pattern.
indirect enum ExpressionPatternNode {
  case set(ExpressionCharacterSet)
  case sequence([ExpressionPatternNode])
  case alternatives([ExpressionPatternNode])
  /// `upper` is nothing when there is no limit.
  case repetition(ExpressionPatternNode, lower: Int, upper: Int?)
  case atStart
  case atEnd
}

/// Reads the syntax of a pattern: the part of Java's that needs no backtracking.
struct ExpressionPatternParser {
  /// The most groups that may nest.
  static let depthLimit = 50
  /// The highest repeat count.
  static let countLimit = 1000

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func wholePattern() throws(ExpressionPatternError) -> ExpressionPatternNode {
    let node = try alternatives()
    guard current == nil else { throw failure(.unbalanced) }
    return node
  }

  private var current: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    position += 1
    return true
  }

  private mutating func next() throws(ExpressionPatternError) -> Unicode.Scalar {
    guard let scalar = current else { throw failure(.unfinished) }
    position += 1
    return scalar
  }

  private func failure(_ problem: ExpressionPatternProblem) -> ExpressionPatternError {
    ExpressionPatternError(problem: problem)
  }

  private mutating func alternatives() throws(ExpressionPatternError) -> ExpressionPatternNode {
    var branches = [try sequence()]
    while accept("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(ExpressionPatternError) -> ExpressionPatternNode {
    var parts: [ExpressionPatternNode] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      parts.append(try quantified(try atom()))
    }
    return .sequence(parts)
  }

  private mutating func atom() throws(ExpressionPatternError) -> ExpressionPatternNode {
    let scalar = try next()
    switch scalar {
    case ".": return .set(.anything)
    case "^": return .atStart
    case "$": return .atEnd
    case "[": return .set(try bracketClass())
    case "(": return try group()
    case "\\": return .set(try escape())
    case "*", "+", "?": throw failure(.nothingToRepeat)
    case "{": throw failure(.badCount)
    default: return .set(.one(scalar))
    }
  }

  private mutating func group() throws(ExpressionPatternError) -> ExpressionPatternNode {
    if accept("?") {
      guard accept(":") else {
        throw failure(.unsupported("(?" + (current.map { String($0) } ?? "")))
      }
    }
    depth += 1
    guard depth <= Self.depthLimit else { throw failure(.tooLarge) }
    let inner = try alternatives()
    depth -= 1
    guard accept(")") else { throw failure(.unfinished) }
    return inner
  }

  private mutating func quantified(
    _ atom: ExpressionPatternNode
  ) throws(ExpressionPatternError) -> ExpressionPatternNode {
    let bounds: (lower: Int, upper: Int?)
    switch current {
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "?": bounds = (0, 1)
    case "{": bounds = try counts()
    default: return atom
    }
    position += 1
    // A lazy quantifier accepts the same whole texts as a greedy one.
    if !accept("?"), let scalar = current {
      if scalar == "+" { throw failure(.unsupported("++")) }
      if scalar == "*" || scalar == "{" { throw failure(.nothingToRepeat) }
    }
    return .repetition(atom, lower: bounds.lower, upper: bounds.upper)
  }

  /// Reads `{m}`, `{m,}` or `{m,n}` and stops at the closing brace.
  private mutating func counts() throws(ExpressionPatternError) -> (lower: Int, upper: Int?) {
    position += 1
    let lower = try count()
    var upper: Int? = lower
    if accept(",") {
      upper = current == "}" ? nil : try count()
    }
    guard current == "}", lower <= upper ?? lower else { throw failure(.badCount) }
    return (lower, upper)
  }

  private mutating func count() throws(ExpressionPatternError) -> Int {
    var number: Int?
    while let scalar = current, ("0"..."9").contains(scalar) {
      let value = (number ?? 0) * 10 + Int(scalar.value - 0x30)
      guard value <= Self.countLimit else { throw failure(.badCount) }
      number = value
      position += 1
    }
    guard let number else { throw failure(.badCount) }
    return number
  }

  private mutating func bracketClass() throws(ExpressionPatternError) -> ExpressionCharacterSet {
    let isNegated = accept("^")
    var set = ExpressionCharacterSet()
    var isEmpty = true
    while !accept("]") {
      let item = try classItem()
      isEmpty = false
      let follows = position + 1 < scalars.count ? scalars[position + 1] : nil
      if let low = item.single, current == "-", let follows, follows != "]" {
        position += 1
        guard let high = try classItem().single, low <= high else { throw failure(.badClass) }
        set.ranges.append(low...high)
      } else {
        set.form(union: item)
      }
    }
    guard !isEmpty else { throw failure(.badClass) }
    set.isNegated = isNegated
    return set
  }

  private mutating func classItem() throws(ExpressionPatternError) -> ExpressionCharacterSet {
    let scalar = try next()
    switch scalar {
    case "\\": return try escape()
    case "[": throw failure(.unsupported("[ ["))
    case "&" where current == "&": throw failure(.unsupported("&&"))
    default: return .one(scalar)
    }
  }

  private mutating func escape() throws(ExpressionPatternError) -> ExpressionCharacterSet {
    let scalar = try next()
    switch scalar {
    case "d": return .digits
    case "D": return .digits.negated
    case "w": return .word
    case "W": return .word.negated
    case "s": return .space
    case "S": return .space.negated
    case "t": return .one("\t")
    case "n": return .one("\n")
    case "r": return .one("\r")
    case "p", "P": return try category(isNegated: scalar == "P")
    case "u": return try codePoint(digits: 4)
    case "x": return try codePoint(digits: 2)
    case "b", "B", "A", "z", "Z", "G", "k", "1"..."9":
      throw failure(.unsupported("\\" + String(scalar)))
    case "a"..."z", "A"..."Z", "0": throw failure(.unknownEscape("\\" + String(scalar)))
    default: return .one(scalar)
    }
  }

  private mutating func category(
    isNegated: Bool
  ) throws(ExpressionPatternError) -> ExpressionCharacterSet {
    var name = ""
    if accept("{") {
      while !accept("}") { name.unicodeScalars.append(try next()) }
    } else {
      name.unicodeScalars.append(try next())
    }
    guard ExpressionCharacterSet.categoryNames.contains(name) else {
      throw failure(.unknownEscape("\\p{\(name)}"))
    }
    return ExpressionCharacterSet(categories: [.init(name: name, isNegated: isNegated)])
  }

  private mutating func codePoint(
    digits: Int
  ) throws(ExpressionPatternError) -> ExpressionCharacterSet {
    var text = ""
    for _ in 0..<digits { text.unicodeScalars.append(try next()) }
    guard let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else {
      throw failure(.unknownEscape((digits == 4 ? "\\u" : "\\x") + text))
    }
    return .one(scalar)
  }
}

extension ExpressionCharacterSet {
  /// The code point, when the set has exactly one.
  fileprivate var single: UInt32? {
    guard !isNegated, ranges.count == 1, categories.isEmpty, complements.isEmpty,
      let range = ranges.first, range.count == 1
    else { return nil }
    return range.lowerBound
  }
}
