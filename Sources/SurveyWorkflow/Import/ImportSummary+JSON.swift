import SurveyFormats
import SurveyModel
import SurveyReport

extension ImportSummary {
  /// The imports of one command, for programs.
  package static func json(_ summaries: [ImportSummary]) -> String {
    let imports: [JSONValue] = summaries.map(\.json)
    return JSONText.write(
      .object([("format", .string("thuocdo-import-1")), ("imports", .array(imports))])
    ) + "\n"
  }

  private var json: JSONValue { .object(origin + counts + table + examplesToShow) }

  private static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  private static func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  private var origin: [(String, JSONValue)] {
    [
      ("file", .string(file)),
      ("batch", Self.text(batch)),
      ("written", .bool(batch != nil)),
      ("dry_run", .bool(isDryRun)),
      ("held_back", .bool(isHeldBack)),
      ("imported_before", Self.text((importedBefore ?? lookedAtAgain?.imported)?.description)),
      ("error", refusal.map(Self.json) ?? .null),
    ]
  }

  private var counts: [(String, JSONValue)] {
    let isKnown = importedBefore != nil
    // Where one bad row keeps all out, nothing came in.
    func taken(_ count: Int) -> JSONValue { .integer(isKnown || isHeldBack ? 0 : count) }
    return [
      ("rows", .integer(rows)),
      ("new", taken(accepted)),
      ("would_be_new", .integer(isHeldBack ? accepted : 0)),
      ("same", .integer(isKnown ? same : stored)),
      ("changed", .integer(isKnown ? changedBefore : changed)),
      ("replaced", taken(replaced)),
      ("added", taken(added)),
      ("rejected", .integer(isKnown ? stillRejected : rejected)),
      ("unusual", .integer(doubtful)),
      ("copies", .integer(copies)),
      ("copies_are_likely", .bool(copiesAreLikely)),
      ("repeated", .integer(repeated)),
      ("without_key", .integer(withoutKey)),
      ("restored_keys", .integer(restoredKeys)),
      ("restored_cells", .integer(restoredCells)),
      ("blank_lines", .integer(blankLines)),
    ]
  }

  private var table: [(String, JSONValue)] {
    let notes: [JSONValue] = cellNotes.map { entry in
      .object([("code", Self.text(entry.note.code)), ("count", .integer(entry.count))])
    }
    return [
      ("policy", .string(policy.rawValue)),
      ("key", Self.list(keyNames)),
      ("short_key", Self.text(shortKey)),
      ("reading", Self.text(reading?.manner(in: .english))),
      ("columns", .integer(reading?.columns ?? 0)),
      ("recognised_columns", .integer(reading?.map.recognised ?? 0)),
      ("unknown_columns", Self.list(reading?.map.unknown ?? [])),
      ("notes", .array(notes)),
      ("rejects_file", Self.text(rejectsPath)),
      ("continued", continued.map(Self.json) ?? .null),
    ]
  }

  private var examplesToShow: [(String, JSONValue)] {
    [("examples", Self.list(examples)), ("changes", Self.list(changes))]
  }

  private static func json(_ refusal: Refusal) -> JSONValue {
    .object([("code", text(refusal.code)), ("text", .string(refusal.text))])
  }

  private static func json(_ continued: Continued) -> JSONValue {
    .object([
      ("file", .string(continued.file)),
      ("batch", .string(continued.batch)),
      ("accepted", .integer(continued.accepted)),
      ("rejected", .integer(continued.rejected)),
    ])
  }
}
