import SurveyModel

extension XLSFormQuestionnaireBuilder {
  mutating func kind(_ item: inout XLSFormItem) -> QuestionKind {
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
    case .percentage: return bounded(100, &item)
    case .daysInMonth: return bounded(31, &item)
    case .daysInHalfYear: return bounded(183, &item)
    case .daysInYear: return bounded(365, &item)
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
  ///
  /// What a trigger sets and somebody sees can be changed.
  private func computedKind(
    _ type: XLSFormQuestionType,
    _ item: inout XLSFormItem
  ) -> QuestionKind? {
    let hasFormula = item.cells["calculation"] != nil
    if type == .calculate, !hasFormula {
      item.cells["type"] = type.rawValue
      return .hidden
    }
    let isComputed = hasFormula && item.cells["trigger"] == nil || item.isComputedUnseen
    guard type.isShown, !type.isCarried, type != .note, isComputed else { return nil }
    item.cells["type"] = type.rawValue
    return hasFormula ? .calculate : .hidden
  }

  private func bounded(_ greatest: Int, _ item: inout XLSFormItem) -> QuestionKind {
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
      guard let table = addTable(select.list, item), let found = fileList(select, item, table)
      else { return .carried(select.text) }
      list = found
    case .list: list = self.list(select.list)
    }
    switch select.answers {
    case .one, .external: return .selectOne(list)
    case .multiple: return .selectMultiple(list)
    case .rank: return .rank(list)
    }
  }

  private mutating func list(_ name: String) -> ChoiceList {
    if let list = lists[name] { return list }
    var written = form.list(name) ?? XLSFormList(name: name, choices: [])
    for place in written.choices.indices {
      written.choices[place].texts = ids.referring(written.choices[place].texts)
    }
    let list = XLSFormLists(languages: languages).list(written, id: listID(name))
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
  ) -> ChoiceList? {
    let value = item.parameter("value") ?? "name"
    let label = item.parameter("label") ?? "label"
    let key = "\(select.list) \(value) \(label)"
    if let list = lists[key] { return list }
    let columns = table.columns
    let labelColumn = columns.firstIndex(of: label)
    // Without labels that somebody asked for, the codes themselves are shown.
    let needed = item.parameter("label") == nil ? [value] : [value, label]
    for column in needed where !columns.contains(column) {
      log.report(
        TableFinding.unknownColumn(column, file: table.file, known: columns),
        at: item.source.place("type")
      )
    }
    guard let codeColumn = columns.firstIndex(of: value) else { return nil }
    var seen: Set<String> = []
    let choices = table.rows.compactMap { row -> Choice? in
      guard !row[codeColumn].isEmpty, seen.insert(row[codeColumn]).inserted else { return nil }
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

  /// The table in a file of choices; that there is none is reported.
  @discardableResult
  mutating func addTable(_ file: String, _ item: XLSFormItem) -> LookupTable? {
    if let table = table(file) { return table }
    log.report(
      file.hasSuffix(".csv")
        ? XLSFormModelFinding.fileOfChoicesMissing(file) : XLSFormModelFinding.fileIsNoCSV(file),
      at: item.source.place("type")
    )
    return nil
  }

  /// The table in a file beside the form, taken along with it.
  mutating func table(_ file: String) -> LookupTable? {
    if let table = tables.first(where: { $0.file == file }) { return table }
    guard let table = files(file) else { return nil }
    tables.append(table)
    return table
  }
}
