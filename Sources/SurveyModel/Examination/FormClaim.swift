/// Something that should hold of a form, whoever answers it.
package enum FormClaim: Hashable, Sendable {
  /// Somebody is asked the question.
  case canBeAsked(question: Int)
  /// Each option is offered to somebody.
  case optionsOffered(question: Int)
  /// Each option is accepted from somebody.
  case optionsAllowed(question: Int)
  /// Some answer is accepted from somebody.
  case canBeAnswered(question: Int)
  /// Somebody gets past the question.
  case canBePassed(question: Int)
  /// Everybody who has to answer finds an answer that is accepted.
  case nobodyStuck(question: Int)
  /// Somebody answers these questions, which depend on each other, so that the form can be saved.
  case canBeCompleted(questions: [Int])
  /// Somebody is counted in the indicator, or in this item of it.
  case isCounted(indicator: Int, item: Int?)
  /// Nobody falls outside the indicator by the path alone.
  case everybodyCounted(indicator: Int)

  /// Whether it is only worth knowing whether it holds.
  package var isRemark: Bool { if case .everybodyCounted = self { true } else { false } }

  /// The question that it is about, if it is about one.
  package var question: Int? {
    switch self {
    case .canBeAsked(let question), .optionsOffered(let question), .optionsAllowed(let question),
      .canBeAnswered(let question), .canBePassed(let question), .nobodyStuck(let question):
      question
    case .canBeCompleted, .isCounted, .everybodyCounted: nil
    }
  }
}

/// What a search says about a claim.
package enum ClaimVerdict: Hashable, Sendable {
  /// It holds; where one form is enough to show it, this is one.
  case proven(WitnessPath?)
  /// It does not hold; where one form shows it, this is one, else all were gone through.
  case refuted(WitnessPath?, codes: [String] = [])
  case undecided(Doubt)

  /// Why nothing can be said.
  package enum Doubt: Hashable, Sendable {
    /// The budget was used up.
    case budget
    /// It depends on more questions than are searched.
    case tooLong
    /// A rule asks the clock, chance or the form saved before, and no witness was found.
    case clock
    /// A repeat has any number of turns, and no witness was found.
    case turns
    /// Answers to the question are used in another way than by comparison.
    case openAnswers(question: Int)
    /// Rules about the question look at answers behind it.
    case laterAnswers(question: Int)
    /// The value of the question comes from outside the form.
    case unknownValue(question: Int)
    /// The interview itself did not confirm what the search found.
    case unconfirmed
  }

  /// Whether it is decided.
  package var isDecided: Bool { if case .undecided = self { false } else { true } }
  /// Whether it does not hold.
  package var isRefuted: Bool { if case .refuted = self { true } else { false } }
  /// Whether it holds.
  package var isProven: Bool { if case .proven = self { true } else { false } }
}

/// A claim with what was found.
package struct ExaminedClaim: Hashable, Sendable {
  /// The claim.
  package let claim: FormClaim
  /// What was found.
  package let verdict: ClaimVerdict
}

extension ClaimVerdict.Doubt {
  init(_ limit: SearchSpace.Limit) {
    switch limit {
    case .clock: self = .clock
    case .turns: self = .turns
    case .openAnswers(let question): self = .openAnswers(question: question)
    case .unknownValue(let question): self = .unknownValue(question: question)
    }
  }
}
