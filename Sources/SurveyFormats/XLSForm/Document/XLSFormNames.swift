import SurveyModel

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
    guard let first = text.first, ExpressionName.canStart(first) else { return false }
    return text.dropFirst().allSatisfy(ExpressionName.canContinue)
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
