/// The interviews of one questionnaire as columns: what estimates are computed from.
public struct Dataset: Sendable {
  /// The answers to one question, one element for each interview.
  public enum Values: Sendable {
    /// Positions in the choice list; −1 where there is no answer.
    case choice(ChoicePositions)
    /// For each option 1, 0 or −1 (no answer).
    case choices([[Int8]])
    /// Numbers; NaN where there is no answer.
    case number([Double])
    /// Words; `nil` where there is no answer.
    case text(TextAnswers)
  }

  /// One column with its reasons for missing answers.
  public struct Column: Sendable {
    /// The answers.
    public let values: Values
    /// Why there is no answer, for the rows that have none.
    public let missing: MissingReasons

    /// Makes a column.
    public init(values: Values, missing: MissingReasons) {
      self.values = values
      self.missing = missing
    }

    /// A closed question's answers and reasons, each in one byte (``AnswerByte``).
    public init(bytes: [UInt8]) {
      values = .choice(ChoicePositions(bytes: bytes))
      missing = MissingReasons(bytes: bytes)
    }
  }

  /// Which wave each interview came in.
  public struct Waves: Hashable, Sendable {
    /// How the waves are headed, in the order of time.
    public let labels: [String]
    /// For each interview the position of its wave.
    public let codes: [Int]

    /// Makes waves.
    public init(labels: [String], codes: [Int]) {
      self.labels = labels
      self.codes = codes
    }
  }

  /// The questionnaire.
  public let questionnaire: Questionnaire
  /// The number of interviews.
  public let count: Int
  /// One column for each question, in the order of the questionnaire.
  public let columns: [Column]
  /// The waves of the interviews; `nil` when all are of one.
  public let waves: Waves?

  /// Makes a dataset.
  public init(
    questionnaire: Questionnaire,
    count: Int,
    columns: [Column],
    waves: Waves? = nil
  ) {
    self.questionnaire = questionnaire
    self.count = count
    self.columns = columns
    self.waves = waves
  }

  /// The column of the question `id`.
  public func column(_ id: String) -> Column? {
    questionnaire.index(of: id).flatMap { columns.indices.contains($0) ? columns[$0] : nil }
  }
}
