/// Reads the sheets of choices.
struct XLSFormListReader {
  private let languages: XLSFormLanguages
  private let allowsDuplicates: Bool
  private let log: XLSFormLog

  init(languages: XLSFormLanguages, allowsDuplicates: Bool, log: XLSFormLog) {
    self.languages = languages
    self.allowsDuplicates = allowsDuplicates
    self.log = log
  }

  /// The lists of `table` in the order of their first choices.
  func read(_ table: XLSFormTable, isChecked: Bool) -> [XLSFormList] {
    var lists: [XLSFormList] = []
    var positions: [String: Int] = [:]
    var rows: [String: [String: Int]] = [:]
    let ignored = isChecked ? ignoredKeys(of: table) : []
    for record in table.records {
      guard let list = record.cells["list_name"] else {
        if isChecked { log.report(XLSFormChoiceFinding.missingList, at: record.place()) }
        continue
      }
      if isChecked { check(record, list: list, rows: &rows) }
      if positions[list] == nil {
        positions[list] = lists.count
        lists.append(XLSFormList(name: list, choices: []))
      }
      guard let position = positions[list] else { continue }
      var attributes = record.cells
      attributes["list_name"] = nil
      let name = attributes.removeValue(forKey: "name") ?? ""
      for key in ignored { attributes[key] = nil }
      lists[position].choices.append(
        XLSFormChoice(
          name: name,
          texts: languages.settled(record.texts),
          attributes: attributes,
          source: record.source
        )
      )
    }
    return lists
  }

  /// Columns whose headers have spaces cannot become parts of a form.
  private func ignoredKeys(of table: XLSFormTable) -> [String] {
    var ignored: [String] = []
    for column in table.columns where column.text == nil {
      let header = column.key.parts(separatedBy: "::").first ?? ""
      guard header.isEmpty || header.contains(" ") else { continue }
      ignored.append(column.key)
      let place = table.records.first?.place(column.key)
      let row = XLSFormPlace(
        sheet: place?.sheet ?? "choices",
        row: 1,
        line: 1,
        column: column.index,
        header: column.header
      )
      log.report(XLSFormSheetFinding.ignoredHeader(column.header), at: row)
    }
    return ignored
  }

  private func check(
    _ record: XLSFormTable.Record,
    list: String,
    rows: inout [String: [String: Int]]
  ) {
    guard let name = record.cells["name"] else {
      log.report(XLSFormChoiceFinding.missingName, at: record.place("name"))
      return
    }
    if record.texts[.label] == nil {
      log.report(XLSFormChoiceFinding.missingLabel(name), at: record.place("label"))
    }
    if let row = rows[list]?[name], !allowsDuplicates {
      log.report(
        XLSFormChoiceFinding.duplicateName(name, list: list, row: row),
        at: record.place("name")
      )
    } else {
      rows[list, default: [:]][name] = record.source.row
    }
  }
}
