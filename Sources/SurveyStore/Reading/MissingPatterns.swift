import SurveyModel

/// Reads the sparse column of reasons; rows share few patterns, and each is read once.
struct MissingPatterns {
  typealias Pattern = [(question: Int, reason: MissingReason)]

  private static let capacity = 4096
  private var indices: [String: Int] = [:]
  private var known: [String: Pattern] = [:]

  /// Reads from now on the reasons of a version that is read in this way.
  mutating func begin(_ reading: VersionReading, of questionnaire: Questionnaire) {
    known = [:]
    indices = [:]
    for (index, question) in questionnaire.questions.enumerated() where question.kind.isStored {
      guard let source = reading.source(of: question.id) else { continue }
      indices[source.question] = index
    }
  }

  mutating func pattern(_ json: String) -> Pattern {
    if let pattern = known[json] { return pattern }
    let parts = JSONText.strings(in: json)
    var pattern: Pattern = []
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      guard let question = indices[parts[index]],
        let reason = MissingReason(rawValue: parts[index + 1])
      else { continue }
      pattern.append((question, reason))
    }
    if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
    known[json] = pattern
    return pattern
  }
}
