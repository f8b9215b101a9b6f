/// The characters that one place of a pattern accepts.
struct ExpressionCharacterSet: Hashable, Sendable {
  /// Ranges of code points.
  var ranges: [ClosedRange<UInt32>] = []
  /// General categories, as in `\p{L}`, and whether they are meant or their opposite.
  var categories: [CategoryTest] = []
  /// Sets whose opposite belongs to this one, as `\D` in `[\D5]`.
  var complements: [ExpressionCharacterSet] = []
  var isNegated = false

  /// A general category, or the class that its first letter names.
  struct CategoryTest: Hashable, Sendable {
    let name: String
    let isNegated: Bool
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    let isMember =
      ranges.contains { $0.contains(value) }
      || complements.contains { !$0.contains(scalar) }
      || categories.contains { $0.isNegated != Self.isMember(scalar, of: $0.name) }
    return isMember != isNegated
  }

  static func one(_ scalar: Unicode.Scalar) -> Self {
    Self(ranges: [scalar.value...scalar.value])
  }

  static let digits = Self(ranges: [0x30...0x39])
  static let word = Self(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let space = Self(ranges: [0x09...0x0D, 0x20...0x20])

  /// Anything but the end of a line.
  static let anything = Self(
    ranges: [0x0A...0x0A, 0x0D...0x0D, 0x85...0x85, 0x2028...0x2029],
    isNegated: true
  )

  /// The same set the other way round.
  var negated: Self {
    var copy = self
    copy.isNegated.toggle()
    return copy
  }

  /// Adds all members of another set.
  mutating func form(union other: Self) {
    if other.isNegated {
      complements.append(other.negated)
    } else {
      ranges += other.ranges
      categories += other.categories
      complements += other.complements
    }
  }

  /// The categories that `\p{…}` may name.
  static let categoryNames: Set<String> = ["L", "Lu", "Ll", "M", "N", "Nd", "P", "S", "Z"]

  private static func isMember(_ scalar: Unicode.Scalar, of name: String) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter: name == "L" || name == "Lu"
    case .lowercaseLetter: name == "L" || name == "Ll"
    case .titlecaseLetter, .modifierLetter, .otherLetter: name == "L"
    case .nonspacingMark, .spacingMark, .enclosingMark: name == "M"
    case .decimalNumber: name == "N" || name == "Nd"
    case .letterNumber, .otherNumber: name == "N"
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      name == "P"
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: name == "S"
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: name == "Z"
    default: false
    }
  }
}
