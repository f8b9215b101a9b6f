/// The sheets of a form as tables of text, headers first.
struct XLSFormTables {
  /// One sheet.
  struct Sheet {
    let kind: XLSFormSheet.Kind
    var rows: [[String]]
  }

  /// The sheets that hold something; the survey always is the first.
  private(set) var sheets: [Sheet] = []

  private static let surveyKeys = [
    "required", "relevant", "constraint", "calculation", "default", "readonly", "choice_filter",
    "appearance", "parameters", "trigger", "repeat_count", "rows", "autoplay", "save_to",
  ]

  init(_ form: XLSForm) {
    survey(form)
    lists(form.lists, .choices, form.languages)
    settings(form.settings)
    lists(form.externalLists, .externalChoices, form.languages)
    records(form.entities, .entities)
    records(form.tags, .osm)
  }

  private mutating func survey(_ form: XLSForm) {
    let texts = Self.texts(form.items.map(\.texts), form.languages)
    var keys = Set(form.items.flatMap(\.cells.keys))
    if form.items.contains(where: { !$0.parameters.isEmpty }) { keys.insert("parameters") }
    let usual = Self.surveyKeys.filter(keys.contains)
    let columns = usual + keys.subtracting(usual).sorted()
    var rows = [["type", "name"] + texts.map(Self.header) + columns]
    for item in form.items {
      var row = [item.type.text, item.name]
      row += texts.map { item.texts[$0.kind]?[$0.language] ?? "" }
      row += columns.map { key in
        key == "parameters"
          ? item.parameters.map { "\($0.key)=\($0.text)" }.joined(separator: " ")
          : item.cells[key] ?? ""
      }
      rows.append(row)
    }
    sheets.append(Sheet(kind: .survey, rows: rows))
  }

  private mutating func lists(
    _ lists: [XLSFormList],
    _ kind: XLSFormSheet.Kind,
    _ languages: [String]
  ) {
    let choices = lists.flatMap(\.choices)
    guard !choices.isEmpty else { return }
    let texts = Self.texts(choices.map(\.texts), languages)
    let keys = Set(choices.flatMap(\.attributes.keys)).sorted()
    var rows = [["list_name", "name"] + texts.map(Self.header) + keys]
    for list in lists {
      for choice in list.choices {
        rows.append(
          [list.name, choice.name]
            + texts.map { choice.texts[$0.kind]?[$0.language] ?? "" }
            + keys.map { choice.attributes[$0] ?? "" }
        )
      }
    }
    sheets.append(Sheet(kind: kind, rows: rows))
  }

  private mutating func settings(_ settings: [XLSFormCell]) {
    guard !settings.isEmpty else { return }
    sheets.append(Sheet(kind: .settings, rows: [settings.map(\.key), settings.map(\.text)]))
  }

  private mutating func records(_ records: [[XLSFormCell]], _ kind: XLSFormSheet.Kind) {
    guard !records.isEmpty else { return }
    let keys = Set(records.flatMap { $0.map(\.key) })
    let columns =
      (keys.contains("list_name") ? ["list_name"] : [])
      + keys.subtracting(["list_name"]).sorted()
    var rows = [columns]
    for record in records {
      rows.append(columns.map { key in record.first { $0.key == key }?.text ?? "" })
    }
    sheets.append(Sheet(kind: kind, rows: rows))
  }

  private static func texts(
    _ texts: [XLSFormTexts],
    _ languages: [String]
  ) -> [(kind: XLSFormTextKind, language: String)] {
    var used: Set<XLSFormCell> = []
    for texts in texts {
      for (kind, words) in texts {
        for language in words.keys { used.insert(XLSFormCell(kind.rawValue, language)) }
      }
    }
    return XLSFormTextKind.allCases.flatMap { kind in
      languages.filter { used.contains(XLSFormCell(kind.rawValue, $0)) }.map { (kind, $0) }
    }
  }

  private static func header(_ column: (kind: XLSFormTextKind, language: String)) -> String {
    column.language.isEmpty ? column.kind.rawValue : "\(column.kind.rawValue)::\(column.language)"
  }
}
