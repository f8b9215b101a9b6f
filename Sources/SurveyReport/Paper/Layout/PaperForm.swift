/// A questionnaire as it is laid out for paper, in one language.
///
/// It says what stands on the page and in which order, not how it is drawn.
package struct PaperForm: Hashable, Sendable {
  /// An option with its code, which stands in a box.
  package struct Option: Hashable, Sendable {
    package let code: String
    package let label: String
  }

  /// Where something is written by hand.
  package enum Blank: Hashable, Sendable {
    /// Groups of boxes for one digit each, with a mark between the groups: `[2, 2, 4]` and `/`.
    case boxes([Int], mark: String)
    /// One line for a number or a few words.
    case rule
    /// Lines across the page.
    case lines(Int)
  }

  /// How one question is answered.
  package struct Answer: Hashable, Sendable {
    /// What to do, when the options do not say it.
    package var instruction: String?
    package var options: [Option] = []
    /// Options that stand for a missing answer.
    package var missing: [Option] = []
    /// Whether each option has an empty box before it, for its place in an order.
    package var isOrdered = false
    package var blank: Blank?
  }

  /// One question with its number.
  package struct Question: Hashable, Sendable {
    package let number: Int
    package let label: String
    package var hint: String?
    /// When it is asked.
    package var condition: String?
    package var answer = Answer()
  }

  /// Questions that share their options.
  package struct Matrix: Hashable, Sendable {
    package let instruction: String
    package let columns: [Option]
    /// Their answers are the columns.
    package let rows: [Question]
  }

  /// A piece of the page.
  package enum Block: Hashable, Sendable {
    /// A heading, when what follows is asked, and for what it is asked again.
    case section(title: String, condition: String?)
    case matrix(Matrix)
    case question(Question)
    case note(String, condition: String?)
  }

  /// Something that the office fills in.
  package struct Field: Hashable, Sendable {
    package let label: String
    package let blank: Blank
  }

  /// The words before the questions to which the respondent agrees.
  package struct Consent: Hashable, Sendable {
    package let text: String
    package let options: [Option]
  }

  /// The language code of the words.
  package let language: String
  package let title: String
  /// Which questionnaire it is, for whoever types the form in.
  package let source: String
  package let office: [Field]
  package let consent: Consent?
  package let blocks: [Block]
  package let closing: String
  /// What stands before the number of a page.
  package let page: String
}
