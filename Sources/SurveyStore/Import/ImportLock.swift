#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Tells a running import from one that was interrupted.
///
/// The system drops the lock when its process ends, however it ends; the lock is on a file of its
/// own, because locks on the study belong to SQLite.
final class ImportLock {
  private let path: String
  private var descriptor: Int32

  /// Takes the lock of the study at `study`, or gives nothing while another import runs.
  static func take(study: String) throws(StudyError) -> ImportLock? {
    let path = study + "-import"
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .notWritable(path: study) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        return nil
      }
      // The last owner may have removed the file between opening and locking.
      var mine = stat()
      var present = stat()
      if fstat(descriptor, &mine) == 0, stat(path, &present) == 0, mine.st_ino == present.st_ino {
        return ImportLock(path: path, descriptor: descriptor)
      }
      close(descriptor)
    }
  }

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  /// Lets the next import begin.
  func release() {
    guard descriptor >= 0 else { return }
    unlink(path)
    close(descriptor)
    descriptor = -1
  }

  deinit { release() }
}
