/// A group of sections: relevance and a heading that they share, or a part that is repeated.
public struct FormGroup: Hashable, Sendable {
  /// Whether the group is gone through once or several times.
  public enum Kind: Hashable, Sendable {
    case group
    /// Repeated: as often as the count says, or as often as there is one more.
    case repeated(count: LocatedExpression?)
  }

  /// The name, unique in the form and different from those of questions.
  public let id: String
  /// How it is headed.
  public let label: LocalizedText?
  /// The group around it.
  public let parent: String?
  /// Whether it is gone through once or several times.
  public let kind: Kind
  /// When what it holds is asked at all.
  public var relevant: LocatedExpression?
  /// How it wants to look, as written.
  public var appearance: String?
  /// Further columns, kept as they are.
  public var extras = Attributes()
  /// Where it is written.
  public let location: SourceLocation

  /// Makes a group with no rules.
  public init(
    id: String,
    label: LocalizedText? = nil,
    parent: String? = nil,
    kind: Kind = .group,
    location: SourceLocation
  ) {
    self.id = id
    self.label = label
    self.parent = parent
    self.kind = kind
    self.location = location
  }

  /// Whether it is repeated.
  public var isRepeated: Bool {
    if case .repeated = kind { true } else { false }
  }
}
