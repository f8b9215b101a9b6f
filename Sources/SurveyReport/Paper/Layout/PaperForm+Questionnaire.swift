package import SurveyModel

extension PaperForm {
  /// Lays out `questionnaire` in one of its languages.
  ///
  /// Questions stand in the order in which a terminal asks them, with all their options; what is
  /// computed, imported or filled in by the tool is left out. The words of the page itself are in
  /// that language, too, where the tool speaks it, else in `interface`.
  package init(
    _ questionnaire: Questionnaire,
    in language: String,
    interface: InterfaceLanguage
  ) {
    let composer = PaperComposer(
      questionnaire: questionnaire,
      language: language,
      interface: InterfaceLanguage(rawValue: language) ?? interface
    )
    self.language = language
    title = composer.text(questionnaire.title)
    source = composer.say(.source(id: questionnaire.id, version: questionnaire.version))
    office = composer.office
    consent = composer.consent
    blocks = composer.blocks
    closing = composer.say(.thanks)
    page = composer.say(.page)
  }
}

/// Puts a paper form together.
struct PaperComposer {
  let questionnaire: Questionnaire
  let language: String
  let interface: InterfaceLanguage
  private let numbers: [String: Int]

  init(questionnaire: Questionnaire, language: String, interface: InterfaceLanguage) {
    self.questionnaire = questionnaire
    self.language = language
    self.interface = interface
    let numbered = zip(questionnaire.questions, questionnaire.numbers)
    numbers = Dictionary(
      numbered.compactMap { question, number in number.map { (question.id, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func say(_ phrase: PaperPhrase) -> String { phrase.text(in: interface) }

  /// The words in the language of the form; an answer that would be put into them is a blank.
  func text(_ text: LocalizedText) -> String {
    let words = text.text(language, fallbacks: [questionnaire.defaultLanguage, "vi", "en"])
    return PipedText(words).parts.map { part in
      switch part {
      case .words(let words): words
      case .answer, .lastSaved: "……"
      }
    }
    .joined()
  }

  // MARK: The head

  var office: [PaperForm.Field] {
    var fields = [PaperForm.Field(label: say(.formNumber), blank: .boxes([4], mark: ""))]
    let asksDate = questionnaire.questions.contains { $0.isAsked && $0.role == .interviewDate }
    if !asksDate {
      fields.append(
        PaperForm.Field(label: say(.interviewDate), blank: .boxes([2, 2, 4], mark: "/"))
      )
    }
    fields.append(PaperForm.Field(label: say(.interviewer), blank: .boxes([3], mark: "")))
    fields.append(PaperForm.Field(label: say(.place), blank: .rule))
    return fields
  }

  var consent: PaperForm.Consent? {
    questionnaire.consent.map { consent in
      PaperForm.Consent(
        text: text(consent.text),
        options: [
          PaperForm.Option(code: "1", label: say(.agree)),
          PaperForm.Option(code: "2", label: say(.refuse)),
        ]
      )
    }
  }

  // MARK: Questions

  var blocks: [PaperForm.Block] {
    var begun: Set<String> = []
    return questionnaire.sections.indices.flatMap { index -> [PaperForm.Block] in
      let section = questionnaire.sections[index]
      let shown = section.questions.filter { $0.isAsked && $0.kind.isShown }
      guard !shown.isEmpty else { return [] }
      let groups = questionnaire.path(ofSection: index)
      let conditions = (groups.map(\.relevant) + [section.relevant]).compactMap(condition)
      let repeats = groups.filter { $0.isRepeated && begun.insert($0.id).inserted }
        .map { say(.again($0.label.map(text) ?? $0.id)) }
      let remarks = conditions + repeats
      let heading = PaperForm.Block.section(
        title: text(section.title),
        condition: remarks.isEmpty ? nil : remarks.joined(separator: " ")
      )
      return [heading] + blocks(of: shown)
    }
  }

  private func blocks(of questions: [Question]) -> [PaperForm.Block] {
    var blocks: [PaperForm.Block] = []
    var rest = questions[...]
    while let first = rest.first {
      let run = rest.prefix { sharesOptions($0, first) }
      if run.count >= 2, columns(of: first).count <= Self.mostColumns {
        blocks.append(.matrix(matrix(Array(run))))
        rest = rest.dropFirst(run.count)
      } else {
        blocks.append(block(of: first))
        rest = rest.dropFirst()
      }
    }
    return blocks
  }

  /// More columns leave no room for the questions.
  private static let mostColumns = 9

  private func sharesOptions(_ one: Question, _ other: Question) -> Bool {
    guard case .selectOne(let first) = one.kind, case .selectOne(let second) = other.kind else {
      return false
    }
    return numbers[one.id] != nil && numbers[other.id] != nil && first == second
      && one.missing == other.missing && one.choiceFilter == nil
      && other.choiceFilter == nil
  }

  private func columns(of question: Question) -> [PaperForm.Option] {
    options(question.kind.choiceList?.choices ?? []) + missing(question)
  }

  private func matrix(_ questions: [Question]) -> PaperForm.Matrix {
    PaperForm.Matrix(
      instruction: say(.circleOneInEachRow),
      columns: questions.first.map(columns) ?? [],
      rows: questions.map { paper($0) }
    )
  }

  private func block(of question: Question) -> PaperForm.Block {
    guard numbers[question.id] != nil else {
      return .note(text(question.label), condition: condition(question.relevant))
    }
    var paper = paper(question)
    paper.answer = answer(to: question)
    return .question(paper)
  }

  private func paper(_ question: Question) -> PaperForm.Question {
    PaperForm.Question(
      number: numbers[question.id] ?? 0,
      label: text(question.label),
      hint: question.hint.map(text),
      condition: condition(question.relevant)
    )
  }

  private func condition(_ relevant: LocatedExpression?) -> String? {
    let words = ConditionWords(
      questionnaire: questionnaire,
      numbers: numbers,
      interface: interface,
      label: text
    )
    return relevant.map { say(.onlyIf(words.text($0.expression))) }
  }

  // MARK: Answers

  private func options(_ choices: [Choice]) -> [PaperForm.Option] {
    choices.map { PaperForm.Option(code: $0.code, label: text($0.label)) }
  }

  private func missing(_ question: Question) -> [PaperForm.Option] {
    question.missing.map { PaperForm.Option(code: $0.code, label: text($0.label)) }
  }

  private func answer(to question: Question) -> PaperForm.Answer {
    var answer = PaperForm.Answer()
    answer.missing = missing(question)
    switch question.kind {
    case .selectOne(let list):
      answer.options = options(list.choices)
      answer.instruction = say(.circleOne)
    case .selectMultiple(let list):
      answer.options = options(list.choices)
      answer.instruction = say(.circleSeveral)
    case .rank(let list):
      answer.options = options(list.choices)
      answer.instruction = say(.writeOrder)
      answer.isOrdered = true
    case .range(let range):
      answer.options = numbers(of: range)
      if answer.options.isEmpty {
        let words = range.words
        answer.instruction = say(.numberBetween(words.least, words.greatest))
        answer.blank = .rule
      } else {
        answer.instruction = say(.circleOne)
      }
    case .acknowledge: answer.options = [PaperForm.Option(code: "1", label: say(.confirm))]
    case .integer, .decimal, .barcode: answer.blank = .rule
    case .text: answer.blank = .lines(2)
    case .date:
      answer.instruction = say(.dayMonthYear)
      answer.blank = .boxes([2, 2, 4], mark: "/")
    case .time: answer.blank = .boxes([2, 2], mark: ":")
    case .dateTime: answer.blank = .lines(1)
    case .note, .calculate, .hidden, .metadata, .carried: break
    }
    return answer
  }

  /// The numbers of a short range, which are circled and not written.
  private func numbers(of range: NumberRange) -> [PaperForm.Option] {
    guard range.isInteger, range.isSound, range.step.magnitude == 1,
      (range.end - range.start).magnitude <= 10
    else { return [] }
    return stride(from: range.start, through: range.end, by: range.step).map {
      PaperForm.Option(code: JSONText.number($0), label: "")
    }
  }
}
