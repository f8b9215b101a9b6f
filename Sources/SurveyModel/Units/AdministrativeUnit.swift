/// One administrative unit during one stretch of time.
///
/// The reform of 1 July 2025 used codes again for units of other borders, so a code alone is no key:
/// a unit is its code *and* the days on which it was valid. A unit that goes on under the same name
/// but under another parent is another unit, and a ``UnitSuccession`` says what became of it.
public struct AdministrativeUnit: Hashable, Sendable {
  /// The name that the register gives it, unlike any other of the register.
  public let id: String
  /// The official code, where it is known; never invented.
  public let code: String?
  /// The bare name: `Vĩnh Châu`, `1`.
  public let name: String
  /// What kind of unit it is.
  public let kind: UnitKind
  /// The id of the next unit above that the register has.
  public let parent: String?
  /// When it was a unit.
  public let validity: UnitValidity
  /// Whether a source that can be named says all this.
  public let isConfirmed: Bool
  /// Where it is from, in the words of the register's own list of sources.
  public let source: String
  /// Where it is written.
  public let location: SourceLocation

  /// Makes a unit.
  public init(
    id: String,
    code: String? = nil,
    name: String,
    kind: UnitKind,
    parent: String? = nil,
    validity: UnitValidity = UnitValidity(),
    isConfirmed: Bool = true,
    source: String = "",
    location: SourceLocation
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.kind = kind
    self.parent = parent
    self.validity = validity
    self.isConfirmed = isConfirmed
    self.source = source
    self.location = location
  }

  /// The name with its kind: `phường Vĩnh Châu`, `Vĩnh Châu ward`, `ward 1`.
  public func title(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: "\(kind.word(in: .vietnamese)) \(name)"
    case .english:
      name.allSatisfy(\.isNumber)
        ? "\(kind.word(in: .english)) \(name)" : "\(name) \(kind.word(in: .english))"
    }
  }

  /// ``title(in:)`` in both languages, led by a capital letter in Vietnamese.
  public var label: LocalizedText {
    let vietnamese = title(in: .vietnamese)
    return LocalizedText([
      "vi": vietnamese.prefix(1).uppercased() + vietnamese.dropFirst(),
      "en": title(in: .english),
    ])
  }
}
