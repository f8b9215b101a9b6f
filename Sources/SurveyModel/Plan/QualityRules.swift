/// What a plan says about looking at interviews again: which rules, and from where on they speak.
public struct QualityRules: Hashable, Sendable {
  /// The rules that are applied.
  public var rules = Set(QualityRule.allCases)
  /// The chance that a rule raises any false alarm in a study without fault, as far as the rule's own
  /// model holds; every rule that is a test shares it over all that it tests.
  public var error = 0.01
  /// The question that holds the operator's code; otherwise who saved the interview.
  public var operatorQuestion: String?

  // MARK: Straight lines

  /// The least items of one scale in a row that can make a straight line.
  public var straightItems = 8

  // MARK: Speed

  /// Words (in Vietnamese: syllables) that nobody reads faster in a minute.
  public var wordsPerMinute = 500.0
  /// Seconds that nobody needs less for one item.
  public var secondsPerItem = 1.0

  // MARK: Copies

  /// The least share of matching answers of a near copy.
  public var copyShare = 0.85
  /// The least answers by which two forms can be compared.
  public var copyItems = 10
  /// How many of the forms before it in its block a form is compared with.
  public var copyNeighbours = 100

  // MARK: Bursts

  /// The hours of work, from the first to before the last.
  public var officeHours = 6..<20
  /// The days of work by ISO 8601: 1 is Monday, 7 is Sunday.
  public var officeDays: Set<Int> = [1, 2, 3, 4, 5, 6]
  /// How many forms of one operator that begin after hours within an hour are a burst.
  public var burst = 6
  /// Seconds that nobody needs less to key one answer from paper.
  public var keyingSecondsPerItem = 0.25

  // MARK: Operators

  /// The least interviews of an operator, and of the others, that are compared.
  public var operatorInterviews = 30
  /// The least primary clusters of an operator whose mean is compared, where there are clusters.
  public var operatorClusters = 4
  /// The least difference that is told, in standard deviations of single interviews.
  public var smallestEffect = 0.2
  /// The least numbers of two digits whose last digits are looked at.
  public var digitAnswers = 100
  /// The least share of last digits out of place that is told.
  public var smallestDigitShift = 0.1

  /// The defaults.
  public init() {}
}
