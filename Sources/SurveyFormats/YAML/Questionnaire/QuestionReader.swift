import SurveyModel

/// Reads the questions of one section.
struct QuestionReader {
  let context: ReadingContext
  let lists: QuestionnaireLists
  /// The missing codes of the questionnaire.
  let missing: [MissingCode]
  /// The scale of questions without a type of their own.
  let matrix: ChoiceList?
  /// Whether the section names a scale, known or not.
  let isInMatrix: Bool

  /// Reads one question, with `or_other` two.
  func read(_ node: YAMLNode) -> [Question] {
    node.map(context) { map -> [Question]? in
      let id = map.requiredID("id")
      let hasOther = map.flag("or_other") ?? false
      let kind = hasOther ? withOther(self.kind(map)) : self.kind(map)
      var question = Question(
        id: id ?? "",
        kind: kind,
        label: (kind.isShown ? map.requiredText("label") : map.text("label"))
          ?? LocalizedText([:]),
        hint: map.text("hint"),
        location: map.location
      )
      question.required = map.requirement("required")
      question.requiredMessage = map.text("required_message")
      question.relevant = map.expression("relevant")
      question.constraint = map.expression("constraint")
      question.constraintMessage = map.text("constraint_message")
      question.warning = map.expression("warning")
      question.warningMessage = map.text("warning_message")
      question.calculation = map.expression("calculation")
      question.defaultAnswer = map.node("default").flatMap {
        DefaultAnswerReader(context: context, kind: kind).read($0)
      }
      question.persists = map.flag("persist") ?? false
      question.isAsked = map.flag("asked") ?? true
      question.role = map.word("role", .role, QuestionRole.allCases)
      question.choiceFilter = map.expression("choice_filter")
      question.randomize = map.node("randomize").flatMap { self.randomization($0) }
      question.readOnly = map.flag("read_only") ?? false
      question.trigger = map.string("trigger")
      question.guidance = map.text("guidance")
      question.appearance = map.string("appearance")
      question.parameters = map.attributes("parameters")
      question.extras = map.attributes("extras")
      question.missing = self.missingCodes(map.missingCodes("missing"), kind)
      guard id != nil else { return nil }
      guard hasOther, kind.choiceList != nil else { return [question] }
      return [question, OtherOption.question(behind: question, languages: context.languages)]
    } ?? []
  }

  private func withOther(_ kind: QuestionKind) -> QuestionKind {
    switch kind {
    case .selectOne(let list):
      .selectOne(OtherOption.list(adding: list, languages: context.languages))
    case .selectMultiple(let list):
      .selectMultiple(OtherOption.list(adding: list, languages: context.languages))
    default: kind
    }
  }

  /// All codes that reach the question, the nearest declaration first.
  private func missingCodes(_ own: [MissingCode], _ kind: QuestionKind) -> [MissingCode] {
    guard kind.takesAnswers else { return own }
    let inner = own + (kind.choiceList?.missing ?? [])
    let near = Set(inner.map(\.code))
    return inner + missing.filter { !near.contains($0.code) }
  }

  /// `true`, a number, or `${question}`.
  private func randomization(_ node: YAMLNode) -> Randomization? {
    guard let scalar = node.scalar(context) else { return nil }
    switch scalar.text {
    case "true": return .unseeded
    case "false": return nil
    default: break
    }
    if let seed = NumberText.parse(scalar.text), seed.isFinite { return .seed(seed) }
    if let expression = node.expression(scalar, context),
      case .question(let name, _) = expression.expression.root
    {
      return .seedOf(question: name)
    }
    context.report(ValueFinding.badSeed(scalar.text), at: node.location)
    return nil
  }

  private enum Word: String, CaseIterable {
    case selectOne = "select_one"
    case selectMultiple = "select_multiple"
    case rank, integer, decimal, range, text, date, time
    case dateTime = "datetime"
    case barcode, acknowledge, note, calculate, hidden, carried
    case start, end, today, username, deviceid, email, phonenumber, audit
  }

  private func kind(_ map: MapReader) -> QuestionKind {
    let hasType = map.has("type")
    let word = map.word("type", .type, Word.allCases)
    let scale = map.node("scale")
    let choices = map.node("choices")
    if let choices, scale != nil {
      context.report(QuestionFinding.bothScaleAndChoices, at: choices.location)
    }
    let list = scale.map { lists.scale($0, context) } ?? choices.map { lists.choices($0, context) }
    if !hasType { return untyped(list, map) }
    switch word {
    case .selectOne, .selectMultiple, .rank: break
    case .range: return plain(.range(range(map)), map)
    case .time: return plain(.time, map)
    case .dateTime: return plain(.dateTime, map)
    case .barcode: return plain(.barcode, map)
    case .acknowledge: return plain(.acknowledge, map)
    case .hidden: return plain(.hidden, map)
    case .carried: return plain(.carried(map.requiredString("as") ?? ""), map)
    case .start: return plain(.metadata(.start), map)
    case .end: return plain(.metadata(.end), map)
    case .today: return plain(.metadata(.today), map)
    case .username: return plain(.metadata(.username), map)
    case .deviceid: return plain(.metadata(.deviceid), map)
    case .email: return plain(.metadata(.email), map)
    case .phonenumber: return plain(.metadata(.phonenumber), map)
    case .audit: return plain(.metadata(.audit), map)
    case .integer: return plain(.integer, map)
    case .decimal: return plain(.decimal, map)
    case .text: return plain(.text, map)
    case .date: return plain(.date, map)
    case .note: return plain(.note, map)
    case .calculate: return plain(.calculate, map)
    case nil: return list.flatMap { $0.map { .selectOne($0) } } ?? .text
    }
    let isOne = word == .selectOne
    let isRank = word == .rank
    if !isOne, !isRank, let scale {
      context.report(QuestionFinding.scaleInMultiple, at: scale.location)
    }
    guard let list else {
      if !map.has("scale"), !map.has("choices") {
        let type = isOne ? "select_one" : isRank ? "rank" : "select_multiple"
        let finding = QuestionFinding.optionsMissing(type: type)
        context.report(finding, at: map.location(of: "type"))
      }
      return .text
    }
    return list.map { isOne ? .selectOne($0) : isRank ? .rank($0) : .selectMultiple($0) } ?? .text
  }

  private func range(_ map: MapReader) -> NumberRange {
    let range = map.required("range").flatMap { node in
      node.map(context) { inner -> NumberRange? in
        NumberRange(
          start: inner.number("from") ?? 1,
          end: inner.number("to") ?? 10,
          step: inner.number("step") ?? 1
        )
      }
    }
    return range ?? NumberRange()
  }

  /// A question that names no type: on its own list, else on the scale of the matrix.
  private func untyped(_ list: ChoiceList??, _ map: MapReader) -> QuestionKind {
    if let list { return list.map { .selectOne($0) } ?? .text }
    if let matrix { return .selectOne(matrix) }
    if !isInMatrix, !map.has("scale"), !map.has("choices") {
      context.report(QuestionFinding.typeMissing, at: map.location)
    }
    return .text
  }

  /// A question without options; options that are written all the same are reported.
  private func plain(_ kind: QuestionKind, _ map: MapReader) -> QuestionKind {
    for key in ["scale", "choices"] where map.has(key) {
      context.report(QuestionFinding.needlessOptions(type: kind.name), at: map.location(of: key))
    }
    return kind
  }
}
