package import SurveyModel

/// What a written questionnaire says in comments beside its content.
package struct QuestionnaireNotes: Sendable {
  /// A question that is proposed to be left out; it is written as a comment.
  package struct LeftOut: Sendable {
    /// Why.
    package let remarks: [String]
    /// The question, when it could be kept by removing the comment signs.
    package let question: Question?

    /// Leaves a question out.
    package init(remarks: [String], question: Question?) {
      self.remarks = remarks
      self.question = question
    }
  }

  /// Above everything.
  package var head: [String] = []
  /// Above the missing codes of the questionnaire.
  package var missing: [String] = []
  /// Above each list, by its id.
  package var lists: [String: [String]] = [:]
  /// Above each section, by its id.
  package var sections: [String: [String]] = [:]
  /// Above each question, by its id.
  package var questions: [String: [String]] = [:]
  /// Questions left out before the question of this id.
  package var before: [String: [LeftOut]] = [:]
  /// Questions left out at the end.
  package var atEnd: [LeftOut] = []

  /// No comments.
  package init() {}
}
