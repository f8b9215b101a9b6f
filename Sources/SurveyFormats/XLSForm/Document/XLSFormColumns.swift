/// A column once its header is understood.
struct XLSFormColumn: Hashable, Sendable {
  /// Its place, from 0.
  let index: Int
  /// The header as it stands.
  let header: String
  /// The usual name.
  let key: String
  /// What it translates, and the language it names.
  var text: XLSFormTextKind?
  var language: String?
}

/// Understands the headers of a sheet.
///
/// A header is looked up as it stands, then in small letters with `_` between its words, then cut
/// at `::` (or at `:` in sheets without `::`) and its first part looked up.
struct XLSFormColumnNames {
  private let kind: XLSFormSheet.Kind

  init(_ kind: XLSFormSheet.Kind) { self.kind = kind }

  /// The columns of `sheet`; what is wrong with them is reported.
  ///
  /// The same header twice is an error in a workbook, where two columns can be seen.
  func columns(
    of sheet: XLSFormSheet,
    isWorkbook: Bool,
    log: XLSFormLog
  ) -> [XLSFormColumn] {
    let usesDoubleColons = sheet.headers.contains { $0.text.contains("::") }
    let names = sheet.headers.map(\.text)
    let hasBothIDs = kind == .settings && names.contains("form_id") && names.contains("id_string")
    var seen: [[String]: String] = [:]
    var headers: Set<String> = []
    var columns: [XLSFormColumn] = []
    for cell in sheet.headers {
      let (parts, isRenamed) = parts(of: cell.text, usesDoubleColons: usesDoubleColons)
      let place = XLSFormPlace(
        sheet: sheet.name,
        row: 1,
        line: sheet.headerLine,
        column: cell.column,
        header: cell.text
      )
      if hasBothIDs, cell.text == "id_string" {
        log.report(XLSFormSettingFinding.bothIDs, at: place)
        columns.append(XLSFormColumn(index: cell.column, header: cell.text, key: "id_string"))
        continue
      }
      if let other = seen[parts] {
        let isSame = headers.contains(cell.text) ? !isWorkbook : !isRenamed
        report(cell.text, other, isSame, log, place)
      }
      seen[parts] = cell.text
      headers.insert(cell.text)
      columns.append(column(parts, cell))
    }
    return columns
  }

  private func report(
    _ header: String,
    _ other: String,
    _ isSame: Bool,
    _ log: XLSFormLog,
    _ place: XLSFormPlace
  ) {
    if isSame {
      log.report(XLSFormSheetFinding.repeatedHeader(header, kept: other), at: place)
    } else {
      log.report(XLSFormSheetFinding.duplicateHeader(header, other: other), at: place)
    }
  }

  /// The path that a header stands for, and whether it was found under another name.
  private func parts(
    of header: String,
    usesDoubleColons: Bool
  ) -> (parts: [String], isRenamed: Bool) {
    let aliases = kind.aliases
    let known = kind.columns
    if known.contains(header), aliases[header] == nil { return ([header], false) }
    let snake = header.snakeCase
    if known.contains(snake), aliases[snake] == nil { return ([snake], snake != header) }
    var parts: [String]
    if usesDoubleColons || header.contains("::") {
      parts = header.parts(separatedBy: "::")
    } else {
      parts = header.parts(separatedBy: ":")
      if let prefix = parts.firstIndex(of: "jr"), prefix + 1 < parts.count {
        parts.replaceSubrange(prefix...(prefix + 1), with: ["jr:\(parts[prefix + 1])"])
      }
    }
    let first = (parts.first ?? "").snakeCase
    if let path = aliases[first] {
      return (path + parts.dropFirst(), path != [header])
    }
    if known.contains(first) { return ([first] + parts.dropFirst(), first != header) }
    return (parts, false)
  }

  private func column(_ parts: [String], _ cell: XLSFormSheet.Cell) -> XLSFormColumn {
    let (key, rest) = kind.key(of: parts)
    let text = kind.isTranslated ? XLSFormTextKind(rawValue: key) : nil
    if let text, rest.count <= 1 {
      return XLSFormColumn(
        index: cell.column,
        header: cell.text,
        key: key,
        text: text,
        language: rest.first
      )
    }
    let whole = ([key] + rest).joined(separator: "::")
    return XLSFormColumn(index: cell.column, header: cell.text, key: whole)
  }
}

extension XLSFormSheet.Kind {
  fileprivate var isTranslated: Bool {
    switch self {
    case .survey, .choices, .externalChoices: true
    case .settings, .entities, .osm: false
    }
  }

  /// The names that need no alias.
  fileprivate var columns: Set<String> {
    switch self {
    case .survey:
      [
        "name", "label", "default", "guidance_hint", "hint", "sms_field", "trigger", "bind",
        "choice_filter", "control", "media", "parameters", "type", "instance", "choices",
        "itemset", "list_name", "query",
      ]
    case .choices, .externalChoices, .osm: ["name", "label", "media", "sms_option"]
    case .settings:
      [
        "name", "label", "title", "id_string", "version", "style", "public_key", "submission_url",
        "auto_send", "auto_delete", "client_editable", "default_language", "instance_name",
        "omit_instanceID", "attribute", "namespaces", "sms_keyword", "sms_separator",
        "sms_allow_media", "sms_date_format", "sms_datetime_format", "sms_response", "prefix",
        "delimiter", "instance_xmlns", "flat", "add_none_option", "clean_text_values",
        "allow_choice_duplicates", "sms_field", "bind", "control", "hint", "media", "type",
        "instance", "choices", "entity_version", "setvalues_by_triggering_ref",
      ]
    case .entities: ["dataset", "entity_id", "create_if", "update_if", "repeat", "label"]
    }
  }

  /// Other names and the paths that they stand for.
  fileprivate var aliases: [String: [String]] {
    switch self {
    case .survey: Self.surveyAliases
    case .choices, .externalChoices, .osm: Self.listAliases
    case .settings:
      [
        "form_title": ["title"], "set_form_title": ["title"], "form_id": ["id_string"],
        "set_form_id": ["id_string"], "prefix": ["prefix"],
      ]
    case .entities: ["list_name": ["dataset"]]
    }
  }

  private static let listAliases: [String: [String]] = [
    "caption": ["label"], "list_name": ["list name"], "value": ["name"],
    "image": ["media", "image"], "big-image": ["media", "big-image"],
    "audio": ["media", "audio"], "video": ["media", "video"],
  ]

  private static let surveyAliases: [String: [String]] = [
    "sms_field": ["sms_field"], "sms_option": ["sms_option"],
    "sms_separator": ["sms_separator"], "sms_allow_media": ["sms_allow_media"],
    "sms_date_format": ["sms_date_format"], "sms_datetime_format": ["sms_datetime_format"],
    "sms_response": ["sms_response"], "compact_tag": ["instance", "odk:tag"],
    "read_only": ["bind", "readonly"], "readonly": ["bind", "readonly"],
    "relevant": ["bind", "relevant"], "relevance": ["bind", "relevant"],
    "caption": ["label"], "appearance": ["control", "appearance"],
    "required": ["bind", "required"], "constraint": ["bind", "constraint"],
    "constraining_message": ["bind", "jr:constraintMsg"],
    "constraint_message": ["bind", "jr:constraintMsg"],
    "calculation": ["bind", "calculate"], "calculate": ["bind", "calculate"],
    "command": ["type"], "tag": ["name"], "value": ["name"], "image": ["media", "image"],
    "big-image": ["media", "big-image"], "audio": ["media", "audio"],
    "video": ["media", "video"], "count": ["control", "jr:count"],
    "repeat_count": ["control", "jr:count"], "jr:count": ["control", "jr:count"],
    "autoplay": ["control", "autoplay"], "rows": ["control", "rows"],
    "noapperrorstring": ["bind", "jr:noAppErrorString"],
    "no_app_error_string": ["bind", "jr:noAppErrorString"],
    "requiredmsg": ["bind", "jr:requiredMsg"], "required_message": ["bind", "jr:requiredMsg"],
    "body": ["control"], "save_to": ["bind", "entities:saveto"],
  ]

  private static let surveyKeys: [[String]: String] = [
    ["bind", "readonly"]: "readonly", ["bind", "relevant"]: "relevant",
    ["bind", "required"]: "required", ["bind", "constraint"]: "constraint",
    ["bind", "calculate"]: "calculation", ["bind", "jr:constraintMsg"]: "constraint_message",
    ["bind", "jr:requiredMsg"]: "required_message",
    ["bind", "jr:noAppErrorString"]: "no_app_error_string",
    ["bind", "entities:saveto"]: "save_to", ["control", "appearance"]: "appearance",
    ["control", "jr:count"]: "repeat_count", ["control", "autoplay"]: "autoplay",
    ["control", "rows"]: "rows",
  ]

  /// The usual name for a path, and what is left of the path.
  fileprivate func key(of parts: [String]) -> (key: String, rest: [String]) {
    guard let first = parts.first else { return ("", []) }
    let rest = Array(parts.dropFirst())
    switch self {
    case .survey:
      if parts.count > 1, let key = Self.surveyKeys[Array(parts.prefix(2))] {
        return (key, Array(parts.dropFirst(2)))
      }
      if first == "media" { return Self.media(parts) }
      return (first == "control" ? "body" : first, rest)
    case .choices, .externalChoices, .osm:
      if first == "media" { return Self.media(parts) }
      return (first == "list name" ? "list_name" : first, rest)
    case .settings:
      return (first == "title" ? "form_title" : first == "id_string" ? "form_id" : first, rest)
    case .entities: return (first == "dataset" ? "list_name" : first, rest)
    }
  }

  private static func media(_ parts: [String]) -> (key: String, rest: [String]) {
    guard parts.count > 1, XLSFormTextKind(rawValue: parts[1])?.isMedia == true else {
      return (parts.prefix(2).joined(separator: "::"), Array(parts.dropFirst(2)))
    }
    return (parts[1], Array(parts.dropFirst(2)))
  }
}
