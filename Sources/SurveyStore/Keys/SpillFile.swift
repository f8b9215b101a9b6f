#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file without a name for what does not fit into memory; it goes with the process.
final class SpillFile {
  private let descriptor: Int32
  private let path: String
  /// The bytes that were written.
  private(set) var size: Int64 = 0

  /// Makes a file in the folder of `study`, else where the system keeps temporary files.
  init(beside study: String) throws(StudyError) {
    path = study
    guard let number = Self.nameless(in: FileEntry(study).folder) ?? Self.nameless() else {
      throw .notWritable(path: study)
    }
    descriptor = number
  }

  /// A file in `folder` whose name is gone before anything is written.
  private static func nameless(in folder: String) -> Int32? {
    var name = Array("\(folder)/.thuocdo-XXXXXX".utf8CString)
    return name.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let number = mkstemp(start)
      guard number >= 0 else { return nil }
      unlink(start)
      return number
    }
  }

  /// A file where the system keeps temporary files.
  private static func nameless() -> Int32? {
    guard let stream = tmpfile() else { return nil }
    defer { fclose(stream) }
    let number = dup(fileno(stream))
    return number >= 0 ? number : nil
  }

  deinit { close(descriptor) }

  /// Writes at the end.
  func append(_ bytes: UnsafeRawBufferPointer) throws(StudyError) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(size))
      guard count > 0 else {
        if count < 0, errno == EINTR { continue }
        throw count < 0 && errno == ENOSPC
          ? .diskFull(path: path)
          : .failed(path: path, code: Int(errno), detail: "temporary file")
      }
      done += count
      size += Int64(count)
    }
  }

  /// Fills `bytes` from `offset` on.
  func read(at offset: Int64, into bytes: UnsafeMutableRawBufferPointer) throws(StudyError) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset) + off_t(done))
      guard count > 0 else {
        if count < 0, errno == EINTR { continue }
        throw .failed(path: path, code: Int(errno), detail: "temporary file")
      }
      done += count
    }
  }
}
