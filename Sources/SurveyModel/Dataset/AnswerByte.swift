/// How the answer to a closed question stands in one byte.
///
/// A byte below ``absent`` is a position in the choice list, ``absent`` no answer without a reason,
/// and the bytes above it are the reasons.
public enum AnswerByte {
  /// No answer, and no reason is known.
  public static let absent: UInt8 = 249
  /// Lists of more choices do not fit.
  public static let mostChoices = Int(absent)

  /// The byte of a reason.
  public static func byte(of reason: MissingReason) -> UInt8 {
    switch reason {
    case .notApplicable: 250
    case .doNotKnow: 251
    case .refused: 252
    case .noAnswer: 253
    case .notReached: 254
    case .notCollected: 255
    }
  }

  /// The reason for which a byte stands; nil for an answer.
  public static func reason(of byte: UInt8) -> MissingReason? {
    byte > absent ? MissingReason.allCases[Int(byte - absent) - 1] : nil
  }
}
