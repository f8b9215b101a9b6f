/// A part of the form that is gone through several times.
public struct RepeatRules: Sendable {
  /// The group.
  public let group: FormGroup
  /// Its questions in the order of the form, with those of repeats inside it.
  public let questions: [Int]
  /// The repeats around it, the outermost first, and itself.
  let chain: [Int]
  /// How often, when the form says so.
  let count: CompiledExpression?

  /// More turns are never gone through in one form.
  static let limit = 1_000

  /// The repeat around it.
  var outer: Int? { chain.dropLast().last }

  /// Whether there is one more turn as long as somebody says so.
  public var isOpen: Bool { count == nil }
}

extension Questionnaire {
  /// One repeat with all that stands in it.
  struct Repeat {
    let group: FormGroup
    /// The repeats around it, the outermost first, and itself, by their numbers.
    let chain: [Int]
    fileprivate(set) var questions: [Int]
  }

  /// The repeats as expressions know them; `reads` says what the count of a repeat reads.
  func repeatReferences(reads: (Expression) -> Set<Int>) -> [String: RepeatReference] {
    let repeats = repeats
    return references { repeated in
      repeated.chain.reduce(into: []) { found, number in
        if case .repeated(let count?) = repeats[number].group.kind {
          found.formUnion(reads(count.expression))
        }
      }
    }
  }

  /// The repeats as the counts of repeats know them: whoever counts a repeat comes after it, so
  /// that repeats that count each other, or themselves, are a cycle.
  var repeatReferencesOfCounts: [String: RepeatReference] {
    references { Set($0.questions.prefix(1)) }
  }

  private func references(_ dependencies: (Repeat) -> Set<Int>) -> [String: RepeatReference] {
    var references: [String: RepeatReference] = [:]
    for (number, found) in repeats.enumerated() where references[found.group.id] == nil {
      references[found.group.id] = RepeatReference(
        number: number,
        questions: found.questions,
        dependencies: dependencies(found)
      )
    }
    return references
  }

  /// The repeats that hold questions; one that stands in another comes after it.
  var repeats: [Repeat] {
    var found: [Repeat] = []
    for (index, section) in sectionOfQuestion.enumerated() {
      var chain: [Int] = []
      for group in path(ofSection: section) where group.isRepeated {
        let known = found.firstIndex { $0.group.id == group.id }
        chain.append(known ?? found.count)
        if let known {
          found[known].questions.append(index)
        } else {
          found.append(Repeat(group: group, chain: chain, questions: [index]))
        }
      }
    }
    return found
  }
}
