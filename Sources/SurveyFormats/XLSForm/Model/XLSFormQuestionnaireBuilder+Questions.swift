import SurveyModel

extension XLSFormQuestionnaireBuilder {
  mutating func question(_ item: XLSFormItem, id: String) {
    var item = item
    let kind = kind(&item)
    var question = Question(
      id: id,
      kind: kind,
      label: localized(item.texts[.label] ?? [:], fallback: kind.isShown ? item.name : nil),
      hint: item.texts[.hint].map { localized($0, fallback: nil) },
      location: location(item)
    )
    question.required = requirement(item)
    question.requiredMessage = message(.requiredMessage, item)
    question.relevant = expression("relevant", item)
    question.constraint = expression("constraint", item)
    question.constraintMessage = message(.constraintMessage, item)
    question.warning = expression("thuocdo::warning", item)
    question.warningMessage = warningMessage(item)
    let isSet = kind == .calculate || kind.takesAnswers && item.cells["trigger"] != nil
    if isSet { question.calculation = expression("calculation", item) }
    question.defaultAnswer = item.cells["default"].flatMap { defaultAnswer($0, item) }
    question.persists = XLSFormYesNo.read(item.cells["thuocdo::persist"]) == true
    question.isAsked = XLSFormYesNo.read(item.cells["thuocdo::asked"]) != false
    question.role = item.cells["thuocdo::role"].flatMap { QuestionRole(rawValue: $0) }
    if kind.choiceList != nil { question.choiceFilter = expression("choice_filter", item) }
    question.randomize = randomization(item)
    question.readOnly = XLSFormYesNo.read(item.cells["readonly"]) == true
    question.trigger = item.cells["trigger"]
    question.guidance = message(.guidance, item)
    question.appearance = item.cells["appearance"]
    question.parameters = Attributes(item.parameters.map { ($0.key, $0.text) })
    question.extras = Attributes(extras(item, kind, keepsCalculation: !isSet))
    if kind.takesAnswers { question.missing = kind.choiceList?.missing ?? [] }
    run.append(question)
  }

  private func extras(
    _ item: XLSFormItem,
    _ kind: QuestionKind,
    keepsCalculation: Bool
  ) -> [(String, String)] {
    let taken: Set<String> = [
      "required", "relevant", "constraint", "calculation", "default", "choice_filter", "trigger",
      "appearance", "thuocdo::warning", "thuocdo::persist", "thuocdo::asked", "thuocdo::role",
    ]
    let cells = item.cells.filter { key, text in
      if key == "readonly" { return XLSFormYesNo.read(text) == nil }
      if key == "choice_filter" { return kind.choiceList == nil }
      if key == "calculation" { return keepsCalculation }
      return !taken.contains(key) && !key.hasPrefix(Self.warningMessageKey)
    }
    return XLSFormExtras.texts(
      item.texts,
      except: [.label, .hint, .guidance, .requiredMessage, .constraintMessage]
    ) + cells.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  static let warningMessageKey = "thuocdo::warning_message::"

  private func warningMessage(_ item: XLSFormItem) -> LocalizedText? {
    let key = Self.warningMessageKey
    let words = item.cells.filter { $0.key.hasPrefix(key) }
    guard !words.isEmpty else { return nil }
    return LocalizedText(
      Dictionary(
        uniqueKeysWithValues: words.map { (String($0.key.dropFirst(key.count)), $0.value) }
      )
    )
  }

  private func requirement(_ item: XLSFormItem) -> Requirement {
    guard let text = item.cells["required"] else { return .never }
    switch XLSFormYesNo.read(text) {
    case true?: return .always
    case false?: return .never
    case nil: return expression("required", item).map { .when($0) } ?? .never
    }
  }

  private func defaultAnswer(_ text: String, _ item: XLSFormItem) -> DefaultAnswer? {
    guard XLSFormDefault.isDynamic(text, type: item.type) else { return .literal(text) }
    return expression("default", item).map { .expression($0) }
  }

  private func randomization(_ item: XLSFormItem) -> Randomization? {
    guard item.parameter("randomize") == "true" else { return nil }
    guard let seed = item.parameter("seed") else { return .unseeded }
    if let reference = XLSFormReferences.only(seed) { return .seedOf(question: reference.name) }
    guard let number = Double(seed), number.isFinite else { return .unseeded }
    return .seed(number)
  }

  private func message(_ kind: XLSFormTextKind, _ item: XLSFormItem) -> LocalizedText? {
    item.texts[kind].map { localized($0, fallback: nil) }
  }
}
