import SurveyFormats
import SurveyModel
import SurveyStore

/// A table that was imported before, byte for byte, and is looked at again.
///
/// Its lines are those of that import, so that no row of it comes in twice.
struct KnownFile {
  /// Why it is looked at again.
  enum Reason: String, Hashable {
    /// Rows that differed from what was stored may be taken now.
    case changesKept = "changes-kept"
    /// Interviews that it had found in the study may have been undone.
    case rowsUndone = "rows-undone"
    /// Something was said about how it is read.
    case readingSaid = "reading"
    /// The rows that were sent back are wanted once more.
    case rejectsWanted = "rejects-wanted"
  }

  /// The last import of it.
  let before: ImportBatch
  /// How that import read it.
  let map: SavedMap?
  /// Why it is looked at again.
  var reason = Reason.readingSaid
  /// Whether it is read otherwise than before.
  private(set) var isReadOtherwise = false
  /// The lines that came in and count.
  private(set) var lines: Set<Int> = []
  /// The lines that were sent back and came in mended, as lines of the first file.
  private(set) var mended: Set<Int> = []
  private let batches: [ImportBatch]

  /// The table in the file with these bytes; none when it was not imported in this wave.
  ///
  /// Of a workbook only the sheet that is meant counts.
  init?(
    sha256: String,
    _ ledger: ImportLedger,
    _ source: SourceFile,
    _ questionnaire: Questionnaire,
    _ request: TableRequest
  ) throws {
    let all = ledger.batches(ofFile: sha256)
    guard !all.isEmpty else { return nil }
    let tables = try Self.sameSheet(all, source, questionnaire, request)
    batches = tables.filter { $0.wave == ledger.wave }
    guard let before = batches.last else {
      guard let other = tables.last else { return nil }
      throw KnownFileProblem.otherWave(other, now: ledger.wave)
    }
    self.before = before
    var map = before.map(to: questionnaire)
    // A map for workbooks may have been used for a text table.
    if map?.sheetRead == nil { map?.sheet = nil }
    self.map = map
  }

  /// The imports of the sheet that is meant; of a text table all of them.
  private static func sameSheet(
    _ batches: [ImportBatch],
    _ source: SourceFile,
    _ questionnaire: Questionnaire,
    _ request: TableRequest
  ) throws -> [ImportBatch] {
    let maps = batches.map { $0.map(to: questionnaire) }
    guard request.sheet != nil || maps.contains(where: { $0?.sheetRead != nil }) else {
      return batches
    }
    var request = request
    // Columns that were told by a map are known by it again.
    if request.savedMap == nil { request.savedMap = maps.last ?? nil }
    let reading = try TableReading(source.source, questionnaire: questionnaire, request: request)
    guard case .sheet(let name, _) = reading.form else { return batches }
    return zip(batches, maps).filter { $1 == nil || $1?.sheetRead == name }.map(\.0)
  }

  /// Whether anything has to be looked at; `isSaid` when the user said how the file is read.
  mutating func isLookedAt(_ options: ImportOptions, isSaid: Bool, _ ledger: ImportLedger) -> Bool {
    if ledger.mayLack(rowsOf: before) {
      reason = .rowsUndone
    } else if before.keptChanges, options.onChange != .skip {
      reason = .changesKept
    } else if isSaid {
      reason = .readingSaid
    } else if wantsRejects(options, ledger) {
      reason = .rejectsWanted
    } else {
      return false
    }
    return true
  }

  /// The import that mended rows continue, when the rows that were sent back are written once more.
  var rejectsRoot: BatchID? { reason == .rejectsWanted ? before.parent ?? before.id : nil }

  /// Whether the rows that were sent back are to be written once more, and there are any.
  func wantsRejects(_ options: ImportOptions, _ ledger: ImportLedger) -> Bool {
    options.rejectsPath != nil && !options.isDryRun
      && ledger.total(of: before.parent ?? before.id).rejected > 0
  }

  /// Holds the way in which the table is read now against that of the import before.
  ///
  /// - Throws: ``FileIsKnown`` when nothing is read otherwise and nothing else is to be done, and
  ///   ``KnownFileProblem/readOtherwise(_:)`` when its rows cannot be told apart by a key.
  mutating func compare(
    _ record: BatchRecord,
    key: [String]?,
    of questionnaire: Questionnaire,
    in study: StudyFile
  ) throws {
    lines = try study.lines(of: batches.map(\.id))
    mended = try study.mendedLines(of: before.parent ?? before.id)
    let now = record.mapping.flatMap {
      YAMLMapFileReader(questionnaire).read($0, file: before.fileName).map
    }
    if let now, let map {
      isReadOtherwise =
        !now.readsLike(map) || record.isRepaired != before.record.isRepaired
        || before.version != questionnaire.version
    } else {
      isReadOtherwise = reason == .readingSaid
    }
    guard isReadOtherwise else {
      if reason == .readingSaid { throw FileIsKnown() }
      return
    }
    if lines.isEmpty, mended.isEmpty { return }
    guard let key, let now, let map, now.keyColumns(key) == map.keyColumns(key) else {
      throw KnownFileProblem.readOtherwise(before)
    }
  }

  /// Whether a row that the study has not under its key is one that came in with this table.
  ///
  /// - Throws: ``KnownFileProblem/readOtherwise(_:)`` when it would be another row now.
  func has(line: Int, origin: Int?) throws -> Bool {
    guard lines.contains(line) || wasMended(line: line, origin: origin) else { return false }
    if isReadOtherwise { throw KnownFileProblem.readOtherwise(before) }
    return true
  }
}

extension KnownFile {
  /// Whether a row was sent back and came in mended; `origin` is its line in the first file.
  func wasMended(line: Int, origin: Int?) -> Bool {
    (before.parent == nil ? line : origin).map(mended.contains) ?? false
  }
}

/// Nothing of a file is read otherwise than when it was imported.
struct FileIsKnown: Error {}

extension BatchRecord {
  /// What is said of a table whose UTF-8 was encoded twice and put right.
  static let repaired = ", UTF-8 encoded twice, repaired"

  /// What is said of a table that was taken although the study seemed to have it.
  static let takenAgain = ", --again"

  fileprivate var isRepaired: Bool { reading?.hasSuffix(Self.repaired) == true }

  /// Whether somebody said that its rows are other interviews than those that they are like.
  var isTakenAgain: Bool {
    guard let reading else { return false }
    return reading.hasSuffix(Self.takenAgain)
      || reading.hasSuffix(Self.takenAgain + Self.repaired)
  }
}

extension SavedMap {
  /// The sheet that was read; none where it was a text table.
  var sheetRead: String? { delimiter == nil ? sheet : nil }

  /// Whether both read a table alike.
  fileprivate func readsLike(_ other: SavedMap) -> Bool {
    encoding == other.encoding && delimiter == other.delimiter && sheetRead == other.sheetRead
      && headerRow == other.headerRow && key == other.key && serials == other.serials
      && status == other.status
      && Set(missing) == Set(other.missing) && columns == other.columns
  }

  /// Whether a table that is read so has the key with these names.
  func hasKey(_ names: [String]) -> Bool { keyColumns(names).count >= names.count }

  /// The columns of the key that has these names: of the questions or columns that are called so,
  /// else of what a collecting program wrote.
  fileprivate func keyColumns(_ names: [String]) -> [Column] {
    if !key.isEmpty { return key.map { Column(header: $0, target: .undecided) } }
    let asked = columns.filter { column in
      if case .question(let id) = column.target { names.contains(id) } else { false }
    }
    return asked.isEmpty ? columns.filter { $0.target == .meta(.recordKey) } : asked
  }
}
