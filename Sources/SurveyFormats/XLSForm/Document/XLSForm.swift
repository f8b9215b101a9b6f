/// An XLSForm as a value: what its sheets say once aliases, languages and `or_other` are resolved.
///
/// Two forms are equal when they say the same, wherever it stands in their files. Writing a form
/// and reading it again gives the same form.
package struct XLSForm: Hashable, Sendable {
  /// The settings in the order of their columns, without empty ones.
  package var settings: [XLSFormCell]
  /// The rows of the survey: questions, and the begins and ends of groups.
  package var items: [XLSFormItem]
  /// The lists of choices in the order in which they first appear.
  package var lists: [XLSFormList]
  /// The lists of the sheet `external_choices`.
  package var externalLists: [XLSFormList]
  /// The rows of the sheet `entities`, kept as they are.
  package var entities: [[XLSFormCell]]
  /// The rows of the sheet `osm`, kept as they are.
  package var tags: [[XLSFormCell]]

  /// Makes a form.
  package init(
    settings: [XLSFormCell] = [],
    items: [XLSFormItem] = [],
    lists: [XLSFormList] = [],
    externalLists: [XLSFormList] = [],
    entities: [[XLSFormCell]] = [],
    tags: [[XLSFormCell]] = []
  ) {
    self.settings = settings
    self.items = items
    self.lists = lists
    self.externalLists = externalLists
    self.entities = entities
    self.tags = tags
  }

  /// The value of a setting by its name, such as `form_id`.
  package func setting(_ key: String) -> String? { settings.first { $0.key == key }?.text }

  /// The list `name` of the sheet `choices`.
  package func list(_ name: String) -> XLSFormList? { lists.first { $0.name == name } }

  /// The languages of all texts, the default one first; `""` stands for texts without a language.
  package var languages: [String] {
    var seen: [String] = []
    func add(_ texts: XLSFormTexts) {
      for languages in texts.values {
        for language in languages.keys.sorted() where !seen.contains(language) {
          seen.append(language)
        }
      }
    }
    for item in items { add(item.texts) }
    for list in lists + externalLists { for choice in list.choices { add(choice.texts) } }
    let first = setting("default_language") ?? ""
    return seen.sorted { ($0 == first ? 0 : 1, $0) < ($1 == first ? 0 : 1, $1) }
  }
}

/// One named value of a row.
package struct XLSFormCell: Hashable, Sendable {
  /// The name of the column.
  package let key: String
  /// What the cell says.
  package let text: String

  /// Makes a cell.
  package init(_ key: String, _ text: String) {
    self.key = key
    self.text = text
  }
}

/// The columns that may be translated.
package enum XLSFormTextKind: String, CaseIterable, Hashable, Sendable {
  case label
  case hint
  case guidance = "guidance_hint"
  case constraintMessage = "constraint_message"
  case requiredMessage = "required_message"
  case noAppMessage = "no_app_error_string"
  case image
  case bigImage = "big-image"
  case audio
  case video

  /// Whether it is a picture or sound.
  package var isMedia: Bool {
    switch self {
    case .image, .bigImage, .audio, .video: true
    case .label, .hint, .guidance, .constraintMessage, .requiredMessage, .noAppMessage: false
    }
  }
}

/// The texts of a row by kind and language; `""` is the language of a column that names none.
package typealias XLSFormTexts = [XLSFormTextKind: [String: String]]

/// One row of the survey.
package struct XLSFormItem: Hashable, Sendable {
  /// What it is.
  package var type: XLSFormType
  /// Its name; ends of groups may have none.
  package var name: String
  /// Its texts.
  package var texts: XLSFormTexts
  /// All other columns by their usual names, such as `relevant` or `bind::odk:length`.
  package var cells: [String: String]
  /// The column `parameters`, keys in small letters.
  package var parameters: [XLSFormCell]
  /// Where it stands.
  package let source: XLSFormSource

  /// Makes a row.
  package init(
    type: XLSFormType,
    name: String,
    texts: XLSFormTexts = [:],
    cells: [String: String] = [:],
    parameters: [XLSFormCell] = [],
    source: XLSFormSource = XLSFormSource()
  ) {
    self.type = type
    self.name = name
    self.texts = texts
    self.cells = cells
    self.parameters = parameters
    self.source = source
  }

  /// The value of a parameter.
  package func parameter(_ key: String) -> String? { parameters.first { $0.key == key }?.text }
}

/// A list of choices.
package struct XLSFormList: Hashable, Sendable {
  /// Its name.
  package let name: String
  /// Its choices in order.
  package var choices: [XLSFormChoice]

  /// Makes a list.
  package init(name: String, choices: [XLSFormChoice]) {
    self.name = name
    self.choices = choices
  }
}

/// One choice of a list.
package struct XLSFormChoice: Hashable, Sendable {
  /// Its code.
  package let name: String
  /// Its label and media.
  package var texts: XLSFormTexts
  /// Columns for choice filters and others, by their headers.
  package var attributes: [String: String]
  /// Where it stands.
  package let source: XLSFormSource

  /// Makes a choice.
  package init(
    name: String,
    texts: XLSFormTexts = [:],
    attributes: [String: String] = [:],
    source: XLSFormSource = XLSFormSource()
  ) {
    self.name = name
    self.texts = texts
    self.attributes = attributes
    self.source = source
  }
}

/// Where something was read.
///
/// All places are equal, so that forms compare by what they say.
package struct XLSFormSource: Hashable, Sendable {
  let sheet: String
  let row: Int
  let line: Int
  let columns: [String: XLSFormColumn]

  /// A place of something that no file holds.
  package init() { self.init(sheet: "", row: 0, line: 1, columns: [:]) }

  init(sheet: String, row: Int, line: Int, columns: [String: XLSFormColumn]) {
    self.sheet = sheet
    self.row = row
    self.line = line
    self.columns = columns
  }

  package static func == (one: XLSFormSource, other: XLSFormSource) -> Bool { true }

  package func hash(into hasher: inout Hasher) {}

  /// The place of the column `key` in this row, or of the row.
  func place(_ key: String? = nil) -> XLSFormPlace {
    let column = key.flatMap { columns[$0] }
    return XLSFormPlace(
      sheet: sheet,
      row: row,
      line: line,
      column: column?.index,
      header: column?.header
    )
  }
}
