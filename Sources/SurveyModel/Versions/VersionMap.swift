/// What a person decided becomes of the answers of one version in the next.
public struct VersionMap: Hashable, Sendable {
  /// What a code becomes.
  public enum Target: Hashable, Sendable {
    /// An option of the newer version.
    case code(String)
    /// A reason why there is no answer.
    case missing(MissingReason)
    /// Nothing: answers with this code are left out of what is counted together.
    case notComparable
  }

  /// What one code becomes.
  public struct Recode: Hashable, Sendable {
    /// The code in the older version.
    public let code: String
    /// What it becomes.
    public let target: Target
    /// Where it is written.
    public let location: SourceLocation

    /// Makes a recode.
    public init(_ code: String, _ target: Target, location: SourceLocation) {
      self.code = code
      self.target = target
      self.location = location
    }
  }

  /// What becomes of the answers to one question of the older version.
  public struct Entry: Hashable, Sendable {
    /// The question in the older version.
    public let question: String
    /// Its id in the newer version, when that is another one.
    public var becomes: String?
    /// What its codes become; codes that are not named stay what they are.
    public var recodes: [Recode] = []
    /// Whether answers before and after can be counted together, whatever else changed.
    public var isComparable: Bool?
    /// Whether the question goes without a successor.
    public var isDropped = false
    /// Whether a person has looked at the line; a proposal of the tool is not confirmed.
    public var isConfirmed = true
    /// Why it was proposed, as a comment.
    public var note: LocalizedText?
    /// Where it is written.
    public let location: SourceLocation

    /// Makes an entry that says nothing yet.
    public init(question: String, location: SourceLocation) {
      self.question = question
      self.location = location
    }

    /// The codes that become something else.
    public var targets: [String: Target] {
      Dictionary(recodes.map { ($0.code, $0.target) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The questionnaire.
  public var questionnaire: String
  /// The older version.
  public var from: String
  /// The newer version.
  public var to: String
  /// What becomes of which question, in the order of the file.
  public var entries: [Entry]

  /// Makes a map.
  public init(questionnaire: String, from: String, to: String, entries: [Entry] = []) {
    self.questionnaire = questionnaire
    self.from = from
    self.to = to
    self.entries = entries
  }

  /// What is said of the question `id` of the older version.
  public func entry(_ id: String) -> Entry? { entries.first { $0.question == id } }

  /// The questions of the newer version by those of the older that have another id.
  public var renames: [String: String] {
    Dictionary(
      entries.compactMap { entry in entry.becomes.map { (entry.question, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }
}

extension Dictionary<String, VersionMap.Target> {
  /// The code that an option has in the newer version; `nil` where it is no option there.
  func code(_ code: String) -> String? {
    switch self[code] {
    case .code(let other): other
    case .missing, .notComparable: nil
    case nil: code
    }
  }
}
