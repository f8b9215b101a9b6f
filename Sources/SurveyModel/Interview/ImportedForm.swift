/// What the rules say about one imported row.
public struct ImportedForm: Sendable {
  /// One finding about one cell.
  public struct Problem: Hashable, Sendable {
    /// The question.
    public let question: Int
    /// What is wrong.
    public let rejection: ImportRejection
  }

  /// One answer for each question.
  public let answers: [Answer]
  /// What keeps the row out.
  public let problems: [Problem]
  /// Questions whose soft warning fired; the row is taken.
  public let warnings: [Int]

  /// Makes the outcome of a row.
  public init(answers: [Answer], problems: [Problem], warnings: [Int]) {
    self.answers = answers
    self.problems = problems
    self.warnings = warnings
  }
}

/// Why an imported cell was not taken.
public enum ImportRejection: Hashable, Sendable {
  case answer(AnswerRejection)
  /// The row answers a question that its other answers skip.
  case answerToSkipped
  /// The file's calculated value is not what the rule gives.
  case calculationDiffers(computed: String)

  /// The code under which it is documented.
  public var code: String {
    switch self {
    case .answer(let rejection): rejection.code
    case .answerToSkipped: "V08"
    case .calculationDiffers: "R04"
    }
  }
}

extension ImportRejection: LocalizedMessage {
  /// A whole sentence.
  public func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.answer(let rejection), _): rejection.text(in: language)
    case (.answerToSkipped, .vietnamese):
      "Các câu trả lời khác cho biết câu này không được hỏi; xin bỏ trống ô này hoặc sửa câu dẫn."
    case (.answerToSkipped, .english):
      "The other answers say that this question was not asked; please empty the cell or mend the leading question."
    case (.calculationDiffers(let computed), .vietnamese):
      "Giá trị tính được là “\(computed)”; xin bỏ trống ô này hoặc sửa cho khớp."
    case (.calculationDiffers(let computed), .english):
      "The computed value is “\(computed)”; please empty the cell or make it agree."
    }
  }
}

extension InterviewPlan {
  /// Runs one imported row through the rules of the interview.
  ///
  /// `given` holds for each question the answer of the row, `nil` when the file has no such
  /// column; `moment` is what the clock said when the import began.
  public func validate(_ given: [Answer?], moment: FormMoment) -> ImportedForm {
    let row = steps.indices.map { index in
      (given.indices.contains(index) ? given[index] : nil) ?? .missing(.notCollected)
    }
    let form = FormState(plan: self, given: row, moment: moment)
    var problems: [ImportedForm.Problem] = []
    var warnings: [Int] = []
    for index in ruled {
      if repeatOf[index] != nil {
        judgeSeries(index, form, &problems, &warnings)
        continue
      }
      let imported = row[index]
      if !form.relevant[index] {
        // Programs write that no option was chosen also where they did not ask.
        if imported.missingReason == nil, imported != .choices([]) {
          problems.append(.init(question: index, rejection: .answerToSkipped))
        }
        continue
      }
      let rules = steps[index].rules
      let answer = form.judged(index, in: self)
      if rules.calculation != nil {
        if imported.missingReason == nil, !imported.agrees(with: answer) {
          problems.append(
            .init(question: index, rejection: .calculationDiffers(computed: answer.text))
          )
        }
        continue
      }
      guard let rejection = form.rejection(of: answer, at: index, in: self, acceptsDoubt: false)
      else { continue }
      if rejection.isSoft {
        warnings.append(index)
      } else {
        problems.append(.init(question: index, rejection: .answer(rejection)))
      }
    }
    return ImportedForm(answers: form.effective, problems: problems, warnings: warnings)
  }
}

extension InterviewPlan {
  /// What the rules say about the answers of one question in all turns of its repeat.
  private func judgeSeries(
    _ index: Int,
    _ form: FormState,
    _ problems: inout [ImportedForm.Problem],
    _ warnings: inout [Int]
  ) {
    let rules = steps[index].rules
    let turns = repeatOf[index].map { form.turns.turns(of: $0) } ?? []
    let numbers = Dictionary(turns.enumerated().map { ($1.path, $0) }) { first, _ in first }
    for (path, answer) in (form.turns.written[index] ?? .nothing).answers
    where answer.missingReason == nil {
      guard let turn = numbers[path], form.isRelevant(index, turn: turn) else {
        problems.append(.init(question: index, rejection: .answerToSkipped))
        break
      }
      let computed = form.effective(index, turn: turn)
      if rules.calculation != nil, !answer.agrees(with: computed) {
        let rejection = ImportRejection.calculationDiffers(computed: computed.text)
        problems.append(.init(question: index, rejection: rejection))
        break
      }
    }
    guard rules.calculation == nil else { return }
    let rejections = turns.indices.filter { form.isRelevant(index, turn: $0) }.compactMap { turn in
      form.rejection(
        of: form.judged(index, turn: turn, in: self),
        at: index,
        turn: turn,
        in: self,
        acceptsDoubt: false
      )
    }
    if let hard = rejections.first(where: { !$0.isSoft }) {
      problems.append(.init(question: index, rejection: .answer(hard)))
    } else if !rejections.isEmpty {
      warnings.append(index)
    }
  }
}

extension Answer {
  /// Whether an imported text and a computed value say the same, however it is written.
  fileprivate func agrees(with computed: Answer) -> Bool {
    if text == computed.text { return true }
    if case .date(let date) = computed { return CalendarDate(reading: text) == date }
    guard let one = NumberText.parse(text, allowsComma: true), let other = computed.number else {
      return false
    }
    return abs(one - other) <= 1e-9 * max(1, abs(other))
  }

  private var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): number
    case .text, .date, .choice, .choices, .missing: NumberText.parse(text)
    }
  }
}
