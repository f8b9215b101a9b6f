/// What becomes of answers when a question changes its type.
enum TypeChange: Hashable {
  /// The same kind of answers.
  case none
  /// Other rules, and the answers of before are answers still.
  case wider
  /// The answers of before are no answers to the question as it is now.
  case other

  init(_ old: Question, _ new: Question) {
    self = Self.compare(old, new)
  }

  private static func compare(_ old: Question, _ new: Question) -> TypeChange {
    guard old.kind.isStored || new.kind.isStored else { return .none }
    // Nothing was stored, or nothing is any more: there is nothing to misread.
    guard old.kind.isStored, new.kind.isStored else { return .wider }
    guard old.repeatDepth == new.repeatDepth else { return .other }
    switch (old.kind, new.kind) {
    case (.range, .range): return .none
    case (.integer, .decimal), (.integer, .range), (.decimal, .integer), (.decimal, .range),
      (.range, .integer), (.range, .decimal):
      return .wider
    case (.time, .text), (.dateTime, .text), (.barcode, .text), (.text, .barcode),
      (.calculate, .hidden), (.hidden, .calculate):
      return .wider
    default: return old.kind.name == new.kind.name ? .none : .other
    }
  }
}
