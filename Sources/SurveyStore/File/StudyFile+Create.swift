#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
import GRDB
package import SurveyModel

extension StudyFile {
  /// Makes a new study at `path` and opens it for writing.
  ///
  /// The file appears under its name only when it is whole.
  ///
  /// `station` is a random number for this copy of the study.
  package static func create(
    at path: String,
    station: UInt64,
    created: Timestamp,
    wave: Wave? = nil,
    options: StudyOptions = StudyOptions()
  ) throws(StudyError) -> StudyFile {
    let entry = FileEntry(path)
    guard !entry.exists else { throw .fileExists(path: path) }
    // Left behind by another study of this name, these would be taken for changes to the new one.
    for suffix in ["-wal", "-journal"] where FileEntry(path + suffix).size > 0 {
      throw .fileExists(path: path + suffix)
    }
    let folder = FileEntry(entry.folder)
    guard folder.isFolder else { throw .folderMissing(path: path) }
    guard folder.isWritable else { throw .notWritable(path: path) }
    let draft = "\(path).new-\(station)"
    defer { removeFiles(draft) }
    removeFiles(draft)
    do {
      let queue = try DatabaseQueue(
        path: FileEntry(draft).connectionPath,
        configuration: configuration(.readWrite, options)
      )
      // Rows are long and imports bring many: larger pages halve the work of writing them.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA page_size = 16384") }
      try StudySchema.migrate(queue)
      try queue.writeWithoutTransaction { database in
        try database.execute(
          sql: """
            INSERT INTO study (key, station, next_sequence, created, created_offset)
            VALUES (1, ?, 1, ?, ?)
            """,
          arguments: [Int64(bitPattern: station), created.milliseconds, created.offsetMinutes]
        )
        _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        _ = try database.checkpoint(.truncate)
      }
      try queue.close()
      // A hard link never replaces a file that came into being meanwhile; file systems without
      // hard links get a plain renaming.
      if link(draft, path) != 0 {
        guard errno != EEXIST else { throw StudyError.fileExists(path: path) }
        guard rename(draft, path) == 0 else { throw StudyError.notWritable(path: path) }
      }
    } catch {
      throw StudyError(error, path: path, access: .readWrite)
    }
    let study = try open(path: path, access: .readWrite, options: options)
    if let wave { try study.addWave(wave) }
    return study
  }

  private static func removeFiles(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }
}
