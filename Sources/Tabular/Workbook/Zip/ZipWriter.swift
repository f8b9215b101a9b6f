import CZip
import Glibc

/// Writes ZIP files whose bytes depend on their parts alone.
package enum ZipWriter {
  /// One file of an archive.
  package struct Part: Sendable {
    package let name: String
    package let bytes: [UInt8]

    /// Names a part.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The time that ZIP begins at, 1980-01-01 UTC, for parts that have none.
  private static let beginning: time_t = 315_532_800

  /// The bytes of an archive of `parts`, in their order.
  ///
  /// - Throws: ``TabularError`` when a part cannot be taken, for example for want of memory.
  package static func archive(_ parts: [Part]) throws(TabularError) -> [UInt8] {
    var problem = zip_error_t()
    zip_error_init(&problem)
    defer { zip_error_fini(&problem) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &problem) else {
      throw .workbook(.damagedArchive(part: nil))
    }
    // The archive frees its source; this one is read afterwards.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, Int32(ZIP_TRUNCATE), &problem) else {
      zip_source_free(target)
      throw .workbook(.damagedArchive(part: nil))
    }
    for part in parts {
      guard add(part, to: archive) else {
        zip_discard(archive)
        throw .workbook(.damagedArchive(part: part.name))
      }
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw .workbook(.damagedArchive(part: nil))
    }
    return try read(target)
  }

  private static func add(_ part: Part, to archive: OpaquePointer) -> Bool {
    guard let copy = malloc(max(1, part.bytes.count)) else { return false }
    part.bytes.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { _ = memcpy(copy, base, bytes.count) }
    }
    guard let source = zip_source_buffer(archive, copy, UInt64(part.bytes.count), 1) else {
      free(copy)
      return false
    }
    let index = zip_file_add(archive, part.name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    return zip_file_set_mtime(archive, UInt64(index), beginning, 0) == 0
  }

  private static func read(_ source: OpaquePointer) throws(TabularError) -> [UInt8] {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_source_open(source) == 0 else { throw .workbook(.damagedArchive(part: nil)) }
    defer { zip_source_close(source) }
    guard zip_source_stat(source, &status) == 0 else {
      throw .workbook(.damagedArchive(part: nil))
    }
    var bytes = [UInt8](repeating: 0, count: Int(clamping: status.size))
    let count = zip_source_read(source, &bytes, UInt64(bytes.count))
    guard count == bytes.count else { throw .workbook(.damagedArchive(part: nil)) }
    return bytes
  }
}
