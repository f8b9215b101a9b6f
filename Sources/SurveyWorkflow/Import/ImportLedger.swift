import SurveyFormats
import SurveyModel
import SurveyStore

/// The earlier imports of one questionnaire and wave.
struct ImportLedger {
  private let batches: [ImportBatch]
  private let questionnaire: String
  private let version: String
  let wave: String

  init(_ study: StudyFile, questionnaire: Questionnaire, wave: String) throws {
    batches = try study.batches()
    self.questionnaire = questionnaire.id
    version = questionnaire.version
    self.wave = wave
  }

  /// Refuses to read a file that follows another version of the form, whose codes may be others.
  func check(versionOf batch: ImportBatch) throws {
    if batch.version != version { throw otherVersion(batch) }
  }

  /// Says that a file follows another version of the form.
  func otherVersion(_ batch: ImportBatch) -> ImportProblem {
    .otherVersion(batch.version, file: batch.fileName, now: version)
  }

  private var complete: [ImportBatch] {
    batches.filter { $0.state == .complete && $0.questionnaire == questionnaire }
  }

  private var counting: [ImportBatch] { complete.filter { $0.wave == wave } }

  /// Whether nothing counts that was imported, in any wave.
  var isEmpty: Bool { complete.isEmpty }

  /// The imports of a file with these bytes in all waves, oldest first.
  func batches(ofFile sha256: String) -> [ImportBatch] {
    complete.filter { $0.fileSHA256 == sha256 }
  }

  /// Whether interviews that the study had when `batch` came, so that it did not bring them, may have
  /// been undone since.
  func mayLack(rowsOf batch: ImportBatch) -> Bool {
    guard batch.sameRows + batch.changedRows > 0, let finished = batch.finished else {
      return false
    }
    return batches.contains { other in
      guard let undone = other.undone else { return false }
      return other.questionnaire == questionnaire && other.wave == batch.wave
        && other.started.milliseconds <= finished.milliseconds
        && undone.at.milliseconds >= finished.milliseconds
    }
  }

  /// The columns of a key in the order in which an earlier import took them, since its parts are
  /// stored so.
  func order(ofKey names: [String], _ questionnaire: Questionnaire) -> [String] {
    guard names.count > 1 else { return names }
    func keys(_ names: [String]) -> [MatchingKey] {
      names.map { MatchingKey($0.composed.trimmed) }
    }
    let wanted = keys(names)
    for batch in counting.reversed() {
      let before = keys(batch.map(to: questionnaire)?.key ?? [])
      guard before.count == wanted.count, Set(before) == Set(wanted) else { continue }
      return before.compactMap { key in wanted.firstIndex(of: key).map { names[$0] } }
    }
    return names
  }

  /// The imports of a file with these bytes that were undone in this wave, of which mended rows may
  /// still count.
  func undoneBatches(ofFile sha256: String) -> [ImportBatch] {
    batches.filter {
      $0.state == .undone && $0.questionnaire == questionnaire && $0.wave == wave
        && $0.fileSHA256 == sha256
    }
  }

  /// The last import of a file with this name.
  func batch(named name: String) -> ImportBatch? { counting.last { $0.fileName == name } }

  /// The import `id` in whatever state.
  func batch(_ id: BatchID) -> ImportBatch? { batches.first { $0.id == id } }

  /// The import that the rows of a rejects file continue, whatever version it followed.
  func root(_ text: String) throws -> BatchID {
    if text == RejectsFile.heldBack { throw ImportProblem.heldBackRoot }
    guard let id = BatchID(hex: text), let batch = batch(id), batch.questionnaire == questionnaire
    else { throw ImportProblem.unknownRoot(text) }
    guard batch.state == .complete else {
      throw ImportProblem.undoneRoot(text, file: batch.fileName)
    }
    guard batch.wave == wave else {
      throw KnownFileProblem.continuesElsewhere(batch, now: wave)
    }
    return batch.parent ?? id
  }

  /// How far an import is with all that continues it.
  func total(of root: BatchID) -> (accepted: Int, rejected: Int) {
    guard let batch = batch(root) else { return (0, 0) }
    let later = counting.filter { $0.parent == root }
    let added = later.reduce(0) { $0 + $1.goodRows }
    let replaced = later.reduce(0) { $0 + $1.replacedRows }
    return (batch.goodRows + added, max(0, batch.rejectedRows - added - replaced))
  }
}

extension ImportBatch {
  /// How the file was read.
  func map(to questionnaire: Questionnaire) -> SavedMap? {
    guard let text = record.mapping else { return nil }
    return YAMLMapFileReader(questionnaire).read(text, file: fileName).map
  }

  /// Whether rows of the file were shown and left out because they differ from what was stored.
  var keptChanges: Bool {
    changedRows > 0 && record.policy == ImportOptions.OnChange.skip.rawValue
  }
}
