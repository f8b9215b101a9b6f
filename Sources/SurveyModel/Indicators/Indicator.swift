/// A published quantity: how one interview is scored and how scores become a number.
public struct Indicator: Hashable, Sendable {
  /// What an indicator measures; different measures are never merged.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    case selfRating = "self-rating"
    case knowledgeTest = "knowledge-test"
    case satisfaction
    case experience
    case attitude
    /// What respondents wish for; its elements or options are ranked.
    case expectation
  }

  /// How it is computed.
  public enum Kind: Hashable, Sendable {
    /// Share of interviews whose answer is among `codes`; `nil` means the positive levels.
    case share(item: String, codes: [String]?)
    case allPositive(items: [String])
    case anyPositive(items: [String])
    case atLeast(minimum: Int, items: [String])
    /// Share of interviews with at least `pass` (0...1) right answers.
    case test(answers: [TestItem], pass: Double)
    case mean(item: String)
    case index(Index)
    case points(items: [String], classes: [PointClass])
    /// Net promoter score of a 0–10 item, −100...100.
    case netPromoter(item: String)
    case ratio(numerator: String, denominator: String)
    case countOfChoices(item: String)
  }

  /// The name of the indicator.
  public let id: String
  /// How it is shown.
  public let label: LocalizedText
  /// How it is computed.
  public let kind: Kind
  /// What it measures.
  public let measure: Measure?
  /// Reasons that enter the denominator as not positive.
  public let countedMissing: Set<MissingReason>
  /// What is printed with the formula.
  public let note: LocalizedText?
  /// Where it is written.
  public let location: SourceLocation

  /// Makes an indicator.
  public init(
    id: String,
    label: LocalizedText,
    kind: Kind,
    measure: Measure? = nil,
    countedMissing: Set<MissingReason> = [],
    note: LocalizedText? = nil,
    location: SourceLocation
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.measure = measure
    self.countedMissing = countedMissing
    self.note = note
    self.location = location
  }

  /// The questions that it reads.
  public var items: [String] {
    switch kind {
    case .share(let item, _), .mean(let item), .netPromoter(let item), .countOfChoices(let item):
      [item]
    case .allPositive(let items), .anyPositive(let items), .atLeast(_, let items),
      .points(let items, _):
      items
    case .test(let answers, _): answers.map(\.item)
    case .index(let index): index.items
    case .ratio(let numerator, let denominator): [numerator, denominator]
    }
  }
}

/// One question of a knowledge test with its right answer.
public struct TestItem: Hashable, Sendable {
  /// The question.
  public let item: String
  /// The code of the right answer.
  public let right: String

  /// Makes a test item.
  public init(item: String, right: String) {
    self.item = item
    self.right = right
  }
}

/// A class of an indicator of kind points.
public struct PointClass: Hashable, Sendable {
  /// The smallest sum that belongs to it; `nil` for the lowest class.
  public let atLeast: Double?
  /// Its name.
  public let label: LocalizedText

  /// Makes a class.
  public init(atLeast: Double?, label: LocalizedText) {
    self.atLeast = atLeast
    self.label = label
  }
}

extension [PointClass] {
  /// The class of a sum of points: the first whose bound is reached, the bound itself included.
  public func classOf(_ points: Double) -> PointClass? {
    first { $0.atLeast.map { points >= $0 } ?? true }
  }
}
