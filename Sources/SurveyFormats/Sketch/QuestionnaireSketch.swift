package import SurveyModel

/// A questionnaire proposed from a table of answers.
package struct QuestionnaireSketch {
  /// How the questionnaire is named.
  package struct Naming: Sendable {
    /// The id; made from the name of the file otherwise.
    package var id: String?
    /// The language of its words; found out otherwise.
    package var language: String?
    /// Whether free text and what may be personal are kept.
    package var keepsText: Bool
    /// The file that it is proposed from.
    package var file: String

    /// Names a questionnaire after a file.
    package init(
      file: String,
      id: String? = nil,
      language: String? = nil,
      keepsText: Bool = false
    ) {
      self.file = file
      self.id = id
      self.language = language
      self.keepsText = keepsText
    }
  }

  /// The questionnaire.
  package let questionnaire: Questionnaire
  /// What is said beside it.
  package let notes: QuestionnaireNotes
  /// For each question the first column of its own.
  package let columnOfQuestion: [String: Int]
  /// Columns that hold no question or were left out, with their reasons.
  package let leftOut: [(column: Int, reason: SketchNote)]

  /// Where each column of the file goes, for headers that do not say it by themselves.
  package let map: SavedMap

  /// The file.
  package var text: String { YAMLQuestionnaireWriter(questionnaire, notes: notes).text }

  /// Proposes a questionnaire.
  ///
  /// `wider` holds for columns whose proposed type was too narrow how many cells did not fit, once
  /// for each time.
  package init(
    _ table: SketchTable,
    codebook: Codebook = Codebook(),
    naming: Naming,
    wider: [Int: [Int]] = [:]
  ) {
    var draft = QuestionnaireDraft(table, codebook: codebook, wider: wider)
    draft.keepText(all: naming.keepsText)
    let language = naming.language ?? SketchLanguage.guess(draft)
    var assembly = SketchAssembly(draft, language: language)
    assembly.run()
    let name = naming.file.split(separator: "/").last.map(String.init) ?? naming.file
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    var notes = assembly.notes
    notes.head =
      SketchAssembly.head(table, file: name, language: language) + notes.head
    self.notes = notes
    questionnaire = Questionnaire(
      id: naming.id ?? Self.id(of: stem),
      version: "1",
      languages: [language],
      title: LocalizedText([language: stem.composed]),
      sections: assembly.sections
    )
    var map = SavedMap()
    map.questionnaire = questionnaire.id
    map.columns = table.columns.filter { !$0.header.isEmpty }.map { column in
      SavedMap.Column(
        header: column.header,
        target: assembly.targets[column.position] ?? .ignored
      )
    }
    self.map = map
    columnOfQuestion = assembly.columnOfQuestion
    leftOut = assembly.leftOut
  }

  /// Whether anything is left to ask.
  package var isEmpty: Bool { questionnaire.questions.isEmpty }

  /// Whether `id` can name a questionnaire.
  package static func isUsable(id: String) -> Bool { Identifier.isValid(id, allowsHyphen: true) }

  /// Whether `language` is the code of a language.
  package static func isUsable(language: String) -> Bool { LanguageCode.isValid(language) }

  private static func id(of stem: String) -> String {
    let id = SketchWords.id(SketchWords.words(of: stem)).replacing("_", with: "-")
    return id.isEmpty ? "phieu" : id
  }
}

/// The language in which a table is written.
enum SketchLanguage {
  /// `vi`, `en`, or `und` when it is neither.
  static func guess(_ draft: QuestionnaireDraft) -> String {
    var words: [String] = []
    for question in draft.questions {
      words += Self.words(question.label)
      switch question.kind {
      case .one(let proposal), .many(let proposal):
        words += proposal.options.flatMap { Self.words($0.label) }
      case .integer, .decimal, .date, .text: break
      }
    }
    for column in draft.columns { words += Self.words(column.header) }
    let vietnamese = words.count { word in
      word.unicodeScalars.contains { scalar in
        (0x1EA0...0x1EF9).contains(scalar.value) || "ăđơưĂĐƠƯ".unicodeScalars.contains(scalar)
      } || vietnameseWords.contains(word)
    }
    let english = words.count { englishWords.contains($0) }
    let foreign = words.count { word in
      word.unicodeScalars.contains { $0.value >= 0x80 } || foreignWords.contains(word)
    }
    if vietnamese > 0, vietnamese * 2 >= english, vietnamese * 2 >= foreign - vietnamese {
      return "vi"
    }
    return foreign > english ? "und" : "en"
  }

  private static func words(_ text: String) -> [String] {
    text.composed.lowercased().split { !$0.isLetter }.map(String.init)
  }

  private static let vietnameseWords: Set<String> = [
    "khong", "hai", "long", "rat", "ong", "ba", "cau", "hoi", "nguoi", "dan", "muc",
  ]
  private static let englishWords: Set<String> = [
    "the", "of", "you", "your", "do", "how", "what", "is", "are", "to", "and", "yes", "no", "name",
    "date", "age", "in", "at", "or", "not", "very",
  ]
  private static let foreignWords: Set<String> = [
    "og", "ikke", "jeg", "er", "hvor", "av", "til", "und", "nicht", "der", "die", "les", "des",
    "est",
    "que", "los", "las", "het", "een",
  ]
}
