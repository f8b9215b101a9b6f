/// Why a question has no substantive answer.
///
/// A missing answer is data: `refused` lowers the item response, `notApplicable` does not.
/// None of them enters a denominator unless an indicator says so.
public enum MissingReason: String, CaseIterable, Hashable, Sendable {
  /// The path skipped the question: the respondent is outside its universe.
  case notApplicable = "not-applicable"
  /// The respondent said that they do not know.
  case doNotKnow = "do-not-know"
  /// The respondent did not want to answer.
  case refused
  /// The question was asked and left blank.
  case noAnswer = "no-answer"
  /// The interview ended before the question was reached.
  case notReached = "not-reached"
  /// The question is absent in that version or file.
  case notCollected = "not-collected"

  /// Reasons that a form can declare a code for.
  public static let declarable: [MissingReason] = [.doNotKnow, .refused, .noAnswer]
}

/// A code that stands for a reason why there is no answer.
public struct MissingCode: Hashable, Sendable {
  /// The code as it is typed and as it stands in files.
  public let code: String
  /// What it means.
  public let reason: MissingReason
  /// How it is shown.
  public let label: LocalizedText

  /// Makes a missing code.
  public init(code: String, reason: MissingReason, label: LocalizedText) {
    self.code = code
    self.reason = reason
    self.label = label
  }
}
