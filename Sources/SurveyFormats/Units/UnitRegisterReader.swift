package import SurveyModel

/// Reads the two tables of a register of administrative units.
///
/// `units.csv` has a row for each unit and stretch of time, `successions.csv` one for each step from
/// an earlier unit to a later one. Cells are text: codes keep their zeros.
package enum UnitRegisterReader {
  /// The columns of `units.csv`.
  package static let unitColumns = [
    "id", "code", "name", "kind", "parent", "valid_from", "valid_to", "confirmed", "source",
  ]
  /// The columns of `successions.csv`.
  package static let successionColumns = ["from", "to", "date", "extent", "confirmed", "source"]

  /// Reads and checks a register; rows with findings of their own are left out of it.
  package static func read(
    units: String,
    unitsFile: String,
    successions: String,
    successionsFile: String
  ) -> (register: UnitRegister, findings: [Diagnostic]) {
    let log = FindingLog()
    let unitTable = UnitTable(units, file: unitsFile, columns: unitColumns, log)
    let successionTable = UnitTable(
      successions,
      file: successionsFile,
      columns: successionColumns,
      log
    )
    let register = UnitRegister(
      units: unitTable.entries.compactMap { unit($0, log) },
      successions: successionTable.entries.compactMap { succession($0, log) }
    )
    // What follows from a row that could not be read says nothing of its own.
    let checked = log.findings.isEmpty ? register.check() : []
    return (register, (log.findings + checked).sortedByPlace)
  }

  private static func unit(_ entry: UnitTable.Entry, _ log: FindingLog) -> AdministrativeUnit? {
    let id = required("id", entry, log)
    let name = required("name", entry, log)
    let kind = required("kind", entry, log).flatMap { text -> UnitKind? in
      if let kind = UnitKind(rawValue: text) { return kind }
      let nearest = nearestName(to: text, among: UnitKind.allCases.map(\.rawValue))
      log.report(UnitTableFinding.unknownKind(text, nearest: nearest), at: entry.location("kind"))
      return nil
    }
    let from = bound("valid_from", entry, log)
    let to = bound("valid_to", entry, log)
    let isConfirmed = confirmed(entry, log)
    guard let id, let name, let kind, let from, let to, let isConfirmed else { return nil }
    return AdministrativeUnit(
      id: id,
      code: entry.text("code"),
      name: name,
      kind: kind,
      parent: entry.text("parent"),
      validity: UnitValidity(from: from, to: to),
      isConfirmed: isConfirmed,
      source: entry.text("source") ?? "",
      location: entry.location()
    )
  }

  private static func succession(_ entry: UnitTable.Entry, _ log: FindingLog) -> UnitSuccession? {
    let date = bound("date", entry, log)
    let isConfirmed = confirmed(entry, log)
    var extent: UnitSuccession.Extent?
    if let text = entry.text("extent") {
      extent = UnitSuccession.Extent(rawValue: text)
      if extent == nil {
        log.report(UnitTableFinding.unknownExtent(text), at: entry.location("extent"))
        return nil
      }
    }
    guard let date, let isConfirmed else { return nil }
    var day: CalendarDate?
    if case .day(let known) = date { day = known }
    return UnitSuccession(
      from: entry.text("from"),
      to: entry.text("to"),
      date: day,
      extent: extent,
      isConfirmed: isConfirmed,
      source: entry.text("source") ?? "",
      location: entry.location()
    )
  }

  private static func required(
    _ column: String,
    _ entry: UnitTable.Entry,
    _ log: FindingLog
  ) -> String? {
    if let text = entry.text(column) { return text }
    log.report(UnitTableFinding.emptyCell(column: column), at: entry.location(column))
    return nil
  }

  private static func bound(
    _ column: String,
    _ entry: UnitTable.Entry,
    _ log: FindingLog
  ) -> UnitValidity.Bound? {
    guard let text = entry.text(column) else { return .open }
    if text == "?" { return .unknown }
    if let day = CalendarDate(iso: text) { return .day(day) }
    log.report(UnitTableFinding.badDate(text, column: column), at: entry.location(column))
    return nil
  }

  private static func confirmed(_ entry: UnitTable.Entry, _ log: FindingLog) -> Bool? {
    switch entry.text("confirmed") {
    case "yes": return true
    case "no": return false
    case let text:
      log.report(
        UnitTableFinding.badConfirmed(text ?? ""),
        at: entry.location("confirmed")
      )
      return nil
    }
  }
}
