/// Reads the rows of the survey one after another.
struct XLSFormSurveyReader {
  /// A group that is open while its rows are read; the first one is the form.
  struct Scope {
    let container: XLSFormContainer?
    let name: String
    let source: XLSFormSource?
    /// The names in it, with their rows.
    var names: [String: Int] = [:]
    /// The names in small letters.
    var lowered: [String: Int] = [:]
    /// Names that are made for rows, with what they are made for.
    var generated: [(name: String, maker: String, source: XLSFormSource)] = []
  }

  /// The list that the rows of a table share.
  enum TableList {
    case none
    case awaitsFirst
    case list(String)
  }

  private(set) var items: [XLSFormItem] = []
  var lists: [XLSFormList]
  /// Settings that stand as rows of the survey.
  private(set) var settings: [XLSFormCell] = []

  let externalLists: [XLSFormList]
  let languages: XLSFormLanguages
  let sheetNames: XLSFormSheetNames
  let log: XLSFormLog
  private let root: String
  private var entities: XLSFormEntityRules
  private var scopes: [Scope] = [Scope(container: nil, name: "", source: nil)]
  private var counts: [String: Int] = [:]
  private var questionNames: Set<String> = []
  private var repeatRows: [String: Int] = [:]
  private var audits: Int?
  private var triggers = XLSFormTriggerRule()
  var geometry = XLSFormGeometryRule()
  var tableList = TableList.none

  init(
    lists: [XLSFormList],
    externalLists: [XLSFormList],
    languages: XLSFormLanguages,
    sheetNames: XLSFormSheetNames,
    root: String,
    entities: XLSFormEntityRules,
    log: XLSFormLog
  ) {
    self.lists = lists
    self.externalLists = externalLists
    self.languages = languages
    self.sheetNames = sheetNames
    self.root = root
    self.entities = entities
    self.log = log
  }

  /// Reads all rows, then looks at what needs all of them.
  mutating func read(_ table: XLSFormTable) {
    items.reserveCapacity(table.records.count)
    for record in table.records { take(record) }
    while scopes.count > 1 {
      let scope = scopes[scopes.count - 1]
      log.report(
        XLSFormRowFinding.unmatchedBegin(scope.container?.name ?? "group", name: scope.name),
        at: scope.source?.place("type")
      )
      close()
    }
    close()
    triggers.check(items, questions: questionNames, log: log)
    geometry.check(lists: lists, repeats: Set(repeatRows.keys), entities: entities.names, log: log)
    entities.finish()
  }

  /// The names that references may use, with how often each stands.
  func referable(_ settings: [XLSFormCell]) -> [String: Int] {
    var names = counts
    let omits = settings.first { $0.key == "omit_instanceID" }?.text
    if XLSFormYesNo.read(omits) != true { names["instanceID", default: 0] += 1 }
    return names
  }

  private mutating func take(_ record: XLSFormTable.Record) {
    var record = record
    if let disabled = record.cells.removeValue(forKey: "disabled") {
      log.report(XLSFormRowFinding.disabledColumn, at: record.place("disabled"))
      if XLSFormYesNo.read(disabled) == true { return }
      if record.cells.isEmpty, record.texts.isEmpty { return }
    }
    guard let word = record.cells["type"] else {
      if record.cells["name"] == nil, record.texts[.label] == nil {
        log.report(XLSFormRowFinding.commentRow, at: record.place())
      } else {
        log.report(XLSFormRowFinding.missingType, at: record.place("type"))
      }
      return
    }
    if let setting = XLSFormTypeNames.settings[word] {
      log.report(XLSFormRowFinding.settingInSurvey(setting), at: record.place("type"))
      settings.append(XLSFormCell(setting, record.cells["name"] ?? ""))
      return
    }
    guard let reading = XLSFormTypeNames.read(word) else {
      let nearest = XLSFormTypeNames.nearest(to: word)
      log.report(
        XLSFormRowFinding.unknownType(word, nearest: nearest),
        at: record.place("type")
      )
      _ = named(record, word: word)
      return
    }
    guard let item = item(record, reading.type, word: word) else { return }
    switch reading.type {
    case .end(let container):
      triggers.take(item, log: log)
      end(container, item)
    case .begin(let container):
      triggers.take(item, log: log)
      begin(container, item)
    case .question(.audit): audit(item)
    case .question, .select, .tagged: question(item, addsOther: reading.addsOther)
    }
  }

  /// The row as an item, once its name and parameters are read.
  private mutating func item(
    _ record: XLSFormTable.Record,
    _ type: XLSFormType,
    word: String
  ) -> XLSFormItem? {
    var cells = record.cells
    cells["type"] = nil
    let given = cells.removeValue(forKey: "name")
    let texts = languages.settled(record.texts)
    for key in cells.keys where key.hasPrefix("media::") {
      let kind = String(key.dropFirst(7))
      log.report(XLSFormRowFinding.unsupportedMedia(kind), at: record.place(key))
    }
    var parameters: [XLSFormCell] = []
    if let text = cells.removeValue(forKey: "parameters") {
      if let read = XLSFormParameters.read(text) {
        parameters = read
      } else {
        log.report(XLSFormParameterFinding.malformed, at: record.place("parameters"))
      }
    }
    var name = given ?? ""
    switch type {
    case .end: break
    case .question(.audit):
      if !name.isEmpty, name != "audit" {
        log.report(XLSFormRowFinding.auditName, at: record.place("name"))
      }
      name = "audit"
    case .question, .select, .tagged, .begin:
      guard let found = named(record, word: word) else { return nil }
      name = found
    }
    return XLSFormItem(
      type: type,
      name: name,
      texts: texts,
      cells: cells,
      parameters: parameters,
      source: record.source
    )
  }

  /// The name of a row, looked at in its group.
  private mutating func named(_ record: XLSFormTable.Record, word: String) -> String? {
    let row = record.source.row
    guard let name = record.cells["name"] ?? (word == "note" ? "generated_note_name_\(row)" : nil)
    else {
      log.report(XLSFormRowFinding.missingName(type: word), at: record.place("name"))
      return nil
    }
    counts[name, default: 0] += 1
    let place = record.place("name")
    guard XLSFormName.isValid(name) else {
      log.report(XLSFormNameFinding.invalidName(name), at: place)
      return name
    }
    if name == "meta" {
      log.report(XLSFormNameFinding.reservedName, at: place)
      return name
    }
    if !name.utf8.allSatisfy({ $0 < 0x80 }) {
      log.report(XLSFormNameFinding.plainNameAdvised(name), at: place)
    }
    let top = scopes.count - 1
    if let earlier = scopes[top].names[name] {
      log.report(XLSFormNameFinding.duplicateName(name, row: earlier), at: place)
      return name
    }
    scopes[top].names[name] = row
    let lowered = name.lowercased()
    if let earlier = scopes[top].lowered[lowered] {
      log.report(XLSFormNameFinding.nameInOtherCase(name, row: earlier), at: place)
    } else {
      scopes[top].lowered[lowered] = row
    }
    return name
  }

  /// Keeps a name that is made for a row from being used in its group.
  mutating func reserve(_ name: String, for maker: String, source: XLSFormSource) {
    scopes[scopes.count - 1].generated.append((name, maker, source))
  }

  private mutating func close() {
    guard let scope = scopes.popLast() else { return }
    var seen: Set<String> = []
    for (name, maker, source) in scope.generated
    where scope.names[name] != nil || !seen.insert(name).inserted {
      log.report(
        XLSFormNameFinding.generatedNameTaken(name, by: maker),
        at: source.place("name")
      )
    }
  }

  private mutating func begin(_ container: XLSFormContainer, _ item: XLSFormItem) {
    entities.take(item, scopes: scopes.dropFirst().map { ($0.name, $0.container) })
    if container == .repeated {
      if item.name == root {
        log.report(XLSFormNameFinding.repeatNamedAsRoot(root), at: item.source.place("name"))
      } else if let row = repeatRows[item.name] {
        log.report(
          XLSFormNameFinding.duplicateRepeat(item.name, row: row),
          at: item.source.place("name")
        )
      } else {
        repeatRows[item.name] = item.source.row
      }
      if item.texts[.label] == nil, !item.texts.keys.contains(where: \.isMedia) {
        log.report(
          XLSFormRowFinding.unlabelledRepeat(name: item.name),
          at: item.source.place("label")
        )
      }
    }
    if case .loop(let list) = container {
      guard let list else {
        log.report(XLSFormRowFinding.loopWithoutList, at: item.source.place("type"))
        open(container, item)
        return
      }
      if !lists.contains(where: { $0.name == list }) {
        let nearest = nearestList(to: list, among: lists)
        log.report(
          XLSFormChoiceFinding.unknownList(list, nearest: nearest),
          at: item.source.place("type")
        )
      }
    }
    if let count = item.cells["repeat_count"], XLSFormReferences.only(count) == nil {
      reserve("\(item.name)_count", for: item.name, source: item.source)
    }
    open(container, item)
    let words = item.cells["appearance"]?.split(whereSeparator: \.isWhitespace) ?? []
    if words.contains("table-list") {
      tableList = .awaitsFirst
      if item.texts[.label] != nil || item.texts[.hint] != nil {
        let name = "generated_table_list_label_\(item.source.row)"
        reserve(name, for: item.name, source: item.source)
      }
    }
  }

  private mutating func open(_ container: XLSFormContainer, _ item: XLSFormItem) {
    items.append(item)
    scopes.append(Scope(container: container, name: item.name, source: item.source))
  }

  private mutating func end(_ container: XLSFormContainer, _ item: XLSFormItem) {
    entities.take(item, scopes: [])
    guard scopes.count > 1, scopes[scopes.count - 1].container?.name == container.name else {
      log.report(
        XLSFormRowFinding.unmatchedEnd(container.name),
        at: item.source.place("type")
      )
      return
    }
    close()
    tableList = .none
    items.append(item)
  }

  private mutating func audit(_ item: XLSFormItem) {
    if let row = audits {
      log.report(
        XLSFormNameFinding.duplicateName("audit", row: row),
        at: item.source.place("type")
      )
    }
    audits = item.source.row
    triggers.take(item, log: log)
    XLSFormParameterRules(log: log).check(item)
    items.append(item)
  }

  private mutating func question(_ item: XLSFormItem, addsOther: Bool) {
    entities.take(item, scopes: scopes.dropFirst().map { ($0.name, $0.container) })
    questionNames.insert(item.name)
    XLSFormQuestionRule(log: log).check(item)
    XLSFormParameterRules(log: log).check(item)
    triggers.take(item, log: log)
    geometry.take(item)
    if case .select(let select) = item.type {
      check(select, item, addsOther: addsOther)
      items.append(item)
      if addsOther { addOther(to: select, item) }
      return
    }
    if item.type == .question(.range) { XLSFormRangeRule(lists: lists, log: log).check(item) }
    items.append(item)
  }

  /// Adds the question in words that goes with `other`.
  mutating func append(_ item: XLSFormItem) { items.append(item) }
}
