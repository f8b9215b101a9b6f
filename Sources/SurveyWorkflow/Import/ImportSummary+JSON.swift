import SurveyFormats
import SurveyModel
import SurveyReport

extension ImportSummary {
  /// The imports of one command, for programs.
  package static func json(_ summaries: [ImportSummary]) -> String {
    JSONText.write(
      .object([
        ("format", .string("thuocdo-import-1")),
        ("imports", .array(summaries.map(\.json))),
      ]),
      pretty: true
    ) + "\n"
  }

  private var json: JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return .object([
      ("file", .string(file)), ("batch", text(batch)), ("written", .bool(batch != nil)),
      ("dry_run", .bool(isDryRun)), ("held_back", .bool(isHeldBack)),
      ("imported_before", text(importedBefore?.description)),
      ("rows", .integer(rows)), ("new", .integer(importedBefore == nil ? accepted : 0)),
      ("same", .integer(importedBefore == nil ? same : accepted)), ("changed", .integer(changed)),
      ("replaced", .integer(replaced)), ("added", .integer(added)),
      ("rejected", .integer(rejected)), ("unusual", .integer(doubtful)),
      ("copies", .integer(copies)), ("repeated", .integer(repeated)),
      ("blank_lines", .integer(blankLines)), ("unguarded_cells", .integer(unguardedCells)),
      ("policy", .string(policy.rawValue)), ("key", .array(keyNames.map { .string($0) })),
      ("reading", text(reading?.manner(in: .english))),
      ("columns", .integer(reading?.columns ?? 0)),
      ("recognised_columns", .integer(reading?.map.recognised ?? 0)),
      ("unknown_columns", .array((reading?.map.unknown ?? []).map { .string($0) })),
      ("rejects_file", text(rejectsPath)),
      ("continued", continued.map(json) ?? .null),
      ("examples", .array(examples.map { .string($0) })),
      ("changes", .array(changes.map { .string($0) })),
    ])
  }

  private func json(_ continued: Continued) -> JSONValue {
    .object([
      ("file", .string(continued.file)), ("batch", .string(continued.batch)),
      ("accepted", .integer(continued.accepted)), ("rejected", .integer(continued.rejected)),
    ])
  }

  /// Cells from which the guard against formulas was taken off.
  private var unguardedCells: Int {
    cellNotes.filter { $0.note == .formulaGuard }.reduce(0) { $0 + $1.count }
  }
}
