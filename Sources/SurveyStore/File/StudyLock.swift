#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Tells work that is going on from work that was interrupted: an import, a form being filled in.
///
/// The system drops the lock when its process ends, however it ends; the lock is on a file of its
/// own, because locks on the study belong to SQLite.
final class StudyLock {
  private let path: String
  private var descriptor: Int32

  /// Takes the lock on `work` in the study at `study`, or gives nothing while somebody has it.
  static func take(_ work: String, study: String) throws(StudyError) -> StudyLock? {
    let path = study + "-" + work
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
        return StudyLock(path: path, descriptor: descriptor)
      }
      close(descriptor)
    }
  }

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  /// Lets the next one begin.
  func release() {
    guard descriptor >= 0 else { return }
    unlink(path)
    close(descriptor)
    descriptor = -1
  }

  deinit { release() }
}
