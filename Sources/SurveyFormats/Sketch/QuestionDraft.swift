import SurveyModel

/// A question as it is being proposed.
struct QuestionDraft {
  /// What kind of answer is proposed.
  enum Kind {
    case integer, decimal, date, text
    case one(ChoiceProposal)
    case many(ChoiceProposal)

    /// The next wider type, when cells could not be read.
    var wider: Kind {
      switch self {
      case .integer: .decimal
      case .decimal, .date, .text, .one, .many: .text
      }
    }

    /// The word for the type in questionnaire files.
    var name: String {
      switch self {
      case .integer: "integer"
      case .decimal: "decimal"
      case .date: "date"
      case .text: "text"
      case .one: "select_one"
      case .many: "select_multiple"
      }
    }
  }

  /// The first column of the question, by which it is known.
  let column: Int
  /// Columns that hold one option each, with their place in the options.
  var optionColumns: [Int] = []
  var id = ""
  var kind: Kind
  var label: String
  /// What it has in common with its neighbours: the question above, or the beginning of the label.
  var group: String?
  var notes: [SketchNote] = []
  /// Codes for a missing answer beside those of its list.
  var missing: [ChoiceProposal.Missing] = []
  /// Why it is proposed to be left out; empty when it is kept.
  var reasons: [SketchNote] = []
  /// Words out of which the id is made.
  var idWords: [String]
  /// The id, where the file itself has one.
  var ownID: String?

  init(column: Int, kind: Kind, label: String) {
    self.column = column
    self.kind = kind
    self.label = label
    idWords = SketchWords.words(of: label)
  }
}

/// A column that is no question, or a question.
enum SketchItem {
  case question(QuestionDraft)
  case leftOut([SketchNote], column: Int)
}
