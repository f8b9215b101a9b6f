/// The numbers that a question of type range offers: from one to another in equal steps.
public struct NumberRange: Hashable, Sendable {
  /// The first number.
  public let start: Double
  /// The last number; it may be below the first.
  public let end: Double
  /// The distance from one number to the next.
  public let step: Double
  /// Whether all numbers are whole.
  public let isInteger: Bool

  /// Makes a range; without arguments, 1 to 10 in steps of 1.
  public init(start: Double = 1, end: Double = 10, step: Double = 1, isInteger: Bool? = nil) {
    self.start = start
    self.end = end
    self.step = step
    let isWhole = [start, end, step].allSatisfy { $0 == $0.rounded() }
    self.isInteger = isInteger ?? isWhole
  }

  /// The least number.
  public var least: Double { min(start, end) }

  /// The greatest number.
  public var greatest: Double { max(start, end) }

  /// Its numbers as texts.
  public var words: (least: String, greatest: String, step: String) {
    (
      ExpressionNumber.text(least), ExpressionNumber.text(greatest),
      ExpressionNumber.text(step.magnitude)
    )
  }

  /// Whether the numbers can be counted: all are finite, and a step leads somewhere.
  public var isSound: Bool {
    start.isFinite && end.isFinite && step.isFinite && step != 0
      && step.magnitude <= (end - start).magnitude
  }

  /// Whether `number` is one of the range; a step is judged to a millionth of itself.
  public func contains(_ number: Double) -> Bool {
    guard number >= least, number <= greatest else { return false }
    guard step.isFinite, step != 0 else { return true }
    let steps = (number - start) / step
    return (steps - steps.rounded()).magnitude < 1e-6
  }
}
