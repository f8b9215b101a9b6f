import CZip
import Glibc

/// A ZIP file that is open for reading.
final class ZipArchive {
  private let handle: OpaquePointer

  /// Opens the archive in `source`, whose bytes can be read in any order.
  init(_ source: ByteSource) throws(TabularError) {
    switch source {
    case .bytes(let bytes): handle = try Self.open(bytes)
    case .file(let path):
      var problem: Int32 = 0
      guard let opened = zip_open(path, Int32(ZIP_RDONLY), &problem) else {
        throw .workbook(.damagedArchive(part: nil))
      }
      handle = opened
    case .standardInput: throw .workbook(.damagedArchive(part: nil))
    }
  }

  deinit { zip_discard(handle) }

  /// The names of its parts in their order.
  var names: [String] {
    let count = max(0, zip_get_num_entries(handle, 0))
    return (0..<UInt64(count)).compactMap { index in
      zip_get_name(handle, index, 0).map { String(cString: $0) }
    }
  }

  /// Whether there is a part of this name; case does not count.
  func contains(_ name: String) -> Bool { index(of: name) != nil }

  /// Opens a part, of which at most `limit` bytes are handed out.
  func part(_ name: String, limit: Int) throws(TabularError) -> ZipPart {
    guard let index = index(of: name) else { throw .workbook(.missingPart(name)) }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(handle, index, 0, &status) == 0 else {
      throw .workbook(.damagedArchive(part: name))
    }
    if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0,
      status.encryption_method != UInt16(ZIP_EM_NONE)
    {
      throw .workbook(.foreign(.encrypted))
    }
    guard let file = zip_fopen_index(handle, index, 0) else {
      throw .workbook(.damagedArchive(part: name))
    }
    let compressed = Int(clamping: status.comp_size)
    return ZipPart(name: name, file: file, compressed: compressed, limit: limit, of: self)
  }

  private func index(of name: String) -> UInt64? {
    let index = zip_name_locate(handle, name, UInt32(ZIP_FL_NOCASE))
    return index < 0 ? nil : UInt64(index)
  }

  /// The archive keeps a copy of the bytes, which the library frees.
  private static func open(_ bytes: [UInt8]) throws(TabularError) -> OpaquePointer {
    guard let copy = malloc(max(1, bytes.count)) else {
      throw .workbook(.damagedArchive(part: nil))
    }
    bytes.withUnsafeBytes { from in
      if let base = from.baseAddress { _ = memcpy(copy, base, from.count) }
    }
    var problem = zip_error_t()
    zip_error_init(&problem)
    defer { zip_error_fini(&problem) }
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &problem) else {
      free(copy)
      throw .workbook(.damagedArchive(part: nil))
    }
    guard let opened = zip_open_from_source(source, Int32(ZIP_RDONLY), &problem) else {
      zip_source_free(source)
      throw .workbook(.damagedArchive(part: nil))
    }
    return opened
  }
}
