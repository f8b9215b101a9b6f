import SurveyModel
import SurveyTerminal
import SurveyWorkflow

/// Hands forms of the study out to be keyed a second time.
final class KeeperDesk: VerificationDesk {
  private let keeper: VerificationKeeper

  init(_ keeper: VerificationKeeper) { self.keeper = keeper }

  func next() throws -> KeyedForm? {
    try keeper.next().map { form in
      KeyedForm(
        number: form.number,
        keyer: form.keyer,
        started: form.started,
        language: form.language,
        answers: form.answers,
        acceptedWarnings: form.acceptedWarnings
      )
    }
  }

  func verified(_ result: KeyedAgain) throws {
    try keeper.record(
      VerificationKeeper.Result(
        fields: result.fields,
        keyerErrors: result.keyerErrors,
        verifierErrors: result.verifierErrors,
        answers: result.answers,
        acceptedWarnings: result.acceptedWarnings
      )
    )
  }

  func sealed(_ answer: Answer, question: Int) throws -> Answer {
    keeper.sealed(answer, at: question)
  }

  func counted(_ counts: TypingCounts) throws { try keeper.count(counts) }
}
