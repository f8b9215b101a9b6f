/// Reads the sheet `settings`: its first row that is not empty.
struct XLSFormSettingsReader {
  private let log: XLSFormLog

  init(log: XLSFormLog) { self.log = log }

  /// The settings in the order of their columns; `form_id` is always among them.
  func read(_ table: XLSFormTable?, fallbackID: String) -> [XLSFormCell] {
    var settings: [XLSFormCell] = []
    if let table, let record = table.records.first {
      var seen: Set<String> = []
      // An `id_string` beside a `form_id` does not hold.
      for column in table.columns
      where column.key != "id_string" && seen.insert(column.key).inserted {
        guard let text = record.cells[column.key] else { continue }
        settings.append(XLSFormCell(column.key, text))
      }
      check(table, record)
    }
    if !settings.contains(where: { $0.key == "form_id" }) {
      settings.insert(XLSFormCell("form_id", fallbackID), at: 0)
    }
    return settings
  }

  /// `settings` with those that stand in the survey, which win.
  static func adding(_ others: [XLSFormCell], to settings: [XLSFormCell]) -> [XLSFormCell] {
    var settings = settings
    for cell in others {
      if let index = settings.firstIndex(where: { $0.key == cell.key }) {
        settings[index] = cell
      } else {
        settings.append(cell)
      }
    }
    return settings
  }

  private func check(_ table: XLSFormTable, _ record: XLSFormTable.Record) {
    if let name = record.cells["name"], !XLSFormName.isValid(name) {
      log.report(XLSFormNameFinding.invalidName(name), at: record.place("name"))
    }
    if XLSFormYesNo.read(record.cells["omit_instanceID"]) == true,
      record.cells["public_key"] != nil
    {
      log.report(XLSFormSettingFinding.instanceIDNeeded, at: record.place("omit_instanceID"))
    }
  }
}

/// The names of sheets, for those that are misspelt.
struct XLSFormSheetNames {
  private let names: [String]
  private let read: Set<XLSFormSheet.Kind>

  init(_ sheets: XLSFormSheets) {
    names = sheets.names
    read = Set(sheets.sheets.filter { !$0.value.rows.isEmpty }.keys)
  }

  /// The names within two slips of `kind`; a leading `_` says that the name is meant.
  func similar(to kind: XLSFormSheet.Kind) -> [String] {
    names.filter { name in
      !name.hasPrefix("_") && XLSFormSheet.Kind(rawValue: name) == nil
        && slips(name.lowercased(), kind.rawValue, limit: 2) <= 2
    }
  }

  /// Warns about sheets that were perhaps meant to be read.
  func warn(about kinds: [XLSFormSheet.Kind], log: XLSFormLog) {
    for kind in kinds where !read.contains(kind) {
      let similar = similar(to: kind)
      if !similar.isEmpty {
        log.report(
          XLSFormSheetFinding.similarSheet(wanted: kind.rawValue, found: similar),
          at: nil
        )
      }
    }
  }
}
