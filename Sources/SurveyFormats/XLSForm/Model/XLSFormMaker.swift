package import SurveyModel

/// Makes an XLSForm of a questionnaire.
///
/// Sections and groups become groups. What only this program knows stands in columns that begin
/// with `thuocdo`, which others leave alone; what belongs to the study rather than to the form is
/// left out and named.
package struct XLSFormMaker {
  private let questionnaire: Questionnaire

  /// Prepares to convert.
  package init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
  }

  /// The form, and what it could not take over.
  package func form(file: String) -> (form: XLSForm, findings: [Diagnostic]) {
    var form = XLSForm()
    let language = XLSFormLanguageCodes.name(of: questionnaire.defaultLanguage)
    form.settings = [
      XLSFormCell("form_title", questionnaire.title.text(questionnaire.defaultLanguage)),
      XLSFormCell("form_id", questionnaire.id),
      XLSFormCell("version", questionnaire.version),
      XLSFormCell("default_language", language),
    ]
    var open: [String] = []
    for (index, section) in questionnaire.sections.enumerated() {
      let path = questionnaire.path(ofSection: index)
      let shared = zip(open, path.map(\.id)).prefix { $0 == $1 }.count
      close(&open, to: shared, &form)
      for group in path.dropFirst(shared) {
        form.items.append(begin(group))
        open.append(group.id)
      }
      add(section, isImplied: path.last.map { $0.id == section.id } ?? false, to: &form)
    }
    close(&open, to: 0, &form)
    return (form, left(file))
  }

  private func close(_ open: inout [String], to depth: Int, _ form: inout XLSForm) {
    while open.count > depth, let id = open.popLast() {
      let isRepeated = questionnaire.group(id)?.isRepeated ?? false
      form.items.append(XLSFormItem(type: .end(isRepeated ? .repeated : .group), name: ""))
    }
  }

  private func begin(_ group: FormGroup) -> XLSFormItem {
    var cells = Dictionary(group.extras.entries.map { ($0.name, $0.text) }) { first, _ in first }
    var texts = XLSFormExtras.takeTexts(from: &cells)
    texts[.label] = group.label.map(XLSFormExtras.words)
    cells["relevant"] = group.relevant?.expression.text
    cells["appearance"] = group.appearance
    var container = XLSFormContainer.group
    if case .repeated(let count) = group.kind {
      container = .repeated
      cells["repeat_count"] = count?.expression.text
    }
    return XLSFormItem(type: .begin(container), name: group.id, texts: texts, cells: cells)
  }

  /// A section is a group of its own, but for the questions that stand in a group directly.
  private func add(_ section: Section, isImplied: Bool, to form: inout XLSForm) {
    let isPlain = isImplied && section.relevant == nil && section.matrix == nil
    if !isPlain {
      var cells = ["thuocdo::section": "yes"]
      cells["relevant"] = section.relevant?.expression.text
      cells["thuocdo::matrix"] = section.matrix
      form.items.append(
        XLSFormItem(
          type: .begin(.group),
          name: sectionName(section.id),
          texts: [.label: XLSFormExtras.words(section.title)],
          cells: cells
        )
      )
    }
    for question in section.questions {
      form.items.append(XLSFormQuestionMaker(question).item)
      addList(of: question, to: &form)
    }
    if !isPlain { form.items.append(XLSFormItem(type: .end(.group), name: "")) }
  }

  /// Sections have names of their own in a questionnaire, and share them with questions in a form.
  private func sectionName(_ id: String) -> String {
    let taken = Set(questionnaire.questions.map(\.id) + questionnaire.groups.map(\.id))
    var name = id
    while taken.contains(name) { name += "_section" }
    return name
  }

  private func addList(of question: Question, to form: inout XLSForm) {
    guard let list = question.kind.choiceList, list.source == nil else { return }
    let made = XLSFormLists.list(list, missing: question.missing)
    if let index = form.lists.firstIndex(where: { $0.name == list.id }) {
      let known = Set(form.lists[index].choices.map(\.name))
      form.lists[index].choices += made.choices.filter { !known.contains($0.name) }
    } else {
      form.lists.append(made)
    }
  }

  private func left(_ file: String) -> [Diagnostic] {
    var parts: [String] = []
    if questionnaire.consent != nil { parts.append("consent") }
    if questionnaire.source != nil { parts.append("source") }
    if questionnaire.sample != SampleDeclaration() { parts.append("sample") }
    if !questionnaire.indicators.isEmpty { parts.append("indicators") }
    if !questionnaire.key.isEmpty { parts.append("key") }
    if questionnaire.series != nil { parts.append("series") }
    let answered = questionnaire.questions.filter { $0.kind.choiceList == nil }
    if answered.contains(where: { !$0.missing.isEmpty }) { parts.append("missing") }
    guard !parts.isEmpty else { return [] }
    return [
      Diagnostic(
        XLSFormModelFinding.leftOut(parts),
        at: SourceLocation(file: file, line: 1, column: 1)
      )
    ]
  }
}

/// Makes a row of a question.
struct XLSFormQuestionMaker {
  private let question: Question

  init(_ question: Question) { self.question = question }

  /// The row.
  var item: XLSFormItem {
    var cells = Dictionary(question.extras.entries.map { ($0.name, $0.text) }) { first, _ in first }
    var texts = XLSFormExtras.takeTexts(from: &cells)
    let type = type(&cells)
    if !question.label.translations.isEmpty { texts[.label] = XLSFormExtras.words(question.label) }
    texts[.hint] = question.hint.map(XLSFormExtras.words)
    texts[.guidance] = question.guidance.map(XLSFormExtras.words)
    texts[.requiredMessage] = question.requiredMessage.map(XLSFormExtras.words)
    texts[.constraintMessage] = question.constraintMessage.map(XLSFormExtras.words)
    switch question.required {
    case .never: break
    case .always: cells["required"] = "yes"
    case .when(let condition): cells["required"] = condition.expression.text
    }
    let own: [(String, String?)] = [
      ("relevant", question.relevant?.expression.text),
      ("constraint", question.constraint?.expression.text),
      ("calculation", question.calculation?.expression.text),
      ("choice_filter", question.choiceFilter?.expression.text), ("trigger", question.trigger),
      ("appearance", question.appearance),
    ]
    // What is not the question's own was carried.
    for case (let key, let text?) in own { cells[key] = text }
    if question.readOnly { cells["readonly"] = "yes" }
    switch question.defaultAnswer {
    case nil: break
    case .literal(let text): cells["default"] = text
    case .expression(let located): cells["default"] = located.expression.text
    }
    cells["thuocdo::warning"] = question.warning?.expression.text
    for (code, text) in question.warningMessage?.translations ?? [:] {
      cells["thuocdo::warning_message::\(code)"] = text
    }
    if question.persists { cells["thuocdo::persist"] = "yes" }
    if !question.isAsked { cells["thuocdo::asked"] = "no" }
    cells["thuocdo::role"] = question.role?.rawValue
    return XLSFormItem(
      type: type,
      name: question.id,
      texts: texts,
      cells: cells,
      parameters: parameters
    )
  }

  private var parameters: [XLSFormCell] {
    var parameters = question.parameters
    if case .range(let range) = question.kind {
      parameters["start"] = DecimalWords.text(range.start)
      parameters["end"] = DecimalWords.text(range.end)
      parameters["step"] = DecimalWords.text(range.step)
    }
    switch question.randomize {
    case nil: break
    case .unseeded: parameters["randomize"] = "true"
    case .seed(let seed):
      parameters["randomize"] = "true"
      parameters["seed"] = DecimalWords.text(seed)
    case .seedOf(let name):
      parameters["randomize"] = "true"
      parameters["seed"] = "${\(name)}"
    }
    if let source = question.kind.choiceList?.source {
      let label = source.label.translations.values.min() ?? "label"
      if source.value != "name" { parameters["value"] = source.value }
      if label != "label" { parameters["label"] = label }
    }
    return parameters.entries.map { XLSFormCell($0.name, $0.text) }
  }

  private func type(_ cells: inout [String: String]) -> XLSFormType {
    func select(_ answers: XLSFormSelect.Answers, _ list: ChoiceList) -> XLSFormType {
      .select(
        XLSFormSelect(
          answers,
          list: list.source?.file ?? list.id,
          saysFile: list.source != nil && answers != .rank
        )
      )
    }
    switch question.kind {
    case .selectOne(let list): return select(.one, list)
    case .selectMultiple(let list): return select(.multiple, list)
    case .rank(let list): return select(.rank, list)
    case .calculate:
      let kept = cells.removeValue(forKey: "type")
      return .question(kept.flatMap { XLSFormQuestionType(rawValue: $0) } ?? .calculate)
    case .integer: return .question(.integer)
    case .decimal: return .question(.decimal)
    case .range: return .question(.range)
    case .text: return .question(.text)
    case .date: return .question(.date)
    case .time: return .question(.time)
    case .dateTime: return .question(.dateTime)
    case .barcode: return .question(.barcode)
    case .acknowledge: return .question(.acknowledge)
    case .note: return .question(.note)
    case .hidden:
      let kept = cells.removeValue(forKey: "type")
      return .question(kept.flatMap { XLSFormQuestionType(rawValue: $0) } ?? .hidden)
    case .metadata(let metadata):
      return .question(XLSFormQuestionType(rawValue: metadata.rawValue) ?? .hidden)
    case .carried(let text): return XLSFormTypeNames.read(text)?.type ?? .question(.hidden)
    }
  }
}
