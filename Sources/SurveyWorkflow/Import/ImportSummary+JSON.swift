import SurveyFormats
package import SurveyModel
import SurveyReport

extension ImportSummary {
  /// The imports of one command, for programs; sentences are in `language`.
  package static func json(
    _ summaries: [ImportSummary],
    in language: InterfaceLanguage
  ) -> String {
    let imports: [JSONValue] = summaries.map { $0.json(in: language) }
    return JSONText.write(
      .object([("format", .string("thuocdo-import-1")), ("imports", .array(imports))])
    ) + "\n"
  }

  private func json(in language: InterfaceLanguage) -> JSONValue {
    .object(origin + counts + table(in: language) + examplesToShow)
  }

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
      ("left_out", .integer(leftOut)),
      ("left_in_study", .integer(leftInStudy)),
      ("restored_keys", .integer(restoredKeys)),
      ("restored_cells", .integer(restoredCells)),
      ("blank_lines", .integer(blankLines)),
    ]
  }

  private func table(in language: InterfaceLanguage) -> [(String, JSONValue)] {
    let notes: [JSONValue] = notes(in: language).map { note in
      .object([
        ("code", Self.text(note.code)), ("count", .integer(note.count)),
        ("text", .string(note.text)),
      ])
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
      ("statuses", .array(doubts.map(Self.json))),
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

  private static func json(_ count: StatusScan.Count) -> JSONValue {
    .object([
      ("column", .string(count.sign.header)), ("value", .string(count.sign.value)),
      ("doubt", .string(count.sign.doubt.rawValue)), ("rows", .integer(count.rows)),
    ])
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
