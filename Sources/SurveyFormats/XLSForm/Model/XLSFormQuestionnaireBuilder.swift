import SurveyModel

/// Walks over the rows of a form and makes sections, groups and questions of them.
struct XLSFormQuestionnaireBuilder {
  let form: XLSForm
  let ids: XLSFormIDs
  let languages: XLSFormLanguageCodes
  let files: XLSFormConverter.Files
  let log: XLSFormLog

  private var sections: [Section] = []
  private var groups: [FormGroup] = []
  private var tables: [LookupTable] = []
  private var lists: [String: ChoiceList] = [:]
  private var listIDs: Set<String> = []
  private var run: [Question] = []
  /// The groups that are open: those of the questionnaire, and sections written as groups.
  private var open: [Opened] = []
  private var sectionIDs: Set<String> = []

  private struct Opened {
    let id: String
    let label: LocalizedText?
    /// Whether a section was written as this group.
    let isSection: Bool
    let relevant: LocatedExpression?
    let matrix: String?
  }

  init(
    form: XLSForm,
    ids: XLSFormIDs,
    languages: XLSFormLanguageCodes,
    files: @escaping XLSFormConverter.Files,
    log: XLSFormLog
  ) {
    self.form = form
    self.ids = ids
    self.languages = languages
    self.files = files
    self.log = log
  }

  /// The questionnaire.
  mutating func build() -> Questionnaire {
    for (row, item) in form.items.enumerated() {
      let id = ids.ids[row] ?? item.name
      switch item.type {
      case .begin(let container): begin(container, item, id: id)
      case .end:
        flush()
        _ = open.popLast()
      case .question(.csvExternal): addTable("\(item.name).csv", item)
      case .question, .select, .tagged:
        for name in item.lookedUpNames where form.list(name) == nil {
          addTable("\(name).csv", item)
        }
        question(item, id: id)
      }
    }
    flush()
    let title = form.setting("form_title") ?? form.setting("form_id") ?? ""
    return Questionnaire(
      id: Self.formID(form.setting("form_id") ?? "form"),
      version: form.setting("version") ?? "1",
      languages: languages.codes,
      title: LocalizedText(Dictionary(uniqueKeysWithValues: languages.codes.map { ($0, title) })),
      sections: sections,
      groups: groups,
      tables: tables
    )
  }

  private static func formID(_ text: String) -> String {
    if Identifier.isValid(text, allowsHyphen: true) { return text }
    let id = SketchWords.id(SketchWords.words(of: text))
    return id.isEmpty ? "form" : id
  }

  // MARK: Sections and groups

  private mutating func begin(_ container: XLSFormContainer, _ item: XLSFormItem, id: String) {
    flush()
    let label = item.texts[.label].map { localized($0, fallback: item.name) }
    let relevant = expression("relevant", item)
    if container == .group, XLSFormYesNo.read(item.cells["thuocdo::section"]) == true {
      let matrix = item.cells["thuocdo::matrix"]
      open.append(
        Opened(id: id, label: label, isSection: true, relevant: relevant, matrix: matrix)
      )
      return
    }
    var kind = FormGroup.Kind.group
    switch container {
    case .group: break
    case .repeated: kind = .repeated(count: expression("repeat_count", item))
    case .loop: log.report(XLSFormModelFinding.loop(item.name), at: item.source.place("type"))
    }
    var group = FormGroup(
      id: id,
      label: label,
      parent: open.last { !$0.isSection }?.id,
      kind: kind,
      location: location(item)
    )
    group.relevant = relevant
    group.appearance = item.cells["appearance"]
    var extras = XLSFormExtras.texts(item.texts, except: [.label])
    let taken: Set<String> = ["relevant", "repeat_count", "appearance"]
    extras += item.cells.filter { !taken.contains($0.key) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
    group.extras = Attributes(extras)
    groups.append(group)
    open.append(Opened(id: id, label: label, isSection: false, relevant: nil, matrix: nil))
  }

  /// Ends the run of questions that make one section.
  private mutating func flush() {
    guard !run.isEmpty else { return }
    let inner = open.last
    let base = inner?.id ?? "main"
    var id = base
    var number = 2
    while !sectionIDs.insert(id.lowercased()).inserted {
      id = "\(base)_\(number)"
      number += 1
    }
    let title = form.setting("form_title") ?? form.setting("form_id") ?? ""
    let plain = LocalizedText(
      Dictionary(uniqueKeysWithValues: languages.codes.map { ($0, title) })
    )
    sections.append(
      Section(
        id: id,
        title: open.last { $0.label != nil }?.label ?? plain,
        relevant: inner?.relevant,
        matrix: inner?.matrix,
        group: open.last { !$0.isSection }?.id,
        questions: run
      )
    )
    run = []
  }

  // MARK: Questions

  private mutating func question(_ item: XLSFormItem, id: String) {
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
    if kind == .calculate { question.calculation = expression("calculation", item) }
    question.defaultAnswer = item.cells["default"].flatMap { defaultAnswer($0, item) }
    question.persists = XLSFormYesNo.read(item.cells["thuocdo::persist"]) == true
    question.isAsked = XLSFormYesNo.read(item.cells["thuocdo::asked"]) != false
    question.role = item.cells["thuocdo::role"].flatMap { QuestionRole(rawValue: $0) }
    if kind.choiceList != nil { question.choiceFilter = expression("choice_filter", item) }
    question.randomize = randomization(item)
    question.readOnly = XLSFormYesNo.read(item.cells["readonly"]) == true
    question.trigger = item.cells["trigger"].map(ids.expression)
    question.guidance = message(.guidance, item)
    question.appearance = item.cells["appearance"]
    question.parameters = Attributes(item.parameters.map { ($0.key, $0.text) })
    question.extras = Attributes(extras(item, kind))
    if kind.takesAnswers { question.missing = kind.choiceList?.missing ?? [] }
    run.append(question)
  }

  private func extras(_ item: XLSFormItem, _ kind: QuestionKind) -> [(String, String)] {
    let taken: Set<String> = [
      "required", "relevant", "constraint", "calculation", "default", "choice_filter", "trigger",
      "appearance", "thuocdo::warning", "thuocdo::persist", "thuocdo::asked", "thuocdo::role",
    ]
    let cells = item.cells.filter { key, text in
      if key == "readonly" { return XLSFormYesNo.read(text) == nil }
      if key == "choice_filter" { return kind.choiceList == nil }
      if key == "calculation" { return kind != .calculate }
      return !taken.contains(key) && !key.hasPrefix(Self.warningMessageKey)
    }
    return XLSFormExtras.texts(
      item.texts,
      except: [.label, .hint, .guidance, .requiredMessage, .constraintMessage]
    ) + cells.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static let warningMessageKey = "thuocdo::warning_message::"

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
    if let reference = XLSFormReferences.only(seed) {
      // Parameters are read in small letters; the question may have others.
      let name = form.items.first { $0.name.lowercased() == reference.name }?.name
      return .seedOf(question: ids.id(of: name ?? reference.name))
    }
    return Double(seed).map { .seed($0) } ?? .unseeded
  }

  private mutating func kind(_ item: inout XLSFormItem) -> QuestionKind {
    switch item.type {
    case .question(let type): kind(type, &item)
    case .select(let select): kind(select, item)
    case .tagged, .begin, .end: .carried(item.type.text)
    }
  }

  private func kind(_ type: XLSFormQuestionType, _ item: inout XLSFormItem) -> QuestionKind {
    if let kind = computedKind(type, &item) { return kind }
    switch type {
    case .text: return .text
    case .integer: return .integer
    case .decimal: return .decimal
    case .date: return .date
    case .time: return .time
    case .dateTime: return .dateTime
    case .barcode: return .barcode
    case .note: return .note
    case .calculate: return .calculate
    case .hidden: return .hidden
    case .acknowledge, .trigger: return .acknowledge
    case .range: return .range(range(item))
    case .percentage: return bounded(100, .percentage, &item)
    case .daysInMonth: return bounded(31, type, &item)
    case .daysInHalfYear: return bounded(183, type, &item)
    case .daysInYear: return bounded(365, type, &item)
    case .phoneNumberAsked:
      if item.cells["constraint"] == nil { item.cells["constraint"] = "regex(., '^\\d*$')" }
      return .text
    case .start: return .metadata(.start)
    case .end: return .metadata(.end)
    case .today: return .metadata(.today)
    case .username: return .metadata(.username)
    case .deviceID: return .metadata(.deviceid)
    case .email: return .metadata(.email)
    case .phoneNumber: return .metadata(.phonenumber)
    case .audit: return .metadata(.audit)
    case .simSerial, .subscriberID, .uriUsername, .uriDeviceID, .uriEmail, .uriPhoneNumber,
      .uriSimSerial, .uriSubscriberID, .geopoint, .geotrace, .geoshape, .image, .audio, .video,
      .file, .osm, .backgroundAudio, .backgroundGeopoint, .startGeopoint, .csvExternal,
      .xmlExternal:
      return .carried(type.rawValue)
    }
  }

  /// What is computed is not typed in, whether it is shown or not; the type is kept beside.
  private func computedKind(
    _ type: XLSFormQuestionType,
    _ item: inout XLSFormItem
  ) -> QuestionKind? {
    let hasFormula = item.cells["calculation"] != nil
    if type == .calculate, !hasFormula {
      item.cells["type"] = type.rawValue
      return .hidden
    }
    guard type.isShown, !type.isCarried, type != .note, hasFormula || item.isComputedUnseen else {
      return nil
    }
    item.cells["type"] = type.rawValue
    return hasFormula ? .calculate : .hidden
  }

  private func bounded(
    _ greatest: Int,
    _ type: XLSFormQuestionType,
    _ item: inout XLSFormItem
  ) -> QuestionKind {
    if item.cells["constraint"] == nil { item.cells["constraint"] = "0 <= . and . <= \(greatest)" }
    return .integer
  }

  private func range(_ item: XLSFormItem) -> NumberRange {
    func number(_ key: String, _ usual: String) -> Double {
      ExactNumber(item.parameter(key) ?? usual)?.value ?? 0
    }
    let usual = XLSFormRangeRule.defaults
    return NumberRange(
      start: number("start", usual.start),
      end: number("end", usual.end),
      step: number("step", usual.step)
    )
  }

  private mutating func kind(_ select: XLSFormSelect, _ item: XLSFormItem) -> QuestionKind {
    if select.answers == .external { return .carried(select.text) }
    if item.cells["appearance"]?.contains("search(") == true {
      log.report(XLSFormModelFinding.searched(name: item.name), at: item.source.place("type"))
      return .carried(select.text)
    }
    let list: ChoiceList
    switch select.source {
    case .answers:
      log.report(
        XLSFormModelFinding.answersAsChoices(name: item.name),
        at: item.source.place("type")
      )
      return .carried(select.text)
    case .file:
      guard let table = addTable(select.list, item) else { return .carried(select.text) }
      list = fileList(select, item, table)
    case .list: list = self.list(select.list)
    }
    switch select.answers {
    case .one, .external: return .selectOne(list)
    case .multiple: return .selectMultiple(list)
    case .rank: return .rank(list)
    }
  }

  // MARK: Lists

  private mutating func list(_ name: String) -> ChoiceList {
    if let list = lists[name] { return list }
    let list = XLSFormLists(languages: languages)
      .list(form.list(name) ?? XLSFormList(name: name, choices: []), id: listID(name))
    lists[name] = list
    return list
  }

  private mutating func listID(_ name: String) -> String {
    var base = name
    if !Identifier.isValid(name, allowsHyphen: true) {
      base = SketchWords.id(SketchWords.words(of: name))
      if base.isEmpty { base = "list" }
    }
    var id = base
    var number = 2
    while !listIDs.insert(id).inserted {
      id = "\(base)_\(number)"
      number += 1
    }
    return id
  }

  private mutating func fileList(
    _ select: XLSFormSelect,
    _ item: XLSFormItem,
    _ table: LookupTable
  ) -> ChoiceList {
    let isGeometry = select.list.hasSuffix(".geojson")
    let value = item.parameter("value") ?? (isGeometry ? "id" : "name")
    let label = item.parameter("label") ?? (isGeometry ? "title" : "label")
    let key = "\(select.list) \(value) \(label)"
    if let list = lists[key] { return list }
    let columns = table.columns
    let codeColumn = columns.firstIndex(of: value)
    let labelColumn = columns.firstIndex(of: label)
    var seen: Set<String> = []
    let choices = table.rows.compactMap { row -> Choice? in
      guard let codeColumn, !row[codeColumn].isEmpty, seen.insert(row[codeColumn]).inserted
      else { return nil }
      let words = labelColumn.map { row[$0] } ?? row[codeColumn]
      return Choice(
        code: row[codeColumn],
        label: localized(["": words], fallback: row[codeColumn]),
        attributes: Attributes(
          zip(columns, row).enumerated()
            .filter { $0.offset != codeColumn && $0.offset != labelColumn && !$0.element.1.isEmpty }
            .map { ($0.element.0, $0.element.1) }
        )
      )
    }
    let list = ChoiceList(
      id: listID(select.list.stemAndExtension.stem),
      choices: choices,
      source: ChoiceSource(
        file: select.list,
        value: value,
        label: LocalizedText(
          Dictionary(uniqueKeysWithValues: languages.codes.map { ($0, label) })
        )
      )
    )
    lists[key] = list
    return list
  }

  @discardableResult
  private mutating func addTable(_ file: String, _ item: XLSFormItem) -> LookupTable? {
    if let table = tables.first(where: { $0.file == file }) { return table }
    guard let table = files(file) else {
      log.report(
        XLSFormModelFinding.fileOfChoicesMissing(file),
        at: item.source.place("type")
      )
      return nil
    }
    tables.append(table)
    return table
  }

  // MARK: Texts and expressions

  private func localized(_ texts: [String: String], fallback: String?) -> LocalizedText {
    languages.localized(texts, fallback: fallback)
  }

  private func message(_ kind: XLSFormTextKind, _ item: XLSFormItem) -> LocalizedText? {
    item.texts[kind].map { localized($0, fallback: nil) }
  }

  /// A place whose column leaves room for the place in an expression, see
  /// ``XLSFormConverter/columnWidth``.
  private func location(_ item: XLSFormItem, _ key: String = "name") -> SourceLocation {
    let column = item.source.columns[key]?.index ?? 0
    return SourceLocation(
      file: log.file,
      line: item.source.line,
      column: (column + 1) * XLSFormConverter.columnWidth
    )
  }

  /// The expression of a column; one that cannot be read is reported.
  private func expression(_ key: String, _ item: XLSFormItem) -> LocatedExpression? {
    guard let text = item.cells[key] else { return nil }
    let plain =
      switch XLSFormYesNo.read(text) {
      case true?: "true()"
      case false?: "false()"
      case nil: ids.expression(text)
      }
    do throws(ExpressionError) {
      return LocatedExpression(try Expression.parse(plain), at: location(item, key))
    } catch {
      log.report(ExpressionFinding.invalid(error), at: item.source.place(key))
      return nil
    }
  }
}

extension XLSFormLanguageCodes {
  /// The texts by the codes of their languages; the default language always has one.
  func localized(_ texts: [String: String], fallback: String?) -> LocalizedText {
    var words: [String: String] = [:]
    for (name, text) in texts { words[self[name]] = text }
    if let first = codes.first, words[first] == nil {
      let other = codes.compactMap { words[$0] }.first ?? words.values.min() ?? fallback
      if let other { words[first] = other }
    }
    return LocalizedText(words)
  }
}
