package import SurveyModel

/// What is known when an import begins.
package struct BatchStart: Hashable, Sendable {
  /// A random number.
  package let id: BatchID
  /// The imported file.
  package let fileName: String
  /// The wave to which its interviews belong.
  package let wave: String
  /// When the import began.
  package let started: Timestamp
  /// Who imports.
  package let by: String
  /// The version of the program.
  package let toolVersion: String
  /// The import that this one continues with mended rows.
  package let parent: BatchID?
  /// How the file is read.
  package let record: BatchRecord

  /// Makes a beginning.
  package init(
    id: BatchID,
    fileName: String,
    wave: String,
    started: Timestamp,
    by: String,
    toolVersion: String,
    parent: BatchID? = nil,
    record: BatchRecord = BatchRecord()
  ) {
    self.id = id
    self.fileName = fileName
    self.wave = wave
    self.started = started
    self.by = by
    self.toolVersion = toolVersion
    self.parent = parent
    self.record = record
  }
}

/// One import in the ledger of a study.
package struct ImportBatch: Hashable, Sendable {
  /// How far an import is.
  package enum State: String, Hashable, Sendable {
    /// It runs or was interrupted; its rows are invisible.
    case open
    case complete
    /// It was taken back; its rows are invisible.
    case undone
  }

  /// Who took an import back, when and why.
  package struct Undoing: Hashable, Sendable {
    /// Who did it.
    package let by: String
    /// When.
    package let at: Timestamp
    /// Why.
    package let why: String
  }

  /// The identity.
  package let id: BatchID
  /// How far it is.
  package let state: State
  /// The imported file.
  package let fileName: String
  /// The SHA-256 of its bytes in hexadecimal digits; empty while it is open.
  package let fileSHA256: String
  /// The questionnaire.
  package let questionnaire: String
  /// Its version.
  package let version: String
  /// The wave.
  package let wave: String
  /// The rows that became interviews.
  package let goodRows: Int
  /// The rows that were refused.
  package let rejectedRows: Int
  /// The rows that the study had already.
  package let sameRows: Int
  /// The rows that differ from what the study had.
  package let changedRows: Int
  /// Those of them that replaced what the study had.
  package let replacedRows: Int
  /// The import that this one continues.
  package let parent: BatchID?
  /// When it began.
  package let started: Timestamp
  /// When it was completed.
  package let finished: Timestamp?
  /// Who imported.
  package let by: String
  /// The version of the program.
  package let toolVersion: String
  /// How the file was read, without its columns.
  package let record: BatchRecord
  /// Set when it was taken back.
  package let undone: Undoing?
}
