#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
import GRDB

/// A copy of a study to try things on, in a folder that nobody else can read.
package final class ScratchStudy {
  /// Where the copy is.
  package let path: String
  /// The study that was copied.
  package let original: String
  private let folder: String

  /// Copies the study at `path` to where the system keeps temporary files.
  package init(of path: String) throws(StudyError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(parent)/thuocdo-XXXXXX".utf8CString)
    guard name.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) != nil
    else { throw .notWritable(path: parent) }
    original = path
    folder = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    self.path = "\(folder)/thu.thuocdo"
    do {
      let source = try StudyFile.open(path: path, access: .readOnly)
      defer { try? source.close() }
      try source.copy(to: self.path)
    } catch let error as StudyError {
      discard()
      throw error
    } catch {
      discard()
      throw StudyError(error, path: self.path, access: .readWrite)
    }
  }

  /// Removes the copy with all that was tried on it.
  package func discard() {
    if let names = opendir(folder) {
      while let entry = readdir(names) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
        }
        if name != ".", name != ".." { unlink("\(folder)/\(name)") }
      }
      closedir(names)
    }
    rmdir(folder)
  }
}

extension StudyFile {
  /// Writes one state of the whole study to a new file at `path`.
  fileprivate func copy(to path: String) throws {
    let target = try DatabaseQueue(path: FileEntry(path).connectionPath)
    try backUp(to: target)
    try target.close()
  }
}
