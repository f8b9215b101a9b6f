/// Words with answers in them: `Ông/Bà ${ten} có hài lòng không?`.
public struct PipedText: Hashable, Sendable {
  /// A part of the words.
  public enum Part: Hashable, Sendable {
    case words(String)
    /// The answer to a question stands here.
    case answer(String)
    /// The answer to a question in the form saved before stands here.
    case lastSaved(String)
  }

  /// The parts in their order.
  public let parts: [Part]

  /// Finds the answers in some words; `${` without a name and a brace are words.
  public init(_ text: String) {
    var parts: [Part] = []
    var words = ""
    var rest = Substring(text)
    while let dollar = rest.firstIndex(of: "$") {
      let behind = rest[rest.index(after: dollar)...]
      guard behind.first == "{", let end = behind.firstIndex(of: "}"),
        let part = Self.part(behind[behind.index(after: behind.startIndex)..<end])
      else {
        words += rest[...dollar]
        rest = behind
        continue
      }
      words += rest[..<dollar]
      if !words.isEmpty { parts.append(.words(words)) }
      words = ""
      parts.append(part)
      rest = behind[behind.index(after: end)...]
    }
    words += rest
    if !words.isEmpty { parts.append(.words(words)) }
    self.parts = parts
  }

  /// The questions whose answers stand in the words.
  public var questions: [String] {
    parts.compactMap { part in
      switch part {
      case .words: nil
      case .answer(let name), .lastSaved(let name): name
      }
    }
  }

  private static func part(_ inner: Substring) -> Part? {
    let name = String(inner).trimmed
    let prefix = "last-saved#"
    let isLastSaved = name.hasPrefix(prefix)
    let bare = isLastSaved ? String(name.dropFirst(prefix.count)) : name
    let scalars = bare.unicodeScalars
    guard let first = scalars.first, ExpressionName.canStart(first),
      scalars.allSatisfy(ExpressionName.canContinue)
    else { return nil }
    return isLastSaved ? .lastSaved(bare) : .answer(bare)
  }
}
