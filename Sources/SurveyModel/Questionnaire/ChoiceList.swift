/// One option of a closed question.
public struct Choice: Hashable, Sendable {
  /// The stored code, compared as text: `01` is not `1`.
  public let code: String
  /// How it is shown.
  public let label: LocalizedText
  /// Whether indicators count it as positive.
  public let isPositive: Bool
  /// What it is worth in an indicator of kind points.
  public let points: Double?
  /// Whether it excludes every other option of a multiple choice.
  public let isExclusive: Bool
  /// What choice filters read.
  public let attributes: Attributes

  /// Makes an option.
  public init(
    code: String,
    label: LocalizedText,
    isPositive: Bool = false,
    points: Double? = nil,
    isExclusive: Bool = false,
    attributes: Attributes = Attributes()
  ) {
    self.code = code
    self.label = label
    self.isPositive = isPositive
    self.points = points
    self.isExclusive = isExclusive
    self.attributes = attributes
  }
}

/// What makes an ordered list of levels a scale.
public struct Scale: Hashable, Sendable {
  /// Whether codes rise or fall with approval.
  public enum Direction: String, Hashable, Sendable {
    case ascending
    case descending
  }

  /// Whether codes rise or fall with approval.
  public let direction: Direction
  /// The code of the neutral level, if there is one.
  public let neutral: String?

  /// Makes a scale.
  public init(direction: Direction, neutral: String?) {
    self.direction = direction
    self.neutral = neutral
  }
}

/// The columns of a table in which the options of a list stand.
public struct ChoiceSource: Hashable, Sendable {
  /// The file beside the questionnaire.
  public let file: String
  /// The column of the codes.
  public let value: String
  /// The column of the labels in each language.
  public let label: LocalizedText

  /// Makes a source.
  public init(file: String, value: String, label: LocalizedText) {
    self.file = file
    self.value = value
    self.label = label
  }
}

/// The options of a closed question, as a plain list or as the levels of a scale.
public struct ChoiceList: Hashable, Sendable {
  /// The name under which questions refer to it.
  public let id: String
  /// The options in the order in which they are shown.
  public let choices: [Choice]
  /// Set when the options are the levels of a scale.
  public let scale: Scale?
  /// Codes of the list that stand for a missing answer.
  public let missing: [MissingCode]
  /// The table that the options come from, when they are not written in the form.
  public let source: ChoiceSource?

  /// Makes a list.
  public init(
    id: String,
    choices: [Choice],
    scale: Scale? = nil,
    missing: [MissingCode] = [],
    source: ChoiceSource? = nil
  ) {
    self.id = id
    self.choices = choices
    self.scale = scale
    self.missing = missing
    self.source = source
  }

  /// The names of the columns that choice filters may read, in the order in which they come up.
  public var columns: [String] {
    var seen: Set<String> = []
    return choices.flatMap { $0.attributes.entries.map(\.name) }.filter { seen.insert($0).inserted }
  }

  /// The position of `code` in the list.
  public func index(of code: String) -> Int? { choices.firstIndex { $0.code == code } }

  /// The numeric codes of the levels, when every code is a number.
  public var numericCodes: [Double]? {
    let numbers = choices.compactMap { NumberText.parse($0.code) }
    return numbers.count == choices.count ? numbers : nil
  }
}
