/// How the answers of one version are read as answers of another.
public struct VersionReading: Hashable, Sendable {
  /// Where the answers to a question come from.
  public struct Source: Hashable, Sendable {
    /// The question in the version that is read.
    public let question: String
    /// What codes become; others stay what they are.
    public let codes: [String: VersionMap.Target]

    /// Makes a source.
    public init(question: String, codes: [String: VersionMap.Target] = [:]) {
      self.question = question
      self.codes = codes
    }

    /// What the answer `code` of a choice becomes.
    public func answer(for code: String) -> Answer {
      switch codes[code] {
      case .code(let other): .choice(other)
      case .missing(let reason): .missing(reason)
      case .notComparable: .missing(.notCollected)
      case nil: .choice(code)
      }
    }
  }

  /// Questions whose answers come from elsewhere; `nil` where there are none to be read.
  private var sources: [String: Source?] = [:]
  /// The questions of the version that is read; none where that is not known.
  private var own: Set<String>?
  /// The questions whose answers stay with their version, by their ids in the version in which they
  /// are asked for, and why.
  public private(set) var apart: [String: VersionChange.Code] = [:]

  /// Answers are read as they are.
  public init() {}

  /// Answers pass through steps, the first one first.
  ///
  /// `questions` are those of the version that is read: of others it has no answers to set apart.
  public init(through steps: [VersionStep], of questions: Set<String>? = nil) {
    own = questions
    for step in steps { pass(step) }
  }

  /// Answers of a version that came after these steps, read as those of the version before them.
  ///
  /// A map leads forward only: whatever it touches stays with the later version.
  public init(backThrough steps: [VersionStep], of questions: Set<String>? = nil) {
    own = questions
    for step in steps {
      for (question, fate) in step.fates {
        var names = [question]
        switch fate {
        case .carried(let to, _), .apart(let to, _): names.append(to)
        }
        for name in names {
          sources[name] = .some(nil)
          if questions?.contains(name) ?? true { apart[name] = .laterVersion }
        }
      }
    }
  }

  /// Where the answers to `question` come from; `nil` when the version has none that count.
  public func source(of question: String) -> Source? {
    if let source = sources[question] { return source }
    return own?.contains(question) ?? true ? Source(question: question) : nil
  }

  /// What the answers to `question` of the version that is read become; `nil` when they are not
  /// counted together with later ones.
  public func target(of question: String) -> Source? {
    for (name, source) in sources {
      if let source, source.question == question {
        return Source(question: name, codes: source.codes)
      }
    }
    // Its id is another question's now, or nobody's.
    if sources[question] != nil { return nil }
    return Source(question: question)
  }

  /// Whether answers are read as they are.
  public var isPlain: Bool { sources.isEmpty }

  private mutating func pass(_ step: VersionStep) {
    // Every question changes its place at once, so that what leaves an id never meets what comes.
    var next = sources
    var reasons = apart
    for question in step.fates.keys {
      next[question] = .some(nil)
      reasons[question] = nil
    }
    for (question, fate) in step.fates {
      guard case .apart(let to, let reason) = fate else { continue }
      next[to] = .some(nil)
      // Where nothing came from before, nothing is held back now.
      if source(of: question) != nil || apart[question] != nil { reasons[to] = reason }
    }
    for (question, fate) in step.fates {
      guard case .carried(let to, let codes) = fate else { continue }
      reasons[to] = apart[question]
      next[to] = .some(
        source(of: question).map { source in
          Source(question: source.question, codes: Self.joined(source.codes, codes))
        }
      )
    }
    sources = next
    apart = reasons
  }

  /// Codes through two steps.
  private static func joined(
    _ first: [String: VersionMap.Target],
    _ second: [String: VersionMap.Target]
  ) -> [String: VersionMap.Target] {
    var joined = second
    for (code, target) in first {
      if case .code(let between) = target {
        joined[code] = second[between] ?? target
      } else {
        joined[code] = target
      }
    }
    return joined
  }
}
