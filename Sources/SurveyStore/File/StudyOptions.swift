/// What a study is opened for.
package enum StudyAccess: Hashable, Sendable {
  case readWrite
  case readOnly
}

/// How a study is opened; the defaults are what the tool uses.
package struct StudyOptions: Hashable, Sendable {
  /// How long to wait while another process writes.
  package var busySeconds: Double
  /// A ceiling for the file in SQLite's pages, for trying out a full disk.
  package var maximumPageCount: Int?
  /// How many rows a questionnaire needs for its columns to be kept in the study.
  package var rowsKept: Int64
  /// The study whose keys for dossier numbers are read and never written, for a copy of it.
  package var keysOf: String?

  /// Makes options.
  package init(
    busySeconds: Double = 5,
    maximumPageCount: Int? = nil,
    rowsKept: Int64 = 20_000,
    keysOf: String? = nil
  ) {
    self.busySeconds = busySeconds
    self.maximumPageCount = maximumPageCount
    self.rowsKept = rowsKept
    self.keysOf = keysOf
  }
}
