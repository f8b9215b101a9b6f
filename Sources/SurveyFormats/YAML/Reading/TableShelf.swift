import SurveyModel
import Tabular

/// The tables that come with a questionnaire: in the file itself under `files`, or beside it.
final class TableShelf {
  private let load: (String) -> String?
  private var texts: [String: String] = [:]
  private var read: [String: LookupTable?] = [:]
  /// The tables that were asked for, in the order in which they were.
  private(set) var tables: [LookupTable] = []

  /// Prepares to load files by their names.
  init(load: @escaping (String) -> String?) { self.load = load }

  /// Takes the tables that stand in the file.
  func add(_ node: YAMLNode, _ context: ReadingContext) {
    guard let map = MapReader(node, context) else { return }
    for entry in map.entries {
      guard let node = map.node(entry.key), let scalar = node.scalar(context) else { continue }
      texts[entry.key] = scalar.text
    }
  }

  /// The table in the file `name`; what is wrong with it is reported at the first use.
  func table(_ name: String, at location: SourceLocation, _ context: ReadingContext) -> LookupTable?
  {
    if let known = read[name] { return known }
    let table = open(name, at: location, context)
    read[name] = .some(table)
    if let table { tables.append(table) }
    return table
  }

  private func open(
    _ name: String,
    at location: SourceLocation,
    _ context: ReadingContext
  ) -> LookupTable? {
    let isPlain = !name.contains("/") && !name.contains("\\") && !name.hasPrefix(".")
    guard isPlain, let text = texts[name] ?? load(name) else {
      context.report(TableFinding.absent(name), at: location)
      return nil
    }
    guard let table = Self.parse(text, file: name), !table.columns.isEmpty else {
      context.report(TableFinding.unreadable(name), at: location)
      return nil
    }
    var seen: Set<String> = []
    for column in table.columns where !seen.insert(column).inserted {
      context.report(TableFinding.repeatedColumn(column, file: name), at: location)
    }
    return table
  }

  /// Reads comma-separated text; a semicolon, tab or bar is told by the header.
  static func parse(_ text: String, file: String) -> LookupTable? {
    let header = text.prefix { !$0.isNewline }
    let delimiter =
      CSVDelimiter.allCases.max { one, other in
        header.utf8.count { $0 == one.byte } < header.utf8.count { $0 == other.byte }
      } ?? .comma
    let isOneColumn = CSVDelimiter.allCases.allSatisfy { !header.utf8.contains($0.byte) }
    var rows: [[String]] = []
    do throws(TabularError) {
      var reader = try CSVReader(
        .bytes(Array(text.utf8)),
        delimiter: isOneColumn ? .comma : delimiter
      )
      var record = CSVRecord()
      while try reader.read(into: &record) {
        if !record.isBlank { rows.append(record.texts.map { $0.composed.trimmed }) }
      }
    } catch {
      return nil
    }
    guard let columns = rows.first else { return nil }
    return LookupTable(file: file, columns: columns, rows: Array(rows.dropFirst()))
  }

  /// The table as text that ``parse(_:file:)`` reads back.
  static func text(_ table: LookupTable) -> String {
    func cell(_ text: String) -> String {
      guard text.contains(where: { "\",;|\t".contains($0) || $0.isNewline }) else { return text }
      let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
      return "\"" + parts.joined(separator: "\"\"") + "\""
    }
    return ([table.columns] + table.rows)
      .map { $0.map(cell).joined(separator: ",") + "\n" }.joined()
  }
}
