import SurveyModel

/// Puts drafts together to sections, lists and comments.
struct SketchAssembly {
  private let draft: QuestionnaireDraft
  private let language: String
  private(set) var sections: [Section] = []
  private(set) var notes = QuestionnaireNotes()
  private(set) var columnOfQuestion: [String: Int] = [:]
  private(set) var leftOut: [(column: Int, reason: SketchNote)] = []
  /// Where each column goes; those that are not here are left out.
  private(set) var targets: [Int: SavedMap.Target] = [:]

  private var lists: [ChoiceProposal: (list: ChoiceList, missing: [MissingCode])] = [:]
  private var listIDs: Set<String> = []
  private var uses: [String: Int] = [:]
  private let place = SourceLocation(file: "", line: 1, column: 1)

  init(_ draft: QuestionnaireDraft, language: String) {
    self.draft = draft
    self.language = language
  }

  private var interface: InterfaceLanguage { language == "vi" ? .vietnamese : .english }

  private func say(_ note: SketchNote) -> String { note.text(in: interface) }

  private func text(_ words: String) -> LocalizedText { LocalizedText([language: words]) }

  /// What stands above everything.
  static func head(_ table: SketchTable, file: String, language: String) -> [String] {
    var head: [SketchNote] = [.draft(file: file, rows: table.rows)]
    if language == "und" { head.append(.languageUnknown) }
    if table.titleLines > 0 { head.append(.titleLines(table.titleLines)) }
    if table.hasTwoHeaderRows { head.append(.twoHeaderRows) }
    if table.holdsRepeats { head.append(.repeatedRows) }
    head.append(.noConsent)
    return head.map { $0.text(in: language == "vi" ? .vietnamese : .english) }
  }

  /// Goes through the drafts in the order of the file.
  mutating func run() {
    var waiting: [QuestionnaireNotes.LeftOut] = []
    var runs: [(group: String?, questions: [Question])] = []
    for item in draft.items {
      switch item {
      case .leftOut(let reasons, let column):
        if let reason = reasons.first { leftOut.append((column, reason)) }
        waiting.append(.init(remarks: reasons.map(say), question: nil))
      case .question(let draft):
        let question = self.question(draft)
        guard draft.reasons.isEmpty else {
          if let reason = draft.reasons.first { leftOut.append((draft.column, reason)) }
          let remarks = (draft.reasons + draft.notes.filter { $0 != .neverBlank } + [.keepHint])
          waiting.append(.init(remarks: remarks.map(say), question: question))
          continue
        }
        notes.before[question.id] = waiting.isEmpty ? nil : waiting
        waiting = []
        notes.questions[question.id] = draft.notes.isEmpty ? nil : draft.notes.map(say)
        columnOfQuestion[question.id] = draft.column
        if !draft.optionColumns.contains(draft.column) {
          targets[draft.column] = .question(question.id)
        }
        for (column, choice) in zip(draft.optionColumns, optionCodes(draft)) {
          targets[column] = .option(question: question.id, choice: choice)
        }
        if let last = runs.indices.last, runs[last].group == draft.group {
          runs[last].questions.append(question)
        } else {
          runs.append((draft.group, [question]))
        }
      }
    }
    notes.atEnd = waiting
    for (id, count) in uses where count > 1 {
      notes.lists[id, default: []].append(say(.sharedList(count)))
    }
    sections(of: runs)
  }

  private func optionCodes(_ draft: QuestionDraft) -> [String] {
    guard case .many(let proposal) = draft.kind else { return [] }
    return proposal.options.map { $0.code ?? "" }
  }

  // MARK: Sections

  private mutating func sections(of runs: [(group: String?, questions: [Question])]) {
    // A group of one is no group.
    var merged: [(group: String?, questions: [Question])] = []
    for run in runs {
      let group = run.questions.count > 1 ? run.group : nil
      if group == nil, let last = merged.indices.last, merged[last].group == nil {
        merged[last].questions += run.questions
      } else {
        merged.append((group, run.questions))
      }
    }
    let isVietnamese = interface == .vietnamese
    for (index, run) in merged.enumerated() {
      let title =
        run.group
        ?? (merged.count == 1
          ? (isVietnamese ? "Các câu hỏi" : "Questions")
          : "\(isVietnamese ? "Phần" : "Part") \(index + 1)")
      var matrix: String?
      if run.group != nil, let list = run.questions.first?.kind.choiceList, list.scale != nil,
        run.questions.allSatisfy({ $0.kind == .selectOne(list) })
      {
        matrix = list.id
      }
      sections.append(
        Section(
          id: "\(isVietnamese ? "phan" : "part")_\(index + 1)",
          title: text(title),
          matrix: matrix,
          questions: run.questions
        )
      )
    }
  }

  // MARK: Questions

  private mutating func question(_ draft: QuestionDraft) -> Question {
    var kind = QuestionKind.text
    var missing: [MissingCode] = []
    switch draft.kind {
    case .integer: kind = .integer
    case .decimal: kind = .decimal
    case .date: kind = .date
    case .text: kind = .text
    case .one(let proposal):
      let (list, codes) = list(proposal, for: draft.id, isMultiple: false)
      kind = .selectOne(list)
      missing = codes
    case .many(let proposal):
      let (list, codes) = list(proposal, for: draft.id, isMultiple: true)
      kind = .selectMultiple(list)
      missing = codes
    }
    var question = Question(id: draft.id, kind: kind, label: text(draft.label), location: place)
    let own = draft.missing.map { code in
      MissingCode(code: code.code ?? code.label, reason: code.reason, label: text(code.label))
    }
    question.missing = own + missing.filter { code in !own.contains { $0.code == code.code } }
    return question
  }

  private mutating func list(
    _ proposal: ChoiceProposal,
    for id: String,
    isMultiple: Bool
  ) -> (ChoiceList, [MissingCode]) {
    if let known = lists[proposal], !isMultiple || known.list.scale == nil {
      uses[known.list.id, default: 1] += 1
      return (known.list, known.missing)
    }
    let isYesNo = proposal == .yesNo
    var named = proposal
    if isYesNo {
      let labels = interface == .vietnamese ? ["Không", "Có"] : ["No", "Yes"]
      named.options = zip(named.options, labels).map { .init(code: $0.code, label: $1) }
    }
    let finished = named.finished(language: language)
    var name = isYesNo ? (interface == .vietnamese ? "khong-co" : "no-yes") : id
    while !listIDs.insert(name.lowercased()).inserted { name += "-2" }
    let scale = isMultiple ? nil : finished.scale
    let list = ChoiceList(
      id: name,
      choices: scale == nil
        ? finished.choices.map { Choice(code: $0.code, label: $0.label) } : finished.choices,
      scale: scale,
      missing: scale == nil ? [] : finished.missing
    )
    var remarks = scale == nil ? [] : finished.notes
    if isYesNo { remarks.append(.yesNo) }
    if !remarks.isEmpty { notes.lists[name] = remarks.map(say) }
    lists[proposal] = (list, finished.missing)
    uses[name] = 1
    return (list, finished.missing)
  }
}

extension SketchTable {
  /// Whether the rows are repeats inside interviews.
  var holdsRepeats: Bool {
    if headers.contains("PARENT_KEY") { return true }
    guard let parent = columns.first(where: { $0.header == "_parent_index" }) else { return false }
    return parent.filled > 0 && parent.values.contains { $0 != "-1" }
  }
}
