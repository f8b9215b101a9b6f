/// What XML takes for a name without colons (Namespaces in XML, NCName): letters of every language.
enum XLSFormName {
  /// Whether `text` is a name, perhaps with one prefix.
  static func isValid(_ text: String) -> Bool {
    let parts = text.unicodeScalars.split(
      separator: ":",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    return parts.allSatisfy(isPlain)
  }

  /// Whether `text` is a name without prefix.
  static func isPlain(_ text: some Collection<Unicode.Scalar>) -> Bool {
    guard let first = text.first, canStart(first) else { return false }
    return text.dropFirst().allSatisfy(canContinue)
  }

  /// Whether a name may begin with this character.
  static func canStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
      0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
      0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// Whether a name may go on with this character.
  static func canContinue(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: canStart(scalar)
    }
  }
}

/// The references `${name}` in a text.
enum XLSFormReferences {
  /// One reference.
  struct Reference: Equatable {
    let name: String
    let isLastSaved: Bool
  }

  /// All references in order; none when one of them is not well formed.
  static func read(_ text: String) -> [Reference]? {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return [] }
    var found: [Reference] = []
    var rest = text.unicodeScalars[...]
    while let start = rest.firstRange(of: "${".unicodeScalars) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstIndex(of: "}") else { return nil }
      // `${}` is left as the text it is.
      guard end > rest.startIndex else { continue }
      var name = rest[..<end]
      let mark = "last-saved#".unicodeScalars
      let isLastSaved = name.starts(with: mark)
      if isLastSaved { name = name.dropFirst(mark.count) }
      guard XLSFormName.isPlain(name) else { return nil }
      found.append(Reference(name: String(name), isLastSaved: isLastSaved))
      rest = rest[rest.index(after: end)...]
    }
    return found
  }

  /// The reference that is all of `text`.
  static func only(_ text: String) -> Reference? {
    guard text.hasPrefix("${"), text.hasSuffix("}"),
      let found = read(text), found.count == 1,
      text.utf8.count == found[0].name.utf8.count + 3 + (found[0].isLastSaved ? 11 : 0)
    else { return nil }
    return found[0]
  }
}
