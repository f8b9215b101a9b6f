/// How answers of one version become answers of the next; what is not named stays what it is.
public struct VersionStep: Hashable, Sendable {
  /// What becomes of the answers to one question.
  public enum Fate: Hashable, Sendable {
    /// They answer the question `to`, with these codes for others.
    case carried(to: String, codes: [String: VersionMap.Target])
    /// They stay with their version and are not counted together with those to the question `to`.
    case apart(to: String, VersionChange.Code)
  }

  /// The questions of the older version whose answers change their place or meaning.
  public private(set) var fates: [String: Fate]

  /// Makes a step.
  public init(fates: [String: Fate] = [:]) {
    self.fates = fates
  }

  init(
    old: Questionnaire,
    new: Questionnaire,
    before: [Int?],
    byQuestion: [String: [VersionChange]],
    map: VersionMap?
  ) {
    fates = [:]
    for (index, place) in before.enumerated() {
      guard let place, old.questions.indices.contains(place) else { continue }
      let question = old.questions[place]
      let entry = map?.entry(question.id)
      let to = new.questions[index].id
      let grave = (byQuestion[to] ?? []).filter(\.setsAnswersApart)
      if let worst = grave.max(by: { $0.impact < $1.impact }) {
        fates[question.id] = .apart(to: to, worst.code)
      } else {
        let codes = (entry?.targets ?? [:]).filter { $0.value != .code($0.key) }
        if to != question.id || !codes.isEmpty {
          fates[question.id] = .carried(to: to, codes: codes)
        }
      }
    }
    for entry in map?.entries ?? [] where entry.isDropped {
      fates[entry.question] = .apart(to: entry.question, .removed)
    }
  }
}
