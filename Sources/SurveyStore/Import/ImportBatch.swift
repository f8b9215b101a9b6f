package import SurveyModel

/// What is known when an import begins.
package struct BatchStart: Hashable, Sendable {
  /// A random number.
  package let id: BatchID
  /// The imported file.
  package let fileName: String
  /// The SHA-256 of its bytes in hexadecimal digits.
  package let fileSHA256: String
  /// The wave to which its interviews belong.
  package let wave: String
  /// When the import began.
  package let started: Timestamp
  /// Who imports.
  package let by: String
  /// The version of the program.
  package let toolVersion: String

  /// Makes a beginning.
  package init(
    id: BatchID,
    fileName: String,
    fileSHA256: String,
    wave: String,
    started: Timestamp,
    by: String,
    toolVersion: String
  ) {
    self.id = id
    self.fileName = fileName
    self.fileSHA256 = fileSHA256
    self.wave = wave
    self.started = started
    self.by = by
    self.toolVersion = toolVersion
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

  /// The identity.
  package let id: BatchID
  /// How far it is.
  package let state: State
  /// The imported file.
  package let fileName: String
  /// The SHA-256 of its bytes in hexadecimal digits.
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
  /// When it began.
  package let started: Timestamp
  /// When it was completed.
  package let finished: Timestamp?
  /// Who imported.
  package let by: String
  /// The version of the program.
  package let toolVersion: String
}
