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
    let places = [FileEntry(study).folder + "/.thuocdo-XXXXXX", "/tmp/.thuocdo-XXXXXX"]
    for place in places {
      var name = Array(place.utf8CString)
      let found = name.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.map { mkstemp($0) } ?? -1
      }
      guard found >= 0 else { continue }
      name.withUnsafeBufferPointer { buffer in
        if let start = buffer.baseAddress { _ = unlink(start) }
      }
      descriptor = found
      return
    }
    throw .notWritable(path: study)
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
