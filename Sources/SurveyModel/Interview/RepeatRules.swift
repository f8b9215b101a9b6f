/// A part of the form that is gone through several times.
public struct RepeatRules: Sendable {
  /// The group.
  public let group: FormGroup
  /// Its questions in the order of the form.
  public let questions: [Int]
  /// How often, when the form says so.
  let count: CompiledExpression?

  /// More turns are never gone through.
  static let limit = 1_000

  /// Whether there is one more turn as long as somebody says so.
  public var isOpen: Bool { count == nil }
}

extension Questionnaire {
  /// The repeats as expressions know them; `reads` says what the count of a repeat reads.
  func repeatReferences(reads: (Expression) -> Set<Int>) -> [String: RepeatReference] {
    references { group, _ in
      if case .repeated(let count?) = group.kind { reads(count.expression) } else { [] }
    }
  }

  /// The repeats as the counts of repeats know them: whoever counts a repeat comes after it, so
  /// that repeats that count each other, or themselves, are a cycle.
  var repeatReferencesOfCounts: [String: RepeatReference] {
    references { _, questions in Set(questions.prefix(1)) }
  }

  private func references(
    _ dependencies: (FormGroup, [Int]) -> Set<Int>
  ) -> [String: RepeatReference] {
    var references: [String: RepeatReference] = [:]
    for (number, found) in repeats.enumerated() where references[found.group.id] == nil {
      references[found.group.id] = RepeatReference(
        number: number,
        questions: found.questions,
        dependencies: dependencies(found.group, found.questions)
      )
    }
    return references
  }

  /// The repeats with their questions; a repeat inside another is gone through once in each turn.
  var repeats: [(group: FormGroup, questions: [Int])] {
    var found: [(group: FormGroup, questions: [Int])] = []
    for (index, section) in sectionOfQuestion.enumerated() {
      guard let group = path(ofSection: section).first(where: \.isRepeated) else { continue }
      if let place = found.firstIndex(where: { $0.group.id == group.id }) {
        found[place].questions.append(index)
      } else {
        found.append((group, [index]))
      }
    }
    return found
  }
}
